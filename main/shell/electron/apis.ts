import type * as Electron from 'electron';

/** The part of Electron that the shell uses; handed in, so that tests can hand in a double. */
export type ElectronApis = Pick<
  typeof Electron,
  'app' | 'BrowserWindow' | 'Menu' | 'powerSaveBlocker' | 'session' | 'utilityProcess' | 'MessageChannelMain'
>;

type RequestHandler = NonNullable<Parameters<Electron.Session['setPermissionRequestHandler']>[0]>;

/** Every permission that Electron knows, taken from its own types: a new one fails the type check until it has a reason. */
export type Permission = Parameters<RequestHandler>[1];
