import type { Permission } from './apis.ts';

const DEVICE = 'devices belong to the core; the page never talks to hardware';
const PRIVACY = 'tells the page about the person or the machine more than the visit needs';
const LEAVES = 'leads out of the page or covers it';
const KEEPS = 'keeps data beyond the visit';
const UNUSED = 'nothing on the page uses it';

/**
 * Electron grants every permission unless told otherwise. Here every one is denied, each for a reason; one exception stands
 * in `camera-permission.ts`. A page that needs another one gets it by a line that says for which screen and why.
 */
export const DENIED_PERMISSIONS: Readonly<Record<Permission, string>> = {
  ar: UNUSED,
  'automatic-fullscreen': LEAVES,
  'background-fetch': KEEPS,
  'background-sync': KEEPS,
  'captured-surface-control': LEAVES,
  'clipboard-read': 'the clipboard may hold what the person before copied',
  'clipboard-sanitized-write': 'what is copied would be there for the next person',
  'deprecated-sync-clipboard-read': 'the clipboard may hold what the person before copied',
  'display-capture': PRIVACY,
  fileSystem: 'the page has no business with files',
  fullscreen: LEAVES,
  geolocation: PRIVACY,
  'geolocation-approximate': PRIVACY,
  'hand-tracking': PRIVACY,
  hid: DEVICE,
  'idle-detection': PRIVACY,
  keyboardLock: UNUSED,
  'local-fonts': PRIVACY,
  'local-network': 'the page talks to its core only',
  'local-network-access': 'the page talks to its core only',
  'loopback-network': 'its own origin needs no permission; no other loopback service is its business',
  media: 'a camera for the own page and nothing else: no microphone, no other origin, no frame',
  mediaKeySystem: UNUSED,
  midi: DEVICE,
  midiSysex: DEVICE,
  nfc: DEVICE,
  notifications: LEAVES,
  openExternal: 'starts another program',
  'payment-handler': LEAVES,
  'periodic-background-sync': KEEPS,
  'persistent-storage': KEEPS,
  pointerLock: UNUSED,
  'screen-wake-lock': 'the shell keeps the display awake',
  sensors: PRIVACY,
  serial: DEVICE,
  'smart-card': DEVICE,
  'speaker-selection': DEVICE,
  'storage-access': KEEPS,
  'system-wake-lock': UNUSED,
  'top-level-storage-access': KEEPS,
  unknown: 'what has no name cannot be judged',
  usb: DEVICE,
  vr: UNUSED,
  'web-app-installation': LEAVES,
  'web-printing': 'printing is done by the core, with evidence',
  'window-management': LEAVES,
};
