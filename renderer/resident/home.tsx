import { type ReactElement, useState } from 'react';
import type { Screen as ScreenOf } from '../../contract/screen.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Screen } from '../ui/screen.tsx';
import { useView } from '../ui/view.ts';
import { DepartmentChips, DepartmentTiles } from './department-list.tsx';
import { EarlierPrint } from './earlier-print.tsx';
import { PopularItems } from './popular-items.tsx';

/** Whole rows of tiles beside a notice. */
const FEW = { portrait: 4, landscape: 3 } as const;

type HomeScreen = Extract<ScreenOf, { name: 'home' }>;

/**
 * Popular items first, each one touch away; then the departments. With large letters or low controls there is room for
 * one of the two only, and a button that changes between them.
 */
export function Home({ popular, departments, earlier }: HomeScreen): ReactElement {
  const { words, snapshot } = useView();
  const [byDepartment, setByDepartment] = useState(false);
  const compact = snapshot.modes.elder || snapshot.modes.reach;
  const noticed = snapshot.offline || earlier !== undefined;
  const allClosed = popular.length > 0 && popular.every((item) => item.unavailable !== undefined);
  return (
    <Screen
      className={`home ${noticed ? 'noticed' : ''}`}
      title={compact && byDepartment ? words.departmentsTitle : words.homeTitle}
      actions={
        compact ? (
          <>
            {byDepartment ? (
              <DepartmentTiles departments={departments} />
            ) : (
              <PopularItems items={popular} size={noticed ? FEW[snapshot.orientation] : 6} />
            )}
            <Button icon={byDepartment ? 'home' : 'department'} onPress={() => setByDepartment(!byDepartment)}>
              {byDepartment ? words.popularTitle : words.departmentsTitle}
            </Button>
          </>
        ) : (
          <>
            <PopularItems items={popular} size={6} />
            <DepartmentChips departments={departments} />
          </>
        )
      }
    >
      {earlier && <EarlierPrint {...earlier} />}
      {snapshot.offline && !(compact && earlier) && (
        <Notice icon="offline" kind="warn">
          {allClosed ? words.offlineAll : words.offline}
        </Notice>
      )}
    </Screen>
  );
}
