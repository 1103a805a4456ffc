import type { ReactElement } from 'react';
import { formatDay, formatTime } from '../i18n/format.ts';
import { Icon } from '../ui/icon.tsx';
import { useNow } from '../ui/use-now.ts';
import { useView } from '../ui/view.ts';

const CLOCK_REFRESH_MS = 1_000;

/** Where one is, who is greeted, what time it is. */
export function Header(): ReactElement {
  const { snapshot, words } = useView();
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
      <div className="clock">
        <p className="clock-time">{formatTime(now)}</p>
        <p className="clock-day">{formatDay(now, snapshot.language)}</p>
      </div>
    </header>
  );
}
