import { expect, test } from 'vitest';
import { z } from 'zod';
import { parseJson, placeIssues } from './json-issues.ts';

const STRICT = { comments: false, trailingComma: false };

test.each([
  ['[', 100_000],
  ['{"a":', 100_000],
  ['[', 65],
])('%s %i times is refused before it fills the stack', (open, times) => {
  const json = parseJson(open.repeat(times), STRICT);
  expect(json.ok ? '' : json.error[0]?.what).toBe('more than 64 levels deep');
});

test('brackets within text are no levels', () => {
  expect(parseJson(JSON.stringify({ a: '['.repeat(1000), b: '\\"[['.repeat(100) }), STRICT).ok).toBe(true);
});

test('all breaks are told, each with line and column', () => {
  const json = parseJson('{\n "a": ,\n "b": ,\n "c": 1\n}', STRICT);
  expect(json.ok ? [] : json.error.map(({ line, column }) => `${line}:${column}`)).toEqual(['2:7', '3:7']);
});

test('an issue stands at its value, a missing key at its object, each unknown key at its own place', () => {
  const json = parseJson('{\n "list": [\n  {"n": 1},\n  {"n": "x"}\n ],\n "deep": {},\n "b": 1,\n "c": 2\n}', STRICT);
  if (!json.ok) throw new Error('not JSON');
  const schema = z.strictObject({ list: z.array(z.object({ n: z.number() })), deep: z.object({ key: z.string() }) });
  const placed = placeIssues(json.value, schema.safeParse(json.value.value).error?.issues ?? []);
  expect(placed.map(({ line, path, missing }) => [line, path.join('.'), missing])).toEqual([
    [4, 'list.1.n', false],
    [6, 'deep.key', true],
    [7, 'b', false],
    [8, 'c', false],
  ]);
});
