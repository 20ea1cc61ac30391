/**
 * A ruled grid that has fewer rules than rows or columns. In: a grid with its words. Out: the same, with rows and
 * columns of figures split by their lines and gaps.
 */
import { intervalOf } from "../../geometry/cluster.js";
import { linesOfWords } from "../../geometry/text-lines.js";
import type { Word } from "../../model/page.js";
import type { Bbox } from "../../schema/values.js";
import { chunkOf, chunksOfLine } from "../aligned/chunks.js";
import { findColumns, placeChunks } from "../aligned/columns.js";
import { beginsWithBullet, marksOf } from "../aligned/drawn-bullets.js";
import type { Grid, GridCell } from "../grid.js";
import { isFigureLine, type PlacedLine } from "../rows/continuation.js";
import { findRowStarts } from "../rows/rows.js";

/** Smallest share of figure rows among a band's lines for it to be split. */
const MOSTLY = 0.6;
/** Fewest items of a list. */
const FEWEST_ITEMS = 2;
/** A table with at most so many bands has rules only around its headings and body. */
const FEW_BANDS = 3;

/** @param boxes what is painted on the page: bullets may be drawn */
export function splitUnderRuledGrid(grid: Grid, boxes: readonly Bbox[] = []): Grid {
  let split = grid;
  for (let column = grid.xs.length - 2; column >= 0; column -= 1) split = splitColumn(split, column);
  const bands = grid.ys.length - 1;
  for (let row = bands - 1; row >= 0; row -= 1) split = splitRow(split, row, bands, boxes);
  return { ...split, cells: split.cells.flatMap((cell) => cutSpan(split, cell)) };
}

/** Splits a cell over several columns that has a chunk in each: headings without vertical rules. */
function cutSpan(grid: Grid, cell: GridCell): GridCell[] {
  if (cell.columnSpan < 2 || cell.rowSpan > 1 || cell.words.length < 2) return [cell];
  const lines = linesOfWords(cell.words).map(chunksOfLine);
  const chunks = lines.flatMap((line) => line.chunks);
  const columnOf = (x: number): number => intervalOf(grid.xs, x);
  const inOne = chunks.every((chunk) => columnOf(chunk.bbox[0] + 1) === columnOf(chunk.bbox[2] - 1));
  const reached = new Set(chunks.map((chunk) => columnOf(chunk.bbox[0] + 1)));
  if (!inOne || reached.size < Math.max(2, MOSTLY * cell.columnSpan)) return [cell];
  return Array.from({ length: cell.columnSpan }, (_, at) => ({
    ...cell,
    column: cell.column + at,
    columnSpan: 1,
    words: cell.words.filter((word) => columnOf((word.bbox[0] + word.bbox[2]) / 2) === cell.column + at),
  }));
}

function splitRow(grid: Grid, row: number, bands: number, boxes: readonly Bbox[]): Grid {
  const own = grid.cells.filter((cell) => cell.row === row && cell.rowSpan === 1 && cell.words.length > 0);
  if (own.length < 2) return grid;
  const ownerOf = new Map<Word, GridCell>(own.flatMap((cell) => cell.words.map((word) => [word, cell] as const)));
  const lines: PlacedLine[] = linesOfWords([...ownerOf.keys()]).map((line, index) => {
    const byCell = new Map<GridCell, Word[]>();
    for (const word of line.words) {
      const cell = ownerOf.get(word);
      if (cell === undefined) continue;
      const words = byCell.get(cell);
      if (words === undefined) byCell.set(cell, [word]);
      else words.push(word);
    }
    const placed = [...byCell].map(([cell, words]) => ({
      chunk: chunkOf(words),
      line: index,
      first: cell.column,
      last: cell.column + cell.columnSpan - 1,
    }));
    return { placed, top: line.bbox[1], bottom: line.bbox[3], sizePt: line.sizePt };
  });
  if (lines.length < 2) return grid;
  const columns = grid.xs.slice(1).map((x1, at) => ({ x0: grid.xs[at] ?? 0, x1: x1 - 3 }));
  const ofFigures = lines.filter((line) => isFigureLine(line) && line.placed.length >= 2).length;
  const byFigures = ofFigures >= 2 && ofFigures >= MOSTLY * lines.length;
  if (!byFigures && !(bands <= FEW_BANDS && row > 0 && lines.length >= 4)) return grid;
  if (!byFigures && areLists(own, boxes)) return grid;
  const { starts } = findRowStarts(lines, { areSeparated: () => false, columns });
  const firsts = lines.filter((_, at) => starts[at] === true || at === 0);
  if (firsts.length < 2) return grid;
  if (!byFigures && !areRows(firsts)) return grid;
  const cuts = lines.flatMap((line, at) => {
    const above = lines[at - 1];
    return above !== undefined && starts[at] === true ? [(above.bottom + line.top) / 2] : [];
  });
  return cutRows(grid, row, cuts);
}

