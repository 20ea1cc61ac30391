/** A deliverable's further cells, which the nested dataset has as lists, to rows of their own tables. */
import type { Deliverable } from "../schema/dataset.js";
import type { Row } from "./columns.js";

export const statusRows = (deliverable: Deliverable): Row[] => cellRows(deliverable, deliverable.statuses);
export const columnRows = (deliverable: Deliverable): Row[] => cellRows(deliverable, deliverable.other_columns);

function cellRows(deliverable: Deliverable, cells: readonly Row[]): Row[] {
  const { deliverable_id, report_id, source_file, page, line_first, line_last, bbox } = deliverable;
  const source = { source_file, page, line_first, line_last, bbox };
  return cells.map((cell, index) => ({ deliverable_id, report_id, sequence: index + 1, ...cell, ...source }));
}
