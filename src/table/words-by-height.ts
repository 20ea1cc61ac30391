/** A page's words, sorted so that those in a box are found without a search of the whole page. */
import { centreX, centreY } from "../geometry/boxes.js";
import type { Word } from "../model/page.js";
import type { Bbox } from "../schema/values.js";

export class WordsByHeight {
  readonly #inOrder: readonly Word[];
  readonly #words: readonly Word[];
  #places: ReadonlyMap<Word, number> | null = null;

  constructor(words: readonly Word[]) {
    this.#inOrder = words;
    this.#words = [...words].sort((a, b) => centreY(a.bbox) - centreY(b.bbox));
  }

  /** The words whose centre is from `top` to `bottom`, from top to bottom. */
  between(top: number, bottom: number): readonly Word[] {
    return this.#words.slice(this.#firstFrom(top), this.#firstAfter(bottom));
  }

  /** The same in the page's order. */
  inPageOrder(top: number, bottom: number): readonly Word[] {
    this.#places ??= new Map(this.#inOrder.map((word, at) => [word, at]));
    const places = this.#places;
    return [...this.between(top, bottom)].sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
  }

  /** Number of words whose centre is in a box. */
  countIn([x0, top, x1, bottom]: Bbox): number {
    let count = 0;
    const to = this.#firstAfter(bottom);
    for (let at = this.#firstFrom(top); at < to; at += 1) {
      const bbox = this.#words[at]?.bbox;
      if (bbox !== undefined && centreX(bbox) >= x0 && centreX(bbox) <= x1) count += 1;
    }
    return count;
  }

  #firstFrom(height: number): number {
    return this.#search((each) => each < height);
  }

  #firstAfter(height: number): number {
    return this.#search((each) => each <= height);
  }

  /** Index of the first word whose height is not before a place. */
  #search(isBefore: (height: number) => boolean): number {
    let low = 0;
    let high = this.#words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const word = this.#words[middle];
      if (word !== undefined && isBefore(centreY(word.bbox))) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
