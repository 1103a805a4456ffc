import type { DevtoolsPipe } from './devtools-pipe.ts';

/**
 * Lets pages of `origin` open cameras without a question, and denies them everything else that the browser could grant:
 * the command rejects for the origin whatever it does not name, also what a page has without being asked (motion
 * sensors, background work). Other origins stay under `--deny-permission-prompts`. A browser that does not know the
 * command shows the page all the same, and the page says that it may not use the camera.
 */
export function grantCameraOnly(devtools: DevtoolsPipe, origin: string): void {
  devtools.tell('Browser.grantPermissions', { origin, permissions: ['videoCapture'] });
}
