import { parse } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { putProperty } from './json-edit.ts';

describe('a property is put into an object and nothing else changes', () => {
  it.each([
    ['an empty object', '{ "devices": {} }'],
    ['only a comment inside', '{\n  "devices": {\n    // none yet\n  }\n}\n'],
    ['behind another', '{\n  "devices": {\n    "b": 1\n  }\n}\n'],
    ['behind another with a comma', '{\n  "devices": {\n    "b": 1,\n  },\n}\n'],
    ['a comment between value and comma', '{\n  "devices": {\n    "b": 1 /* one */, // more\n  }\n}\n'],
    ['a comment behind the last, no comma', '{\n  "devices": {\n    "b": 1 // a } in a comment\n  }\n}\n'],
    ['all in one line', '{"devices":{"b":1}}'],
    ['tabs', '{\n\t"devices": {\n\t\t"b": 1\n\t}\n}\n'],
  ])('%s', (_, text) => {
    const after = putProperty(text, ['devices'], 'a', { x: [1] });
    const { devices } = parse(text, [], { allowTrailingComma: true });
    const errors: never[] = [];
    expect(parse(after, errors, { allowTrailingComma: true })).toEqual({ devices: { ...devices, a: { x: [1] } } });
    expect(errors).toEqual([]);
    for (const comment of text.match(/\/\/.*|\/\*.*?\*\//g) ?? []) expect(after).toContain(comment);
    // Put again, only the value is exchanged.
    expect(putProperty(after, ['devices'], 'a', { x: [1] })).toBe(after);
    expect(parse(putProperty(after, ['devices'], 'a', 2), [], { allowTrailingComma: true }).devices.a).toBe(2);
  });
});

it('there is no such object: the text as it is', () => {
  expect(putProperty('{ "devices": 3 }', ['devices'], 'a', 1)).toBe('{ "devices": 3 }');
  expect(putProperty('', [], 'a', 1)).toBe('');
});
