import { type ReactElement, useState } from 'react';
import type { DockState } from '../../contract/dock.ts';
import { Panel } from './panel.tsx';
import type { Dock } from './use-dock.ts';

interface ScanPanelProps {
  readonly state: DockState;
  readonly act: Dock['act'];
}

type Case = DockState['cases'][number];

const GROUPS: readonly [Case['group'], string][] = [
  ['document', '要放进柜的证照'],
  ['material', '要交的材料'],
  ['trouble', '放不进去的（试试看）'],
];

/** Who may sign in as staff. */
export function StaffPanel({ state }: Pick<ScanPanelProps, 'state'>): ReactElement | null {
  if (state.staff.length === 0) return null;
  return (
    <Panel title="工作人员" note="连点三下终端右上角的时间">
      <table className="staff">
        <thead>
          <tr>
            <th>工号</th>
            <th>密码</th>
            <th>谁</th>
          </tr>
        </thead>
        <tbody>
          {state.staff.map(({ number, pin, label }) => (
            <tr key={number}>
              <td>{number}</td>
              <td>{pin}</td>
              <td>{label}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

/** The papers that go with a case, to be held before the scanner. */
export function CasesPanel({ state, act }: ScanPanelProps): ReactElement | null {
  if (state.cases.length === 0) return null;
  return (
    <Panel title="办件的纸" note="上面有办件编号">
      {GROUPS.map(([group, title]) => (
        <CaseGroup key={group} title={title} cases={state.cases.filter((one) => one.group === group)} act={act} />
      ))}
    </Panel>
  );
}

function CaseGroup({
  title,
  cases,
  act,
}: {
  readonly title: string;
  readonly cases: readonly Case[];
  readonly act: Dock['act'];
}): ReactElement {
  const [chosen, setChosen] = useState(cases[0]?.caseNumber ?? '');
  return (
    <div className="case-group">
      <label>
        {title}
        <select value={chosen} onChange={(event) => setChosen(event.target.value)}>
          {cases.map(({ caseNumber, label }) => (
            <option key={caseNumber} value={caseNumber}>
              {`${caseNumber} ${label}`}
            </option>
          ))}
        </select>
      </label>
      <button type="button" disabled={chosen === ''} onClick={() => act({ type: 'scan', text: chosen })}>
        扫
      </button>
    </div>
  );
}

const hasScanner = ({ hands }: DockState): boolean => hands.some(({ device }) => device === 'scanner');

const timeOf = (at: string): string => new Date(at).toLocaleTimeString('zh-CN', { hour12: false });

/** What people get on their telephones and hold before the scanner. */
export function PhonePanel({ state, act }: ScanPanelProps): ReactElement | null {
  if (state.cells.length === 0) return null;
  return (
    <Panel title="手机短信" note={`${state.phone.length} 条，新的在上`} grows>
      {state.phone.length === 0 && <p>还没有短信</p>}
      {state.phone.map(({ at, text, code, qr }) => (
        <div key={`${at} ${text}`} className="message">
          <p>
            <small>{timeOf(at)}</small> {text}
          </p>
          <div className="row">
            {code && <strong>{`取件码 ${code}`}</strong>}
            {qr && hasScanner(state) && (
              <button type="button" onClick={() => act({ type: 'scan', text: qr })}>
                把二维码放到扫码口
              </button>
            )}
          </div>
        </div>
      ))}
    </Panel>
  );
}
