/**
 * Rows whose cells are centred vertically, so that a short cell is between two lines of a tall one. In: lines in
 * chunks, from top to bottom. Out: the same lines, those of such a row joined to one, with chunks of several lines.
 */
import { centreX, centreY } from "../../geometry/boxes.js";
import { quantile } from "../../geometry/cluster.js";
import { type Chunk, type ChunkLine, columnsOf, isOver, joinedLine } from "../aligned/chunks.js";

/** Largest distance between interlocking lines, as a multiple of the type size: lines of one cell are farther apart. */
const INTERLOCKED = 0.9;
/** How much larger one's type may be than the other's. */
const SAME_SIZE = 1.25;
/** Share by which the distance between lines of one cell may differ. */
const SAME_LEADING = 0.08;
/** Largest difference between the starts, or the middles, of lines of one cell, in points. */
const SAME_PLACE_PT = 1.5;
/** Fewest cells of the middle line of a row. */
const FEWEST_CELLS = 3;
/** Fewest columns in which figures stand one below the other where the lines are rows. */
const FIGURE_COLUMNS = 2;
/** Fewest lines in each of two columns from which they are prose and not a row. */
const PROSE_LINES = 4;

/** Lines that one row takes at most. */
const MOST_LINES = 60;

/** Lines that make one row: from `first` to `last`, both among them. */
interface Span {
  first: number;
  last: number;
}

export function joinMiddleAlignedRows(lines: readonly ChunkLine[]): readonly ChunkLine[] {
  const spans = interlocked(lines);
  const leading = quantile(
    spans.flatMap(({ first, last }) => (last > first ? leadingsOf(lines.slice(first, last + 1)) : [])),
    0.5,
  );
  if (leading === 0) return lines;
  const rows: Span[] = [];
  const ends = endsBefore(spans, lines.length - 1);
  spans.forEach((span, at) => {
    const before = rows.at(-1);
    if (before !== undefined && span.first <= before.last) return;
    const cells = Math.max(...lines.slice(span.first, span.last + 1).map((line) => line.chunks.length));
    if (span.last > span.first || cells >= FEWEST_CELLS) {
      grow(span, lines, { first: lastRow(rows) + 1, last: ends[at] ?? span.last }, leading);
    }
    while (rows.length > 0 && (rows.at(-1)?.first ?? 0) >= span.first) rows.pop();
    rows.push(span);
  });
  const joined: ChunkLine[] = [];
  let at = 0;
  for (const { first, last } of rows) {
    joined.push(...lines.slice(at, first), joinedLine(lines.slice(first, last + 1)));
    at = last + 1;
  }
  return [...joined, ...lines.slice(at)];
}

/** For each span the last line before the next that is a row of several lines. */
function endsBefore(spans: readonly Span[], lastLine: number): number[] {
  const ends: number[] = [];
  let end = lastLine;
  for (let at = spans.length - 1; at >= 0; at -= 1) {
    ends[at] = end;
    const span = spans[at];
    if (span !== undefined && span.last > span.first) end = span.first - 1;
  }
  return ends;
}

/** The last line of the last row of several lines; those of one may be lines of the next row. */
const lastRow = (rows: readonly Span[]): number => rows.findLast(({ first, last }) => last > first)?.last ?? -1;

/** Lines of several cells, each with the lines that interlock with it; in order. */
function interlocked(lines: readonly ChunkLine[]): Span[] {
  const spans: Span[] = [];
  for (let first = 0; first < lines.length; first += 1) {
    let last = first;
    while (last - first < MOST_LINES && interlocks(lines[last], lines[last + 1])) last += 1;
    const own = lines.slice(first, last + 1);
    const several = last > first || own.some((line) => line.chunks.length > 1);
    const columns = several ? columnsOf(own) : [];
    if (several && !isProse(columns) && !hasRowsOfFigures(columns)) spans.push({ first, last });
    first = last;
  }
  return spans;
}

/** Whether two lines are too close to be lines of one cell, and fill different columns. */
function interlocks(above: ChunkLine | undefined, below: ChunkLine | undefined): boolean {
  if (above === undefined || below === undefined) return false;
  const [small, large] = [Math.min(above.sizePt, below.sizePt), Math.max(above.sizePt, below.sizePt)];
  return (
    large <= SAME_SIZE * small &&
    centreY(below.bbox) - centreY(above.bbox) < INTERLOCKED * small &&
    above.chunks.every((one) => below.chunks.every((other) => !isOver(one, other)))
  );
}

const isProse = (columns: readonly (readonly Chunk[])[]): boolean =>
  columns.length === 2 && columns.every((column) => column.length >= PROSE_LINES);

/** Whether several lines have figures in the same columns: figures do not wrap, so the lines are rows. */
const hasRowsOfFigures = (columns: readonly (readonly Chunk[])[]): boolean =>
  columns.filter((column) => column.filter(({ numeric }) => numeric).length >= 2).length >= FIGURE_COLUMNS;

/** Distances between the lines of cells of several lines. */
const leadingsOf = (lines: readonly ChunkLine[]): number[] =>
  columnsOf(lines).flatMap((column) =>
    column.slice(1).map((chunk, at) => centreY(chunk.bbox) - centreY(column[at]?.bbox ?? chunk.bbox)),
  );

/** Extends a row to lines above and below that continue its cells: equally on both sides, as cells are centred. */
function grow(span: Span, lines: readonly ChunkLine[], limits: Span, leading: number): void {
  while (span.first > limits.first && span.last < limits.last && span.last - span.first < MOST_LINES) {
    const columns = columnsOf(lines.slice(span.first, span.last + 1));
    const [above, below] = [lines[span.first - 1], lines[span.last + 1]];
    if (!continuesCells(above, columns, 0, leading) || !continuesCells(below, columns, -1, leading)) return;
    span.first -= 1;
    span.last += 1;
  }
}

/** Whether a line continues cells after the first, each aligned with its nearest line and at the usual distance. */
function continuesCells(
  line: ChunkLine | undefined,
  columns: readonly Chunk[][],
  nearest: 0 | -1,
  leading: number,
): boolean {
  if (line === undefined || line.chunks.length >= columns.length) return false;
  return line.chunks.every((own) =>
    columns.slice(columns.length > 2 ? 1 : 0).some((column) => {
      const chunk = column.at(nearest);
      if (chunk === undefined) return false;
      const away = Math.abs(centreY(own.bbox) - centreY(chunk.bbox));
      return (
        Math.abs(away - leading) <= SAME_LEADING * leading &&
        (Math.abs(own.bbox[0] - chunk.bbox[0]) <= SAME_PLACE_PT ||
          Math.abs(centreX(own.bbox) - centreX(chunk.bbox)) <= SAME_PLACE_PT)
      );
    }),
  );
}
