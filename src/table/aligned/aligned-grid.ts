/**
 * Lines in chunks to a grid, by the alignment of their chunks in columns; null where they are prose, a list or a
 * letter.
 */
import type { Word } from "../../model/page.js";
import type { Grid, GridCell } from "../grid.js";
import type { PlacedLine, RowRules } from "../rows/continuation.js";
import { findRowStarts, type RowStarts } from "../rows/rows.js";
import { isSharedLabel } from "../rows/shared-labels.js";
import type { Edge } from "../ruled/edges.js";
import type { ChunkLine } from "./chunks.js";
import { type Column, findColumns, type Placed, placeChunks } from "./columns.js";
import { isTabular } from "./is-tabular.js";
import { bodiesOf, spanningByRules, widenByCentre, widenByRules } from "./spanning-headings.js";
import { stackHeadings } from "./stacked-headings.js";

/** Lines that may be one table, with the rules among them. */
export interface Candidate {
  readonly lines: readonly ChunkLine[];
  readonly rules: readonly Edge[];
  /** How many rules separate its rows: 0 for lines that are only near each other. */
  readonly bounds: number;
  /** The lines that show the columns; absent where all do. */
  readonly inColumns?: readonly ChunkLine[];
  /** Lines known to begin a row; absent where none are known. */
  readonly rowStarts?: ReadonlySet<ChunkLine>;
  /** Whether the headings stand on a band of colour or between two rules: text in columns below them is a table. */
  readonly hasHeadingBand?: boolean;
  /** Whether the lines continue a table of the page before. */
  readonly continuesPageBefore?: boolean;
}

/** Smallest share of the table's width that a rule must cover to separate its rows. */
const WIDE_RULE = 0.5;

export function gridOfCandidate(candidate: Candidate): Grid | null {
  const { lines, rules, rowStarts, continuesPageBefore = false, hasHeadingBand = false } = candidate;
  const spanning = spanningByRules(lines, rules);
  const columns = findColumns((candidate.inColumns ?? lines).filter((line) => !spanning.has(line)));
  if (columns.length < 2) return null;
  const placed = placeChunks(lines, columns);
  if (!continuesPageBefore && !hasHeadingBand && !isTabular(lines, placed, columns, candidate.bounds)) return null;
  const placedLines = lines.map((line, at) => ({
    placed: widenByRules(placed, at, columns, rules),
    top: line.bbox[1],
    bottom: line.bbox[3],
    sizePt: line.sizePt,
  }));
  const rowStartTops = new Set([...(rowStarts ?? [])].map((line) => line.bbox[1]));
  const left = columns[0]?.x1 ?? 0;
  const x0 = Math.min(...lines.map((line) => line.bbox[0]));
  const x1 = Math.max(...lines.map((line) => line.bbox[2]));
  const dividers = rules.filter((rule) => Math.min(rule.to, x1) - Math.max(rule.from, x0) >= WIDE_RULE * (x1 - x0));
  const areSeparated = (above: PlacedLine, below: PlacedLine): boolean => {
    if (rowStartTops.has(below.top)) return true;
    if (rowStartTops.has(above.top) && (below.placed[0]?.chunk.bbox[0] ?? left) < left) return true;
    const [from, to] = [(above.top + above.bottom) / 2, (below.top + below.bottom) / 2];
    return dividers.some((rule) => rule.at > from && rule.at < to);
  };
  const rows = findRowStarts(placedLines, { areSeparated, columns });
  const bodies = bodiesOf(placedLines.slice(rows.headingLines), columns);
  const headed = placedLines.map((line, at) =>
    at < rows.headingLines && line.placed.length < (placedLines[at + 1]?.placed.length ?? 0)
      ? { ...line, placed: widenByCentre(line.placed, placedLines[at + 1]?.placed ?? [], bodies) }
      : line,
  );
  const built = buildGrid(headed, columns, findRowStarts(headed, { areSeparated, columns }), areSeparated);
  const grid = stackHeadings(built);
  return grid.ys.length < 3 && !continuesPageBefore ? null : grid;
}

