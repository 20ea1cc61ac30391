/**
 * Headings over several columns. In: chunks in columns. Out: the same, with headings extended over the columns that the
 * short rule below them, or their centring, shows.
 */
import type { Bbox } from "../../schema/values.js";
import type { PlacedLine } from "../rows/continuation.js";
import type { Edge } from "../ruled/edges.js";
import type { Chunk, ChunkLine } from "./chunks.js";
import type { Column, Placed } from "./columns.js";

/** Largest distance between a spanning heading and the rule below it, in points. */
const UNDER_HEADING_PT = 12;
/** Largest distance of a heading from the centre of its columns, in points: figures leave room on one side. */
const OFF_CENTRE_PT = 10;
/** Largest difference between edges of cells that are aligned, in points. */
const SAME_EDGE_PT = 3;

/** How much longer than its heading a rule is that shows what it spans, in points. */
const LONGER_PT = 6;
/** Most lines at the top of a table that may be such headings. */
const MOST_LINES = 4;

/** The lines at the top of which each text has a short rule of its own below it: they do not show the columns. */
export function spanningByRules(lines: readonly ChunkLine[], rules: readonly Edge[]): ReadonlySet<ChunkLine> {
  const isOverRule = ({ bbox: [left, , right, bottom] }: Chunk): boolean =>
    rules.some(
      ({ at, from, to }) =>
        at >= bottom - 2 &&
        at - bottom <= UNDER_HEADING_PT &&
        from <= left + 1 &&
        to >= right - 1 &&
        to - from >= right - left + LONGER_PT,
    );
  const rulesUnder = ({ chunks }: ChunkLine): number =>
    rules.filter(({ at, from, to }) =>
      chunks.some(
        ({ bbox: [left, , right, bottom] }) =>
          at >= bottom - 2 && at - bottom <= UNDER_HEADING_PT && from < right && to > left,
      ),
    ).length;
  return new Set(
    lines
      .slice(0, MOST_LINES)
      .filter(
        (line) => line.chunks.length > 1 && line.chunks.every(isOverRule) && rulesUnder(line) >= line.chunks.length,
      ),
  );
}

/**
 * Extends the headings of a line over the columns that the short rule below them covers.
 * @param lines the table's lines, from top to bottom
 * @param at the line whose headings are extended
 */
export function widenByRules(
  lines: readonly (readonly Placed[])[],
  at: number,
  columns: readonly Column[],
  rules: readonly Edge[],
): readonly Placed[] {
  const placed = lines[at] ?? [];
  return placed.map((each) => {
    const [left, , right, bottom] = each.chunk.bbox;
    const under = rules.find(
      (rule) =>
        rule.at >= bottom - 2 && rule.at - bottom <= UNDER_HEADING_PT && rule.from <= left + 1 && rule.to >= right - 1,
    );
    if (under === undefined) return each;
    const covered = columns.flatMap((column, index) => {
      const middle = (column.x0 + column.x1) / 2;
      return middle > under.from && middle < under.to ? [index] : [];
    });
    const others = placed.filter((other) => other !== each && covered.includes(other.first));
    if (covered.length < 2 || others.length > 0 || covered.length === columns.length) return each;
    if (endsRow(each, lines.slice(0, at), under, rules)) return each;
    return { ...each, first: Math.min(each.first, covered[0] ?? 0), last: Math.max(each.last, covered.at(-1) ?? 0) };
  });
}

/**
 * Whether a chunk is the last line of a row's longest cell: since the rule before, other columns over the same rule have
 * text of their own.
 */
function endsRow(each: Placed, before: readonly (readonly Placed[])[], under: Edge, rules: readonly Edge[]): boolean {
  const [left, top, right] = each.chunk.bbox;
  const above = rules
    .filter((rule) => rule.at < top + 2 && rule.from < under.to && rule.to > under.from)
    .reduce((lowest, { at }) => Math.max(lowest, at), Number.NEGATIVE_INFINITY);
  const from = before.findLastIndex((line) => line.some(({ chunk }) => chunk.bbox[3] <= above + 2)) + 1;
  return before
    .slice(from)
    .flat()
    .some(
      ({ chunk: { bbox } }) =>
        bbox[0] < under.to && bbox[2] > under.from && (bbox[2] <= left || bbox[0] >= right) && bbox[3] > above + 2,
    );
}

/** The extents of the columns' cells below the headings. */
export function bodiesOf(lines: readonly PlacedLine[], columns: readonly Column[]): Column[] {
  return columns.map((column, at) => {
    const chunks = lines.flatMap((line) =>
      line.placed.filter((each) => each.first === at && each.last === at).map((each) => each.chunk.bbox),
    );
    if (chunks.length === 0) return column;
    return { x0: Math.min(...chunks.map((box) => box[0])), x1: Math.max(...chunks.map((box) => box[2])) };
  });
}

/** Left bound of a column's slot: figures are aligned right, so a slot starts where the one before ends. */
function slotStart(columns: readonly Column[], at: number): number {
  const [before, own, next] = [columns[at - 1], columns[at], columns[at + 1]];
  if (own === undefined) return 0;
  if (at > 1 && before !== undefined) return before.x1;
  return next === undefined ? own.x0 : Math.min(own.x0, own.x1 - (next.x1 - own.x1));
}

const startsOrEndsWith = (one: Bbox, left: number, right: number): boolean =>
  Math.abs(one[0] - left) <= SAME_EDGE_PT ||
  Math.abs(one[2] - right) <= SAME_EDGE_PT ||
  Math.abs(one[0] + one[2] - left - right) <= 2 * SAME_EDGE_PT;

/**
 * Extends headings over the columns that they are centred over, unless they are aligned with the cell below.
 * @param below the next line
 * @param columns extents of the cells below the headings
 */
export function widenByCentre(
  placed: readonly Placed[],
  below: readonly Placed[],
  columns: readonly Column[],
): Placed[] {
  return placed.map((each, index) => {
    const own = columns[each.first];
    const box = each.chunk.bbox;
    if (own === undefined || each.first !== each.last || each.first === 0) return each;
    const under = below.find((other) => other.first === each.first);
    if (startsOrEndsWith(box, own.x0, own.x1)) return each;
    if (under !== undefined && startsOrEndsWith(box, under.chunk.bbox[0], under.chunk.bbox[2])) return each;
    const from = Math.max(1, (placed[index - 1]?.last ?? 0) + 1);
    const to = (placed[index + 1]?.first ?? columns.length) - 1;
    let best = each;
    let bestAway = OFF_CENTRE_PT;
    for (let first = from; first <= each.first; first += 1)
      for (let last = Math.max(first + 1, each.first); last <= to; last += 1) {
        const right = columns[last]?.x1 ?? 0;
        const away = Math.min(
          ...[columns[first]?.x0 ?? 0, slotStart(columns, first)].map((left) =>
            Math.abs((left + right) / 2 - (box[0] + box[2]) / 2),
          ),
        );
        if (away < bestAway) {
          best = { ...each, first, last };
          bestAway = away;
        }
      }
    return best;
  });
}
