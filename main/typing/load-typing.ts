import { accessSync, readFileSync } from 'node:fs';
import { createTyping } from './create-typing.ts';
import { pinyinDictionarySchema } from './dictionary.ts';
import type { Typing } from './typing.ts';

/**
 * Typing with the dictionary of a file (`assets/typing/pinyin.json`). It is read at the first key: most visits fill in
 * nothing.
 *
 * @throws at once if there is no such file, at the first key if it is no dictionary: both are faults of the release
 */
export function loadTyping(file: string): Typing {
  accessSync(file);
  let loaded: Typing | undefined;
  const typing = (): Typing => {
    loaded ??= createTyping(pinyinDictionarySchema.parse(JSON.parse(readFileSync(file, 'utf8'))));
    return loaded;
  };
  return {
    press: (typed, key, keyboard) => typing().press(typed, key, keyboard),
    take: (typed, index, keyboard) => typing().take(typed, index, keyboard),
  };
}
