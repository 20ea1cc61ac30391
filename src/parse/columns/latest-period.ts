/**
 * The latest of columns whose headings are periods in sequence: "Q2", "Q3"; "Autumn", "Spring"; "June 2023", "March 2023". In: columns.
 * Out: the one of the latest period; null where a heading has no period, or their order is none of time.
 */
import type { Column, ColumnPeriod } from "./column.js";

/** Terms and seasons in the order of a school's and of a calendar year. */
const SEASONS = [
  ["autumn", "spring", "summer"],
  ["michaelmas", "lent", "trinity"],
  ["winter", "spring", "summer", "autumn"],
] as const;
const MONTHS_OF_A_YEAR = 12;
const QUARTERS_OF_A_YEAR = 4;

/** A position in time that is printed without its year, so that a lower one may follow a higher one. */
interface Position {
  readonly at: number;
  /** How many positions there are until the first comes again; null where the year is printed. */
  readonly cycle: number | null;
}

export function latestOf(columns: readonly Column[]): Column | null {
  const periods = columns.flatMap(({ period }) => (period === null ? [] : [period]));
  if (periods.length < 2 || periods.length < columns.length) return null;
  for (const positions of readings(periods)) {
    const [onward, back] = [lengthOf(positions), lengthOf(positions.toReversed())];
    const isOnward = ascends(positions) || onward < back;
    if (isOnward || back < onward) return (isOnward ? columns.at(-1) : columns[0]) ?? null;
  }
  return null;
}

/** The ways to read all of the periods alike. */
function readings(periods: readonly ColumnPeriod[]): Position[][] {
  const kinds = [monthOf, quarterOf, ...SEASONS.map(seasonOf), yearOf];
  return kinds
    .map((kind) => periods.flatMap((period) => kind(period) ?? []))
    .filter(
      (positions) => positions.length === periods.length && new Set(positions.map(({ cycle }) => cycle)).size === 1,
    );
}

const ascends = (positions: readonly Position[]): boolean =>
  positions.every(({ at }, index) => at > (positions[index - 1]?.at ?? Number.NEGATIVE_INFINITY));

/**
 * How much time is between the first period and the last; infinite where one is not after the one before, where the first comes again,
 * or where a year's end is passed in unequal steps.
 */
function lengthOf(positions: readonly Position[]): number {
  const cycle = positions[0]?.cycle ?? null;
  const steps = positions.slice(1).map(({ at }, index) => {
    const step = at - (positions[index]?.at ?? at);
    return cycle === null ? step : (step + cycle) % cycle;
  });
  const sum = steps.reduce((all, step) => all + step, 0);
  const isInOrder = steps.every((step) => step > 0) && (cycle === null || sum < cycle);
  return isInOrder && (ascends(positions) || new Set(steps).size === 1 || cycle === null)
    ? sum
    : Number.POSITIVE_INFINITY;
}

function monthOf({ month }: ColumnPeriod): Position | null {
  if (month === null) return null;
  const [first = "", second] = month.split("-");
  return second === undefined
    ? { at: Number(first), cycle: MONTHS_OF_A_YEAR }
    : { at: Number(first) * MONTHS_OF_A_YEAR + Number(second), cycle: null };
}

function quarterOf({ quarter, label }: ColumnPeriod): Position | null {
  if (quarter === null) return null;
  const year = yearIn(label);
  return year === null
    ? { at: quarter, cycle: QUARTERS_OF_A_YEAR }
    : { at: year * QUARTERS_OF_A_YEAR + quarter, cycle: null };
}

const seasonOf =
  (order: readonly string[]) =>
  ({ label }: ColumnPeriod): Position | null => {
    const at = order.findIndex((name) => label.toLowerCase().startsWith(name));
    if (at < 0) return null;
    const year = yearIn(label);
    return year === null ? { at, cycle: order.length } : { at: year * order.length + at, cycle: null };
  };

function yearOf({ label }: ColumnPeriod): Position | null {
  const year = /^\d{4}/.test(label) ? yearIn(label) : null;
  return year === null ? null : { at: year, cycle: null };
}

function yearIn(label: string): number | null {
  const year = /(?:19|20)\d{2}/.exec(label)?.[0];
  return year === undefined ? null : Number(year);
}
