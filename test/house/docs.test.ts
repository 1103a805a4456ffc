import { expect, test } from 'vitest';
import { projectFiles, readProjectFile } from './files.ts';

/** Blocks of code that name the file they are taken from in their first line. */
function excerpts(doc: string): { readonly file: string; readonly pieces: readonly string[] }[] {
  return [...readProjectFile(doc).matchAll(/```ts\n\/\/ (?<file>\S+)\n(?<code>[\s\S]*?)```/g)].map(({ groups }) => ({
    file: groups?.file ?? '',
    pieces: (groups?.code ?? '').split(/^…\n/m),
  }));
}

const docs = projectFiles().filter((file) => file.endsWith('.md'));

test.each(docs.flatMap((doc) => excerpts(doc).map((excerpt): [string, typeof excerpt] => [doc, excerpt])))(
  '%s: an excerpt is as its file is',
  (_doc, { file, pieces }) => {
    const source = readProjectFile(file);
    let from = 0;
    for (const piece of pieces) {
      const at = source.indexOf(piece, from);
      expect(at, `${file} has no more, from there on:\n${piece}`).toBeGreaterThanOrEqual(0);
      from = at + piece.length;
    }
  },
);

test('the guide for drivers shows code', () => {
  expect(excerpts('docs/writing-a-driver.md').length).toBeGreaterThan(8);
});
