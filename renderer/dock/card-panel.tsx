import type { ReactElement } from 'react';
import { Panel } from './panel.tsx';
import type { Dock } from './use-dock.ts';

/** SW3 values worth trying: find failed, authentication failed, read failed, unknown. */
const UNREADABLE = [0x31, 0x41, 0x80, 0x90] as const;

const hex = (byte: number): string => byte.toString(16).toUpperCase().padStart(2, '0');

/** Who puts a card on the reader. */
export function CardPanel({ state, act }: { state: NonNullable<Dock['state']>; act: Dock['act'] }): ReactElement {
  return (
    <Panel title="读卡区" note={state.card ? '有卡' : '空'}>
      <button type="button" className="main" disabled={state.card === null} onClick={() => act({ type: 'takeCard' })}>
        取走身份证
      </button>
      <ul className="people">
        {state.people.map((person) => (
          <li key={person.id}>
            <button
              type="button"
              aria-pressed={state.card === person.id}
              onClick={() => act({ type: 'putCard', person: person.id })}
            >
              <strong>{person.label}</strong>
              <small>{person.id}</small>
            </button>
          </li>
        ))}
      </ul>
      <div className="row">
        <span>读不出的卡 SW3</span>
        {UNREADABLE.map((statusByte) => (
          <button key={statusByte} type="button" onClick={() => act({ type: 'putUnreadableCard', statusByte })}>
            {hex(statusByte)}
          </button>
        ))}
      </div>
    </Panel>
  );
}
