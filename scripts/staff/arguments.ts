import { parseArgs } from 'node:util';
import { isCitizenNumber } from '../../contract/citizen-number.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import { type StaffRole, staffNumberSchema, staffRoleSchema } from '../../contract/staff-rows.ts';
import { plainText } from '../../contract/text.ts';

export interface AddCommand {
  readonly name: 'add';
  readonly data: string;
  readonly number: string;
  readonly person: string;
  readonly role: StaffRole;
  readonly card: string | undefined;
}

export type StaffCommand =
  | { readonly name: 'help' }
  | { readonly name: 'list'; readonly data: string }
  | AddCommand
  | { readonly name: 'remove' | 'reset-pin'; readonly data: string; readonly number: string }
  /** Without a number: what was tried with numbers that nobody has. */
  | { readonly name: 'lock-out-clear'; readonly data: string; readonly number: string | undefined };

export const HELP = `npm run staff -- COMMAND --data DIR

  list                    who may sign in at this machine; no PIN and no card is shown
  add NUMBER --name NAME  lets somebody in; makes a PIN of six digits and shows it once
    --role ROLE           staff (default) or administrator; an administrator signs in with card and PIN
    --card CARD           number on their identity card, kept as a keyed hash; needed for an administrator
  remove NUMBER           they cannot sign in any more; the number is not given to anybody else
  reset-pin NUMBER        makes a new PIN and shows it once; clears a lock-out
  lock-out-clear [NUMBER] forgets wrong tries; without NUMBER those with numbers and cards that nobody has

  NUMBER                  four to eight digits
  --data DIR              data directory of the kiosk, with kiosk.sqlite or secrets in it (the demo's: out/demo/kiosk);
                          default: TONGBAN_DATA; the kiosk may be running

Ends with 0; with 1 if it cannot be done; with 2 if the command itself is wrong. More: docs/staff.md`;

const personSchema = plainText(30);
/** As an identity card of any kind has it. */
const CARD = /^(?:\d{17}[\dX]|[A-Z]{3}\d{12})$/;

/** Reads the command line; the error is a sentence. Numbers of cards are not repeated in it. */
export function readStaffArguments(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Result<StaffCommand, string> {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    return err(error instanceof Error ? error.message : 'the arguments cannot be read');
  }
  const { values, positionals } = parsed;
  const [name, number, ...rest] = positionals;
  if (values.help || name === undefined || name === 'help') return ok({ name: 'help' });
  const isAdding = name === 'add';
  const data = values.data ?? environment.TONGBAN_DATA;
  if (!['list', 'add', 'remove', 'reset-pin', 'lock-out-clear'].includes(name)) {
    return err(`there is no command "${name}"`);
  }
  if (rest.length > 0) return err(`one number only, there are ${rest.length + 1}`);
  if (!isAdding && [values.name, values.role, values.card].some((value) => value !== undefined)) {
    return err('--name, --role and --card are for add');
  }
  if (number !== undefined && !staffNumberSchema.safeParse(number).success) {
    return err('NUMBER: expected four to eight digits');
  }
  if (data === undefined || data === '') return err('--data DIR: which data directory?');
  if (name === 'list') return number === undefined ? ok({ name, data }) : err('list takes no number');
  if (name === 'lock-out-clear') return ok({ name, data, number });
  if (number === undefined) return err(`${name} whom? NUMBER is missing`);
  if (name === 'remove' || name === 'reset-pin') return ok({ name, data, number });
  return readAdd(data, number, values);
}

function readAdd(
  data: string,
  number: string,
  values: {
    readonly name?: string | undefined;
    readonly role?: string | undefined;
    readonly card?: string | undefined;
  },
): Result<AddCommand, string> {
  const person = personSchema.safeParse(values.name?.trim());
  if (!person.success) return err('--name NAME: expected one to thirty characters');
  const role = staffRoleSchema.safeParse(values.role ?? 'staff');
  if (!role.success) return err(`--role: expected ${staffRoleSchema.options.join(' or ')}`);
  const card = values.card?.trim().toUpperCase();
  if (card !== undefined && !isCardNumber(card)) return err('--card: this is no number of an identity card');
  if (role.data === 'administrator' && card === undefined) {
    return err('--role administrator needs --card: administrators sign in with card and PIN');
  }
  return ok({ name: 'add', data, number, person: person.data, role: role.data, card });
}

/** A wrong digit would tie the card of nobody, found out only at the machine. */
const isCardNumber = (text: string): boolean => CARD.test(text) && (text.length !== 18 || isCitizenNumber(text));

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      data: { type: 'string' },
      name: { type: 'string' },
      role: { type: 'string' },
      card: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
