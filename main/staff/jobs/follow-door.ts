import type { DoorAct, DoorEnd, DoorStage } from '../../locker/locker.ts';
import type { Desk } from '../desk/desk.ts';
import type { StaffState } from '../desk/state.ts';

type WithDoor = Extract<StaffState, { name: 'putIn' | 'door' }>;

/**
 * Does an act and follows its door. Nobody leaves the page of an open door, so the state is still the one of this act when it
 * ends, unless the machine ends; then nothing follows here, the locker has written it.
 */
export function followDoor<S extends WithDoor>(
  desk: Desk,
  act: DoorAct,
  mine: (state: StaffState) => state is S,
  then: { stage(state: S, stage: DoorStage): void; end(state: S, end: DoorEnd): void },
): void {
  const current = (): S | undefined => {
    const state = desk.state();
    return mine(state) && state.act === act ? state : undefined;
  };
  const onStage = (stage: DoorStage): void => {
    const state = current();
    if (state) then.stage(state, stage);
  };
  void act.go(onStage).then((end) => {
    const state = current();
    if (state) then.end(state, end);
  });
}
