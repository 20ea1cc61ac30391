/** The fields that a confirmation covers. In: a row or report as the page shows it. Out: those whose values are in doubt and not corrected. */
import type { FieldDetail, ItemDetail } from "../../review/api.js";

/** How reasons begin that are about one field; any other is about the row, for which its status stands. */
const FIELD_OF: readonly (readonly [start: string, field: FieldDetail["field"]])[] = [
  ["number-", "number"],
  ["organisation", "organisations"],
  ["title-", "title"],
  ["column-", "title"],
];

export function doubtedFields({ row, reasons, fields }: ItemDetail): FieldDetail[] {
  if (row === "") return fields.filter(({ field, correction }) => field === "plan_title" && correction === null);
  const doubted = new Set(reasons.map((reason) => FIELD_OF.find(([start]) => reason.startsWith(start))?.[1] ?? "rag"));
  return fields.filter(({ field, correction }) => doubted.has(field) && correction === null);
}
