import type { ReactElement } from 'react';
import { formatDay, formatTime } from '../i18n/format.ts';
import { Icon } from '../ui/icon.tsx';
import { useNow } from '../ui/use-now.ts';
import { useStaffView } from './staff-view.ts';

const CLOCK_REFRESH_MS = 1_000;

/** Whose page it is, which machine, whether the network is there, what time it is. */
export function StaffHeader(): ReactElement {
  const { snapshot, words, language } = useStaffView();
  const now = useNow(CLOCK_REFRESH_MS);
  return (
    <header className="page-header">
      <span className="staff-mark">
        <Icon name="staff" />
      </span>
      <div className="site">
        <p className="site-name">
          {words.page} · {snapshot.kiosk.site}
        </p>
        <p className="site-product">{words.kiosk(snapshot.kiosk.id)}</p>
      </div>
      {snapshot.offline && (
        <p className="staff-offline">
          <Icon name="offline" />
          {words.offline}
        </p>
      )}
      <div className="clock">
        <p className="clock-time">{formatTime(now)}</p>
        <p className="clock-day">{formatDay(now, language)}</p>
      </div>
    </header>
  );
}
