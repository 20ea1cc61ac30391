/**
 * Divides a column of updates among the rows it belongs to, when nothing printed shows where one row ends. In: the column's
 * paragraphs over all pages, and what is known of the rows. Out: for each paragraph the rows that it may belong to. Each row
 * begins on its own page, and its dates fall. Of all ways to divide the column so, those are considered that cost least: a row
 * without text, one that begins without a date or before the reporting period, and one whose height does not agree with
 * the white space beside it each cost something.
 */
import { compareDates } from "../../language/dates.js";
import { type Boundaries, CostTable, NEVER } from "./cost-table.js";

/** A paragraph of the column, or a dated heading with the paragraph after it. */
export interface Unit {
  readonly date: string | null;
  readonly lines: number;
}

export interface RowEvidence {
  /** The units before which the row may begin: those of its page, and the end of them. */
  readonly from: number;
  readonly to: number;
  /** Lines of the highest of its other cells. */
  readonly lines: number;
  /** Whether white space separates its status from the next one of the page; null where it cannot be told. */
  readonly gap: boolean | null;
  /** Whether the next row's cells are right below its own, so that its text is no longer than they are. */
  readonly isShort: boolean;
}

/** The first and the last row that a unit may belong to; 0 is the row before the first one. */
export type RowRange = readonly [first: number, last: number];

export interface ColumnEvidence {
  readonly rows: readonly RowEvidence[];
  /** Whether the text may begin with the rest of a row before the first one. */
  readonly carries: boolean;
  /** First day of the reporting period: a row's latest update hardly lies before it. */
  readonly periodStart: string | null;
}

/** Work allowed, in pairs of boundaries: beyond it nothing is divided. */
const MOST_WORK = 400_000;
/** A row of at most so many lines leaves no white space between its status and the next, and one of fewer does not. */
const GAP_LINES = 3;

/**
 * What a row costs that begins without a date, that begins on the page after its other cells, whose first date is before the
 * period, that is empty, or whose height disagrees.
 */
const UNDATED = 1;
const ON_NEXT_PAGE = 4;
const BEFORE_PERIOD = 3;
const EMPTY = 2;
const EMPTY_SHORT = 0.5;
const WRONG_HEIGHT = 6;

/** The rows that each unit may belong to; null where the column cannot be divided at all. */
export function splitUnits(units: readonly Unit[], evidence: ColumnEvidence): RowRange[] | null {
  const spans = spansOf(units.length, evidence);
  if (spans === null) return null;
  const cost = segmentCost(units, evidence);
  const before = costsBefore(units.length, spans, cost);
  const best = before.at(spans.length, units.length);
  if (best === NEVER) return null;
  const after = costsAfter(units.length, spans, cost);
  // Costs are sums of the same few figures, in another order: what differs by less than any of them is equal.
  const isBest = (sum: number): boolean => Math.abs(sum - best) < EMPTY_SHORT / 2;
  return rangesOf(units.length, spans, (row, from, to) =>
    isBest(before.at(row, from) + cost(row, from, to) + after.at(row + 1, to)),
  );
}

/** Where a row may begin, and where it may end: each from and to a boundary. */
interface Span {
  readonly starts: Boundaries;
  readonly ends: Boundaries;
}

/** The spans of the row before the first one and of all others; null where trying them is too much work. */
function spansOf(units: number, { rows, carries }: ColumnEvidence): Span[] | null {
  const starts: Boundaries[] = [[0, 0], ...rows.map(({ from, to }) => [from, to] as const)];
  if (!carries && rows.length > 0) starts[1] = [0, 0];
  const spans = starts.map((own, row): Span => ({ starts: own, ends: starts[row + 1] ?? [units, units] }));
  const width = ([from, to]: Boundaries): number => to - from + 1;
  const work = spans.reduce((sum, span) => sum + width(span.starts) * width(span.ends), 0);
  return work > MOST_WORK ? null : spans;
}

/** What it costs a row to hold the units from one boundary to another. */
type Cost = (row: number, from: number, to: number) => number;

const tableFor = (spans: readonly Span[], units: number): CostTable =>
  new CostTable([...spans.map(({ starts }) => starts), [units, units]]);

function forEachSegment({ starts, ends }: Span, visit: (from: number, to: number) => void): void {
  for (let from = starts[0]; from <= starts[1]; from += 1)
    for (let to = Math.max(from, ends[0]); to <= ends[1]; to += 1) visit(from, to);
}

/** The least cost of giving the rows before one the units before a boundary. */
function costsBefore(units: number, spans: readonly Span[], cost: Cost): CostTable {
  const before = tableFor(spans, units);
  before.lower(0, 0, 0);
  spans.forEach((span, row) => {
    forEachSegment(span, (from, to) => {
      const so = before.at(row, from);
      if (so < NEVER) before.lower(row + 1, to, so + cost(row, from, to));
    });
  });
  return before;
}

