/** Pages made by hand for tests: words in a fixed-width type, rulings and fills by their boxes. */
import type { Fill, Page, Ruling, Word } from "../../src/model/page.js";

export const SIZE = 10;
const CHARACTER = 5;

/** Words of a line of text from `x`, with its top at `y`; one space is half a size wide. */
export function line(x: number, y: number, text: string, more: Partial<Word> = {}): Word[] {
  const words: Word[] = [];
  let at = x;
  for (const part of text.split(" ")) {
    const width = part.length * CHARACTER;
    if (part !== "")
      words.push({
        text: part,
        bbox: [at, y, at + width, y + SIZE],
        sizePt: SIZE,
        colour: "#000000",
        bold: false,
        invisible: false,
        ...more,
      });
    at += width + CHARACTER / 2;
  }
  return words;
}

export const across = (y: number, x0: number, x1: number): Ruling => ({
  x0,
  y0: y,
  x1,
  y1: y,
  widthPt: 0.5,
  horizontal: true,
});

export const down = (x: number, y0: number, y1: number): Ruling => ({
  x0: x,
  y0,
  x1: x,
  y1,
  widthPt: 0.5,
  horizontal: false,
});

export const page = (words: readonly Word[], rulings: readonly Ruling[] = [], fills: readonly Fill[] = []): Page => ({
  number: 1,
  widthPt: 600,
  heightPt: 800,
  words,
  rulings,
  fills,
  imageShare: 0,
});
