/**
 * The order in time of columns whose headings are periods: "Q2", "Q3"; "Autumn", "Spring"; "June 2023", "March 2023". In: columns. Out:
 * whether the first or the last is the latest; null where a heading has no period, their order is none of time, or it may be read both ways.
 */
import type { Column, ColumnPeriod } from "./column.js";
import { type Position, seasonReadings } from "./season-positions.js";

const MONTHS_OF_A_YEAR = 12;
const QUARTERS_OF_A_YEAR = 4;

export function latestOf(columns: readonly Column[]): Column | null {
  return inOrderOfTime(columns)?.at(-1) ?? null;
}

/** The columns from the earliest period to the latest; null where their order is none of time, or ways to read them differ in it. */
export function inOrderOfTime(columns: readonly Column[]): readonly Column[] | null {
  const periods = columns.flatMap(({ period }) => (period === null ? [] : [period]));
  if (periods.length < 2 || periods.length < columns.length) return null;
  const [isOnward, ...others] = new Set(readings(periods).flatMap((positions) => direction(positions) ?? []));
  if (isOnward === undefined || others.length > 0) return null;
  return isOnward ? columns : columns.toReversed();
}

/** Whether the last is the latest; null where neither the last nor the first is. */
function direction(positions: readonly Position[]): boolean | null {
  const [onward, back] = [lengthOf(positions), lengthOf(positions.toReversed())];
  if (ascends(positions) || onward < back) return true;
  return back < onward ? false : null;
}

/** The ways to read all of the periods alike. */
function readings(periods: readonly ColumnPeriod[]): Position[][] {
  const alike = [monthOf, quarterOf, yearOf].map((kind) => periods.flatMap((period) => kind(period) ?? []));
  const labels = periods.map(({ label }) => label);
  return [...alike, ...seasonReadings(labels, labels.map(yearIn))].filter(
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

function yearOf({ label, quarter, month }: ColumnPeriod): Position | null {
  const year = quarter === null && month === null && /^\d{4}/.test(label) ? yearIn(label) : null;
  return year === null ? null : { at: year, cycle: null };
}

const YEAR = /(?<!\d)((?:19|20)\d{2})(?!\d)/;
/** "22/23", "'23": the century is left out. */
const SHORT_YEAR = /(?<![\d/])(\d{2})\s?[/–-]\s?\d{2}(?!\d)|['’](\d{2})(?!\d)/;
const THIS_CENTURY = 2000;

/** The first year of a label. */
function yearIn(label: string): number | null {
  const year = YEAR.exec(label)?.[1];
  if (year !== undefined) return Number(year);
  const [, first, alone] = SHORT_YEAR.exec(label) ?? [];
  const short = first ?? alone;
  return short === undefined ? null : THIS_CENTURY + Number(short);
}
