/** A page's words, sorted so that those in a box are found without a search of the whole page. */
import { centreX, centreY } from "../geometry/boxes.js";
import type { Word } from "../model/page.js";
import type { Bbox } from "../schema/values.js";

export class WordsByHeight {
  readonly #words: readonly Word[];
  readonly #order: ReadonlyMap<Word, number>;

  constructor(words: readonly Word[]) {
    this.#order = new Map(words.map((word, at) => [word, at]));
    this.#words = [...words].sort((a, b) => centreY(a.bbox) - centreY(b.bbox));
  }

  /** The words whose centre is from `top` to `bottom`, from top to bottom. */
  *between(top: number, bottom: number): Iterable<Word> {
    let low = 0;
    let high = this.#words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const word = this.#words[middle];
      if (word !== undefined && centreY(word.bbox) < top) low = middle + 1;
      else high = middle;
    }
    for (let at = low; at < this.#words.length; at += 1) {
      const word = this.#words[at];
      if (word === undefined || centreY(word.bbox) > bottom) return;
      yield word;
    }
  }

  /** The same in the page's order. */
  inPageOrder(top: number, bottom: number): Word[] {
    const found = [...this.between(top, bottom)];
    return found.sort((a, b) => (this.#order.get(a) ?? 0) - (this.#order.get(b) ?? 0));
  }

  /** Number of words whose centre is in a box. */
  countIn([x0, top, x1, bottom]: Bbox): number {
    let count = 0;
    for (const { bbox } of this.between(top, bottom)) if (centreX(bbox) >= x0 && centreX(bbox) <= x1) count += 1;
    return count;
  }
}