/** Whether most lines have several cells, the first among them: lines of one row's texts begin in any column. */
function areRows(lines: readonly PlacedLine[]): boolean {
  const key = Math.min(...lines.flatMap(({ placed }) => placed.map(({ first }) => first)));
  return lines.filter(({ placed }) => placed.length >= 2 && placed[0]?.first === key).length >= MOSTLY * lines.length;
}

/** Whether cells side by side have lists: their items are no rows. */
function areLists(cells: readonly GridCell[], boxes: readonly Bbox[]): boolean {
  const marks = marksOf(boxes, cells[0]?.words[0]?.sizePt ?? 0);
  const itemsIn = ({ words }: GridCell): number => words.filter((word) => beginsWithBullet(word, marks)).length;
  return cells.filter((cell) => itemsIn(cell) >= FEWEST_ITEMS).length >= 2;
}

/** Cuts one row band at the given heights; cells of other bands keep their rows. */
function cutRows(grid: Grid, row: number, cuts: readonly number[]): Grid {
  const added = cuts.length;
  const cells = grid.cells.flatMap((cell): GridCell[] => {
    if (cell.row > row) return [{ ...cell, row: cell.row + added }];
    if (cell.row + cell.rowSpan - 1 < row) return [cell];
    if (cell.rowSpan > 1) return [{ ...cell, rowSpan: cell.rowSpan + added }];
    return [...cuts, Number.POSITIVE_INFINITY].map((to, at) => ({
      ...cell,
      row: row + at,
      words: cell.words.filter((word) => {
        const y = (word.bbox[1] + word.bbox[3]) / 2;
        return y < to && y >= (cuts[at - 1] ?? Number.NEGATIVE_INFINITY);
      }),
    }));
  });
  return {
    xs: grid.xs,
    ys: [...grid.ys.slice(0, row + 1), ...cuts, ...grid.ys.slice(row + 1)],
    cells: cells.sort((a, b) => a.row - b.row || a.column - b.column),
  };
}

function splitColumn(grid: Grid, column: number): Grid {
  const own = grid.cells.filter((cell) => cell.column === column && cell.columnSpan === 1 && cell.words.length > 0);
  const lines = own.flatMap((cell) => linesOfWords(cell.words).map(chunksOfLine));
  const several = lines.filter((line) => line.chunks.length > 1);
  if (several.length < 2 || several.length < MOSTLY * lines.length) return grid;
  const found = findColumns(lines);
  const placed = placeChunks(lines, found).flat();
  const afterFirst = placed.filter((each) => each.first > 0 && each.first === each.last);
  if (found.length < 2 || afterFirst.filter((each) => each.chunk.numeric).length < MOSTLY * afterFirst.length)
    return grid;
  const cuts = found.slice(1).map((each, at) => (each.x0 + (found[at]?.x1 ?? each.x0)) / 2);
  const added = cuts.length;
  const cells = grid.cells.flatMap((cell): GridCell[] => {
    if (cell.column > column) return [{ ...cell, column: cell.column + added }];
    if (cell.column + cell.columnSpan - 1 < column) return [cell];
    const bounds = [...cuts, Number.POSITIVE_INFINITY];
    const crosses = cell.words.some((word) => cuts.some((cut) => word.bbox[0] < cut - 1 && word.bbox[2] > cut + 1));
    const one = linesOfWords(cell.words).every((line) => chunksOfLine(line).chunks.length === 1);
    if (cell.columnSpan > 1 || crosses || (one && cell.words.length > 1))
      return [{ ...cell, columnSpan: cell.columnSpan + added }];
    return bounds.map((to, at) => ({
      ...cell,
      column: column + at,
      words: cell.words.filter((word) => {
        const x = (word.bbox[0] + word.bbox[2]) / 2;
        return x < to && x >= (cuts[at - 1] ?? Number.NEGATIVE_INFINITY);
      }),
    }));
  });
  return {
    xs: [...grid.xs.slice(0, column + 1), ...cuts, ...grid.xs.slice(column + 1)],
    ys: grid.ys,
    cells: cells.sort((a, b) => a.row - b.row || a.column - b.column),
  };
}
