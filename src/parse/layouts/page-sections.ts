/** What a page of a table whose columns are printed one after another consists of. */
import type { LineBlock } from "../../model/block.js";
import type { ColumnRole } from "../../schema/profile.js";

export interface Section {
  readonly headings: readonly string[];
  /** All its headings as one text. */
  readonly heading: string;
  readonly roles: readonly ColumnRole[];
  readonly lines: LineBlock[];
}

export interface Page {
  /** Index of its first line. */
  readonly from: number;
  /** The section with the rows' labels and titles. */
  readonly head: Section | null;
  readonly update: Section | null;
  readonly status: Section | null;
  /** Lines under headings of other columns. */
  readonly loose: readonly LineBlock[];
}
