/**
 * The result of a strategy: a grid with its words, how it was found, and what is needed to continue it on the next
 * page.
 */
import type { Table } from "../model/page.js";
import type { OpenTable } from "./aligned/continued-tables.js";
import type { FullWidthTextShape } from "./aligned/rows-with-full-width-text.js";
import type { Grid } from "./grid.js";

/** A grid with its words, and what shows that it is a table. */
export interface FoundGrid {
  readonly grid: Grid;
  readonly found: Table["found"];
  /** Layout of its rows with full-width text; absent for other tables. */
  readonly fullWidthText?: FullWidthTextShape;
  /** Its headings and columns, where it has headings and reaches the end of its page. */
  readonly openTable?: OpenTable;
}
