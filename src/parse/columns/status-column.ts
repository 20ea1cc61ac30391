/**
 * Which of several status columns says how the rows stand. In: the columns, the cells under them, the report's period and its
 * stated counts. Out: one column, or none where the print leaves several.
 */
import { plainForm } from "../../language/words.js";
import type { Cell } from "../../model/block.js";
import type { PrintedHeader, PrintedStatement } from "../../model/printed.js";
import type { Rag } from "../../schema/values.js";
import type { Column } from "./column.js";
import { inOrderOfTime, latestOf } from "./latest-period.js";
import { namedPeriods } from "./named-period.js";

export interface StatusChoice {
  /** Index of the chosen column; null where there is none, or several are possible. */
  readonly index: number | null;
  /** Columns of the same heading as the chosen one, of which each row fills one: whichever is filled counts. */
  readonly repeats: readonly number[];
  /** Every status column, in printed order. */
  readonly all: readonly Column[];
  /** The columns that may be meant; several where the print leaves it open. */
  readonly possible: readonly Column[];
  /** Whether it was chosen because its period is the latest, or a title or meeting names it, and nothing sure says which is meant. */
  readonly isLatest: boolean;
}

export interface StatusContext {
  readonly header: Pick<PrintedHeader, "quarter" | "periodLabel" | "publishedMonth" | "isMonthOfOccasion">;
  /** The lines above the rows: a title of the report may name the period. */
  readonly lines: readonly string[];
  readonly statements: readonly Pick<PrintedStatement, "rag" | "count">[];
  readonly read: (cell: Cell) => Rag | null;
}

type Rows = readonly (readonly Cell[])[];

export function chooseStatus(columns: readonly Column[], rows: Rows, context: StatusContext): StatusChoice {
  const all = columns.filter(({ role }) => role === "status");
  const [only] = all;
  if (only === undefined) return { index: null, repeats: [], all, possible: [], isLatest: false };
  const first = { index: only.index, repeats: [], all, possible: [only], isLatest: false };
  if (all.length === 1) return first;
  if (isOneColumn(all, rows)) return { ...first, repeats: all.slice(1).map(({ index }) => index) };
  const now = all.filter(({ qualifier }) => qualifier !== "other");
  const isTimed = now.every(({ period }) => period !== null);
  const chosen = stated(all, context.header) ?? (isTimed ? agreeing(now, rows, context) : null);
  if (chosen !== null) return { ...first, index: chosen.index, possible: [chosen] };
  const named = namedIn(now, context);
  const byPeriod =
    byNamedPeriod(named, now, rows) ?? byOnlyHeading(now) ?? (isTimed ? byFilled(named, now, rows, context) : null);
  if (byPeriod !== null) return { ...first, ...byPeriod };
  const agrees = agreeing(all, rows, context);
  if (agrees !== null) return { ...first, index: agrees.index, possible: [agrees] };
  const latest = saysAnotherQuarter(now, context.header) ? null : latestOf(now);
  if (latest !== null && isFilledIn(latest, rows)) return { ...first, ...choiceOf(latest, true) };
  return { ...first, index: null, possible: now.length === 0 ? all : now };
}

/** The only column that says it is about now, or is about the report's own period. */
const stated = (all: readonly Column[], header: StatusContext["header"]): Column | null =>
  alone(all.filter(({ qualifier }) => qualifier === "current")) ??
  alone(ofPeriod(all, header.isMonthOfOccasion ? { ...header, publishedMonth: null } : header));

/** The columns whose period a title names, or the month of a meeting where no title does. */
function namedIn(now: readonly Column[], { header, lines }: StatusContext): readonly Column[] {
  const titled = namedPeriods(now, lines);
  return titled.length === 0 && header.isMonthOfOccasion ? ofPeriod(now, header) : titled;
}

type ByPeriod = Pick<StatusChoice, "index" | "possible" | "isLatest">;

const choiceOf = (column: Column, isLatest: boolean): ByPeriod => ({
  index: column.index,
  possible: [column],
  isLatest,
});

/** The only column whose period a title or a meeting names; a person should look at it where a later one is filled in, or may be. */
function byNamedPeriod(named: readonly Column[], now: readonly Column[], rows: Rows): ByPeriod | null {
  const column = alone(named);
  if (column === null) return null;
  const filled = now.filter((each) => isFilledIn(each, rows));
  return choiceOf(column, (filled.length > 1 ? latestOf(filled) : filled[0]) !== column);
}

