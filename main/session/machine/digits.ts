/** What one key of the pad makes of the digits so far; anything but a digit, `delete` and `clear` has no effect. */
export function digitsOn(typed: string, key: string, length: number): string {
  if (key === 'clear') return '';
  if (key === 'delete') return typed.slice(0, -1);
  return /^[0-9]$/.test(key) && typed.length < length ? typed + key : typed;
}