interface Part {
  first: number;
  last: number;
  words: Word[];
  rowFirst: number;
  rowLast: number;
}

function buildGrid(
  lines: readonly PlacedLine[],
  columns: readonly Column[],
  { starts, headingLines }: RowStarts,
  areSeparated: RowRules["areSeparated"],
): Grid {
  const rows: Part[][] = [];
  const tops: number[] = [];
  const bottoms: number[] = [];
  const joinable: boolean[] = [];
  lines.forEach((line, at) => {
    if (starts[at] === true && starts[at + 1] === true && isSharedLabel(lines, at)) {
      const [rowFirst, rowLast] = [rows.length - 1, rows.length];
      for (const { chunk, first, last } of line.placed)
        rows.at(-1)?.push({ first, last, words: [...chunk.words], rowFirst, rowLast });
      return;
    }
    if (starts[at] === true || rows.length === 0) {
      rows.push([]);
      tops.push(line.top);
      bottoms.push(line.bottom);
      const above = lines[at - 1];
      joinable.push(at < headingLines && above !== undefined && !areSeparated(above, line));
    }
    const row = rows[rows.length - 1];
    bottoms[bottoms.length - 1] = Math.max(bottoms.at(-1) ?? 0, line.bottom);
    for (const each of line.placed) addPart(row ?? [], each, rows.length - 1);
  });
  joinStackedHeadings(rows, joinable);
  const cells: GridCell[] = rows.flatMap((row) =>
    row.map(({ first, last, words, rowFirst, rowLast }) => ({
      row: rowFirst,
      column: first,
      rowSpan: rowLast - rowFirst + 1,
      columnSpan: last - first + 1,
      words,
    })),
  );
  const xs = [
    Math.min(...lines.flatMap((line) => line.placed.map((each) => each.chunk.bbox[0]))),
    ...columns.slice(1).map((column, at) => (column.x0 + (columns[at]?.x1 ?? column.x0)) / 2),
    Math.max(...lines.flatMap((line) => line.placed.map((each) => each.chunk.bbox[2]))),
  ];
  const ys = [tops[0] ?? 0, ...tops.slice(1).map((top, at) => (top + (bottoms[at] ?? top)) / 2), bottoms.at(-1) ?? 0];
  return { xs, ys, cells: cells.sort((a, b) => a.row - b.row || a.column - b.column) };
}

/** Adds a chunk to its row; parts of one cell that overlap the same columns are merged. */
function addPart(row: Part[], { chunk, first, last }: Placed, index: number): void {
  const touching = row.filter((part) => part.first <= last && part.last >= first);
  const [into] = touching;
  if (into === undefined) {
    row.push({ first, last, words: [...chunk.words], rowFirst: index, rowLast: index });
    return;
  }
  for (const part of touching) {
    into.first = Math.min(into.first, part.first, first);
    into.last = Math.max(into.last, part.last, last);
    if (part !== into) {
      into.words.push(...part.words);
      row.splice(row.indexOf(part), 1);
    }
  }
  into.words.push(...chunk.words);
}

/** Joins the lines of a heading beside a spanning one to a single cell over all heading rows. */
function joinStackedHeadings(rows: Part[][], joinable: readonly boolean[]): void {
  for (let at = 1; at < rows.length; at += 1) {
    if (joinable[at] !== true) continue;
    const [above, below] = [rows[at - 1], rows[at]];
    if (above === undefined || below === undefined) continue;
    for (const part of [...above]) {
      const same = below.find((other) => other.first === part.first && other.last === part.last);
      if (same === undefined || part.first !== part.last) continue;
      same.words.unshift(...part.words);
      same.rowFirst = part.rowFirst;
      above.splice(above.indexOf(part), 1);
    }
  }
}
