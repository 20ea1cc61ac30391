/** A page's words, sorted so that those in a box are found without a search of the whole page. */
import { centreX, centreY } from "../geometry/boxes.js";
import { byHeight } from "../geometry/text-lines.js";
import { WordGrid } from "../geometry/word-grid.js";
import type { Word } from "../model/page.js";
import type { Bbox } from "../schema/values.js";

/** So many words are looked through one by one; to find those of a box among more, the page is divided into squares. */
const FEW = 400;

export class WordsByHeight {
  readonly #inOrder: readonly Word[];
  readonly #words: readonly Word[];
  #places: ReadonlyMap<Word, number> | null = null;
  #grid: WordGrid | null = null;

  constructor(words: readonly Word[]) {
    this.#inOrder = words;
    this.#words = byHeight(words);
  }

  /** The words whose centre is from `top` to `bottom`, from top to bottom. */
  between(top: number, bottom: number): readonly Word[] {
    return this.#words.slice(this.#firstFrom(top), this.#firstAfter(bottom));
  }

  /** The words whose centre is in a box, in the page's order. */
  within(box: Bbox): Word[] {
    this.#places ??= new Map(this.#inOrder.map((word, at) => [word, at]));
    const places = this.#places;
    return this.#inside(box).sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
  }

  /** Number of words whose centre is in a box. */
  countIn(box: Bbox): number {
    return this.#inside(box).length;
  }

  #inside(box: Bbox): Word[] {
    const [x0, top, x1, bottom] = box;
    return this.#near(box).filter(({ bbox }) => {
      const [x, y] = [centreX(bbox), centreY(bbox)];
      return x >= x0 && x <= x1 && y >= top && y <= bottom;
    });
  }

  /** Words among which are all those whose centre is in a box, each once. */
  #near(box: Bbox): readonly Word[] {
    const [from, to] = [this.#firstFrom(box[1]), this.#firstAfter(box[3])];
    if (to - from <= FEW) return this.#words.slice(from, to);
    this.#grid ??= new WordGrid(this.#inOrder);
    return [...new Set(this.#grid.touching(box))];
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