/** The least cost of giving the rows from one on the units from a boundary on. */
function costsAfter(units: number, spans: readonly Span[], cost: Cost): CostTable {
  const after = tableFor(spans, units);
  after.lower(spans.length, units, 0);
  for (let row = spans.length - 1; row >= 0; row -= 1) {
    const span = spans[row];
    if (span === undefined) continue;
    forEachSegment(span, (from, to) => {
      const rest = after.at(row + 1, to);
      if (rest < NEVER) after.lower(row, from, cost(row, from, to) + rest);
    });
  }
  return after;
}

/** For each unit the rows that the best ways give it. */
function rangesOf(
  units: number,
  spans: readonly Span[],
  isUsed: (row: number, from: number, to: number) => boolean,
): RowRange[] {
  const first = new Array<number>(units).fill(NEVER);
  const last = new Array<number>(units).fill(-1);
  spans.forEach((span, row) => {
    const farthest = new Map<number, number>();
    forEachSegment(span, (from, to) => {
      if (to > from && isUsed(row, from, to)) farthest.set(from, to);
    });
    for (const [from, to] of farthest)
      for (let unit = from; unit < to; unit += 1) {
        first[unit] = Math.min(first[unit] ?? row, row);
        last[unit] = Math.max(last[unit] ?? row, row);
      }
  });
  return first.map((row, unit) => [row, last[unit] ?? row]);
}

/** What the costs of segments follow from. */
interface Facts {
  readonly units: readonly Unit[];
  /** Lines before each unit. */
  readonly lines: readonly number[];
  readonly nextDated: readonly number[];
  readonly runStart: readonly number[];
  readonly periodStart: string | null;
}

function segmentCost(units: readonly Unit[], { rows, carries, periodStart }: ColumnEvidence): Cost {
  const lines = [0];
  for (const unit of units) lines.push((lines.at(-1) ?? 0) + unit.lines);
  const facts: Facts = {
    units,
    lines,
    nextDated: nextDatedUnits(units),
    runStart: runStarts(units),
    periodStart,
  };
  return (row, from, to) => {
    const own = rows[row - 1];
    if (own === undefined) return to > from && (!carries || !datesFall(facts, from, to)) ? NEVER : 0;
    if (from === to) return own.isShort ? EMPTY_SHORT : EMPTY;
    return datesFall(facts, from, to) ? rowCost(facts, own, from, to) : NEVER;
  };
}

function datesFall({ units, nextDated, runStart }: Facts, from: number, to: number): boolean {
  return (runStart[to - 1] ?? 0) <= Math.max(nextDated[from] ?? units.length, from);
}

function rowCost({ units, lines, nextDated, periodStart }: Facts, row: RowEvidence, from: number, to: number): number {
  const dated = nextDated[from] ?? units.length;
  const date = dated < to ? (units[dated]?.date ?? null) : null;
  const height = to <= row.to ? (lines[to] ?? 0) - (lines[from] ?? 0) : null;
  let cost = dated === from ? 0 : UNDATED;
  if (from === row.to && row.to > row.from) cost += ON_NEXT_PAGE;
  if (isBefore(date, periodStart)) cost += BEFORE_PERIOD;
  return height === null || fitsHeight(row, height) ? cost : cost + WRONG_HEIGHT;
}

/** For each unit the first one from it on that has a date. */
function nextDatedUnits(units: readonly Unit[]): number[] {
  const next = new Array<number>(units.length + 1).fill(units.length);
  for (let at = units.length - 1; at >= 0; at -= 1)
    next[at] = units[at]?.date !== null ? at : (next[at + 1] ?? units.length);
  return next;
}

/** For each unit the first one from which dates fall without a break to it. */
function runStarts(units: readonly Unit[]): number[] {
  let start = 0;
  let previous: string | null = null;
  return units.map(({ date }, at) => {
    if (date === null) return start;
    if (previous !== null && compareDates(date, previous) >= 0) start = at;
    previous = date;
    return start;
  });
}

const isBefore = (date: string | null, other: string | null): boolean =>
  date !== null && other !== null && compareDates(date, other) < 0;

/** Whether a row's height agrees with the white space below its status and its other cells, where it can be told. */
function fitsHeight({ lines, gap, isShort }: RowEvidence, height: number): boolean {
  if (isShort && height > lines + 1) return false;
  if (gap === null) return true;
  const highest = Math.max(lines, height);
  return gap ? highest >= GAP_LINES : highest <= GAP_LINES;
}
