/**
 * Columns whose period a title above the rows names: "Spring term review", "Progress report: May". In: the columns and the lines above the
 * rows. Out: those columns. Refuses sentences and lines about another report, which may name any time.
 */
import { wordsOf } from "../../language/words.js";
import { isTitleLike, isTitleOfReport } from "../header/plan-title.js";
import type { Column, ColumnPeriod } from "./column.js";

/** A year or a letter and a figure alone may be the plan's or a row's. */
const IS_NAME = /\p{L}{2}/u;

export function namedPeriods(columns: readonly Column[], lines: readonly string[]): readonly Column[] {
  const titles = lines.filter(isTitleLike).map((line) => ({ line, isOfReport: isTitleOfReport(line) }));
  return columns.filter(({ period }) => period !== null && titles.some((title) => names(title, period)));
}

/** Whether a title of the report names a period, or a title is nothing else. */
function names({ line, isOfReport }: { line: string; isOfReport: boolean }, { label, month }: ColumnPeriod): boolean {
  if (!IS_NAME.test(label)) return false;
  const [name, text] = [nameIn(label, false), nameIn(line, month !== null)];
  return isOfReport ? text.includes(name) : text === name;
}

/** @param isCapitalised whether words in lower case are none of a name's: "may" and "march" are no months */
const nameIn = (text: string, isCapitalised: boolean): string =>
  ` ${wordsOf(text)
    .filter((word) => !(isCapitalised && /^\p{Ll}/u.test(word)))
    .map((word) => word.toLowerCase())
    .filter((word) => word !== "term")
    .join(" ")} `;
