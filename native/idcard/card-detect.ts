import { isUnknownCommand, type SdtDriver, type SdtFailure } from './driver.ts';

/** How modules answer find for a card that stays: see `continuousReading` in the configuration. */
export type ContinuousReading = 'repeats' | 'once';

export type Detection =
  /** Find answered: on a `once` module, a card that was put since the last find. */
  | { readonly type: 'found' }
  /** Find did not answer, but the card found before lets itself be selected. */
  | { readonly type: 'still' }
  | { readonly type: 'none' }
  /** The module said something that tells nothing about a card. */
  | { readonly type: 'unclear' }
  | { readonly type: 'link'; readonly failure: SdtFailure };

/**
 * Is a card there? On a `once` module find answers 80 for a card that stays, so that a card known, or perhaps missed
 * (`mayLie`), is looked for by select.
 */
export async function detectCard(driver: SdtDriver, mode: ContinuousReading, mayLie: boolean): Promise<Detection> {
  const found = await driver.findCard();
  if (found.ok) return { type: 'found' };
  const none = absence(found.error);
  if (none.type !== 'none' || mode === 'repeats' || !mayLie) return none;
  const selected = await driver.selectCard();
  return selected.ok ? { type: 'still' } : absence(selected.error);
}

/** Asks whether the card that was read still lies there, by the cheapest command that the module knows. */
export interface CheapLook {
  isPossible(): boolean;
  /** `still`: only the very card that was selected last answers, so an answer settles every doubt about that one. */
  look(driver: SdtDriver): Promise<Extract<Detection, { type: 'still' | 'unclear' | 'link' }>>;
}

export function createCheapLook(): CheapLook {
  const untried: ('latestAddress' | 'managementNumber')[] = ['latestAddress', 'managementNumber'];
  return {
    isPossible: () => untried.length > 0,
    async look(driver) {
      for (let [command] = untried; command; [command] = untried) {
        const answer = await driver[command]();
        if (answer.ok) return { type: 'still' };
        if (isLinkFailure(answer.error)) return { type: 'link', failure: answer.error };
        if (!isUnknownCommand(answer.error)) break;
        untried.shift();
      }
      return { type: 'unclear' };
    },
  };
}

/** The link is at fault, not the card. */
export function isLinkFailure(failure: SdtFailure): boolean {
  return failure.kind === 'exchange' || failure.status.handling === 'deviceFault';
}

function absence(failure: SdtFailure): Detection {
  if (isLinkFailure(failure)) return { type: 'link', failure };
  const says = failure.kind === 'status' ? failure.status.handling : undefined;
  // Select out of sequence: nothing was found that could be selected.
  return { type: says === 'noCard' || says === 'restart' ? 'none' : 'unclear' };
}
