/** True for addresses of the page's own core: the same origin, or its WebSocket. Nothing else may be shown or asked. */
export function isOwnAddress(address: string, origin: string): boolean {
  if (!URL.canParse(address)) return false;
  const own = new URL(origin);
  const url = new URL(address);
  return url.host === own.host && (url.protocol === 'http:' || url.protocol === 'ws:') && url.username === '';
}

/** The scheme alone: all that a log may say about an address. */
export const schemeOf = (address: string): string => /^[a-z][a-z0-9+.-]*(?=:)/i.exec(address)?.[0].toLowerCase() ?? '';
