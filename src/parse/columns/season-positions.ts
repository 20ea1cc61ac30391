/**
 * Where seasons and terms are in time: "Autumn 2022", "Spring term 2022/23", "Lent". In: the labels of periods that follow one another. Out:
 * the ways to place them all, as a year of school, the year of a calendar and a financial year differ. Refuses labels of which some have a
 * year and others none.
 */
/** A position in time that is printed without its year, so that a lower one may follow a higher one. */
export interface Position {
  readonly at: number;
  /** How many positions there are until the first comes again; null where the year is printed. */
  readonly cycle: number | null;
}

/** Terms and seasons without a year, in the order of a school's and of a calendar year. */
const ORDERS = [
  ["autumn", "spring", "summer"],
  ["michaelmas", "lent", "trinity"],
  ["winter", "spring", "summer", "autumn"],
] as const;

/** Seasons in a calendar year, in quarters of it; a winter may be at its beginning or its end. */
const AT: Readonly<Record<string, number>> = { spring: 1, lent: 1, summer: 2, trinity: 2, autumn: 3, michaelmas: 3 };
const [EARLY_WINTER, LATE_WINTER] = [0, 4];
/** More than there are positions in a year. */
const A_YEAR = 5;

interface Season {
  readonly name: string;
  readonly year: number | null;
  /** Whether the year is one of two: "2022/23". */
  readonly isSplit: boolean;
}

/** How years are meant: where a winter is, and whether the spring of 2022/23 is in 2023, as in a year of school. */
interface Calendar {
  readonly winter: number;
  readonly isOfSchool: boolean;
}

const CALENDARS: readonly Calendar[] = [EARLY_WINTER, LATE_WINTER].flatMap((winter) => [
  { winter, isOfSchool: true },
  { winter, isOfSchool: false },
]);

/** @param years the first year of each label; null where it has none */
export function seasonReadings(labels: readonly string[], years: readonly (number | null)[]): Position[][] {
  const seasons = labels.flatMap((label, at) => seasonOf(label, years[at] ?? null) ?? []);
  if (seasons.length < labels.length) return [];
  if (seasons.every(({ year }) => year === null)) return ORDERS.flatMap((order) => undated(seasons, order));
  if (seasons.some(({ year }) => year === null)) return [];
  return CALENDARS.map((calendar) => seasons.map((season) => ({ at: dated(season, calendar), cycle: null })));
}

const SEASON = /\b(?:autumn|spring|summer|winter|michaelmas|lent|trinity)\b/i;
const SPLIT_YEAR = /\d{2}\s?[/–-]\s?\d{2}/;

function seasonOf(label: string, year: number | null): Season | null {
  const name = SEASON.exec(label)?.[0].toLowerCase();
  return name === undefined ? null : { name, year, isSplit: SPLIT_YEAR.test(label) };
}

/** None where the order leaves a season out. */
function undated(seasons: readonly Season[], order: readonly string[]): Position[][] {
  const positions = seasons.map(({ name }) => ({ at: order.indexOf(name), cycle: order.length }));
  return positions.some(({ at }) => at < 0) ? [] : [positions];
}

function dated({ name, year, isSplit }: Season, { winter, isOfSchool }: Calendar): number {
  const from = (year ?? 0) * A_YEAR;
  const at = AT[name];
  // The winter of two years is between them.
  if (at === undefined) return from + (isSplit ? LATE_WINTER : winter);
  return from + at + (isSplit && isOfSchool && at < (AT.autumn ?? 0) ? A_YEAR : 0);
}
