/** Lines in chunks to a grid by how they stand in columns; null where they are prose, a list or a letter. */
import { clusterValues, nearestIndex } from "../geometry/cluster.js";
import type { Word } from "../model/page.js";
import type { ChunkLine } from "./chunks.js";
import { type Column, findColumns, type Placed, placeChunks } from "./columns.js";
import type { Edge } from "./edges.js";
import type { Grid, GridCell } from "./lattice.js";
import { isTabular } from "./plausible.js";
import type { Candidate } from "./regions.js";
import { findRowStarts, type PlacedLine, type RowRules, type RowStarts } from "./rows.js";

/** Share of the table's width that a rule must cover to part its rows. */
const WIDE_RULE = 0.5;
/** Widest gap, in sizes of the type, to a line that goes on with a table. */
const WIDEST_GAP = 1.6;
/** How far, in points, a heading may stand from the centre of what it heads: figures leave room at one side. */
const OFF_CENTRE_PT = 14;
/** Points within which edges of chunks are the same, and share of them that makes columns the same. */
const SAME_EDGE_PT = 3;
const ALIKE = 0.7;
/** How far, in points, a line may run past a table's outer columns. */
const NEAR_PT = 25;
/** How far, in points, a rule under a spanning heading may stand from it. */
const UNDER_HEADING_PT = 12;

export function gridOfCandidate(candidate: Candidate): Grid | null {
  const { lines, rules } = candidate;
  const columns = findColumns(lines);
  if (columns.length < 2) return null;
  const placed = placeChunks(lines, columns);
  if (!isTabular(lines, placed, columns, candidate.bounds)) return null;
  const placedLines = lines.map((line, at) => ({
    placed: widenByRules(placed[at] ?? [], columns, rules),
    top: line.bbox[1],
    bottom: line.bbox[3],
    sizePt: line.sizePt,
  }));
  const x0 = Math.min(...lines.map((line) => line.bbox[0]));
  const x1 = Math.max(...lines.map((line) => line.bbox[2]));
  const dividers = rules.filter((rule) => Math.min(rule.to, x1) - Math.max(rule.from, x0) >= WIDE_RULE * (x1 - x0));
  const parted = (above: PlacedLine, below: PlacedLine): boolean => {
    const [from, to] = [(above.top + above.bottom) / 2, (below.top + below.bottom) / 2];
    return dividers.some((rule) => rule.at > from && rule.at < to);
  };
  const rows = findRowStarts(placedLines, { parted, columns });
  const headed = placedLines.map((line, at) =>
    at < rows.headLines - 1 ? { ...line, placed: widenByCentre(line.placed, columns) } : line,
  );
  const grid = buildGrid(headed, columns, findRowStarts(headed, { parted, columns }), parted);
  return grid.ys.length < 3 ? null : grid;
}

/**
 * Lines beyond a table's last rule that go on in its columns: a row that the page's end cut, a heading above the first
 * rule. `beyond` comes in order away from the table; a line over several columns, or a wide gap, ends it.
 */
export function linesBeyond(table: readonly ChunkLine[], beyond: readonly ChunkLine[]): ChunkLine[] {
  const columns = findColumns(table);
  const last = table.at(-1);
  if (columns.length < 2 || last === undefined) return [];
  const kept: ChunkLine[] = [];
  let [top, bottom] = [Math.min(...table.map((line) => line.bbox[1])), Math.max(...table.map((line) => line.bbox[3]))];
  let rows = 0;
  for (const line of beyond) {
    const gap = Math.max(line.bbox[1] - bottom, top - line.bbox[3]);
    const [placed] = placeChunks([line], columns);
    if (placed === undefined || gap > WIDEST_GAP * line.sizePt || !placed.every((each) => fitsColumn(each, columns)))
      break;
    if (placed.length > 1) rows += 1;
    else if (placed[0]?.first === 0 && rows === 0) break;
    [top, bottom] = [Math.min(top, line.bbox[1]), Math.max(bottom, line.bbox[3])];
    kept.push(line);
  }
  while (kept.length > 0 && isLabelOnly(kept.at(-1), columns)) kept.pop();
  return rows > 0 || kept.length > 2 ? kept : [];
}

/** A note under a table stands where its first column does. */
function isLabelOnly(line: ChunkLine | undefined, columns: readonly Column[]): boolean {
  return (
    line !== undefined &&
    placeChunks([line], columns)
      .flat()
      .every((each) => each.first === 0)
  );
}

