import { classOf, isPlain } from './characters.ts';
import type { NameIndex, Unit } from './name-index.ts';

const BITS = 31;
export type Run = [number, number];

/** The last resort: names that have all that was typed (hanzi, or first letters) in order, with others between. */
export class SubsequenceMatcher {
  readonly #index: NameIndex;
  /** Which first letters a name has, one bit a class, some classes share one. */
  readonly #signs: Int32Array;

  constructor(index: NameIndex) {
    this.#index = index;
    this.#signs = new Int32Array(index.names.length);
    for (const [position, unit] of index.text.entries()) {
      const name = index.nameAt[position] ?? 0;
      if (unit !== 0) this.#signs[name] = (this.#signs[name] ?? 0) | signOf(index.units[unit]);
    }
  }

  each(query: readonly string[], take: (name: number, runs: readonly Run[]) => void): void {
    const fits = query.map((character) => this.#fits(character));
    if (fits.some((units) => units.length === 0)) return;
    const wanted = fits.map((units) => {
      const marks = new Uint8Array(this.#index.units.length);
      for (const unit of units) marks[unit] = 1;
      return marks;
    });
    const sign = query.reduce((all, character) => all | this.#signOfTyped(character), 0);
    for (let name = 0; name < this.#signs.length; name++) {
      if (((this.#signs[name] ?? 0) & sign) !== sign) continue;
      const runs = this.#runs(name, wanted);
      if (runs) take(name, runs);
    }
  }

  #runs(name: number, wanted: readonly Uint8Array[]): readonly Run[] | undefined {
    const start = this.#index.startOf[name] ?? 0;
    const end = (this.#index.startOf[name + 1] ?? 0) - 1;
    if (!this.#has(start, end, wanted)) return undefined;
    const runs: Run[] = [];
    let next = 0;
    for (let position = start; position < end && next < wanted.length; position++) {
      if (wanted[next]?.[this.#index.text[position] ?? 0] !== 1) continue;
      next++;
      const last = runs.at(-1);
      if (last && last[1] === position - start) last[1]++;
      else runs.push([position - start, position - start + 1]);
    }
    return runs;
  }

  /** Most names have not: so they are told first, without making anything. */
  #has(start: number, end: number, wanted: readonly Uint8Array[]): boolean {
    let next = 0;
    for (let position = start; position < end && next < wanted.length; position++) {
      if (wanted[next]?.[this.#index.text[position] ?? 0] === 1) next++;
    }
    return next === wanted.length;
  }

  #fits(character: string): readonly number[] {
    const itself = this.#index.unitsOf.get(character) ?? [];
    if (!isPlain(character)) return itself;
    const read = classOf(character);
    return [...itself, ...this.#index.units.flatMap((unit, id) => (unit.initials.includes(read) ? [id] : []))];
  }

  /** Only what every way to read it has in common can be demanded. */
  #signOfTyped(character: string): number {
    if (isPlain(character)) return 1 << (classOf(character) % BITS);
    const [one, ...others] = this.#index.unitsOf.get(character) ?? [];
    if (one === undefined || others.length > 0) return 0;
    return signOf(this.#index.units[one]);
  }
}

const signOf = (unit: Unit | undefined): number =>
  (unit?.initials ?? []).reduce((sign, letter) => sign | (1 << (letter % BITS)), 0);
