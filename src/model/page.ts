/**
 * A page as it is printed: words with their boxes, drawn lines and filled boxes. All lengths are PDF points, the origin
 * is the page's top left corner after rotation and cropping, y grows downwards; a page whose text stands on its side is
 * turned upright first.
 */
import type { Bbox } from "../schema/values.js";

/** A quarter turn clockwise, in degrees. */
export type Turn = 0 | 90 | 180 | 270;

export interface Word {
  readonly text: string;
  readonly bbox: Bbox;
  /** Size of its type. */
  readonly sizePt: number;
  /** Colour it is painted in, "#rrggbb". */
  readonly colour: string;
  readonly bold: boolean;
  /** Painted with no ink: the layer that recognition puts over a scan. */
  readonly invisible: boolean;
  /** Direction it reads in, clockwise in degrees from left to right; absent where upright. */
  readonly angle?: number;
}

/** A drawn line, or a filled box so thin that it is one; `horizontal` where y0 equals y1, else vertical. */
export interface Ruling {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  readonly widthPt: number;
  readonly horizontal: boolean;
}

/** A filled box: the background of a cell, a status's patch of colour. In painting order. */
export interface Fill {
  readonly bbox: Bbox;
  readonly colour: string;
}

export interface Page {
  /** 1-based. */
  readonly number: number;
  readonly widthPt: number;
  readonly heightPt: number;
  readonly words: readonly Word[];
  readonly rulings: readonly Ruling[];
  readonly fills: readonly Fill[];
  /** Share of the page that images cover, 0 to 1. */
  readonly imageShare: number;
  /** By how much it was turned beyond its own rotation to make its text upright; absent where it was not. */
  readonly turn?: Turn;
}

/** Whether a line leaves room for a letter more: not, maybe not, or surely. */
export type LineEnd = "full" | "near" | "free";

/** A cell of a table with what stands in it; rows and columns are 0-based. */
export interface TableCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly bbox: Bbox;
  /** Its lines joined by line feeds. */
  readonly text: string;
  readonly words: readonly Word[];
  /** How each of its lines but the last ends; only where each line is one word in drawn borders. */
  readonly lineEnds?: readonly LineEnd[];
  /** Colour of its background, null where nothing is painted under it (or white). */
  readonly fill: string | null;
}

export interface Table {
  readonly page: number;
  readonly bbox: Bbox;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly cells: readonly TableCell[];
  /** How it was found: by rulings, by filled boxes, or by how its words stand in columns. */
  readonly found: "ruled" | "filled" | "aligned";
}

/** A box of a page as the page is displayed: differs from `bbox` only where the page was turned upright to be read. */
export function boxAsShown(bbox: Bbox, { turn = 0, widthPt, heightPt }: Page): Bbox {
  const [x0, top, x1, bottom] = bbox;
  if (turn === 90) return [top, widthPt - x1, bottom, widthPt - x0];
  if (turn === 180) return [widthPt - x1, heightPt - bottom, widthPt - x0, heightPt - top];
  if (turn === 270) return [heightPt - bottom, x0, heightPt - top, x1];
  return bbox;
}

/** A box of a page as it was read, from the box as the page is displayed: the other way round. */
export function boxAsRead(bbox: Bbox, { turn = 0, widthPt, heightPt }: Page): Bbox {
  const [x0, top, x1, bottom] = bbox;
  if (turn === 90) return [widthPt - bottom, x0, widthPt - top, x1];
  if (turn === 180) return [widthPt - x1, heightPt - bottom, widthPt - x0, heightPt - top];
  if (turn === 270) return [top, heightPt - x1, bottom, heightPt - x0];
  return bbox;
}
