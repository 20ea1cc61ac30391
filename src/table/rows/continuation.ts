/**
 * Lines of a table in columns: whether a line has figures, and whether a cell continues on the next line. In: chunks in their columns.
 * Out: decisions, from their words and the free space.
 */
import type { Column, Placed } from "../aligned/columns.js";

export interface PlacedLine {
  readonly placed: readonly Placed[];
  readonly top: number;
  readonly bottom: number;
  readonly sizePt: number;
}

export interface RowRules {
  /** Whether a drawn rule separates the two lines. */
  readonly areSeparated: (above: PlacedLine, below: PlacedLine) => boolean;
  readonly columns: readonly Column[];
}

/** Smallest share of figures among the cells after the first in a line of figures. */
const MOSTLY = 0.5;
/** Width of a space, as a multiple of the type size. */
const SPACE = 0.25;
const UNFINISHED = /(?:[-–,&/]|\b(?:and|or|of|the|in|for|to|with|by|on|at|from|per|de|et|und))$/i;
const CONTINUES = /^(?:[\p{Ll}&)]|\([^\d)]{3})/u;

export const inColumn = (line: PlacedLine, column: number): Placed | undefined =>
  line.placed.find((each) => each.first <= column && each.last >= column);

/** Whether a line has mostly figures after its first column. */
export function isFigureLine(line: PlacedLine): boolean {
  const others = line.placed.filter((each) => each.first > 0);
  const figures = others.filter((each) => each.chunk.numeric && each.first === each.last).length;
  return figures > 0 && figures >= MOSTLY * others.length;
}

/** Whether a cell continues: by its wording, or as the first word of the next line had no room on this one. */
export function cellContinues(above: Placed, below: Placed, sizePt: number, columns: readonly Column[]): boolean {
  const [next, last] = [below.chunk.words[0], above.chunk.words.at(-1)];
  if (next === undefined || last === undefined) return false;
  if (CONTINUES.test(next.text) || UNFINISHED.test(last.text)) return true;
  if (above.chunk.numeric || below.chunk.numeric) return false;
  const right = columns[above.last]?.x1 ?? 0;
  return last.bbox[2] + SPACE * sizePt + (next.bbox[2] - next.bbox[0]) > right + 1;
}
