import type { ReactElement } from 'react';
import type { DockState } from '../../contract/dock.ts';
import { Panel } from './panel.tsx';
import type { Dock } from './use-dock.ts';

interface ScanPanelProps {
  readonly state: DockState;
  readonly act: Dock['act'];
}

const hasScanner = ({ hands }: DockState): boolean => hands.some(({ device }) => device === 'scanner');

/** What people get on their telephones and hold before the scanner. */
export function PhonePanel({ state, act }: ScanPanelProps): ReactElement | null {
  if (state.cells.length === 0) return null;
  return (
    <Panel title="手机短信">
      {state.phone.length === 0 && <p>还没有短信</p>}
      {state.phone.map(({ at, text, code, qr }) => (
        <div key={`${at} ${text}`} className="message">
          <p>{text}</p>
          {code && <p>{`取件码 ${code}`}</p>}
          {qr && hasScanner(state) && (
            <button type="button" onClick={() => act({ type: 'scan', text: qr })}>
              把二维码放到扫码口
            </button>
          )}
        </div>
      ))}
    </Panel>
  );
}

/** The papers that go with a case, and who may sign in. */
export function StaffPanel({ state, act }: ScanPanelProps): ReactElement | null {
  if (state.cells.length === 0) return null;
  return (
    <Panel title="工作人员" note="连点三下页面右上角的时间">
      {state.staff.map(({ number, pin, label }) => (
        <p key={number}>{`${label}：工号 ${number}，密码 ${pin}`}</p>
      ))}
      <details>
        <summary>扫办件编号</summary>
        {state.cases.map(({ caseNumber, label }) => (
          <button key={caseNumber} type="button" onClick={() => act({ type: 'scan', text: caseNumber })}>
            {`${caseNumber} ${label}`}
          </button>
        ))}
      </details>
    </Panel>
  );
}
