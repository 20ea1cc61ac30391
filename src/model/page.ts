/**
 * A page as it is printed: words with their boxes, drawn lines and filled boxes. All lengths are PDF points. The origin
 * is the page's top left corner after rotation and cropping, and y grows downwards. A page whose text is printed
 * sideways has been turned upright.
 */
import type { Bbox } from "../schema/values.js";
import type { Aside } from "./aside.js";

/** A quarter turn clockwise, in degrees. */
export type Turn = 0 | 90 | 180 | 270;

export interface Word {
  readonly text: string;
  readonly bbox: Bbox;
  /** Type size, in points. */
  readonly sizePt: number;
  /** Text colour, "#rrggbb". */
  readonly colour: string;
  readonly bold: boolean;
  /** Whether it is not painted at all, as the text layer that recognition puts over a scan. */
  readonly invisible: boolean;
  /** Reading direction: degrees clockwise from left-to-right; absent where that is 0. */
  readonly angle?: number;
  /** Whether it has nearly the colour of what is under it; absent where it has not. */
  readonly faint?: true;
  /** Why it is no part of the text around it, though it is printed there; absent for other words. */
  readonly aside?: Aside["reason"];
  /** How sure recognition is of it, 0 to 1; absent where it was not recognised from a picture. */
  readonly confidence?: number;
}

/** A drawn line, or a filled box so thin that it looks like one; `horizontal` where y0 equals y1, else vertical. */
export interface Ruling {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  readonly widthPt: number;
  readonly horizontal: boolean;
}

/** A filled box, such as the background of a cell or a patch of colour that shows a status. */
export interface Fill {
  readonly bbox: Bbox;
  /** "#rrggbb"; of a picture the one that its points share, or white where they share none. */
  readonly colour: string;
  /** Whether it is a small picture; absent where it is not. */
  readonly picture?: true;
  /** Whether a ring or frame is drawn around it; absent where none is. */
  readonly ringed?: true;
}

export interface Page {
  /** 1-based. */
  readonly number: number;
  readonly widthPt: number;
  readonly heightPt: number;
  readonly words: readonly Word[];
  readonly rulings: readonly Ruling[];
  /** In painting order: later ones cover earlier ones. */
  readonly fills: readonly Fill[];
  /** Share of the page's area that images cover, 0 to 1. */
  readonly imageShare: number;
  /** How far it was turned, in addition to its own rotation, to make its text upright; absent where it was not. */
  readonly turn?: Turn;
  /**
   * The angle in degrees clockwise at which it is printed; it was turned back by that angle around its centre, so that its lines are
   * level. Absent where it is 0.
   */
  readonly skew?: number;
}

/** Room at the end of a line: `full` has none for another letter, `near` may have none, `free` has some. */
export type LineEnd = "full" | "near" | "free";

/** A cell of a table with its content; rows and columns are 0-based. */
export interface TableCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly bbox: Bbox;
  /** Its lines joined by line feeds. */
  readonly text: string;
  /** Where each of its lines is, where it has several. */
  readonly lineBoxes?: readonly Bbox[];
  readonly words: readonly Word[];
  /** What is printed in it and is no part of its text. */
  readonly asides?: readonly Aside[];
  /** How each of its lines but the last ends; only in drawn borders, and where each of these is a single word. */
  readonly lineEnds?: readonly LineEnd[];
  /** Background colour, "#rrggbb"; null for none or white. */
  readonly fill: string | null;
  /** Whether it has no text and a picture, or several lamps of which none is known to be lit; absent elsewhere. */
  readonly picture?: true;
}

/** How a table was found; several strategies propose tables for one region, and the best wins. */
export type TableStrategy =
  | "rulings"
  | "rulings-and-fills"
  | "fills"
  | "between-rules"
  | "between-fills"
  | "row-of-fills"
  | "full-width-text"
  | "continued"
  | "headings"
  | "alignment";

export interface Table {
  readonly page: number;
  readonly bbox: Bbox;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly cells: readonly TableCell[];
  /** How it was found: by rulings, by filled boxes, or by the alignment of its words. */
  readonly found: "ruled" | "filled" | "aligned";
  readonly strategy: TableStrategy;
  /** How well it explains its region, 0 to 1. */
  readonly score: number;
}

/** Converts a box from the page as it was read to the page as displayed; they differ only where the page was turned. */
export function boxAsShown(bbox: Bbox, page: Page): Bbox {
  const { turn = 0, widthPt, heightPt } = page;
  const [x0, top, x1, bottom] = asSkewed(bbox, page);
  if (turn === 90) return [top, widthPt - x1, bottom, widthPt - x0];
  if (turn === 180) return [widthPt - x1, heightPt - bottom, widthPt - x0, heightPt - top];
  if (turn === 270) return [heightPt - bottom, x0, heightPt - top, x1];
  return [x0, top, x1, bottom];
}

/** The upright box around a box of a page that was straightened, at the page's own angle. */
function asSkewed(bbox: Bbox, { skew = 0, widthPt, heightPt }: Page): Bbox {
  if (skew === 0) return bbox;
  const radians = (skew * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  const [x0, top, x1, bottom] = bbox;
  const [x, y] = [(x0 + x1) / 2 - widthPt / 2, (top + bottom) / 2 - heightPt / 2];
  const [midX, midY] = [x * cos - y * sin + widthPt / 2, x * sin + y * cos + heightPt / 2];
  const [width, height] = [x1 - x0, bottom - top];
  const halfWidth = (width * cos + height * Math.abs(sin)) / 2;
  const halfHeight = (height * cos + width * Math.abs(sin)) / 2;
  return [midX - halfWidth, midY - halfHeight, midX + halfWidth, midY + halfHeight];
}

/** Converts a box from the page as displayed to the page turned upright, as it is drawn; a slant is left as it is. */
export function boxAsUpright(
  bbox: Bbox,
  { turn = 0, widthPt, heightPt }: Pick<Page, "turn" | "widthPt" | "heightPt">,
): Bbox {
  const [x0, top, x1, bottom] = bbox;
  if (turn === 90) return [widthPt - bottom, x0, widthPt - top, x1];
  if (turn === 180) return [widthPt - x1, heightPt - bottom, widthPt - x0, heightPt - top];
  if (turn === 270) return [top, heightPt - x1, bottom, heightPt - x0];
  return bbox;
}
