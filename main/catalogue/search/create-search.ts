import { foldLetters, foldSyllable } from './accent.ts';
import { Best } from './best.ts';
import { countedCharacters, isHanzi, isPlain } from './characters.ts';
import { ExactMatcher, MIXED, type Place } from './exact.ts';
import { withoutFiller } from './filler.ts';
import { FirstLetters } from './first-letters.ts';
import { Grader } from './grade.ts';
import { indexNames, type NameIndex, type Unit } from './name-index.ts';
import { eachOneEdit } from './one-edit.ts';
import { SentenceMatcher } from './sentence.ts';
import { spell } from './spell.ts';
import { SubsequenceMatcher } from './subsequence.ts';
import type { Found, Search, SearchSource } from './types.ts';
import { View } from './view.ts';

/** Whoever types more has found it or never will. */
const LONGEST_QUERY = 64;
/** With fewer than this from the stronger levels the weaker ones are asked too. */
const FEW = 3;
const SHORTEST_WITH_EDIT = 4;
const SHORTEST_INITIALS_WITH_EDIT = 5;
const SHORTEST_SENTENCE = 3;
const SHORTEST_BY_SOUND = 2;
const SHORTEST_SUBSEQUENCE = 3;
const SHORTEST_SUBSEQUENCE_OF_LETTERS = 4;
/** A name that stands whole in the sentence, of those that have the sentence's matter. */
const WHOLE_IN_SENTENCE = 60;

/**
 * A search over the names and aliases of all items: hanzi, whole or unfinished pinyin, first letters, any mixture; then
 * everyday sentences, one wrong letter, the wrong hanzi of the right sound, an accent, skipped words. Built in memory
 * (0.1 s for 1,300 items); one query at a time.
 */
export function createSearch(sources: readonly SearchSource[]): Search {
  const levels = new Levels(indexNames(sources));
  const first = new FirstLetters(levels);
  return { find: (text, limit) => first.find(text.toLowerCase(), limit) ?? levels.find(text, limit) };
}

class Levels implements Search {
  readonly #index: NameIndex;
  readonly #best: Best;
  readonly #grader: Grader;
  readonly #exact: ExactMatcher;
  readonly #sentences: SentenceMatcher;
  readonly #subsequences: SubsequenceMatcher;
  readonly #letters: View;
  readonly #initials: View;
  readonly #characters: View;
  readonly #accent: View;
  /** Something was found that is no coincidence of syllables and first letters. */
  #certain = false;

  constructor(index: NameIndex) {
    this.#index = index;
    this.#best = new Best(index);
    this.#grader = new Grader(index);
    this.#exact = new ExactMatcher(index, LONGEST_QUERY);
    this.#letters = new View(index, firstReading, { narrow: false, latin: true });
    this.#initials = new View(index, (unit) => firstReading(unit).charAt(0), { narrow: true, latin: true });
    this.#characters = new View(index, ({ character }) => oneUnit(character), { narrow: true, latin: false });
    this.#accent = new View(index, (unit) => foldSyllable(firstReading(unit)), { narrow: false, latin: true });
    this.#sentences = new SentenceMatcher(index, this.#characters);
    this.#subsequences = new SubsequenceMatcher(index);
  }

