import { type ReactElement, useSyncExternalStore } from 'react';
import type { Connection } from '../bridge/connection.ts';
import { FaultBoundary } from './fault-boundary.tsx';
import { OneMoment } from './one-moment.tsx';
import { Page } from './page.tsx';

/** The page of the kiosk: what the core says, or one moment. */
export function Kiosk({ connection }: { connection: Connection }): ReactElement {
  const view = useSyncExternalStore(connection.subscribe, connection.view);
  if (view.kind === 'oneMoment') return <OneMoment />;
  return (
    <FaultBoundary sequence={view.snapshot.sequence}>
      <Page snapshot={view.snapshot} send={connection.send} />
    </FaultBoundary>
  );
}
