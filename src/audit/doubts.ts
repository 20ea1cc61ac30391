/**
 * Why it is not certain how many rows of a status a report has. In: the rows as they were read. Out: a clause for each reason that names
 * the rows: their status is unreadable or doubtful, a row may be a part of another, or rows may be in text or on pages that were not read.
 */
import { isRecognised } from "../model/recognised-report.js";
import { isStatusDoubtful, type RowsRead } from "../model/rows-read.js";
import type { Deliverable } from "../schema/dataset.js";
import type { Rag } from "../schema/values.js";
import { countOf, rowList } from "./phrases.js";

/** @param unread the pages that could not be read: "page 3"; null if there are none */
export function doubtsAbout(
  rag: Rag,
  { rows, doubtful, leftOut, lost }: RowsRead<Deliverable>,
  unread: string | null,
): string[] {
  const unreadable = rows.filter((row) => row.rag === null && !leftOut.rows.has(row));
  const unsure = rows.filter((row) => row.rag !== null && isStatusDoubtful(row));
  const parts = rows.filter((row) => row.rag === rag && doubtful.has(row));
  return [
    ...(isRecognised(rows) ? ["the page was recognised from a picture"] : []),
    ...(unreadable.length === 0 ? [] : [`${rowList(unreadable)} could not be read`]),
    ...(unsure.length === 0 ? [] : [`the status of ${rowList(unsure)} is doubtful`]),
    ...(parts.length === 0 ? [] : [`${rowList(parts)} may be a part of another row`]),
    ...(lost === null || lost === 0 ? [] : [`text that no field took may have ${countOf(lost, "more row")}`]),
    ...(unread === null ? [] : [`${unread} could not be read`]),
  ];
}
