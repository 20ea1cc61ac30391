/**
 * Whether lines in columns are a table. In: lines with their chunks in columns. Out: a decision; prose in columns,
 * lists, addresses of letters and tables of contents are refused.
 */
import type { ChunkLine } from "./chunks.js";
import { textOfChunk } from "./chunks.js";
import type { Column, Placed } from "./columns.js";

/** Fewest lines in several columns, without and with rules: fewer may be aligned by chance. */
const FEWEST_LINES = 3;
const FEWEST_RULED = 2;
/** Share of prose among a table's columns from which it is laid-out text, not a table. */
const MOSTLY_PROSE = 0.8;
/** Smallest share of the lines in a column for it to count there. */
const DENSE = 0.25;
/** Smallest share of a column's chunks that share an edge or a centre, without and with rules. */
const ALIGNED = 0.6;
const ALIGNED_RULED = 0.35;
/** Points within which edges are the same. */
const SAME_PT = 2.5;
/** Median number of words from which a column is prose. */
const PROSE_WORDS = 4;
/** Smallest share of lines in several columns in a table without rules: the others continue one cell. */
const SEVERAL = 0.25;
/** Smallest share of the columns that lines of a table without rules fill, on average. */
const FILLED = 0.4;

const BULLET =
  /^(?:[•◦▪■●○–—*·-]|\uf0b7|\(?[0-9]{1,3}(?:\.[0-9]{1,3}){0,3}[.)]?|\(?[a-zA-Z][.)]|\(?[ivxIVX]{1,5}[.)])$/;

export function isTabular(
  lines: readonly ChunkLine[],
  placed: readonly (readonly Placed[])[],
  columns: readonly Column[],
  rules: number,
): boolean {
  const ruled = rules > 0;
  const several = placed.filter((line) => new Set(line.map((each) => each.first)).size > 1);
  if (several.length < (ruled ? FEWEST_RULED : FEWEST_LINES)) return false;
  const byColumn = columns.map((_, column) =>
    several.flat().filter((each) => each.first === column && each.last === column),
  );
  if (byColumn.filter((each) => each.length >= 2).length < 2) return false;
  if (inColumnsOfProse(byColumn, several.length)) return false;
  const figures = byColumn.map(
    (each) => each.filter(({ chunk }) => chunk.numeric).length >= 0.6 * each.length && each.length >= 2,
  );
  const figureColumns = figures.filter((found, column) => found && column > 0).length;
  const [first] = byColumn;
  const bullets = first?.filter(({ chunk }) => BULLET.test(textOfChunk(chunk))).length ?? 0;
  const isList = columns.length === 2 && first !== undefined && bullets >= 0.7 * first.length;
  if (isList && !(ruled && figureColumns > 0)) return false;
  if (meanAlignment(byColumn) < (ruled ? ALIGNED_RULED : ALIGNED)) return false;
  if (ruled) return true;
  if (several.length < SEVERAL * lines.length) return false;
  const filled = several.reduce((sum, line) => sum + line.length, 0) / (several.length * columns.length);
  if (filled < FILLED) return false;
  if (columns.length > 2) return figureColumns > 0 || several.length >= 4;
  return figureColumns > 0 && (byColumn[1]?.length ?? 0) >= FEWEST_LINES && !isContents(byColumn[1] ?? []);
}

/** Whether two columns or more are prose and filled on most lines. */
function inColumnsOfProse(byColumn: readonly (readonly Placed[])[], lineCount: number): boolean {
  const prose = byColumn.filter((each) => {
    const words = each.map(({ chunk }) => chunk.words.length).sort((a, b) => a - b);
    return (words[words.length >> 1] ?? 0) >= PROSE_WORDS && each.length >= 0.6 * lineCount;
  }).length;
  const figures = byColumn.filter((each) => each.length > 2 && each.every(({ chunk }) => chunk.numeric)).length;
  const dense = byColumn.filter((each) => each.length >= DENSE * lineCount).length;
  return prose >= 2 && prose >= MOSTLY_PROSE * dense && figures === 0 && lineCount >= 4;
}

/** Whether a column has the page numbers of a table of contents: whole numbers that never fall. */
function isContents(column: readonly Placed[]): boolean {
  const numbers = column.map(({ chunk }) => textOfChunk(chunk)).filter((text) => /^(?:\d{1,3}|[ivxlc]+)$/.test(text));
  return (
    numbers.length >= 0.8 * column.length &&
    numbers.every((text, at) => at === 0 || !(Number(text) < Number(numbers[at - 1])))
  );
}

/** Share of the chunks at the commonest left edge, right edge or centre of their column; the mean over columns. */
function meanAlignment(byColumn: readonly (readonly Placed[])[]): number {
  let sum = 0;
  let count = 0;
  for (const each of byColumn) {
    if (each.length < 2) continue;
    const most = Math.max(
      mostWithin(each.map(({ chunk }) => chunk.bbox[0])),
      mostWithin(each.map(({ chunk }) => chunk.bbox[2])),
      mostWithin(each.map(({ chunk }) => (chunk.bbox[0] + chunk.bbox[2]) / 2)),
    );
    sum += most;
    count += each.length;
  }
  return count === 0 ? 0 : sum / count;
}

function mostWithin(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  let most = 0;
  let start = 0;
  for (let end = 0; end < sorted.length; end += 1) {
    while ((sorted[end] ?? 0) - (sorted[start] ?? 0) > SAME_PT) start += 1;
    most = Math.max(most, end - start + 1);
  }
  return most;
}
