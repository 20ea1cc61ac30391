/**
 * Room at the ends of lines in narrow cells. In: the cells of a drawn table. Out: the same cells; those with one word
 * in each line but the last say how these lines end: the word below a full line may be the rest of a broken word.
 */
import { widthOf } from "../../geometry/boxes.js";
import { isInText } from "../../geometry/text-lines.js";
import type { LineEnd, TableCell, Word } from "../../model/page.js";

/** Most words of a cell that is examined. */
const MOST_WORDS = 8;
/**
 * Room, in points, at the end of the longest word in a column that was made to fit it: such a column probably breaks no
 * words.
 */
const FITTED_PT = 0.6;
/** Room, in letters, from which a line is certainly not full: programs differ in where they break a word. */
const NEAR = 1.6;
/** Smallest distance between lines, in points. */
const NEXT_LINE_PT = 2;

/** The cells, those of single words below one another, and a last line of any, with their line ends. */
export function withLineEnds(cells: readonly TableCell[]): TableCell[] {
  const byColumn = new Map<number, TableCell[]>();
  for (const cell of cells) {
    if (cell.columnSpan > 1 || cell.words.length === 0) continue;
    const same = byColumn.get(cell.column);
    if (same === undefined) byColumn.set(cell.column, [cell]);
    else same.push(cell);
  }
  const found = new Map<TableCell, LineEnd[]>();
  for (const column of byColumn.values()) {
    const inset = leastInset(column);
    const roomOf = (cell: TableCell, word: Word): number => cell.bbox[2] - inset - word.bbox[2];
    // A line of several words may be as wide as its cell by chance.
    const fitted = column.some((cell) =>
      linesOf(cell.words).some(
        ([word, another]) => word !== undefined && another === undefined && Math.abs(roomOf(cell, word)) < FITTED_PT,
      ),
    );
    for (const cell of column) {
      const lines = firstOfLines(cell.words.filter(isInText));
      const ends = lines?.slice(1).map((below, at): LineEnd => {
        const above = lines[at];
        const letters = above === undefined ? NEAR : (roomOf(cell, above) * below.text.length) / widthOf(below.bbox);
        return letters >= NEAR ? "free" : letters < 1 && !fitted ? "full" : "near";
      });
      if (ends !== undefined) found.set(cell, ends);
    }
  }
  return cells.map((cell) => {
    const lineEnds = found.get(cell);
    return lineEnds === undefined ? cell : { ...cell, lineEnds };
  });
}

/**
 * Smallest distance of a word from the left side of its cell. Compared one by one: a cell may have any number of words.
 */
function leastInset(column: readonly TableCell[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const { bbox, words } of column) for (const word of words) least = Math.min(least, word.bbox[0] - bbox[0]);
  return least;
}

/** The first word of each line of a cell where each line but the last is one word; null where another line has several. */
function firstOfLines(words: readonly Word[]): readonly Word[] | null {
  if (words.length < 2 || words.length > MOST_WORDS) return null;
  const lines = linesOf(words);
  if (lines.length < 2 || lines.slice(0, -1).some(({ length }) => length > 1)) return null;
  return lines.flatMap((line) => line.sort((a, b) => a.bbox[0] - b.bbox[0])[0] ?? []);
}

/** A cell's words by line, from top to bottom. */
function linesOf(words: readonly Word[]): Word[][] {
  const lines: Word[][] = [];
  for (const word of [...words].sort((a, b) => a.bbox[1] - b.bbox[1])) {
    const line = lines.at(-1);
    if (line !== undefined && word.bbox[1] - (line[0]?.bbox[1] ?? 0) <= NEXT_LINE_PT) line.push(word);
    else lines.push([word]);
  }
  return lines;
}
