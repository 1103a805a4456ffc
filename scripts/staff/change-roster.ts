import { err, ok, type Result } from '../../contract/result.ts';
import type { RosterContent, StaffMember } from '../../main/staff/roster-file.ts';
import { hashPin } from '../../main/staff/sign-in/pin-hash.ts';
import type { AddCommand, StaffCommand } from './arguments.ts';
import { randomPin } from './random-pin.ts';

/** A changed list, and what to say of it. */
export interface Change {
  readonly content: RosterContent;
  readonly says: string;
}

export interface ChangeTools {
  /** Keyed hash of the number of a card, hexadecimal. */
  fingerprint(card: string): string;
  readonly now: Date;
}

type ChangeCommand = Exclude<StaffCommand, { name: 'help' | 'list' }>;

/** What a command makes of the list. The error is a sentence; then nothing is to be written. */
export function changeRoster(
  content: RosterContent,
  command: ChangeCommand,
  tools: ChangeTools,
): Promise<Result<Change, string>> | Result<Change, string> {
  switch (command.name) {
    case 'add':
      return add(content, command, tools);
    case 'reset-pin':
      return resetPin(content, command.number, tools);
    case 'remove': {
      const member = activeMember(content, command.number);
      if (!member) return err(`nobody with the number ${command.number} may sign in`);
      // Who is gone leaves number and name for the records, and nothing to sign in with.
      const { card: _, ...left } = member;
      return ok({
        content: replaced(content, { ...left, active: false }),
        says: `${told(member)} cannot sign in any more`,
      });
    }
    case 'lock-out-clear':
      return clear(content, command.number, tools.now);
  }
}

async function add(content: RosterContent, command: AddCommand, tools: ChangeTools): Promise<Result<Change, string>> {
  const { number, person, role } = command;
  const before = content.people.find((member) => member.number === number);
  if (before?.active) return err(`${number} is taken by ${before.name}`);
  if (before && before.name !== person) {
    return err(`${number} belonged to ${before.name}; a number is never given to a second person`);
  }
  const card = command.card === undefined ? undefined : tools.fingerprint(command.card);
  const other = card === undefined ? undefined : content.people.find((member) => member.card === card);
  if (other) return err(`this card belongs to ${told(other)}`);
  const pin = randomPin();
  const member: StaffMember = {
    number,
    name: person,
    role,
    pin: await hashPin(pin),
    ...(card !== undefined && { card }),
    active: true,
    clearedAt: tools.now.toISOString(),
  };
  return ok({ content: replaced(content, member), says: shownOnce(member, pin) });
}

async function resetPin(content: RosterContent, number: string, { now }: ChangeTools): Promise<Result<Change, string>> {
  const member = activeMember(content, number);
  if (!member) return err(`nobody with the number ${number} may sign in`);
  const pin = randomPin();
  const changed = { ...member, pin: await hashPin(pin), clearedAt: now.toISOString() };
  return ok({ content: replaced(content, changed), says: shownOnce(changed, pin) });
}

function clear(content: RosterContent, number: string | undefined, now: Date): Result<Change, string> {
  const clearedAt = now.toISOString();
  if (number === undefined) {
    return ok({ content: { ...content, clearedAt }, says: 'wrong tries with unknown numbers and cards are forgotten' });
  }
  const member = activeMember(content, number);
  if (!member) return err(`nobody with the number ${number} may sign in`);
  return ok({
    content: replaced(content, { ...member, clearedAt }),
    says: `wrong tries of ${told(member)} are forgotten`,
  });
}

const activeMember = ({ people }: RosterContent, number: string): StaffMember | undefined =>
  people.find((member) => member.number === number && member.active);

const replaced = (content: RosterContent, member: StaffMember): RosterContent => ({
  ...content,
  people: [...content.people.filter(({ number }) => number !== member.number), member].toSorted((a, b) =>
    a.number.localeCompare(b.number),
  ),
});

const told = ({ number, name }: StaffMember): string => `${number} ${name}`;
const shownOnce = (member: StaffMember, pin: string): string =>
  `${told(member)} (${member.role}): PIN ${pin}\nIt is shown only now. Tell it to nobody else.`;
