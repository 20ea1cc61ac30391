/**
 * One page of a PDF with what was read drawn over it. In: its path, the page and a scale. Out: a PNG. The page is read and
 * drawn in a guarded process, by `draw-worker.ts`.
 */

import { BUILTIN_PROFILE } from "../../schema/builtin-profile.js";
import type { Profile } from "../../schema/profile.js";
import { runPdfJob } from "../../source/pdf/one-document.js";
import type { DrawArgument, DrawnPage } from "./draw-worker.js";

export type { DrawnPage };

export interface DrawOptions {
  /** 1-based; the first page with a row of a report where none is given, or else the first. */
  readonly page?: number;
  /** Pixels a point; 2 where none is given. */
  readonly scale?: number;
  /** The built-in profile where none is given. */
  readonly profile?: Profile;
}

/** A module of its own, because it imports the drawing library, which the command line starts without. */
const DRAW_JOB = new URL("./draw-worker.js", import.meta.url).href;
const DEFAULT_SCALE = 2;

/**
 * Draws a page and, over it, the cells, rows, fields and what was set aside, with a panel that says what each row was
 * read as. The page's own points are at `scale` times their place from the upper left corner.
 * @throws InputError where there is no such file; PdfError where it is no PDF, cannot be read, lacks the page or would
 *   make too large a picture
 */
export async function drawPage(path: string, options: DrawOptions = {}): Promise<DrawnPage> {
  const { page = null, scale = DEFAULT_SCALE, profile = BUILTIN_PROFILE } = options;
  const name = path.split(/[\\/]/).at(-1) ?? path;
  return runPdfJob<DrawnPage>(path, DRAW_JOB, (bytes): DrawArgument => ({ name, bytes, page, scale, profile }));
}
