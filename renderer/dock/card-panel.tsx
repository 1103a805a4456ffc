import { type ReactElement, useState } from 'react';
import { Panel } from './panel.tsx';
import type { Dock } from './use-dock.ts';

/** SW3 values worth trying: find failed, authentication failed, read failed, unknown. */
const UNREADABLE = [0x31, 0x41, 0x80, 0x90] as const;

const hex = (byte: number): string => byte.toString(16).toUpperCase().padStart(2, '0');

/** Who puts a card on the reader. */
export function CardPanel({ state, act }: { state: NonNullable<Dock['state']>; act: Dock['act'] }): ReactElement {
  const { people, card } = state;
  const [chosen, setChosen] = useState(people[0]?.id ?? '');
  const lying = people.find(({ id }) => id === card)?.label ?? card;
  return (
    <Panel title="读卡区" note={card === null ? '空' : '有卡'}>
      <p className="lying">{lying ?? '没有身份证'}</p>
      <select aria-label="谁的身份证" value={chosen} onChange={(event) => setChosen(event.target.value)}>
        {people.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
      <div className="pair">
        <button type="button" className="main" onClick={() => act({ type: 'putCard', person: chosen })}>
          放上身份证
        </button>
        <button type="button" className="main" disabled={card === null} onClick={() => act({ type: 'takeCard' })}>
          取走身份证
        </button>
      </div>
      <details>
        <summary>读不出的卡</summary>
        <div className="row">
          <span>SW3</span>
          {UNREADABLE.map((statusByte) => (
            <button key={statusByte} type="button" onClick={() => act({ type: 'putUnreadableCard', statusByte })}>
              {hex(statusByte)}
            </button>
          ))}
        </div>
      </details>
    </Panel>
  );
}
