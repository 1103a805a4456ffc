import { type ReactElement, useState } from 'react';
import type { DockAction, WireFrame } from '../../contract/dock.ts';
import { Panel, Switch } from './panel.tsx';
import type { Dock } from './use-dock.ts';

interface PanelProps {
  readonly state: NonNullable<Dock['state']>;
  readonly act: Dock['act'];
}

const PLUGS = [
  ['idCard', '读卡器'],
  ['document', 'A4 打印机'],
  ['receipt', '小票打印机'],
  ['network', '网络'],
] as const;

const CENTER_MODES: readonly [Extract<DockAction, { type: 'centerMode' }>['mode'], string][] = [
  ['normal', '正常'],
  ['slow', '很慢'],
  ['error500', '500 错误'],
  ['html', '返回网页'],
  ['halfJson', '半截 JSON'],
  ['wrongPerson', '别人的记录'],
];

/** Cables and the network. */
export function PlugPanel({ state, act }: PanelProps): ReactElement {
  return (
    <Panel title="插头" note="● 已插上">
      <div className="switches">
        {PLUGS.map(([device, label]) => (
          <Switch
            key={device}
            kind="plug"
            label={label}
            on={state.plugs[device]}
            onChange={(on) => act({ type: 'plug', device, on })}
          />
        ))}
      </div>
    </Panel>
  );
}

/** How the center behaves. */
export function CenterPanel({ state, act }: PanelProps): ReactElement {
  return (
    <Panel title="中心" note={state.centerMode}>
      <div className="switches">
        {CENTER_MODES.map(([mode, label]) => (
          <button
            key={mode}
            type="button"
            aria-pressed={state.centerMode === mode}
            onClick={() => act({ type: 'centerMode', mode })}
          >
            {label}
          </button>
        ))}
      </div>
    </Panel>
  );
}

const WIRES: readonly [WireFrame['wire'], string][] = [
  ['idCard', '读卡器'],
  ['document', 'A4'],
  ['receipt', '小票'],
  ['socialCard', '社保卡'],
  ['scanner', '扫码'],
  ['locker', '柜'],
  ['auxiliaries', '灯'],
  ['ups', '电源'],
  ['center', '中心'],
];

const timeOf = (at: number): string => new Date(at).toISOString().slice(11, 23);

/** The last frames of every wire, newest first. */
export function WirePanel({ frames }: { frames: readonly WireFrame[] }): ReactElement {
  const [hidden, setHidden] = useState<readonly WireFrame['wire'][]>([]);
  const shown = frames.filter((frame) => !hidden.includes(frame.wire)).toReversed();
  return (
    <Panel title="线路" note={`${shown.length} 帧`}>
      <div className="row">
        {WIRES.map(([wire, label]) => (
          <Switch
            key={wire}
            kind="plug"
            label={label}
            on={!hidden.includes(wire)}
            onChange={(on) => setHidden(on ? hidden.filter((other) => other !== wire) : [...hidden, wire])}
          />
        ))}
      </div>
      <table className="frames">
        <tbody>
          {shown.map((frame, index) => (
            // Frames have no identity, and a row holds no state.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <tr key={index} className={frame.direction}>
              <td>{timeOf(frame.at)}</td>
              <td>{frame.wire}</td>
              <td>{frame.direction === 'toDevice' ? '→' : '←'}</td>
              <td>{frame.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
