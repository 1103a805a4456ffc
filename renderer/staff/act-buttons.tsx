import type { ReactElement } from 'react';
import type { StaffEvent } from '../../contract/staff-event.ts';
import { Button } from '../ui/button.tsx';
import type { IconName } from '../ui/icon-shapes.tsx';
import { useStaffView } from './staff-view.ts';

type Act = Extract<StaffEvent, { type: 'act' }>['act'];

const ICONS: Readonly<Record<Act, IconName>> = {
  takeBack: 'pickup',
  empty: 'pickup',
  move: 'next',
  placeAnew: 'pickup',
  keep: 'check',
  resend: 'phone',
  inspect: 'eye',
  takeOut: 'minus',
  backInService: 'check',
};

/** What may be done now: the first of it is the biggest. */
export function ActButtons({ acts }: { acts: readonly Act[] }): ReactElement {
  const { words, send } = useStaffView();
  return (
    <div className="act-buttons">
      {acts.map((act, index) => (
        <Button
          key={act}
          kind={index === 0 ? 'primary' : 'secondary'}
          icon={ICONS[act]}
          onPress={() => send({ type: 'act', act })}
        >
          {words.actions[act]}
        </Button>
      ))}
    </div>
  );
}
