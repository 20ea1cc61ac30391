/**
 * The common form of every input format: table rows with their cells, and lines outside tables, in reading order, each
 * with its place. Code that reads blocks does not depend on the format that they came from.
 */

import type { ColumnRole } from "../schema/profile.js";
import type { Bbox } from "../schema/values.js";
import type { Aside } from "./aside.js";
import type { LineEnd } from "./page.js";

/**
 * Position in the source. Plain text has line numbers and no page; a PDF has a page and a box and no lines. All are
 * 1-based.
 */
export interface Place {
  readonly page: number | null;
  readonly lineFirst: number | null;
  readonly lineLast: number | null;
  readonly bbox: Bbox | null;
}

/** Where a line of a cell's text is printed, where a layout made the cell of lines. */
export interface CellLine {
  readonly place: Place;
  /** Whether white space separates it from the line above. */
  readonly isApart: boolean;
}

/** A cell's text; its own line breaks are kept as line feeds. `span` is present where it covers several columns. */
export interface Cell {
  readonly text: string;
  readonly span?: number;
  /** The label printed before the text, where the cell is a value of a list of records and not the first of its label. */
  readonly label?: string;
  /** What its column holds, where a layout that makes the headings has seen it without a label. */
  readonly role?: ColumnRole;
  /**
   * How each of its lines but the last ends, where the page shows it: a word may have been broken at the end of a full
   * line.
   */
  readonly lineEnds?: readonly LineEnd[];
  /** The place of each line of its text, where they are lines of the page or file. */
  readonly lines?: readonly CellLine[];
  /** Where it is printed, where a layout made it of other text. */
  readonly place?: Place;
  /** Text of a cell that begins in a row above and spans down over this one; `text` is empty then. */
  readonly above?: string;
  readonly aboveBbox?: Bbox;
  /** Background colour, "#rrggbb"; null for none or white. Absent for plain text. */
  readonly fill?: string | null;
  /** Whether it has no text and a picture, or several lamps of which none is known to be lit; absent elsewhere. */
  readonly picture?: true;
  /** How sure recognition is of the least sure word, 0 to 1; absent where the text was not recognised from a picture. */
  readonly confidence?: number;
  /** Text colour, where all words share one; null for black, white and greys. Absent for plain text. */
  readonly colour?: string | null;
  readonly bbox?: Bbox;
  /** Where each line of its text is on the page, where it has several. */
  readonly lineBoxes?: readonly Bbox[];
}

interface BlockBase {
  readonly place: Place;
  /** Absent where there is none. */
  readonly asides?: readonly Aside[];
  /** Whether white space separates the block from the one before it. */
  readonly gapBefore: boolean;
  /** Whether it is the first block of a page. */
  readonly pageStart: boolean;
}

/** A line outside tables. `indent` counts columns of white space before it (text) or is 0. */
export interface LineBlock extends BlockBase {
  readonly kind: "line";
  readonly text: string;
  readonly indent: number;
  /** The background, "#rrggbb", of a badge that holds all of it; absent where it has none. */
  readonly fill?: string;
  /** Whether it is furniture: a running header, footer or page number, repeated at the same place of other pages. */
  readonly furniture?: true;
  /** Whether it is no row's for certain: it is beside a table, or a layout found that it may be one of several rows'. */
  readonly isUnassigned?: true;
}

/**
 * A row of a table. `borders` says how reliable its cells are: `sure` in a Markdown, HTML or ruled table; `spaced`
 * where white space separates the columns, so that neighbouring cells may have been merged; `loose` where text
 * recognition decided the borders: words may be cut, and cells merged or shifted to another column.
 */
export interface RowBlock extends BlockBase {
  readonly kind: "row";
  readonly cells: readonly Cell[];
  readonly borders: "sure" | "spaced" | "loose";
  /** Whether a layout made it of a list's labels: it heads the rows below it, though some or most columns have no label. */
  readonly isHeading?: true;
  /** Whether words between two of its cells may as well belong to the other one. */
  readonly isDoubtful?: true;
  /** Whether nothing but a space is between its status and the title after it, whose first word the status may be. */
  readonly isStatusBeforeTitle?: true;
  /** Whether its status may be another row's, or none: it was found apart from the row, or several were. */
  readonly isStatusDoubtful?: true;
  /** Whether updates that are printed elsewhere may be its own. */
  readonly isUndivided?: true;
}

export type Block = LineBlock | RowBlock;
