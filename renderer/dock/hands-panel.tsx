import { type ReactElement, useState } from 'react';
import type { DockState } from '../../contract/dock.ts';
import { DEVICE_NAMES } from './device-names.ts';
import { Panel } from './panel.tsx';
import type { Dock } from './use-dock.ts';

/** What a hand does at the devices of a whole machine, in the words of their simulators. */
export function HandsPanel({
  state,
  act,
}: {
  readonly state: DockState;
  readonly act: Dock['act'];
}): ReactElement | null {
  if (state.hands.length === 0) return null;
  return (
    <Panel title="其他设备">
      {state.hands.map((hand) => (
        <Hand key={hand.device} {...hand} act={act} />
      ))}
      {state.handRefused && <p role="alert">{state.handRefused}</p>}
    </Panel>
  );
}

function Hand({ device, acts, act }: DockState['hands'][number] & { readonly act: Dock['act'] }): ReactElement {
  const [line, setLine] = useState('');
  return (
    <details>
      <summary>{DEVICE_NAMES[device]}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          act({ type: 'hand', device, line });
        }}
      >
        <input aria-label={DEVICE_NAMES[device]} value={line} onChange={(event) => setLine(event.target.value)} />
        <button type="submit">做</button>
      </form>
      {acts.map(({ name, says }) => (
        <button key={name} type="button" title={says} onClick={() => setLine(`${name} `)}>
          {name}
        </button>
      ))}
    </details>
  );
}
