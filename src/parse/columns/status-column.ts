/**
 * Which of several status columns says how the rows stand. In: the columns, the cells under them, the report's period and its
 * stated counts. Out: one column, or none where the print leaves several.
 */
import { plainForm } from "../../language/words.js";
import type { Cell } from "../../model/block.js";
import type { PrintedHeader, PrintedStatement } from "../../model/printed.js";
import type { Rag } from "../../schema/values.js";
import type { Column } from "./column.js";
import { latestOf } from "./latest-period.js";

export interface StatusChoice {
  /** Index of the chosen column; null where there is none, or several are possible. */
  readonly index: number | null;
  /** Columns of the same heading as the chosen one, of which each row fills one: whichever is filled counts. */
  readonly repeats: readonly number[];
  /** Every status column, in printed order. */
  readonly all: readonly Column[];
  /** The columns that may be meant; several where the print leaves it open. */
  readonly possible: readonly Column[];
  /** Whether it was chosen because its period is the latest, and nothing else says which is meant. */
  readonly isLatest: boolean;
}

export interface StatusContext {
  readonly header: Pick<PrintedHeader, "quarter" | "periodLabel" | "publishedMonth">;
  /** The lines above the rows: a title may name the period. */
  readonly lines: readonly string[];
  readonly statements: readonly Pick<PrintedStatement, "rag" | "count">[];
  readonly read: (cell: Cell) => Rag | null;
}

export function chooseStatus(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  context: StatusContext,
): StatusChoice {
  const all = columns.filter(({ role }) => role === "status");
  const [only] = all;
  if (only === undefined) return { index: null, repeats: [], all, possible: [], isLatest: false };
  const first = { index: only.index, repeats: [], all, possible: [only], isLatest: false };
  if (all.length === 1) return first;
  if (isOneColumn(all, rows)) return { ...first, repeats: all.slice(1).map(({ index }) => index) };
  const chosen =
    alone(all.filter(({ qualifier }) => qualifier === "current")) ??
    alone(ofPeriod(all, context.header)) ??
    alone(all.filter((column) => isNamed(column, context.lines))) ??
    alone(all.filter(({ qualifier, period }) => qualifier !== "other" && period === null)) ??
    alone(all.filter(({ qualifier }) => qualifier !== "other")) ??
    latestFilled(all, rows) ??
    agreeing(all, rows, context);
  if (chosen !== null) return { ...first, index: chosen.index, possible: [chosen] };
  const now = all.filter(({ qualifier }) => qualifier !== "other");
  const latest = saysAnotherQuarter(now, context.header) ? null : latestOf(now);
  if (latest !== null && rows.some((row) => isFilled(row[latest.index])))
    return { ...first, index: latest.index, possible: [latest], isLatest: true };
  return { ...first, index: null, possible: now.length === 0 ? all : now };
}

/** The column that gives the status of a row; null where none does. */
export function statusColumnOf({ index, repeats }: StatusChoice, cells: readonly Cell[]): number | null {
  return repeats.find((each) => isFilled(cells[each]) && !isFilled(cells[index ?? -1])) ?? index;
}

/** Whether columns have one heading, and no row has different texts under it. */
function isOneColumn(all: readonly Column[], rows: readonly (readonly Cell[])[]): boolean {
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
  { quarter, periodLabel, publishedMonth }: StatusContext["header"],
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

/** Whether a line above the rows names a column's period in words: "spring term review". A year may be the plan's. */
function isNamed({ period, qualifier }: Column, lines: readonly string[]): boolean {
  if (period === null || qualifier === "other" || !/\p{L}{2}/u.test(period.label)) return false;
  const name = ` ${plainForm(period.label)} `;
  return lines.some((line) => ` ${plainForm(line)} `.includes(name));
}

/** Of columns for one period each, the last that has cells, where all later ones are empty in every row. */
function latestFilled(all: readonly Column[], rows: readonly (readonly Cell[])[]): Column | null {
  const timed = all.filter(({ period, qualifier }) => period !== null && qualifier !== "other");
  if (timed.length < 2 || timed.length < all.filter(({ qualifier }) => qualifier !== "other").length) return null;
  const filled = timed.map(({ index }) => rows.some((row) => isFilled(row[index])));
  const last = filled.lastIndexOf(true);
  return last < 0 || last === timed.length - 1 ? null : (timed[last] ?? null);
}

const isFilled = (cell: Cell | undefined): boolean =>
  cell !== undefined && (cell.text.trim() !== "" || (cell.fill ?? null) !== null);

/** The one column whose statuses are as many as the report states. */
function agreeing(all: readonly Column[], rows: readonly (readonly Cell[])[], context: StatusContext): Column | null {
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
