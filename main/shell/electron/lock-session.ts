import type { Session } from 'electron';
import type { ShellLog } from '../shell-log.ts';
import { mayOpenCamera, maySeeCameras } from './camera-permission.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { isOwnAddress, schemeOf } from './own-address.ts';
import { DENIED_PERMISSIONS } from './permissions.ts';

/**
 * Locks one session: no permission but the camera for the own page, no device, no download, no foreign certificate, no request but to the core.
 * `origin` is asked for at each request; before the core is ready it is null, and nothing at all may be loaded.
 */
export function lockSession(session: Session, origin: () => string | null, log: ShellLog): void {
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    if (permission === 'media' && mayOpenCamera(details, origin())) {
      callback(true);
      return;
    }
    log('shell-denied', { what: 'permission', permission, reason: DENIED_PERMISSIONS[permission] ?? 'not known' });
    callback(false);
  });
  session.setPermissionCheckHandler(
    (_contents, permission, requestingOrigin, details) =>
      permission === 'media' && maySeeCameras(details, requestingOrigin, origin()),
  );
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => callback(null));
  session.setBluetoothPairingHandler(null);
  session.setCertificateVerifyProc((_request, callback) => callback(CERTIFICATE_REFUSED));
  session.setSpellCheckerEnabled(false);

  session.on('will-download', (event) => {
    log('shell-denied', { what: 'download' });
    event.preventDefault();
  });
  for (const choice of ['select-hid-device', 'select-usb-device'] as const) {
    session.on(choice as 'select-hid-device', (event, _details, callback) => {
      event.preventDefault();
      callback('');
    });
  }
  session.on('select-serial-port', (event, _ports, _contents, callback) => {
    event.preventDefault();
    callback('');
  });

  session.webRequest.onBeforeRequest((details, callback) => {
    const own = origin();
    const cancel = own === null || !isOwnAddress(details.url, own);
    if (cancel) log('shell-denied', { what: 'request', scheme: schemeOf(details.url) });
    callback({ cancel });
  });
  session.webRequest.onHeadersReceived((details, callback) => {
    const own = origin();
    const responseHeaders = { ...details.responseHeaders };
    // A second header of the same name: the browser enforces both policies.
    const name = Object.keys(responseHeaders).find((key) => key.toLowerCase() === 'content-security-policy');
    const sent = name === undefined ? [] : (responseHeaders[name] ?? []);
    if (own !== null) responseHeaders[name ?? 'Content-Security-Policy'] = [...sent, contentSecurityPolicy(own)];
    callback({ responseHeaders });
  });
}

/** `setCertificateVerifyProc`: -2 is failure, whatever Chromium thinks. The page comes over loopback, without TLS. */
const CERTIFICATE_REFUSED = -2;
