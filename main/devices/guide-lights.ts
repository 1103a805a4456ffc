import { type LightName, type LightState, lightNameSchema } from '../../contract/auxiliaries.ts';
import type { Screen } from '../../contract/screen.ts';
import type { Auxiliaries } from '../../native/auxiliaries/auxiliaries.ts';

/** Here something is to be done now: put, take. */
const ACT: LightState = { flashRate: 'medium' };
/** Here one can begin, or something is going on. */
const WORKS: LightState = { flashRate: 'continuous' };

type Lights = Partial<Record<LightName, LightState>>;

/** Which lights guide the person on this screen; all others are off. The words are those of XFS4IoT's guidance lights. */
export function lightsFor(screen: Screen): Lights {
  const inService: Lights =
    screen.name === 'outOfService' ? { statusBad: WORKS } : { statusInService: WORKS, fasciaLight: WORKS };
  return { ...inService, ...guidance(screen) };
}

function guidance(screen: Screen): Lights {
  switch (screen.name) {
    case 'identify':
    case 'cardTrouble':
    case 'cardAway':
      return { cardReader: ACT };
    case 'attract':
    case 'reading':
    case 'confirm':
    case 'waiting':
      return { cardReader: WORKS };
    case 'printing':
      return { cardReader: WORKS, documentPrinter: WORKS };
    case 'printTrouble':
      return { cardReader: WORKS, statusWarning: WORKS };
    case 'printed':
      return { documentPrinter: ACT, ...(screen.receipt !== 'none' && { receiptPrinter: WORKS }) };
    case 'takeAway':
      return {
        ...(screen.card && { cardReader: ACT }),
        ...(screen.paper && { documentPrinter: ACT }),
        ...(screen.receipt && { receiptPrinter: ACT }),
      };
    case 'pickup':
      return { cardReader: wanted(!screen.have.card), ...(screen.hasScanner && { scanner: wanted(!screen.have.qr) }) };
    case 'handIn':
      return {
        cardReader: wanted(!screen.have.card),
        ...(screen.hasScanner && { scanner: wanted(!screen.have.case) }),
      };
    case 'lockerDoor':
      return screen.urge === 'none' ? {} : { statusWarning: ACT };
    case 'lockerEnd':
      return screen.outcome === 'leftOpen'
        ? { statusWarning: ACT }
        : screen.receipt === 'none'
          ? {}
          : { receiptPrinter: WORKS };
    case 'staff':
    case 'technician':
      return { statusSupervisor: WORKS };
    default:
      return {};
  }
}

/** Of a proof: asked for while it is missing, lit while it is there. */
const wanted = (missing: boolean): LightState => (missing ? ACT : WORKS);

const OFF: LightState = { flashRate: 'off' };

/** Keeps the lights as the screen wants them. */
export interface GuideLights {
  /** Only changes are sent. A board that does not answer has no effect here. */
  show(screen: Screen): void;
  /** The board's driver was started anew and knows nothing of what was wanted before. */
  again(): void;
}

export function createGuideLights(auxiliaries: Pick<Auxiliaries, 'setLight'>): GuideLights {
  let lit: Lights = {};
  const rateOf = (lights: Lights, light: LightName) => (lights[light] ?? OFF).flashRate;
  const light = (wanted: Lights): void => {
    for (const name of lightNameSchema.options) {
      // Its driver keeps a wish through failures and says in its health that the board does not answer.
      if (rateOf(wanted, name) !== rateOf(lit, name)) void auxiliaries.setLight(name, wanted[name] ?? OFF);
    }
    lit = wanted;
  };
  return {
    show: (screen) => light(lightsFor(screen)),
    again() {
      const wanted = lit;
      lit = {};
      light(wanted);
    },
  };
}
