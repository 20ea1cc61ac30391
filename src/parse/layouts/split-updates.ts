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
  /** Whether the text may go on from the row before. */
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
  const table = (): number[][] => Array.from({ length: last + 2 }, () => new Array<number>(m + 1).fill(NEVER));
  // ahead[j][e]: least cost of giving the rows before j the units before e; after[j][s]: the rows from j on, those from s.
  const ahead = table();
  const after = table();
  lower(ahead, 0, 0, 0);
  for (let row = 0; row <= last; row += 1)
    for (let from = 0; from <= m; from += 1) {
      const so = at(ahead, row, from);
      if (so < NEVER) for (let to = from; to <= m; to += 1) lower(ahead, row + 1, to, so + cost(row, from, to));
    }
  const best = at(ahead, last + 1, m);
  if (best === NEVER) return null;
  lower(after, last + 1, m, 0);
  for (let row = last; row >= 0; row -= 1)
    for (let to = 0; to <= m; to += 1) {
      const so = at(after, row + 1, to);
      if (so < NEVER) for (let from = 0; from <= to; from += 1) lower(after, row, from, so + cost(row, from, to));
    }
  return agreedRows(
    units,
    last,
    (row, from, to) => at(ahead, row, from) + cost(row, from, to) + at(after, row + 1, to) === best,
  );
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

/** What it costs a row to hold the units from one boundary to another: never, or 1 where it begins without a date. */
function segmentCost(units: readonly Unit[], evidence: ColumnEvidence, rules: readonly Rule[]) {
  const lines = [0];
  for (const unit of units) lines.push((lines.at(-1) ?? 0) + unit.lines);
  // runs[i]: the first unit from which dates fall without a break to the dated unit i.
  const nextDated = new Array<number>(units.length + 1).fill(units.length);
  const runStart: number[] = [];
  let start = 0;
  let previous: string | null = null;
  units.forEach((unit, at) => {
    if (unit.date !== null) {
      if (previous !== null && compareDates(unit.date, previous) >= 0) start = at;
      previous = unit.date;
    }
    runStart.push(start);
  });
  for (let at = units.length - 1; at >= 0; at -= 1)
    nextDated[at] = units[at]?.date !== null ? at : (nextDated[at + 1] ?? units.length);

  return (row: number, from: number, to: number): number => {
    const dated = nextDated[from] ?? units.length;
    const date = dated < to ? (units[dated]?.date ?? null) : null;
    const lastRun = to > from ? (runStart[to - 1] ?? 0) : 0;
    if (to > from && lastRun > dated && lastRun > from) return NEVER;
    if (row === 0) {
      if (!evidence.carries) return to === from ? 0 : NEVER;
      return date === null || evidence.carriedDate === null || compareDates(date, evidence.carriedDate) < 0 ? 0 : NEVER;
    }
    if (to === from) return NEVER;
    if (
      rules.includes("period") &&
      evidence.periodStart !== null &&
      date !== null &&
      compareDates(date, evidence.periodStart) < 0
    )
      return NEVER;
    const gap = rules.includes("gaps") ? evidence.gaps?.[row - 1] : undefined;
    const undated = dated === from ? 0 : 1;
    if (gap === undefined) return undated;
    const height = (lines[to] ?? 0) - (lines[from] ?? 0);
    return (gap ? height >= GAP_LINES : height <= GAP_LINES) ? undated : NEVER;
  };
}
