import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DICTIONARY_FILE, makeDictionary } from './make-dictionary.ts';

// node_modules/.bin/node scripts/typing/build-dictionary.ts

const text = makeDictionary();
mkdirSync(path.dirname(DICTIONARY_FILE), { recursive: true });
writeFileSync(DICTIONARY_FILE, text);
console.log(`${path.basename(DICTIONARY_FILE)}: ${text.split('\n').length} entries, ${Buffer.byteLength(text)} bytes`);
