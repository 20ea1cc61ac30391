/**
 * Pages on their way between processes. In: pages. Out: one array of whole numbers and one text, and pages again: a
 * tenth of the objects' size, for they are read faster than they can be cloned. Lengths travel as hundredths of a point.
 */
import type { Fill, Page, Ruling, Turn, Word } from "../../model/page.js";

export interface PackedPages {
  readonly numbers: Int32Array<ArrayBuffer>;
  /** The words' texts, one a line: none holds a line feed. */
  readonly texts: string;
}

const UNIT = 100;
const SHARE_UNIT = 10_000;

const colourNumber = (colour: string): number => Number.parseInt(colour.slice(1), 16);
const colourText = (value: number): string => `#${value.toString(16).padStart(6, "0")}`;

export function packPages(pages: readonly Page[]): PackedPages {
  const numbers: number[] = [];
  const texts: string[] = [];
  const lengths = (...values: number[]) => {
    for (const value of values) numbers.push(Math.round(value * UNIT));
  };
  for (const { number, widthPt, heightPt, words, rulings, fills, imageShare, turn = 0 } of pages) {
    lengths(widthPt, heightPt);
    numbers.push(number, Math.round(imageShare * SHARE_UNIT), turn, words.length, rulings.length, fills.length);
    for (const { text, bbox, sizePt, colour, bold, invisible, angle = 0 } of words) {
      lengths(...bbox, sizePt);
      numbers.push(colourNumber(colour), (bold ? 1 : 0) + (invisible ? 2 : 0), angle);
      texts.push(text);
    }
    for (const { x0, y0, x1, y1, widthPt: width, horizontal } of rulings) {
      lengths(x0, y0, x1, y1, width);
      numbers.push(horizontal ? 1 : 0);
    }
    for (const { bbox, colour } of fills) {
      lengths(...bbox);
      numbers.push(colourNumber(colour));
    }
  }
  return { numbers: Int32Array.from(numbers), texts: texts.join("\n") };
}

export function unpackPages({ numbers, texts }: PackedPages): Page[] {
  const pages: Page[] = [];
  const lines = texts.split("\n");
  let line = 0;
  let at = 0;
  const whole = (): number => numbers[at++] ?? 0;
  const length = (): number => whole() / UNIT;
  const word = (): Word => {
    const text = lines[line++] ?? "";
    const bbox: Word["bbox"] = [length(), length(), length(), length()];
    const sizePt = length();
    const colour = colourText(whole());
    const flags = whole();
    const angle = whole();
    const plain = { text, bbox, sizePt, colour, bold: (flags & 1) !== 0, invisible: (flags & 2) !== 0 };
    return angle === 0 ? plain : { ...plain, angle };
  };
  const ruling = (): Ruling => {
    const [x0, y0, x1, y1, widthPt] = [length(), length(), length(), length(), length()];
    return { x0, y0, x1, y1, widthPt, horizontal: whole() === 1 };
  };
  const fill = (): Fill => ({ bbox: [length(), length(), length(), length()], colour: colourText(whole()) });
  while (at < numbers.length) {
    const [widthPt, heightPt] = [length(), length()];
    const [number, share, turn] = [whole(), whole(), whole() as Turn];
    const [wordCount, rulingCount, fillCount] = [whole(), whole(), whole()];
    const words = Array.from({ length: wordCount }, word);
    const rulings = Array.from({ length: rulingCount }, ruling);
    const fills = Array.from({ length: fillCount }, fill);
    const page = { number, widthPt, heightPt, words, rulings, fills, imageShare: share / SHARE_UNIT };
    pages.push(turn === 0 ? page : { ...page, turn });
  }
  return pages;
}
