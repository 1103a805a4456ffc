const MAX_NAME_LENGTH = 60;

/** A name that a printer gives, fit to be shown: control characters out, not longer than a line. */
export function visibleName(text: string): string {
  const seen = text.replace(/\p{C}/gu, '').trim();
  return seen.length > MAX_NAME_LENGTH ? `${seen.slice(0, MAX_NAME_LENGTH - 1)}…` : seen;
}
