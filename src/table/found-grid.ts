/** What a strategy hands on to the others: a grid with its words, how it was found, and what the next page needs to know of it. */
import type { Table } from "../model/page.js";
import type { OpenTable } from "./aligned/continued-tables.js";
import type { FullWidthTextShape } from "./aligned/rows-with-full-width-text.js";
import type { Grid } from "./grid.js";

/** A grid with its words, and what shows that it is a table. */
export interface FoundGrid {
  readonly grid: Grid;
  readonly found: Table["found"];
  /** How its rows with text over the width below them are set; absent for other tables. */
  readonly fullWidthText?: FullWidthTextShape;
  /** Its head, where it has one and stands to its page's end. */
  readonly openTable?: OpenTable;
}
