import type { DevtoolsPipe } from './devtools-pipe.ts';

/** In the page: whether its window covers the screen. */
export const COVERED = 'innerWidth >= screen.width && innerHeight >= screen.height';
/** A window that still does not cover the screen then is held by a window manager that will not let it. */
const FIT_TRIES = 5;

/** Told now and then whether the window covers the screen: fits it again where it lost its size, as all of this is asynchronous. */
export function refitter(devtools: DevtoolsPipe) {
  let tries = 0;
  return (covered: boolean, targetId: string | null, session: string | null): void => {
    tries = covered ? 0 : tries + 1;
    if (covered || tries > FIT_TRIES || targetId === null || session === null) return;
    // Refused by a browser that is about to go, or that is asked again at the next look.
    fitWindow(devtools, targetId, session).catch(() => undefined);
  };
}

/**
 * Makes the window cover the screen where no window manager does it: a bare X server, as kiosks like it, grants
 * “fullscreen” without changing the size.
 */
export async function fitWindow(devtools: DevtoolsPipe, targetId: string, session: string): Promise<void> {
  const expression = `({ width: screen.width, height: screen.height, covered: ${COVERED} })`;
  const answer = await devtools.send('Runtime.evaluate', { expression, returnByValue: true }, session);
  const { value } = (answer.result ?? {}) as { value?: { width: number; height: number; covered: boolean } };
  if (!value || value.covered) return;
  const { windowId } = await devtools.send('Browser.getWindowForTarget', { targetId });
  await devtools.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'normal' } });
  // Exactly the screen's size is made one pixel smaller by Chromium on X11 (some window managers mistake it for fullscreen).
  const bounds = { left: 0, top: 0, width: value.width + 1, height: value.height + 1 };
  await devtools.send('Browser.setWindowBounds', { windowId, bounds });
  await devtools.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'fullscreen' } });
}
