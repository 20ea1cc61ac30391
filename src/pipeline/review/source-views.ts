/**
 * Pages and lines of the sources. In: a file, where it is, and a place in it. Out: the page's picture with the place framed, or the lines
 * around it, or why there is neither. A file whose content is another now is refused. The last pictures are kept.
 */
import { createHash } from "node:crypto";
import type { ItemPlace, Shown } from "../../review/api.js";
import type { InputFile } from "../../schema/dataset.js";
import { DEFAULT_MAX_BYTES } from "../../source/files.js";
import { GuardedPool } from "../../source/guard/pool.js";
import { isPicture, pdfOfPicture } from "../../source/images/picture-file.js";
import { documentContent } from "../../source/members/document-content.js";
import { DEFAULT_LIMITS } from "../../source/pdf/limits.js";
import { pdfJobWork } from "../../source/pdf/one-document.js";
import type { PdfJobOutcome } from "../../source/pdf/pdf-job.js";
import { formatOf, INPUT_FORMATS } from "../formats/input-formats.js";
import type { PageArgument, PagePicture } from "./page-worker.js";

const PAGE_JOB = new URL("./page-worker.js", import.meta.url).href;
const LINES_JOB = new URL("../formats/lines-job.js", import.meta.url).href;

/** Pictures and texts that are kept: a few hundred KB each. */
const MOST_KEPT = 24;
/** Lines that are shown at once, those before the place among them. */
const LINES_SHOWN = 80;
const LINES_BEFORE = 20;
const LONGEST_LINE = 2000;

const none = (reason: string): Shown => ({ kind: "none", reason });

export class SourceViews {
  readonly #pool = new GuardedPool(1);
  readonly #kept = new Map<string, Shown>();

  /** @param path null if it is not known where the file is */
  async show(file: InputFile, path: string | null, place: Omit<ItemPlace, "file">): Promise<Shown> {
    if (path === null) return none("The source is not at hand: give it with --sources.");
    const key = JSON.stringify([path, file.source_sha256, place]);
    const kept = this.#kept.get(key);
    const shown = kept ?? (await this.#read(file, path, place));
    this.#kept.delete(key);
    this.#kept.set(key, shown);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return shown;
  }

  close(): void {
    this.#pool.close();
  }

  async #read({ source_sha256 }: InputFile, path: string, place: Omit<ItemPlace, "file">): Promise<Shown> {
    const content = await documentContent(path, DEFAULT_MAX_BYTES, this.#pool);
    if (content.kind === "failure") return none("The source could not be read again.");
    const { bytes } = content;
    if (createHash("sha256").update(bytes).digest("hex") !== source_sha256)
      return none("The source has changed since it was read.");
    if (INPUT_FORMATS[formatOf(bytes)].linesOf === null) return this.#page(bytes, place);
    const lines = await this.#pool.run<readonly (readonly string[])[]>({ module: LINES_JOB, argument: bytes });
    return lines.ok ? linesAt(lines.value, place) : none("The source could not be read again.");
  }

  async #page(source: Uint8Array, { page: asked, bbox: box }: Omit<ItemPlace, "file">): Promise<Shown> {
    const bytes = await asPdf(source);
    if (bytes === null) return none("The picture could not be drawn.");
    const page = asked ?? 1;
    const argument: PageArgument = { bytes, page, box };
    const read = await this.#pool.runTwice<PdfJobOutcome<PagePicture>>(pdfJobWork(bytes, PAGE_JOB, argument));
    const outcome = read.ok ? read.value : read;
    if (!outcome.ok) return none(`The page could not be drawn: ${outcome.message}.`);
    const { png, ...rest } = outcome.value;
    return { kind: "page", page, png: Buffer.from(png).toString("base64"), ...rest };
  }
}

async function asPdf(bytes: Uint8Array): Promise<Uint8Array | null> {
  if (!isPicture(bytes)) return bytes;
  return pdfOfPicture(bytes, DEFAULT_LIMITS.maxPages).catch(() => null);
}

function linesAt(
  pages: readonly (readonly string[])[],
  { page, line_first }: Pick<ItemPlace, "page" | "line_first">,
): Shown {
  const lines = pages[(page ?? 1) - 1] ?? [];
  const start = Math.max(0, Math.min((line_first ?? 1) - 1 - LINES_BEFORE, lines.length - 1));
  return {
    kind: "lines",
    page,
    pageCount: pages.length,
    first: start + 1,
    lineCount: lines.length,
    lines: lines.slice(start, start + LINES_SHOWN).map((line) => line.slice(0, LONGEST_LINE)),
  };
}
