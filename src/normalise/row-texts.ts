/**
 * The texts of a row that a person removed. In: the row. Out: pieces of residue at their places: one of the row's cells, one of each
 * update. Text that was repaired is there as it was read and as printed.
 */
import type { Deliverable, Residue, Update } from "../schema/dataset.js";
import type { Repair } from "../schema/values.js";

const REMOVED = "removed" satisfies Residue["reason"];

export function textsOfRow(row: Deliverable): Residue[] {
  const { report_id } = row;
  const pieces = [{ text: cellsOf(row), place: row }, ...row.updates.map((one) => ({ text: textOf(one), place: one }))];
  return pieces.flatMap(({ text, place: { source_file, page, line_first, line_last, bbox } }) =>
    text === "" ? [] : [{ report_id, reason: REMOVED, text, source_file, page, line_first, line_last, bbox }],
  );
}

function cellsOf({
  number,
  organisations,
  organisations_raw,
  title,
  rag_raw,
  statuses,
  other_columns,
  repairs,
}: Deliverable): string {
  // The status that the row has is one of these where several columns give one.
  const marks = statuses.length > 0 ? statuses.map(({ raw }) => raw) : [rag_raw];
  const others = other_columns.map(({ text }) => text);
  return joined([
    number,
    organisations_raw ?? organisations.join("; "),
    title,
    ...marks,
    ...others,
    ...printed(repairs),
  ]);
}

const textOf = ({ heading, date_raw, text, repairs }: Update): string =>
  joined([heading ?? date_raw, text, ...printed(repairs)]);

/** What was printed in the place of repaired text. */
const printed = (repairs: readonly Repair[]): string[] =>
  repairs.flatMap(({ by, raw }) => (by === undefined ? [raw] : []));

const joined = (texts: readonly (string | null)[]): string =>
  texts.filter((text) => text !== null && text !== "").join("\t");
