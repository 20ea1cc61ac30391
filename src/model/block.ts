/**
 * The one stream that every input becomes: table rows with their cells, and lines outside tables, in reading order,
 * each with its place. From here on nothing knows or asks which format a block came from.
 */
import type { Bbox } from "../schema/values.js";
import type { LineEnd } from "./page.js";

/** Where something stands. Text has lines and no page; a PDF has a page and a box and no lines. All are 1-based. */
export interface Place {
  readonly page: number | null;
  readonly lineFirst: number | null;
  readonly lineLast: number | null;
  readonly bbox: Bbox | null;
}

/** A cell's text; its own line breaks are kept as line feeds. `span` is set where it covers several columns. */
export interface Cell {
  readonly text: string;
  readonly span?: number;
  /** How each of its lines but the last ends, where the page tells: a word may be broken at a full one. */
  readonly lineEnds?: readonly LineEnd[];
  /** Text of the cell over several rows that covers this place, where that begins in a row above; `text` is empty then. */
  readonly above?: string;
  /** Colour painted behind it, "#rrggbb"; null for none or white. Only where a page was read. */
  readonly fill?: string | null;
  /** Colour of its words where it is one; null for black, white and greys. */
  readonly colour?: string | null;
  readonly bbox?: Bbox;
}

interface BlockBase {
  readonly place: Place;
  /** Whether white space parts the block from the one before it. */
  readonly gapBefore: boolean;
  /** Whether it is the first block of a page. */
  readonly pageStart: boolean;
}

/** A line outside tables. `indent` counts columns of white space before it (text) or is 0. */
export interface LineBlock extends BlockBase {
  readonly kind: "line";
  readonly text: string;
  readonly indent: number;
  /** A running head, foot or page number: it comes again at the same place of other pages. */
  readonly furniture?: true;
}

/**
 * A row of a table. `borders` says how far its cells can be trusted: `sure` in a piped, marked-up or ruled table;
 * `spaced` where columns stand apart by white space, so that neighbours may have fused; `loose` where recognition set
 * the borders: words may be cut, cells fused or shifted from their column.
 */
export interface RowBlock extends BlockBase {
  readonly kind: "row";
  readonly cells: readonly Cell[];
  readonly borders: "sure" | "spaced" | "loose";
}

export type Block = LineBlock | RowBlock;
