import type { DevtoolsPipe } from './devtools-pipe.ts';

/**
 * Makes the window cover the screen where no window manager does it: a bare X server, as kiosks like it, grants
 * “fullscreen” without changing the size.
 */
export async function fitWindow(devtools: DevtoolsPipe, targetId: string, session: string): Promise<void> {
  const expression = '({ width: screen.width, height: screen.height, covered: innerHeight >= screen.height })';
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
