import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Speech, sayAloud, voiceFor } from './say-aloud.ts';

const voice = (lang: string, localService = true): { lang: string; localService: boolean } => ({ lang, localService });

function machineWith(...voices: ReturnType<typeof voice>[]) {
  const heard: string[] = [];
  const speech: Speech = {
    voices: () => voices,
    say: (sentence, _lang, at) => heard.push(`${voices[at]?.lang}: ${sentence}`),
    stop: () => heard.push('stopped'),
  };
  return { speech, heard, sound: () => heard.push('chime') };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('what is said aloud at a door', () => {
  test('is said once, after a chime, and no more when the page goes on', () => {
    const { heard, ...machine } = machineWith(voice('en-US'), voice('zh-TW'), voice('zh-CN'));
    const silence = sayAloud({ ...machine, sentence: '柜门已打开', language: 'zh-CN' });
    vi.advanceTimersByTime(60_000);
    expect(heard).toEqual(['chime', 'zh-CN: 柜门已打开']);
    silence();
    expect(heard.at(-1)).toBe('stopped');
  });

  test('a door that is forgotten is spoken of again and again, calmly', () => {
    const { heard, ...machine } = machineWith(voice('zh-CN'));
    const silence = sayAloud({ ...machine, sentence: '请关好', language: 'zh-CN', everyMs: 12_000 });
    vi.advanceTimersByTime(37_000);
    expect(heard.filter((what) => what === 'zh-CN: 请关好')).toHaveLength(4);
    silence();
    vi.advanceTimersByTime(60_000);
    expect(heard.filter((what) => what === 'chime')).toHaveLength(4);
  });

  test('at the alarm the chime is loud', () => {
    const loudness: boolean[] = [];
    const sound = (loud: boolean) => void loudness.push(loud);
    for (const loud of [undefined, true]) sayAloud({ sentence: '请关好', language: 'zh-CN', loud, sound })();
    expect(loudness).toEqual([false, true]);
  });

  test('a machine without a voice for the language, or without any speech, still chimes', () => {
    const { heard, ...machine } = machineWith(voice('de-DE'));
    sayAloud({ ...machine, sentence: 'Door 17 is open.', language: 'en' });
    sayAloud({ sentence: 'Door 17 is open.', language: 'en', sound: machine.sound });
    vi.advanceTimersByTime(5_000);
    expect(heard).toEqual(['chime', 'chime']);
  });

  test('a voice that speaks elsewhere, over the network, is not used', () => {
    expect(voiceFor([voice('zh-CN', false)], 'zh-CN')).toBe(-1);
    expect(voiceFor([voice('zh-CN', false), voice('cmn')], 'zh-CN')).toBe(1);
    expect(voiceFor([voice('zh-CN'), voice('en_GB')], 'en')).toBe(1);
  });
});