/** The only column of no period, or the only one that is about now. */
function byOnlyHeading(now: readonly Column[]): ByPeriod | null {
  const column = alone(now.filter(({ period }) => period === null)) ?? alone(now);
  return column === null ? null : choiceOf(column, false);
}

/**
 * Of columns for one period each, the latest that is filled in, where all later ones are empty in every row. A person should look at it where
 * their order is not sure, or the report says that it is about another period.
 */
function byFilled(
  named: readonly Column[],
  now: readonly Column[],
  rows: Rows,
  { header }: StatusContext,
): ByPeriod | null {
  if (now.length < 2) return null;
  const ordered = inOrderOfTime(now);
  const columns = ordered ?? now;
  const filled = columns.map((column) => isFilledIn(column, rows));
  const last = filled.lastIndexOf(true);
  const column = columns[last];
  if (column === undefined || last === columns.length - 1) return null;
  const isSure = ordered !== null || filled.indexOf(true) === last;
  const saysAnother = named.some((each) => each !== column) || saysAnotherQuarter(now, header);
  return choiceOf(column, !isSure || saysAnother);
}

/** The column that gives the status of a row; null where none does. */
export function statusColumnOf({ index, repeats }: StatusChoice, cells: readonly Cell[]): number | null {
  return repeats.find((each) => isFilled(cells[each]) && !isFilled(cells[index ?? -1])) ?? index;
}

/** Whether columns have one heading, and no row has different texts under it. */
function isOneColumn(all: readonly Column[], rows: Rows): boolean {
  if (new Set(all.map(({ heading }) => plainForm(heading))).size > 1 || all[0]?.heading === "") return false;
  return rows.every((row) => {
    const filled = all.flatMap(({ index }) => (isFilled(row[index]) ? [row[index]] : []));
    return new Set(filled.map((cell) => `${plainForm(cell?.text ?? "")} ${cell?.fill ?? ""}`)).size < 2;
  });
}

const alone = (columns: readonly Column[]): Column | null => (columns.length === 1 ? (columns[0] ?? null) : null);

/** The columns that are about the report's own period. */
function ofPeriod(
  columns: readonly Column[],
  { quarter, periodLabel, publishedMonth }: Omit<StatusContext["header"], "isMonthOfOccasion">,
): Column[] {
  const month = publishedMonth?.slice(5) ?? null;
  const label = (periodLabel ?? "").toLowerCase();
  const now = columns.filter(({ qualifier }) => qualifier !== "other");
  const quarters = now.filter(
    ({ period }) => period?.quarter !== undefined && period.quarter !== null && period.quarter === quarter,
  );
  if (quarters.length > 0) return quarters;
  const months = now.filter(
    ({ period }) =>
      period?.month !== undefined &&
      period.month !== null &&
      month !== null &&
      (period.month === publishedMonth || period.month === month),
  );
  if (months.length > 0) return months;
  return now.filter(({ period }) => period !== null && label !== "" && label.includes(period.label.toLowerCase()));
}

/** Whether the report is for a quarter that none of its columns of quarters is for. */
const saysAnotherQuarter = (columns: readonly Column[], { quarter }: StatusContext["header"]): boolean =>
  quarter !== null && columns.some(({ period }) => period !== null && period.quarter !== null);

const isFilled = (cell: Cell | undefined): boolean =>
  cell !== undefined && (cell.text.trim() !== "" || (cell.fill ?? null) !== null);

const isFilledIn = ({ index }: Column, rows: Rows): boolean => rows.some((row) => isFilled(row[index]));

/** The one column whose statuses are as many as the report states. */
function agreeing(all: readonly Column[], rows: Rows, context: StatusContext): Column | null {
  const stated = context.statements.filter(({ rag, count }) => rag !== null && count !== null);
  if (stated.length < 2) return null;
  const agree = all.filter(({ index }) =>
    stated.every(
      ({ rag, count }) =>
        rows.filter((row) => row[index] !== undefined && context.read(row[index]) === rag).length === count,
    ),
  );
  return alone(agree);
}
