import { useEffect } from 'react';
import type { Language } from '../../contract/screen.ts';
import { chime } from './chime.ts';

/** A sentence is begun this long after the sound that makes one look up, milliseconds. */
const AFTER_CHIME_MS = 700;

/** The part of the browser's speech that is needed; handed in, so that a test can be a system without voices. */
export interface Speech {
  voices(): readonly { readonly lang: string; readonly localService: boolean }[];
  say(sentence: string, lang: string, voiceAt: number): void;
  stop(): void;
}

const LANGS: Readonly<Record<Language, { readonly lang: string; readonly begins: RegExp }>> = {
  'zh-CN': { lang: 'zh-CN', begins: /^(zh([-_]|$)|cmn)/i },
  en: { lang: 'en-GB', begins: /^en([-_]|$)/i },
};

/** Which voice reads the language: one of this machine only, because a sentence is sent to nobody; −1: none. */
export function voiceFor(voices: ReturnType<Speech['voices']>, language: Language): number {
  const { begins } = LANGS[language];
  const mainland = voices.findIndex(({ lang, localService }) => localService && /^zh[-_]CN/i.test(lang));
  if (language === 'zh-CN' && mainland >= 0) return mainland;
  return voices.findIndex(({ lang, localService }) => localService && begins.test(lang));
}

/** The browser's own; nothing where it has none. */
export function browserSpeech(): Speech | undefined {
  if (typeof speechSynthesis === 'undefined') return undefined;
  return {
    voices: () => speechSynthesis.getVoices(),
    say: (sentence, lang, voiceAt) => {
      const said = new SpeechSynthesisUtterance(sentence);
      said.lang = lang;
      said.voice = speechSynthesis.getVoices()[voiceAt] ?? null;
      said.rate = 0.95;
      speechSynthesis.speak(said);
    },
    stop: () => speechSynthesis.cancel(),
  };
}

export interface SayOptions {
  readonly sentence: string;
  readonly language: Language;
  /** Said again after so long, calmly; absent: once. */
  readonly everyMs?: number | undefined;
  /** For somebody who has turned away already. */
  readonly loud?: boolean | undefined;
  readonly speech?: Speech | undefined;
  readonly sound?: (loud: boolean) => void;
}

export type Urgency = Pick<SayOptions, 'everyMs' | 'loud'>;

/** A chime, then the sentence where the machine has a voice for it. Answers how to be silent. Nothing personal may be said here. */
export function sayAloud({
  sentence,
  language,
  everyMs,
  loud = false,
  speech = browserSpeech(),
  sound = chime,
}: SayOptions): () => void {
  let speaking: ReturnType<typeof setTimeout> | undefined;
  const once = (): void => {
    sound(loud);
    // Asked anew each time: voices are found while the page is open already.
    speaking = setTimeout(() => {
      const voiceAt = speech ? voiceFor(speech.voices(), language) : -1;
      if (voiceAt >= 0) speech?.say(sentence, LANGS[language].lang, voiceAt);
    }, AFTER_CHIME_MS);
  };
  // The first question only makes the browser look for voices.
  speech?.voices();
  once();
  const again = everyMs === undefined ? undefined : setInterval(once, everyMs);
  return () => {
    clearInterval(again);
    clearTimeout(speaking);
    speech?.stop();
  };
}

/** Says it when it is first shown and when it changes; silent when the page goes on. */
export function useSayAloud(sentence: string, language: Language, { everyMs, loud }: Urgency = {}): void {
  useEffect(() => sayAloud({ sentence, language, everyMs, loud }), [sentence, language, everyMs, loud]);
}
