import { type PointerEvent, type ReactElement, useCallback, useEffect, useRef } from 'react';
import { type Stroke, withPoint } from './strokes.ts';

/** Width of the line, parts of the pad's height. */
const PEN = 0.018;

export interface SignaturePadProps {
  /** What is on the pad. */
  readonly strokes: readonly Stroke[];
  /** The finger was lifted. */
  readonly onStroke: (stroke: Stroke) => void;
  readonly label: string;
  /** Stands in the pad while it is empty. */
  readonly note: string;
}

/** Draws lines over what is painted; `from`: the first point that is new. */
function paint(canvas: HTMLCanvasElement, stroke: Stroke, from: number): void {
  const brush = canvas.getContext('2d');
  if (!brush || stroke.length < 2) return;
  const x = (at: number): number => ((stroke[at] ?? 0) / 1000) * canvas.width;
  const y = (at: number): number => ((stroke[at + 1] ?? 0) / 1000) * canvas.height;
  brush.lineWidth = canvas.height * PEN;
  brush.lineCap = 'round';
  brush.lineJoin = 'round';
  brush.strokeStyle = getComputedStyle(canvas).color;
  brush.beginPath();
  const first = Math.max(0, from - 2);
  brush.moveTo(x(first), y(first));
  // A single touch is a dot.
  for (let at = first; at < stroke.length; at += 2) brush.lineTo(x(at), y(at));
  brush.stroke();
}

/** The pixels of the screen, so that the line is sharp; painted anew, because a new size empties the canvas. */
function repaint(canvas: HTMLCanvasElement, strokes: readonly Stroke[]): void {
  const { width, height } = canvas.getBoundingClientRect();
  canvas.width = Math.max(1, Math.round(width * devicePixelRatio));
  canvas.height = Math.max(1, Math.round(height * devicePixelRatio));
  for (const stroke of strokes) paint(canvas, stroke, 0);
}

/** A box to sign in with a finger. One finger draws; a palm beside it does not. Lines show at once, without a round of React. */
export function SignaturePad({ strokes, onStroke, label, note }: SignaturePadProps): ReactElement {
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawing = useRef<{ readonly pointer: number; stroke: Stroke }>(undefined);

  // After every render: also letters, colours and sizes of a mode may have changed.
  useEffect(() => {
    const element = canvas.current;
    if (!element) return undefined;
    const whole = (): void => {
      repaint(element, strokes);
      if (drawing.current) paint(element, drawing.current.stroke, 0);
    };
    whole();
    const watch = new ResizeObserver(whole);
    watch.observe(element);
    return () => watch.disconnect();
  });

  const draw = useCallback((event: PointerEvent<HTMLCanvasElement>) => {
    const now = drawing.current;
    if (!now || now.pointer !== event.pointerId) return;
    const box = event.currentTarget.getBoundingClientRect();
    const before = now.stroke.length;
    for (const point of [...event.nativeEvent.getCoalescedEvents(), event.nativeEvent]) {
      now.stroke = withPoint(
        now.stroke,
        (point.clientX - box.left) / box.width,
        (point.clientY - box.top) / box.height,
      );
    }
    // A line that was thinned on its way is painted over itself.
    if (now.stroke.length !== before) paint(event.currentTarget, now.stroke, Math.min(before, now.stroke.length - 2));
  }, []);

  const lift = (event: PointerEvent<HTMLCanvasElement>): void => {
    const done = drawing.current;
    if (!done || done.pointer !== event.pointerId) return;
    drawing.current = undefined;
    onStroke(done.stroke);
  };

  return (
    <div className="signature-pad">
      <canvas
        ref={canvas}
        role="img"
        aria-label={label}
        onPointerDown={(event) => {
          if (event.button !== 0 || drawing.current) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          drawing.current = { pointer: event.pointerId, stroke: [] };
          draw(event);
        }}
        onPointerMove={draw}
        onPointerUp={lift}
        onPointerCancel={lift}
      />
      {strokes.length === 0 && <p className="signature-note">{note}</p>}
    </div>
  );
}
