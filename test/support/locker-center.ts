import { DEMO_KIOSK_ID, enrolledKey } from '../../scripts/rig/kiosk-files.ts';
import type { Machine } from './machine.ts';

export interface NoticeAtCenter {
  readonly id: string;
  readonly parcelId: string;
  readonly caseNumber: string;
  readonly kind: string;
  readonly delivery: string;
}

/** What the center was asked to tell, asked directly, past the line to the kiosk. */
export async function noticesAtCenter({ rig }: Machine, caseNumber: string): Promise<readonly NoticeAtCenter[]> {
  const answer = await fetch(`${rig.center.url}/v1/locker/notices?limit=500`, {
    headers: { authorization: `Bearer ${enrolledKey(rig.kioskDataDir)}`, 'x-tongban-kiosk': DEMO_KIOSK_ID },
  });
  const { notices } = (await answer.json()) as { notices: NoticeAtCenter[] };
  return notices.filter((notice) => notice.caseNumber === caseNumber);
}
