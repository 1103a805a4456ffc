import type { ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import './dock.css';
import './at-the-machine.css';
import { CardPanel } from './card-panel.tsx';
import { HandsPanel } from './hands-panel.tsx';
import { CenterPanel, PlugPanel, WirePanel } from './line-panels.tsx';
import { LockerPanel } from './locker-panel.tsx';
import { DocumentPanel, PapersPanel, ReceiptPanel } from './printer-panels.tsx';
import { CasesPanel, PhonePanel, StaffPanel } from './scan-panel.tsx';
import { useDock } from './use-dock.ts';

/** The developer's dock: a hand at the demo machine, and an eye on its wires. */
function DockPage(): ReactElement {
  const { state, fault, act } = useDock();
  return (
    <>
      <header>
        <h1>开发台</h1>
        {state && (
          <nav>
            <a href={state.kioskUrl} title={state.kioskUrl} target="_blank" rel="noreferrer">
              终端页面
            </a>
            <a href={state.operator.url} target="_blank" rel="noreferrer">
              中心的文件柜地图
            </a>
            <small>{`用户名 ${state.operator.name}，密码在 ${state.operator.passwordFile}`}</small>
          </nav>
        )}
        <p role="status">{fault ? `没有回应：${fault}` : state ? '已连接' : '正在连接…'}</p>
      </header>
      {state && (
        <main>
          <div className="column">
            <CardPanel state={state} act={act} />
            <StaffPanel state={state} />
            <CasesPanel state={state} act={act} />
            <PhonePanel state={state} act={act} />
          </div>
          <div className="column">
            <LockerPanel state={state} act={act} />
            <PapersPanel state={state} act={act} />
            <DocumentPanel state={state} act={act} />
            <ReceiptPanel state={state} act={act} />
            <PlugPanel state={state} act={act} />
            <CenterPanel state={state} act={act} />
            <HandsPanel state={state} act={act} />
          </div>
          <div className="column wide">
            <WirePanel frames={state.frames} />
          </div>
        </main>
      )}
    </>
  );
}

const root = document.getElementById('root');
if (!root) throw new Error('the dock has no root element');
createRoot(root).render(<DockPage />);