  find(text: string, limit: number): Found {
    const query = countedCharacters(text.slice(0, LONGEST_QUERY), LONGEST_QUERY).characters;
    this.#best.clear();
    this.#certain = false;
    if (query.length > 0) {
      for (const level of this.#inOrder(query)) {
        level();
        if (this.#best.total >= FEW && this.#certain) break;
        this.#best.nextLevel();
      }
      if (this.#best.total === 0) this.#lastResorts(query);
    }
    return this.#best.found(limit);
  }

  #inOrder(query: readonly string[]): readonly (() => void)[] {
    const plain = query.every(isPlain);
    if (plain) return [() => this.#exactly(query), () => this.#mistyped(query)];
    const pieces = withoutFiller(query.map(oneUnit).join(''));
    return [
      () => this.#exactly(query),
      () => pieces.length === 1 && this.#exactly([...(pieces[0] ?? '')], query.map(oneUnit).join('')),
      () => this.#characterWrong(query),
      () => this.#sounding(soundOf(query), this.#letters, query.filter(isHanzi).length >= SHORTEST_BY_SOUND),
      () => this.#sentence(query, pieces),
    ];
  }

  #lastResorts(query: readonly string[]): void {
    const letters = query.every(isPlain);
    if (letters) this.#sounding(foldLetters(query.join('')), this.#accent, query.length >= SHORTEST_WITH_EDIT);
    this.#best.nextLevel();
    const shortest = letters ? SHORTEST_SUBSEQUENCE_OF_LETTERS : SHORTEST_SUBSEQUENCE;
    if (this.#best.total === 0 && query.length >= shortest) this.#skipping(query);
  }

  /** @param sentence what was typed where the query is only its matter */
  #exactly(query: readonly string[], sentence = ''): void {
    this.#exact.each(query, (place) => this.#offer(place, sentence));
  }

  #mistyped(query: readonly string[]): void {
    if (query.length < SHORTEST_WITH_EDIT) return;
    this.#oneEdit(this.#letters, query.join(''), 0);
    if (query.length >= SHORTEST_INITIALS_WITH_EDIT && query.filter(beginsNothing).length < 2)
      this.#oneEdit(this.#initials, query.join(''), 1);
  }

  #characterWrong(query: readonly string[]): void {
    if (query.length >= SHORTEST_WITH_EDIT) this.#oneEdit(this.#characters, query.map(oneUnit).join(''), 0);
  }

  #oneEdit(view: View, query: string, manner: Place['manner']): void {
    eachOneEdit(view, query, (from, to) => this.#offerSpan(view, from, to, manner));
  }

  #sentence(query: readonly string[], pieces: readonly string[]): void {
    if (query.filter(isHanzi).length < SHORTEST_SENTENCE) return;
    for (const { name, points, runs } of this.#sentences.find(query.map(oneUnit).join(''), pieces)) {
      this.#best.offer(name, points + this.#grader.wanted(name), 0, 0, runs);
    }
  }

  #sounding(letters: string, view: View, longEnough: boolean): void {
    if (!longEnough) return;
    view.each(letters, (at) => {
      if (view.beginsCharacter(at)) this.#offerSpan(view, at, at + letters.length, 0);
      return true;
    });
  }

  #skipping(query: readonly string[]): void {
    this.#subsequences.each(query, (name, runs) => {
      const [first] = runs[0] ?? [0];
      const [, last] = runs.at(-1) ?? [0, 1];
      const tight = query.length / (last - first);
      this.#best.offer(name, 50 * tight - 5 * runs.length + this.#grader.wanted(name), 0, 0, runs);
    });
  }

  #offerSpan(view: View, from: number, to: number, manner: Place['manner']): void {
    const position = view.positionAt(from);
    this.#offer({
      position,
      length: view.positionAt(to - 1) - position + 1,
      manner,
      unfinished: false,
      misread: false,
    });
  }

  #offer(place: Place, sentence = ''): void {
    if (place.manner !== MIXED) this.#certain = true;
    const name = this.#index.nameAt[place.position] ?? 0;
    const start = this.#index.startOf[name] ?? 0;
    const from = place.position - start;
    const end = (this.#index.startOf[name + 1] ?? 0) - 1;
    const whole = sentence !== '' && sentence.includes(this.#characters.text.slice(start, end));
    const points = this.#grader.points(name, place) + (whole ? WHOLE_IN_SENTENCE : 0);
    this.#best.offer(name, points, from, from + place.length);
  }
}

/** With two of these it cannot be first letters with one of them wrong. */
const beginsNothing = (letter: string): boolean => letter === 'i' || letter === 'u' || letter === 'v';

const firstReading = (unit: Unit): string => unit.readings[0] ?? unit.character;

/** Views that are as long as the names need one UTF-16 unit a character: those beyond the first plane become one. */
const oneUnit = (character: string): string => (character.length === 1 ? character : '\ufffd');

const soundOf = (query: readonly string[]): string =>
  spell(query.join(''))
    .readings.map(([first = '']) => first)
    .join('');
