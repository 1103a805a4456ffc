import { describe, expect, test } from 'vitest';
import { PRESS_GAP_MS, PressGuard, watchPresses } from './press-guard.ts';

const TOUCH = { detail: 1 };

/** Touches of 40 ms at these times; which of them are meant. */
function meant(guard: PressGuard, downs: readonly number[]): boolean[] {
  return downs.map((at) => {
    guard.down(at);
    const allowed = guard.allows(TOUCH);
    guard.up(at + 40);
    return allowed;
  });
}

describe('an impatient hand', () => {
  test.each([60, 130, 200, 550])(
    'of a row of taps %i ms apart only the first is meant, however long it goes on',
    (gap) => {
      const downs = Array.from({ length: 40 }, (_, index) => 1_000 + index * gap);
      expect(meant(new PressGuard(), downs)).toEqual(downs.map((_, index) => index === 0));
    },
  );

  test('after a rest the next touch counts again', () => {
    expect(meant(new PressGuard(), [0, 100, 140 + PRESS_GAP_MS])).toEqual([true, false, true]);
  });

  test('the rest is counted from the end of a long press', () => {
    const guard = new PressGuard();
    guard.down(0);
    guard.up(2_000);
    expect(meant(guard, [2_100])).toEqual([false]);
  });

  test('the keyboard always works', () => {
    const guard = new PressGuard();
    meant(guard, [0, 50]);
    expect(guard.allows({ detail: 0 })).toBe(true);
  });

  test('touches anywhere on the page are seen until the watch ends', () => {
    const target = new EventTarget();
    const guard = new PressGuard();
    const stop = watchPresses(target, guard);
    target.dispatchEvent(new Event('pointerdown'));
    expect(guard.allows(TOUCH)).toBe(true);
    target.dispatchEvent(new Event('pointerdown'));
    expect(guard.allows(TOUCH)).toBe(false);
    stop();
    target.dispatchEvent(new Event('pointerup'));
    expect(guard.allows(TOUCH)).toBe(false);
  });
});

describe('a hand that types', () => {
  /** Touches of 40 ms on keys of a keyboard that came up at `shownAt`; which of them are typed. */
  const typed = (guard: PressGuard, shownAt: number, downs: readonly number[]): boolean[] =>
    downs.map((at) => {
      guard.down(at);
      const allowed = guard.allowsKey(shownAt);
      guard.up(at + 40);
      return allowed;
    });

  test('every key counts, however quick', () => {
    expect(typed(new PressGuard(), 0, [1_000, 1_080, 1_150, 1_220])).toEqual([true, true, true, true]);
  });

  test('the rest of an impatient row that opened the keyboard types nothing', () => {
    const guard = new PressGuard();
    meant(guard, [1_000]);
    expect(typed(guard, 1_050, [1_120, 1_240, 1_360, 2_100, 2_180])).toEqual([false, false, false, true, true]);
  });

  test('other buttons still count once after quick keys', () => {
    const guard = new PressGuard();
    typed(guard, 0, [1_000, 1_080]);
    expect(meant(guard, [1_200, 1_900])).toEqual([false, true]);
  });
});
