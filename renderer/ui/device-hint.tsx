import type { ReactElement } from 'react';
import type { Words } from '../i18n/zh.ts';

export type Place = 'card' | 'paper' | 'receipt' | 'scanner';

export interface DeviceHintProps {
  readonly lit: readonly Place[];
  /** Whether the hand is to put something there, take it, or neither. */
  readonly motion: 'put' | 'take' | 'none';
  /** What is held before the scanner. */
  readonly held?: 'phone' | 'slip';
  readonly words: Words;
}

const placeWords = (words: Words): Readonly<Record<Place, string>> => ({
  card: words.placeCard,
  paper: words.placePaper,
  receipt: words.placeReceipt,
  scanner: words.placeScanner,
});

const ARROW_DOWN = 'M-16-44h32v30h22L0 26-38-14h22z';

function Arrow({ x, y, turn }: { x: number; y: number; turn: number }): ReactElement {
  return (
    <g transform={`translate(${x} ${y}) rotate(${turn})`}>
      <path className="hint-arrow" d={ARROW_DOWN} />
    </g>
  );
}

function CardPlace({ lit, motion }: { lit: boolean; motion: DeviceHintProps['motion'] }): ReactElement {
  return (
    <g className={lit ? 'place lit' : 'place'}>
      <path className="pad" d="M146 224h150q8 0 7 7l-6 48q-1 8-9 8H128q-9 0-7-8l13-48q2-7 12-7z" />
      <path className="waves" d="M196 262a22 22 0 0 1 34 0M184 250a38 38 0 0 1 58 0M206 274a9 9 0 0 1 14 0" />
      {lit && (
        <>
          <g className={`card ${motion}`}>
            <path className="card-face" d="M152 232h120q6 0 5 6l-5 36q-1 6-7 6H136q-6 0-5-6l9-36q2-6 8-6z" />
            <circle className="card-ink" cx="168" cy="251" r="8" />
            <path className="card-line" d="M154 271q4-12 14-12t12 12M204 248h50M202 262h40" />
          </g>
          {motion !== 'none' && <Arrow x={213} y={motion === 'put' ? 150 : 168} turn={motion === 'put' ? 0 : 180} />}
        </>
      )}
    </g>
  );
}

function ReceiptPlace({ lit }: { lit: boolean }): ReactElement {
  return (
    <g className={lit ? 'place lit' : 'place'}>
      <path className="slot" d="M398 244h108l5 16H394z" />
      {lit && (
        <g className="receipt">
          <path className="sheet" d="M414 254V168l8-7 8 7 8-7 8 7 8-7 8 7 8-7 8 7 8-7 8 7v86z" />
          <path className="sheet-line" d="M428 190h52M428 206h52M428 222h34" />
        </g>
      )}
      {lit && <Arrow x={536} y={196} turn={90} />}
    </g>
  );
}

function PaperPlace({ lit }: { lit: boolean }): ReactElement {
  return (
    <g className={lit ? 'place lit' : 'place'}>
      <rect className="slot" x="184" y="362" width="272" height="18" rx="9" />
      <path className="tray" d="M156 470h328l26 22q4 6-4 6H134q-8 0-4-6z" />
      {lit && (
        <g clipPath="url(#below-slot)">
          <g className="paper">
            <path className="sheet" d="M204 371h232l22 108H182z" />
            <path className="sheet-line" d="M280 396h80M228 418h184M224 436h192M220 454h130" />
          </g>
        </g>
      )}
      {lit && <Arrow x={96} y={424} turn={-90} />}
    </g>
  );
}

const Phone = (): ReactElement => (
  <g>
    <rect className="card-face" x="482" y="404" width="58" height="100" rx="9" />
    <path className="card-line" d="M495 422h12v12h-12zM515 422h12v12h-12zM495 444h12v12h-12zM515 450h12M495 478h32" />
  </g>
);

/** Torn off below, with the bars of a case number above its lines. */
const Slip = (): ReactElement => (
  <g>
    <path className="sheet" d="M470 402h82v102l-9-7-9 7-9-7-9 7-10-7-9 7-9-7-9 7-9-7-10 7z" />
    <path className="card-line" d="M484 416v30M494 416v30M501 416v30M512 416v30M519 416v30M529 416v30M538 416v30" />
    <path className="sheet-line" d="M484 462h54M484 478h38" />
  </g>
);

/** A window at the front that looks at a phone or a slip, which is held before it. Drawn only where a machine has one. */
function ScannerPlace({ held }: { held: 'phone' | 'slip' }): ReactElement {
  return (
    <g className="place lit">
      <rect className="slot" x="478" y="352" width="66" height="40" rx="8" />
      {held === 'phone' ? <Phone /> : <Slip />}
      <Arrow x={590} y={372} turn={90} />
    </g>
  );
}

/** A drawing of the machine below its screen, with the places that matter now drawn strongly, and an arrow that says which way. */
export function DeviceHint({ lit, motion, held = 'phone', words }: DeviceHintProps): ReactElement {
  const names = placeWords(words);
  return (
    <svg
      className="device-hint"
      viewBox="0 0 640 520"
      role="img"
      aria-label={words.machineLabel(...lit.map((place) => names[place]))}
    >
      <clipPath id="below-slot">
        <rect x="100" y="371" width="440" height="149" />
      </clipPath>
      <path className="body" d="M76 0h488v506q0 14-14 14H90q-14 0-14-14z" />
      <path className="bezel" d="M108 0h424v142q0 14-14 14H122q-14 0-14-14z" />
      <path className="glass" d="M124 0h392v132q0 8-8 8H132q-8 0-8-8z" />
      <path className="glass-line" d="M152 30h150M152 58h336M152 84h336M152 110h220" />
      <path className="shelf" d="M104 206h432l66 100H38z" />
      <path className="lip" d="M38 306h564v16q0 10-10 10H48q-10 0-10-10z" />
      <CardPlace lit={lit.includes('card')} motion={motion} />
      <ReceiptPlace lit={lit.includes('receipt')} />
      <PaperPlace lit={lit.includes('paper')} />
      {lit.includes('scanner') && <ScannerPlace held={held} />}
    </svg>
  );
}
