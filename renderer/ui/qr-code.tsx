import type { ReactElement } from 'react';

/** The light border that a reader needs, ISO/IEC 18004: four modules. */
const QUIET = 4;

/** A QR code from its modules, row by row, `1` dark. Always black on white, whatever the colours of the page. */
export function QrCode({ rows, label }: { rows: readonly string[]; label: string }): ReactElement {
  const size = rows.length + 2 * QUIET;
  const dark = rows.flatMap((row, y) =>
    // One stroke per run of dark modules: no hairlines between them.
    [...row.matchAll(/1+/g)].map((run) => `M${run.index + QUIET} ${y + QUIET}h${run[0].length}v1h-${run[0].length}z`),
  );
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
      <path fill="#000" d={dark.join('')} />
    </svg>
  );
}