function fitsColumn({ chunk, first, last }: Placed, columns: readonly Column[]): boolean {
  const [before, own, next] = [columns[first - 1], columns[first], columns[first + 1]];
  if (first !== last || own === undefined) return false;
  return chunk.bbox[0] > (before?.x1 ?? own.x0 - NEAR_PT) && chunk.bbox[2] < (next?.x0 ?? own.x1 + NEAR_PT);
}

/** A heading spans the columns that the short rule under it spans. */
function widenByRules(placed: readonly Placed[], columns: readonly Column[], rules: readonly Edge[]): Placed[] {
  return placed.map((each) => {
    const [left, , right, bottom] = each.chunk.bbox;
    const under = rules.find(
      (rule) =>
        rule.at >= bottom - 2 && rule.at - bottom <= UNDER_HEADING_PT && rule.from <= left + 1 && rule.to >= right - 1,
    );
    if (under === undefined) return each;
    const covered = columns.flatMap((column, at) => {
      const middle = (column.x0 + column.x1) / 2;
      return middle > under.from && middle < under.to ? [at] : [];
    });
    const others = placed.filter((other) => other !== each && covered.includes(other.first));
    if (covered.length < 2 || others.length > 0 || covered.length === columns.length) return each;
    return { ...each, first: Math.min(each.first, covered[0] ?? 0), last: Math.max(each.last, covered.at(-1) ?? 0) };
  });
}

/** A heading centred over several columns, and not over the one it stands in, spans them. */
function widenByCentre(placed: readonly Placed[], columns: readonly Column[]): Placed[] {
  return placed.map((each, index) => {
    const own = columns[each.first];
    const [left, , right] = each.chunk.bbox;
    const middle = (left + right) / 2;
    if (own === undefined || each.first !== each.last || each.first === 0) return each;
    if (Math.abs((own.x0 + own.x1) / 2 - middle) <= OFF_CENTRE_PT) return each;
    const from = Math.max(1, (placed[index - 1]?.last ?? 0) + 1);
    const to = (placed[index + 1]?.first ?? columns.length) - 1;
    let best = each;
    let bestOff = OFF_CENTRE_PT;
    for (let first = from; first <= each.first; first += 1)
      for (let last = Math.max(first + 1, each.first); last <= to; last += 1) {
        const off = Math.abs(((columns[first]?.x0 ?? 0) + (columns[last]?.x1 ?? 0)) / 2 - middle);
        if (off < bestOff) {
          best = { ...each, first, last };
          bestOff = off;
        }
      }
    return best;
  });
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
  { starts, headLines }: RowStarts,
  parted: RowRules["parted"],
): Grid {
  const rows: Part[][] = [];
  const tops: number[] = [];
  const bottoms: number[] = [];
  const joinable: boolean[] = [];
  lines.forEach((line, at) => {
    if (starts[at] === true || rows.length === 0) {
      rows.push([]);
      tops.push(line.top);
      bottoms.push(line.bottom);
      const above = lines[at - 1];
      joinable.push(at < headLines && above !== undefined && !parted(above, line));
    }
    const row = rows[rows.length - 1];
    bottoms[bottoms.length - 1] = Math.max(bottoms.at(-1) ?? 0, line.bottom);
    for (const each of line.placed) addPart(row ?? [], each, rows.length - 1);
  });
  joinHeads(rows, joinable);
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

/** Adds a chunk to its row; parts of one cell that lie over each other's columns become one. */
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

/** A heading beside a spanning one is one cell over the rows of the head: its lines are put together. */
function joinHeads(rows: Part[][], joinable: readonly boolean[]): void {
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

/** Whether lines below stand in the columns of those above: most of their chunks start or end where others do. */
export function alikeColumns(above: readonly ChunkLine[], below: readonly ChunkLine[]): boolean {
  const columns = findColumns(above);
  const several = (lines: readonly ChunkLine[]) =>
    lines.filter((line) => line.chunks.length > 1).flatMap((line) => line.chunks);
  const edges = (at: 0 | 2): number[] =>
    clusterValues(
      several(above).map((chunk) => chunk.bbox[at]),
      SAME_EDGE_PT,
    );
  const [starts, ends] = [edges(0), edges(2)];
  const isNear = (values: readonly number[], value: number): boolean =>
    Math.abs((values[nearestIndex(values, value)] ?? Number.POSITIVE_INFINITY) - value) <= SAME_EDGE_PT;
  const chunks = several(below);
  const same = chunks.filter((chunk) => isNear(starts, chunk.bbox[0]) || isNear(ends, chunk.bbox[2])).length;
  const reached = new Set(
    placeChunks(below, columns)
      .flat()
      .map((each) => each.first),
  ).size;
  return columns.length >= 2 && same >= ALIKE * chunks.length && reached >= ALIKE * columns.length;
}
