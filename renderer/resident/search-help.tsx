import type { ReactElement } from 'react';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { useView } from '../ui/view.ts';

/** How to search while nothing is typed; what to do when nothing is found. */
export function SearchHelp({ empty }: { empty: boolean }): ReactElement {
  const { words, snapshot } = useView();
  if (empty) {
    return (
      <Notice icon="help">
        <p>
          <strong>{words.searchEmpty}</strong>
        </p>
        <p>{words.searchExamples}</p>
      </Notice>
    );
  }
  return (
    <Notice icon="staff">
      <p>
        <strong>{words.searchNothing}</strong>
      </p>
      <p>{words.searchNothingDo(snapshot.kiosk.phone)}</p>
    </Notice>
  );
}

/** The way on without words. */
export function SearchElsewhere(): ReactElement {
  const { words, send } = useView();
  return (
    <Button icon="department" onPress={() => send({ type: 'openDepartments' })}>
      {words.departmentsAll}
    </Button>
  );
}
