import type { FieldFault, FormField, FormInputs } from '../../../contract/catalogue/form.ts';
import { checkField } from '../../../contract/catalogue/form-check.ts';
import type { SelfServiceItem } from '../../../contract/catalogue/item.ts';
import type { Typed } from '../../../contract/tiles.ts';
import { type Keyboard, NOTHING_TYPED, type Typing } from '../../typing/typing.ts';

/** A form that is being filled in, one field at a time. */
export interface Filling {
  /** Of the field that is shown, from 0. */
  readonly index: number;
  /** Fields that are done. */
  readonly inputs: FormInputs;
  /** Of the field that is shown. */
  readonly typed: Typed;
  readonly fault?: FieldFault;
}

export const BEGIN_FILLING: Filling = { index: 0, inputs: {}, typed: NOTHING_TYPED };

const HANZI_KINDS = ['plain', 'personName', 'companyName', 'address'];

/** What the keys of a field do: whether letters become hanzi, and how much fits in. */
export function keyboardOf(field: FormField): Keyboard {
  switch (field.type) {
    case 'text':
      return { hanzi: HANZI_KINDS.includes(field.format), maxLength: field.maxLength };
    case 'idNumber':
      return { hanzi: false, maxLength: 18 };
    case 'phone':
      return { hanzi: false, maxLength: 11 };
    case 'number':
      return { hanzi: false, maxLength: 12 };
    case 'date':
    case 'monthRange':
    case 'choice':
    case 'region':
      return { hanzi: false, maxLength: 40 };
  }
}

export function fieldOf({ machine: { form } }: SelfServiceItem, { index }: Filling): FormField {
  const field = form[index];
  if (!field) throw new Error('the form has no such field');
  return field;
}

const withoutFault = ({ fault: _old, ...filling }: Filling): Filling => filling;

export const pressed = (item: SelfServiceItem, filling: Filling, key: string, typing: Typing): Filling => ({
  ...withoutFault(filling),
  typed: typing.press(filling.typed, key, keyboardOf(fieldOf(item, filling))),
});

export const candidateTaken = (item: SelfServiceItem, filling: Filling, index: number, typing: Typing): Filling => ({
  ...withoutFault(filling),
  typed: typing.take(filling.typed, index, keyboardOf(fieldOf(item, filling))),
});

/** A choice, a region, a date or months: the whole value at once. */
export const picked = (filling: Filling, value: string): Filling => ({
  ...withoutFault(filling),
  typed: { ...NOTHING_TYPED, text: value },
});

/** The field is done: on to the next one, or stays with what is wrong. `done`: it was the last. */
export function fieldDone(item: SelfServiceItem, filling: Filling, today: string): { filling: Filling; done: boolean } {
  const field = fieldOf(item, filling);
  // Letters that were not made into hanzi are taken as they are.
  const value = (filling.typed.text + filling.typed.composing).trim();
  const fault = checkField(field, value, today);
  if (fault) return { filling: { ...filling, fault }, done: false };
  const { [field.key]: _old, ...others } = filling.inputs;
  const inputs = value === '' ? others : { ...others, [field.key]: value };
  const index = filling.index + 1;
  if (index >= item.machine.form.length) return { filling: { ...withoutFault(filling), inputs }, done: true };
  return { filling: shown(item, { index, inputs, typed: NOTHING_TYPED }), done: false };
}

/** One field back; undefined: it is the first one. */
export function fieldBack(item: SelfServiceItem, filling: Filling): Filling | undefined {
  if (filling.index === 0) return undefined;
  return shown(item, { index: filling.index - 1, inputs: filling.inputs, typed: NOTHING_TYPED });
}

/** A field that was filled in before stands there with what was filled in. */
function shown(item: SelfServiceItem, filling: Filling): Filling {
  const text = filling.inputs[fieldOf(item, filling).key] ?? '';
  return { ...filling, typed: { ...NOTHING_TYPED, text } };
}
