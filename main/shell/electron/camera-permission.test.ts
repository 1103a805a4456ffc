import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PAGE, type StartedElectron, startedElectron } from '../testing/started-electron.ts';

// The one permission that is given, looked at from outside: what is asked for, by whom, and everything beside it.

const OWN = new URL(PAGE).origin;
const OTHERS = ['http://127.0.0.1:4712', 'http://localhost:4711', 'https://127.0.0.1:4711', 'http://example.com', ''];
const ASKED = { mediaTypes: ['video'], securityOrigin: `${OWN}/`, requestingUrl: PAGE, isMainFrame: true };
const CHECKED = { mediaType: 'video', securityOrigin: `${OWN}/`, requestingUrl: PAGE, isMainFrame: true };

let shell: StartedElectron;
beforeEach(async () => {
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  shell = await startedElectron();
});
afterEach(() => {
  vi.restoreAllMocks();
  for (const signal of ['SIGINT', 'SIGTERM']) process.removeAllListeners(signal);
});

/** The request goes to a callback that is not its last argument. */
function request(permission: string, details: object): boolean | undefined {
  let answer: boolean | undefined;
  const handler = shell.kioskSession.handlers.get('permissionRequest') as unknown as (...all: unknown[]) => void;
  handler({}, permission, (granted: boolean) => (answer = granted), details);
  return answer;
}
const check = (permission: string, origin: string, details: object): unknown => {
  const handler = shell.kioskSession.handlers.get('permissionCheck') as unknown as (...all: unknown[]) => unknown;
  return handler(null, permission, origin, details);
};

test('the own page may open a camera and see the names of the cameras', () => {
  expect(request('media', ASKED)).toBe(true);
  expect(check('media', `${OWN}/`, CHECKED)).toBe(true);
  expect(shell.denied).not.toContain('permission');
});

test.each([
  ['a microphone', { mediaTypes: ['audio'] }],
  ['camera and microphone together', { mediaTypes: ['video', 'audio'] }],
  ['nothing in particular', { mediaTypes: [] }],
  ['something without a name', { mediaTypes: undefined }],
  ['a frame inside of the page', { isMainFrame: false }],
  ['nobody in particular', { securityOrigin: undefined }],
])('%s: denied, and said in the log', (_, change) => {
  expect(request('media', { ...ASKED, ...change })).toBe(false);
  expect(shell.denied).toContain('permission');
});

test.each([
  ['a microphone', { mediaType: 'audio' }],
  ['a device of unknown kind', { mediaType: 'unknown' }],
  ['a device of no kind', { mediaType: undefined }],
  ['a frame inside of the page', { isMainFrame: false }],
  ['a frame of another origin inside of the page', { embeddingOrigin: 'http://example.com' }],
])('the quiet question for %s: no', (_, change) => {
  expect(check('media', `${OWN}/`, { ...CHECKED, ...change })).toBe(false);
});

test.each(OTHERS)('another origin (%s): no camera', (origin) => {
  expect(request('media', { ...ASKED, securityOrigin: origin })).toBe(false);
  expect(request('media', { ...ASKED, requestingUrl: origin })).toBe(false);
  expect(check('media', origin, CHECKED)).toBe(false);
  expect(check('media', OWN, { ...CHECKED, requestingUrl: origin })).toBe(false);
});

test.each(['display-capture', 'geolocation', 'usb', 'speaker-selection'])(
  '%s with the same details: denied',
  (name) => {
    expect(request(name, ASKED)).toBe(false);
    expect(check(name, `${OWN}/`, CHECKED)).toBe(false);
  },
);
