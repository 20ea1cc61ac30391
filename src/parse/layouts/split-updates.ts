/**
 * Divides a column of updates among the rows it belongs to, when nothing printed shows where one row ends. In: the column's
 * paragraphs, and what is known of its rows. Out: the row of each paragraph. Of all ways to divide them that the evidence
 * allows, those with the fewest rows that begin without a date are considered; a paragraph goes to a row only when all of
 * them agree on it.
 */
import { compareDates } from "../../language/dates.js";

/** A paragraph of the column, or a dated heading with the paragraph after it. */
export interface Unit {
  readonly date: string | null;
  readonly lines: number;
}

export interface ColumnEvidence {
  /** Rows that begin here; each has some text. */
  readonly rows: number;
  /** Whether the text may continue from the row before. */
  readonly carries: boolean;
  /** Last date of that row, null where it has none. */
  readonly carriedDate: string | null;
  /** First day of the reporting period: a row's latest update hardly lies before it. */
  readonly periodStart: string | null;
  /** For each row but the last, whether white space separates its status from the next; null where it cannot be told. */
  readonly gaps: readonly boolean[] | null;
}

/** Work allowed, in pairs of boundaries: beyond it nothing is divided. */
const MOST_WORK = 400_000;
/** A row of at most so many lines leaves no white space between its status and the next, and one of fewer does not. */
const GAP_LINES = 3;

type Rule = "period" | "gaps";

/** The row of each unit: 0 for the one before, 1 and up for those that begin here, null where it stays open. */
export function splitUnits(units: readonly Unit[], evidence: ColumnEvidence): (number | null)[] {
  const open = units.map(() => null);
  if (units.length * units.length * (evidence.rows + 1) > MOST_WORK) return open;
  for (const rules of [["period", "gaps"], ["gaps"], ["period"], []] satisfies Rule[][]) {
    const found = splitBy(units, evidence, rules);
    if (found !== null) return found;
  }
  return open;
}

function splitBy(units: readonly Unit[], evidence: ColumnEvidence, rules: readonly Rule[]): (number | null)[] | null {
  const m = units.length;
  const last = evidence.rows;
  const cost = segmentCost(units, evidence, rules);
  const ahead = costsAhead(m, last, cost);
  const best = at(ahead, last + 1, m);
  if (best === NEVER) return null;
  const after = costsAfter(m, last, cost);
  return agreedRows(
    units,
    last,
    (row, from, to) => at(ahead, row, from) + cost(row, from, to) + at(after, row + 1, to) === best,
  );
}

/** What it costs a row to hold the units from one boundary to another. */
type Cost = (row: number, from: number, to: number) => number;

const emptyTable = (units: number, last: number): number[][] =>
  Array.from({ length: last + 2 }, () => new Array<number>(units + 1).fill(NEVER));

/** By row and boundary, the least cost of giving the rows before it the units before the boundary. */
function costsAhead(units: number, last: number, cost: Cost): number[][] {
  const ahead = emptyTable(units, last);
  lower(ahead, 0, 0, 0);
  for (let row = 0; row <= last; row += 1)
    for (let from = 0; from <= units; from += 1) {
      const so = at(ahead, row, from);
      if (so === NEVER) continue;
      for (let to = from; to <= units; to += 1) lower(ahead, row + 1, to, so + cost(row, from, to));
    }
  return ahead;
}

/** By row and boundary, the least cost of giving the rows from it on the units from the boundary on. */
function costsAfter(units: number, last: number, cost: Cost): number[][] {
  const after = emptyTable(units, last);
  lower(after, last + 1, units, 0);
  for (let row = last; row >= 0; row -= 1)
    for (let to = 0; to <= units; to += 1) {
      const so = at(after, row + 1, to);
      if (so === NEVER) continue;
      for (let from = 0; from <= to; from += 1) lower(after, row, from, so + cost(row, from, to));
    }
  return after;
}

const NEVER = Number.POSITIVE_INFINITY;
const at = (grid: readonly number[][], row: number, column: number): number => grid[row]?.[column] ?? NEVER;
function lower(grid: readonly number[][], row: number, column: number, value: number): void {
  const line = grid[row];
  if (line !== undefined && value < (line[column] ?? NEVER)) line[column] = value;
}

/** For each unit the one row that every best way gives it, or null. */
function agreedRows(
  units: readonly Unit[],
  last: number,
  used: (row: number, from: number, to: number) => boolean,
): (number | null)[] {
  const first = units.map(() => NEVER);
  const final = units.map(() => -1);
  for (let row = 0; row <= last; row += 1)
    for (let from = 0; from < units.length; from += 1) {
      let to = units.length;
      while (to > from && !used(row, from, to)) to -= 1;
      for (let index = from; index < to; index += 1) {
        first[index] = Math.min(first[index] ?? row, row);
        final[index] = Math.max(final[index] ?? row, row);
      }
    }
  return units.map((_, index) => (first[index] === final[index] ? (first[index] ?? null) : null));
}

/** What is known of the units and rows by the rules that are followed. */
interface Known {
  readonly units: readonly Unit[];
  readonly evidence: ColumnEvidence;
  /** Lines before each unit. */
  readonly lines: readonly number[];
  readonly nextDated: readonly number[];
  readonly runStart: readonly number[];
  readonly periodStart: string | null;
  readonly gaps: readonly boolean[] | null;
}

function segmentCost(units: readonly Unit[], evidence: ColumnEvidence, rules: readonly Rule[]): Cost {
  const lines = [0];
  for (const unit of units) lines.push((lines.at(-1) ?? 0) + unit.lines);
  const known: Known = {
    units,
    evidence,
    lines,
    nextDated: nextDatedUnits(units),
    runStart: runStarts(units),
    periodStart: rules.includes("period") ? evidence.periodStart : null,
    gaps: rules.includes("gaps") ? evidence.gaps : null,
  };
  return (row, from, to) => (isAllowed(known, row, from, to) ? undatedCost(known, row, from) : NEVER);
}

/** A row that begins here costs 1 where it does so without a date. */
const undatedCost = ({ nextDated }: Known, row: number, from: number): number =>
  row === 0 || nextDated[from] === from ? 0 : 1;

function isAllowed(known: Known, row: number, from: number, to: number): boolean {
  const { units, evidence, lines, nextDated, runStart, periodStart, gaps } = known;
  const dated = nextDated[from] ?? units.length;
  const date = dated < to ? (units[dated]?.date ?? null) : null;
  if (to > from && (runStart[to - 1] ?? 0) > Math.max(dated, from)) return false;
  if (row === 0) return mayGoOn(evidence, to === from, date);
  if (to === from || isBefore(date, periodStart)) return false;
  return fitsGap(gaps?.[row - 1], (lines[to] ?? 0) - (lines[from] ?? 0));
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

/** Whether units may be the rest of the row before, by the first date among them. */
function mayGoOn({ carries, carriedDate }: ColumnEvidence, isEmpty: boolean, date: string | null): boolean {
  if (!carries) return isEmpty;
  return date === null || carriedDate === null || compareDates(date, carriedDate) < 0;
}

/** Whether a row's height agrees with the white space below its status, where it can be told. */
function fitsGap(gap: boolean | undefined, height: number): boolean {
  if (gap === undefined) return true;
  return gap ? height >= GAP_LINES : height <= GAP_LINES;
}
