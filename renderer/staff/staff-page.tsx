import { type ReactElement, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import './styles.ts';
import type { Language } from '../../contract/screen.ts';
import type { StaffConnection } from '../bridge/staff-connection.ts';
import { FaultBoundary } from '../resident/fault-boundary.tsx';
import { ViewContext } from '../ui/view.ts';
import { StaffConnecting } from './staff-connecting.tsx';
import { StaffScreens } from './staff-screens.tsx';
import { StaffSourceContext } from './staff-source.ts';

const nothing = (): (() => void) => () => undefined;
const nobody = (): null => null;

/**
 * The staff's page: on the machine's own screen while staff work there, or alone on a second one behind it. Connects while
 * it is shown.
 */
export function StaffPage({ language }: { language?: Language }): ReactElement {
  const resident = useContext(ViewContext);
  const connect = useContext(StaffSourceContext);
  const [connection, setConnection] = useState<StaffConnection | null>(null);
  useEffect(() => {
    const opened = connect?.();
    if (!opened) return;
    setConnection(opened);
    return () => {
      setConnection(null);
      opened.close();
    };
  }, [connect]);
  const view = useSyncExternalStore(connection?.subscribe ?? nothing, connection?.view ?? nobody);
  const spoken = language ?? resident?.snapshot.language ?? 'zh-CN';
  if (!connection || view?.kind !== 'live') return <StaffConnecting language={spoken} />;
  return (
    <FaultBoundary sequence={view.snapshot.sequence}>
      <StaffScreens snapshot={view.snapshot} language={spoken} send={connection.send} />
    </FaultBoundary>
  );
}
