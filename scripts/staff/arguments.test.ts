import { expect, test } from 'vitest';
import { readStaffArguments } from './arguments.ts';

const read = (line: string) => readStaffArguments(line.split(' '), {});

test('a command is read', () => {
  expect(read('add 1001 --name 王芳 --data /d')).toEqual({
    ok: true,
    value: { name: 'add', data: '/d', number: '1001', person: '王芳', role: 'staff', card: undefined },
  });
  expect(readStaffArguments(['list'], { TONGBAN_DATA: '/d' })).toEqual({
    ok: true,
    value: { name: 'list', data: '/d' },
  });
  expect(read('lock-out-clear --data /d')).toEqual({
    ok: true,
    value: { name: 'lock-out-clear', data: '/d', number: undefined },
  });
});

test.each([
  ['show --data /d', 'there is no command'],
  ['list', '--data DIR'],
  ['list 1001 --data /d', 'takes no number'],
  ['add --name 王芳 --data /d', 'NUMBER is missing'],
  ['add 12 --name 王芳 --data /d', 'four to eight digits'],
  ['add 1001 1002 --name 王芳 --data /d', 'one number only'],
  ['add 1001 --data /d', '--name NAME'],
  ['add 1001 --name 王芳 --role boss --data /d', '--role'],
  ['add 1001 --name 王芳 --role administrator --data /d', 'needs --card'],
  ['add 1001 --name 王芳 --card 310104198802031220 --data /d', 'no number of an identity card'],
  ['add 1001 --name 王芳 --pin 1234 --data /d', 'pin'],
  ['reset-pin 1001 --role administrator --data /d', 'are for add'],
])('%s: one line says what is wrong', (line, says) => {
  const answer = read(line);
  expect(answer.ok ? '' : answer.error).toContain(says);
  expect(answer.ok ? '' : answer.error).not.toContain('3101041988');
});
