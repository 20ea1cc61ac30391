/** Words by the squares of the page that they touch. In: words and a box. Out: the words near the box, in no order. */
import type { Word } from "../model/page.js";
import type { Bbox } from "../schema/values.js";

/** Side of a square, in points. */
const SQUARE_PT = 24;
const ROW_STRIDE = 1 << 12;
/** Most squares that one box is listed in along each side: beyond, the page is larger than any paper. */
const MOST_SQUARES = 1 << 9;

function squaresOf([x0, top, x1, bottom]: Bbox): number[] {
  const [column, row] = [Math.floor(x0 / SQUARE_PT), Math.floor(top / SQUARE_PT)];
  const lastColumn = Math.min(Math.floor(x1 / SQUARE_PT), column + MOST_SQUARES);
  const lastRow = Math.min(Math.floor(bottom / SQUARE_PT), row + MOST_SQUARES);
  const squares: number[] = [];
  for (let y = row; y <= lastRow; y += 1)
    for (let x = column; x <= lastColumn; x += 1) squares.push(y * ROW_STRIDE + x);
  return squares;
}

export class WordGrid {
  readonly #squares = new Map<number, Word[]>();

  constructor(words: readonly Word[]) {
    for (const word of words)
      for (const square of squaresOf(word.bbox)) {
        const there = this.#squares.get(square);
        if (there === undefined) this.#squares.set(square, [word]);
        else there.push(word);
      }
  }

  /** The words of all squares that a box touches; a word in several of them comes several times. */
  touching(box: Bbox): Word[] {
    return squaresOf(box).flatMap((square) => this.#squares.get(square) ?? []);
  }
}
