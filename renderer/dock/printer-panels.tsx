import { type ReactElement, useState } from 'react';
import { Panel, Switch } from './panel.tsx';
import type { Dock } from './use-dock.ts';

interface PanelProps {
  readonly state: NonNullable<Dock['state']>;
  readonly act: Dock['act'];
}

const DOCUMENT_CONDITIONS = [
  ['media-empty', '缺纸'],
  ['media-jam', '卡纸'],
  ['cover-open', '盖子打开'],
  ['toner-empty', '墨粉用完'],
  ['lose-job', '丢失作业'],
  ['abort-job', '中止作业'],
] as const;

const RECEIPT_CONDITIONS = [
  ['paperEnd', '小票纸用完'],
  ['nearEnd', '小票纸将尽'],
  ['coverOpen', '盖子打开'],
  ['cutterError', '切刀故障'],
] as const;

/** What can go wrong with the A4 printer, at once or after some pages. */
export function DocumentPanel({ state, act }: PanelProps): ReactElement {
  const [afterPages, setAfterPages] = useState(0);
  return (
    <Panel title="A4 打印机" note="IPP">
      <div className="row">
        <label>
          发生在第
          <input
            type="number"
            min={0}
            max={99}
            value={afterPages}
            onChange={(event) => setAfterPages(Math.max(0, Math.trunc(event.target.valueAsNumber || 0)))}
          />
          页之后
        </label>
      </div>
      <div className="switches">
        {DOCUMENT_CONDITIONS.map(([condition, label]) => (
          <Switch
            key={condition}
            label={label}
            detail={condition}
            on={state.document.includes(condition)}
            onChange={(on) => act({ type: 'document', condition, on, afterPages })}
          />
        ))}
      </div>
    </Panel>
  );
}

export function ReceiptPanel({ state, act }: PanelProps): ReactElement {
  return (
    <Panel title="小票打印机" note="ESC/POS">
      <div className="switches">
        {RECEIPT_CONDITIONS.map(([condition, label]) => (
          <Switch
            key={condition}
            label={label}
            detail={condition}
            on={state.receipt.includes(condition)}
            onChange={(on) => act({ type: 'receipt', condition, on })}
          />
        ))}
      </div>
    </Panel>
  );
}

/** What came out and still lies there. */
export function PapersPanel({ state, act }: PanelProps): ReactElement {
  return (
    <Panel title="出纸口" note={`${state.papers.length} 份`}>
      <button
        type="button"
        className="main"
        disabled={state.papers.length === 0}
        onClick={() => act({ type: 'takePaper' })}
      >
        取走全部纸张
      </button>
      <ul className="papers">
        {state.papers.toReversed().map((paper) => (
          <li key={paper.id}>
            <a href={paper.href} target="_blank" rel="noreferrer">
              {paper.kind === 'a4' ? `A4 · ${paper.pages} 页` : '小票'}
            </a>
            <small>{paper.id}</small>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
