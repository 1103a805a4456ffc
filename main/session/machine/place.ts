/** The leaf of a state value as a dotted path: `{visit: {desk: 'home'}}` → `visit.desk.home`. */
export function placeOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const [key, inner] = Object.entries(value as Record<string, unknown>)[0] ?? ['', ''];
  const rest = placeOf(inner);
  return rest === '' ? key : `${key}.${rest}`;
}
