import type { ReactElement } from 'react';
import type { DockState } from '../../contract/dock.ts';
import { Panel } from './panel.tsx';
import type { Dock } from './use-dock.ts';

interface LockerPanelProps {
  readonly state: DockState;
  readonly act: Dock['act'];
}

/** The locker's front as somebody before it sees it: an open door can be used, a closed one only pulled. */
export function LockerPanel({ state, act }: LockerPanelProps): ReactElement | null {
  if (state.cells.length === 0) return null;
  const open = state.cells.filter((cell) => cell.open);
  return (
    <Panel title="柜子" note="点关着的门：硬拉开">
      <div className="doors">
        {state.cells.map(({ cell, open: isOpen, item }) => (
          <button
            key={cell}
            type="button"
            className={isOpen ? 'door open' : 'door'}
            title={isOpen ? '开着' : '关着'}
            onClick={() => act({ type: 'cell', cell, do: isOpen ? 'close' : 'pull' })}
          >
            {cell}
            <small>{`${isOpen ? '开' : '关'}${item ? ' ■' : ''}`}</small>
          </button>
        ))}
      </div>
      {open.map(({ cell }) => (
        <p key={cell} className="door-acts">
          <strong>{`${cell} 号开着：`}</strong>
          <button type="button" onClick={() => act({ type: 'cell', cell, do: 'put' })}>
            放入并关门
          </button>
          <button type="button" onClick={() => act({ type: 'cell', cell, do: 'take' })}>
            取走并关门
          </button>
          <button type="button" onClick={() => act({ type: 'cell', cell, do: 'close' })}>
            只关门
          </button>
        </p>
      ))}
      {state.handRefused && <p role="alert">{state.handRefused}</p>}
    </Panel>
  );
}
