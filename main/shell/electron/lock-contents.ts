import type { App, WebContents } from 'electron';
import type { ShellLog } from '../shell-log.ts';
import { isOwnAddress, schemeOf } from './own-address.ts';

/** Locks every web contents of the program as it is made, whoever makes it. */
export function lockAllContents(app: App, origin: () => string | null, log: ShellLog): void {
  app.on('web-contents-created', (_event, contents) => lockContents(contents, origin, log));
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, callback) => {
    event.preventDefault();
    callback(false);
  });
  app.on('select-client-certificate', (event) => event.preventDefault());
  app.on('login', (event) => event.preventDefault());
}

/** No way out of the page: no navigation, window, webview, menu, zoom or shortcut. */
export function lockContents(contents: WebContents, origin: () => string | null, log: ShellLog): void {
  const denied = (what: string, address: string): void => log('shell-denied', { what, scheme: schemeOf(address) });
  const foreign = (address: string): boolean => {
    const own = origin();
    return own === null || !isOwnAddress(address, own);
  };
  const keepHome = (event: { readonly url: string; preventDefault(): void }): void => {
    if (!foreign(event.url)) return;
    denied('navigation', event.url);
    event.preventDefault();
  };
  contents.on('will-navigate', keepHome);
  contents.on('will-redirect', keepHome);
  contents.on('will-frame-navigate', keepHome);
  contents.on('will-attach-webview', (event) => {
    denied('webview', '');
    event.preventDefault();
  });
  contents.setWindowOpenHandler(({ url }) => {
    denied('window', url);
    return { action: 'deny' };
  });
  contents.on('context-menu', (event) => event.preventDefault());
  contents.on('zoom-changed', () => contents.setZoomFactor(1));
  contents.on('before-input-event', (event, input) => {
    const functionKey = /^F\d{1,2}$/.test(input.key) || input.key === 'ContextMenu';
    if (input.control || input.alt || input.meta || functionKey) event.preventDefault();
  });
  contents.on('will-prevent-unload', (event) => event.preventDefault());
}
