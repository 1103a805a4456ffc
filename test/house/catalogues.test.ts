import { describe, expect, test } from 'vitest';
import { ERROR_CODES, ERRORS } from '../../contract/errors.ts';
import { LOG_EVENTS } from '../../contract/log-events.ts';
import { SHELL_EVENTS } from '../../main/shell/shell-log.ts';
import { projectFiles, readProjectFile } from './files.ts';

const sources = projectFiles()
  .filter((file) => /^(native|main|renderer|center)\/.*\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
  .map(readProjectFile)
  .join('\n');

/** Named in the catalogue ahead of the code that writes them, each with the reason. */
const EVENTS_TO_COME: Readonly<Record<string, string>> = {};

describe('every error code has its sentences', () => {
  test.each(ERROR_CODES)('%s', (code) => {
    const entry = ERRORS[code];
    expect(entry.resident.zh).toMatch(/\p{Script=Han}.*[。！？]$/u);
    expect(entry.resident.en).toMatch(/^[A-Z].*[.!?]$/);
    expect(entry.resident.en).not.toMatch(/\p{Script=Han}/u);
    expect(entry.technician.length).toBeGreaterThan(10);
  });
});

test('every log event is written somewhere, or listed with a reason', () => {
  const unused = Object.keys(LOG_EVENTS).filter((event) => !sources.includes(`'${event}'`));
  expect(unused).toEqual(Object.keys(EVENTS_TO_COME));
});

test('the log events of the shell stand in the catalogue with the same level', () => {
  const levels = Object.fromEntries(
    Object.entries(LOG_EVENTS)
      .filter(([event]) => event.startsWith('shell-'))
      .map(([event, { level }]) => [event, level]),
  );
  expect(SHELL_EVENTS).toEqual(levels);
});

test('no log event has a field for a person', () => {
  const fields = Object.values(LOG_EVENTS).flatMap((event) => [...event.fields]);
  expect(fields.filter((field) => /name|number|address|birth|url|path|text/i.test(field))).toEqual([]);
});
