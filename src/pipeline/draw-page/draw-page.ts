/**
 * One page of a PDF, with what was read from it drawn over it. In: the file's path, the page and a scale. Out: a PNG. The page is
 * read and drawn in a guarded process, by `draw-worker.ts`.
 */

import type { RecognitionSettings } from "../../model/recognition.js";
import { BUILTIN_PROFILE } from "../../schema/builtin-profile.js";
import type { Profile } from "../../schema/profile.js";
import { runPdfJob } from "../../source/pdf/one-document.js";
import { oneRecognition } from "../recognise-pages.js";
import type { DrawArgument, DrawnPage } from "./draw-worker.js";

export type { DrawnPage };

export interface DrawOptions {
  /** 1-based; by default the first page that has a row of a report, or the first page if none has. */
  readonly page?: number;
  /** Pixels per point; 2 by default. */
  readonly scale?: number;
  /** The built-in profile by default. */
  readonly profile?: Profile;
  /** Whether to draw the tables that were proposed but not chosen; by default not. */
  readonly candidates?: boolean;
  /** Which pages are recognised from their pictures; by default those without visible text. */
  readonly recognition?: Partial<RecognitionSettings>;
  /** Folder in which recognised pages are kept for the next run. */
  readonly cache?: string;
}

/** A module of its own, because it imports the drawing library, which the command line starts without. */
const DRAW_JOB = new URL("./draw-worker.js", import.meta.url).href;
const DEFAULT_SCALE = 2;

/**
 * Draws a page and, over it, the cells, rows and fields that were read and the residue, with a panel that says what was read of
 * each row. A point of the page is in the picture at `scale` times its distance from the upper left corner.
 * @throws InputError if there is no such file; PdfError if it is not a PDF, cannot be read, lacks the page or would make too large
 *   a picture
 */
export async function drawPage(path: string, options: DrawOptions = {}): Promise<DrawnPage> {
  const { page = null, scale = DEFAULT_SCALE, profile = BUILTIN_PROFILE, candidates = false } = options;
  const name = path.split(/[\\/]/).at(-1) ?? path;
  return runPdfJob<DrawnPage>(
    path,
    DRAW_JOB,
    (bytes): DrawArgument => ({ name, bytes, page, scale, profile, candidates }),
    oneRecognition(options.recognition, options.cache),
  );
}
