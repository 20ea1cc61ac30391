/**
 * Pages and lines of the sources. In: a file, where it is, and a place in it. Out: the page's picture with the place framed, or the lines
 * around it, or why there is neither. A file whose content is another now is refused. The last pages and texts are kept, failures are not.
 */
import { createHash } from "node:crypto";
import { boxAsUpright } from "../../model/page.js";
import type { ItemPlace, Shown } from "../../review/api.js";
import type { InputFile } from "../../schema/dataset.js";
import { GuardedPool } from "../../source/guard/pool.js";
import { isPicture, pdfOfPicture } from "../../source/images/picture-file.js";
import { DEFAULT_READ_LIMITS, type ReadLimits } from "../../source/limits.js";
import { documentContent } from "../../source/members/document-content.js";
import { pdfJobWork } from "../../source/pdf/one-document.js";
import type { PdfJobOutcome } from "../../source/pdf/pdf-job.js";
import { formatOf, INPUT_FORMATS } from "../formats/input-formats.js";
import type { PageArgument, PagePicture } from "./page-worker.js";
import { RecentValues } from "./recent-values.js";

const PAGE_JOB = new URL("./page-worker.js", import.meta.url).href;
const LINES_JOB = new URL("../formats/lines-job.js", import.meta.url).href;

/** Pictures that are kept: a few hundred KB each. */
const MOST_PAGES = 24;
/** Texts that are kept: up to some MB each. */
const MOST_TEXTS = 3;
/** Lines that are shown at once, those before the place among them. */
const LINES_SHOWN = 80;
const LINES_BEFORE = 20;
const LONGEST_LINE = 2000;

type Place = Omit<ItemPlace, "file">;

/** What is kept of a source, for any place in it: the picture of one page, or the lines of all pages. */
type View =
  | { readonly kind: "page"; readonly page: number; readonly png: string; readonly drawn: Omit<PagePicture, "png"> }
  | { readonly kind: "lines"; readonly pages: readonly (readonly string[])[] }
  | { readonly kind: "none"; readonly reason: string };

const none = (reason: string) => ({ kind: "none", reason }) as const;
const isKept = ({ kind }: View): boolean => kind !== "none";

export class SourceViews {
  readonly #limits: ReadLimits;
  readonly #pool: GuardedPool;
  readonly #pages = new RecentValues<View>(MOST_PAGES, isKept);
  readonly #texts = new RecentValues<View>(MOST_TEXTS, isKept);

  /** @param limits for one document; those not given have their defaults */
  constructor(limits: Partial<ReadLimits> = {}) {
    this.#limits = { ...DEFAULT_READ_LIMITS, ...limits };
    this.#pool = new GuardedPool(1, this.#limits);
  }

  /** @param path null if it is not known where the file is */
  async show(file: InputFile, path: string | null, place: Place): Promise<Shown> {
    if (path === null) return none("The source is not at hand: give it with --sources.");
    // The place of a text has a line, that of a page has none.
    const isText = place.line_first !== null;
    const key = JSON.stringify([path, file.source_sha256, isText ? null : (place.page ?? 1)]);
    const views = isText ? this.#texts : this.#pages;
    return shownAt(await views.of(key, () => this.#read(file, path, place.page ?? 1)), place);
  }

  close(): void {
    this.#pool.close();
  }

  async #read({ source_sha256 }: InputFile, path: string, page: number): Promise<View> {
    const content = await documentContent(path, this.#limits.maxBytes, this.#pool);
    if (content.kind === "failure") return none("The source could not be read again.");
    const { bytes } = content;
    if (createHash("sha256").update(bytes).digest("hex") !== source_sha256)
      return none("The source has changed since it was read.");
    if (INPUT_FORMATS[formatOf(bytes)].linesOf === null) return this.#page(bytes, page);
    const lines = await this.#pool.run<readonly (readonly string[])[]>({ module: LINES_JOB, argument: bytes });
    return lines.ok ? { kind: "lines", pages: lines.value } : none("The source could not be read again.");
  }

  async #page(source: Uint8Array, page: number): Promise<View> {
    const { maxPages } = this.#limits;
    const bytes = isPicture(source) ? await pdfOfPicture(source, maxPages).catch(() => null) : source;
    if (bytes === null) return none("The picture could not be drawn.");
    const argument: PageArgument = { bytes, page };
    const work = pdfJobWork(bytes, PAGE_JOB, argument, undefined, this.#limits);
    const read = await this.#pool.runTwice<PdfJobOutcome<PagePicture>>(work);
    const outcome = read.ok ? read.value : read;
    if (!outcome.ok) return none(`The page could not be drawn: ${outcome.message}.`);
    const { png, ...drawn } = outcome.value;
    return { kind: "page", page, png: Buffer.from(png).toString("base64"), drawn };
  }
}

function shownAt(view: View, place: Place): Shown {
  if (view.kind === "none") return view;
  if (view.kind === "lines") return linesAt(view.pages, place);
  const { page, png, drawn } = view;
  const { widthPt, heightPt, pageCount, displayed } = drawn;
  const frame = place.bbox === null ? null : boxAsUpright(place.bbox, displayed);
  return { kind: "page", page, png, widthPt, heightPt, pageCount, frame };
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
