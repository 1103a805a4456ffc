import type { ReactElement } from 'react';

/** Progress by counted steps. */
export function StepProgress(props: {
  readonly label: string;
  readonly done: number;
  readonly all: number;
}): ReactElement {
  const sheets = Array.from({ length: props.all }, (_, index) => index + 1);
  return (
    <div
      className={`step-progress ${props.all > 8 ? 'many' : ''}`}
      role="progressbar"
      aria-label={props.label}
      aria-valuemin={0}
      aria-valuemax={props.all}
      aria-valuenow={props.done}
    >
      {sheets.map((sheet) => (
        <span key={sheet} className={sheet <= props.done ? 'done' : sheet === props.done + 1 ? 'now' : ''} />
      ))}
    </div>
  );
}

/** Progress of a wait whose end is known only at most: two thirds at the usual time, full at the limit. */
export function TimedProgress(props: {
  readonly label: string;
  readonly usualMs: number;
  readonly limitMs: number;
}): ReactElement {
  const restMs = Math.max(props.limitMs - props.usualMs, 0);
  return (
    <div className="timed-progress" role="progressbar" aria-label={props.label}>
      <span
        style={{ animationDuration: `${props.usualMs}ms, ${restMs}ms`, animationDelay: `0ms, ${props.usualMs}ms` }}
      />
    </div>
  );
}
