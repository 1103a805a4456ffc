import { type ReactElement, useCallback, useRef } from 'react';
import { formatDay, formatTime } from '../i18n/format.ts';
import { Icon } from '../ui/icon.tsx';
import { useNow } from '../ui/use-now.ts';
import { useView } from '../ui/view.ts';
import { useQuickPresses } from './use-quick-presses.ts';

const CLOCK_REFRESH_MS = 1_000;
/** How the technician's page is opened: by the clock, while nobody is here. */
const TECHNICIAN_DOOR = { presses: 3, withinMs: 5_000 };

/** Where one is, who is greeted, what time it is. */
export function Header(): ReactElement {
  const { snapshot, words, send } = useView();
  const clock = useRef<HTMLDivElement>(null);
  const nobodyHere = snapshot.screen.name === 'attract' || snapshot.screen.name === 'outOfService';
  const openTechnician = useCallback(() => send({ type: 'openTechnician' }), [send]);
  useQuickPresses(clock, TECHNICIAN_DOOR, nobodyHere ? openTechnician : undefined);
  const now = useNow(CLOCK_REFRESH_MS);
  return (
    <header className="page-header">
      <svg className="mark" viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="9" />
        <path d="M9 24V13a7 7 0 0 1 14 0v11M16 24v-8M12.5 19.5L16 16l3.500 3.500" />
      </svg>
      <div className="site">
        <p className="site-name">{snapshot.kiosk.site}</p>
        <p className="site-product">{words.product}</p>
      </div>
      {snapshot.visitor && (
        <p className="visitor">
          <Icon name="staff" />
          {words.greeting(snapshot.visitor.maskedName)}
        </p>
      )}
      <div className="clock" ref={clock}>
        <p className="clock-time">{formatTime(now)}</p>
        <p className="clock-day">{formatDay(now, snapshot.language)}</p>
      </div>
    </header>
  );
}
