import { foldLetters } from './accent.ts';
import { Best } from './best.ts';
import { isPlain } from './characters.ts';
import { ExactMatcher, MIXED, type Place } from './exact.ts';
import { withoutFiller } from './filler.ts';
import { Grader } from './grade.ts';
import type { NameIndex } from './name-index.ts';
import { eachOneEdit } from './one-edit.ts';
import { SentenceMatcher } from './sentence.ts';
import { SubsequenceMatcher } from './subsequence.ts';
import { charactersTyped, hanziIn, LONGEST_QUERY, mayBeInitials, soundOf } from './typed.ts';
import type { Found, Search } from './types.ts';
import type { View } from './view.ts';
import { oneUnit, type Views, viewsOf } from './views.ts';

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

/** What is asked, one kind of match after the other, until there is enough. */
export class Levels implements Search {
  readonly #index: NameIndex;
  readonly #best: Best;
  readonly #grader: Grader;
  readonly #exact: ExactMatcher;
  readonly #sentences: SentenceMatcher;
  readonly #subsequences: SubsequenceMatcher;
  readonly #views: Views;
  /** What was found may be all there is: it is not letters that are syllables and first letters mixed, by chance. */
  #certain = false;

  constructor(index: NameIndex) {
    this.#index = index;
    this.#best = new Best(index);
    this.#grader = new Grader(index);
    this.#exact = new ExactMatcher(index, LONGEST_QUERY);
    this.#views = viewsOf(index);
    this.#sentences = new SentenceMatcher(index, this.#views.characters);
    this.#subsequences = new SubsequenceMatcher(index);
  }

  find(text: string, limit: number): Found {
    const query = charactersTyped(text, this.#index.unitsOf);
    this.#best.clear();
    this.#certain = !query.every(isPlain);
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
      () => this.#sounding(soundOf(query), this.#views.letters, hanziIn(query) >= SHORTEST_BY_SOUND),
      () => this.#sentence(query, pieces),
    ];
  }

  #lastResorts(query: readonly string[]): void {
    const letters = query.every(isPlain);
    if (letters) this.#sounding(foldLetters(query.join('')), this.#views.accent, query.length >= SHORTEST_WITH_EDIT);
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
    this.#oneEdit(this.#views.letters, query.join(''), 0);
    if (query.length >= SHORTEST_INITIALS_WITH_EDIT && mayBeInitials(query))
      this.#oneEdit(this.#views.initials, query.join(''), 1);
  }

  #characterWrong(query: readonly string[]): void {
    if (query.length >= SHORTEST_WITH_EDIT) this.#oneEdit(this.#views.characters, query.map(oneUnit).join(''), 0);
  }

  #oneEdit(view: View, query: string, manner: Place['manner']): void {
    eachOneEdit(view, query, (from, to) => this.#offerSpan(view, from, to, manner));
  }

  #sentence(query: readonly string[], pieces: readonly string[]): void {
    if (hanziIn(query) < SHORTEST_SENTENCE) return;
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
    const whole = sentence !== '' && sentence.includes(this.#views.characters.text.slice(start, end));
    const points = this.#grader.points(name, place) + (whole ? WHOLE_IN_SENTENCE : 0);
    this.#best.offer(name, points, from, from + place.length);
  }
}
