import type { Finding, SourceReport } from '../../native/discovery/finding.ts';
import type { Choice, Suggestion } from '../../native/discovery/suggestion.ts';
import type { Say } from './say.ts';

/** One source: why it has nothing, or each thing it has. */
export function sayReport({ source, findings, reason }: SourceReport, say: Say): void {
  say.line('source', `${source}${reason === undefined ? '' : `: ${reason}`}`, {
    source,
    ...(reason !== undefined && { reason }),
  });
  for (const finding of findings) say.line('finding', findingText(finding), { source, finding });
}

const MARKS: Readonly<Record<Finding['certainty'], string>> = {
  certain: 'certain',
  likely: 'likely ',
  unknown: '–      ',
};

function findingText({ where, what, certainty, evidence, fits }: Finding): string {
  const drivers = fits.map(
    ({ place, settings }) => `${place}${'driver' in settings ? ` driver ${settings.driver}` : ''}`,
  );
  const uses = drivers.length > 0 ? `\n           ${drivers.join(' or ')}` : '';
  return `  ${MARKS[certainty]}  ${where}\n           ${what}${uses}\n           known by: ${evidence}`;
}

/** What was taken for each place, what is left to a person, and what would have fitted too. */
export function sayChoices({ taken, others }: Suggestion, say: Say): void {
  if (taken.length === 0) say.line('result', 'Nothing was found that a driver here can use.');
  for (const { place, finding, fit } of taken) {
    say.line('choice', `${place}: ${finding.where} (${finding.certainty})`, {
      place,
      where: finding.where,
      open: fit.open,
    });
    for (const sentence of fit.open) say.line('open', `  look: ${sentence}`, { place });
  }
  for (const choice of others) {
    say.line('other', `  not taken for ${choice.place}: ${otherText(choice)}`, {
      place: choice.place,
      where: choice.finding.where,
    });
  }
}

const otherText = ({ finding, fit }: Choice): string =>
  `${finding.where} (${finding.certainty}): ${JSON.stringify(fit.settings)}`;
