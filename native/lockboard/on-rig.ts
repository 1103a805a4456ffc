import { type LockboardTestRig, type LockboardTestRigSettings, startLockboardRig } from './lockboard-test-rig.ts';

/**
 * A test on a rig of its own, so that tests may run at the same time: most of them wait for locks and limits. In all of them
 * no two locks were ever under current at once, and no frame came into the silence that boards need; except after the cable was
 * pulled, when a host cannot know of a reply that is on its way.
 */
export function onRig(settings: LockboardTestRigSettings, test: (rig: LockboardTestRig) => Promise<void>) {
  return async (): Promise<void> => {
    const rig = await startLockboardRig(settings);
    try {
      await test(rig);
      const violations = rig.cabinet.violations().filter((one) => one === 'twoLocksAtOnce' || !rig.wasUnplugged());
      if (violations.length > 0) throw new Error(`the cabinet suffered ${violations.join(', ')}`);
    } finally {
      await rig.end();
    }
  };
}
