/**
 * What the columns of a table without cells hold, from its headings. In: headings in printed order. Out: the columns with the
 * kinds of their cells, one more for text below a row that no heading is for.
 */
import type { ColumnRole } from "../../schema/profile.js";
import type { HeadingEvidence } from "../columns/heading-evidence.js";
import { type CellKind, cellKind } from "./cell-fit.js";

export interface LineColumns {
  readonly headings: readonly string[];
  readonly kinds: readonly CellKind[];
}

/** The columns; null where there is no title, or neither a label nor another column whose cells show what they are. */
export function lineColumns(headings: readonly string[], evidence: HeadingEvidence): LineColumns | null {
  const kinds = headings.map((heading) => kindOf(heading, evidence(heading)));
  if (!kinds.includes("title")) return null;
  // Text below a row that no column is headed for is what is said of it.
  return kinds.includes("update") ? { headings, kinds } : { headings: [...headings, ""], kinds: [...kinds, "update"] };
}

function kindOf(heading: string, evidence: { readonly [role in ColumnRole]?: number }): CellKind {
  const roles = (Object.entries(evidence) as [ColumnRole, number][]).sort(([, a], [, b]) => b - a);
  return cellKind(roles[0]?.[0] ?? "other", heading);
}
