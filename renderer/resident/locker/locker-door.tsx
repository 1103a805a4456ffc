import type { ReactElement } from 'react';
import type { Screen as ScreenOf } from '../../../contract/screen.ts';
import type { Words } from '../../i18n/zh.ts';
import { Icon } from '../../ui/icon.tsx';
import { LockerFront, placeOf } from '../../ui/locker-front.tsx';
import { type Urgency, useSayAloud } from '../../ui/say-aloud.ts';
import { Screen } from '../../ui/screen.tsx';
import { useView } from '../../ui/view.ts';

type LockerDoorScreen = Extract<ScreenOf, { name: 'lockerDoor' }>;

/** A door that stands open for too long is spoken of loudly, and again and again. */
const ALARM: Urgency = { everyMs: 12_000, loud: true };

interface DoorWords {
  readonly title: string;
  readonly lead: string;
  readonly state: string;
  /** No name, no item: whoever stands near hears it. */
  readonly said: string;
}

function doorWords({ stage, urge, purpose, cell }: LockerDoorScreen, words: Words): DoorWords {
  const [opening = '', open = '', remind = '', alarm = ''] = words.doorStates;
  if (stage === 'opening') {
    return {
      title: words.doorOpening,
      lead: words.doorOpeningLead,
      state: opening,
      said: words.doorSayOpening(cell),
    };
  }
  const isPickUp = purpose === 'pickUp';
  if (urge === 'alarm') {
    const title = isPickUp ? words.doorAlarmPickUp : words.doorAlarmHandIn;
    return { title, lead: words.doorAlarmLead, state: alarm, said: words.doorSayAlarm(cell) };
  }
  // What is to be done stays above: whoever looks up only now has not read it yet.
  const title = isPickUp ? words.doorPickUp : words.doorHandIn;
  if (urge === 'remind') {
    return { title, lead: words.doorRemindLead, state: remind, said: words.doorSayRemind(cell) };
  }
  return isPickUp
    ? { title, lead: words.doorPickUpLead, state: open, said: words.doorSayPickUp(cell) }
    : { title, lead: words.doorHandInLead, state: open, said: words.doorSayHandIn(cell) };
}

/** Which door, as large as can be; what to do with it. Goes on by itself, on the word of the door's sensor. */
export function LockerDoor(screen: LockerDoorScreen): ReactElement {
  const { cell, columns, stage, urge } = screen;
  const { words, snapshot } = useView();
  const { title, lead, state, said } = doorWords(screen, words);
  useSayAloud(said, snapshot.language, urge === 'alarm' ? ALARM : undefined);
  const place = placeOf(columns, cell);
  const where = place ? words.doorWhere(place.column, place.row) : '';
  return (
    <Screen
      className={`locker-door-screen ${urge}`}
      {...(urge !== 'none' && { sign: 'warn' as const })}
      title={<span aria-live="assertive">{title}</span>}
      lead={lead}
      art={<LockerFront columns={columns} cell={cell} label={words.doorMap(cell, where)} open={stage === 'open'} />}
    >
      <div className={`locker-told ${urge === 'none' ? stage : urge}`}>
        <p className="locker-number">{words.doorCell(cell)}</p>
        <p className="locker-state">
          <Icon name={urge !== 'none' ? 'warn' : stage === 'open' ? 'doorOpen' : 'clock'} />
          {state}
        </p>
        {where !== '' && <p className="locker-where">{where}</p>}
      </div>
    </Screen>
  );
}
