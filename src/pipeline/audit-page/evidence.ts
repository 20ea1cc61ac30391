/**
 * What shows the place of each finding. In: a file's reports and the path from which it was read. Out: for each finding a picture cut
 * from its page, or the lines around it, or the reason why there is neither. The file is read again; a file that changed is refused.
 */
import { createHash } from "node:crypto";
import type { Evidence, Picture } from "../../audit-page/evidence.js";
import { excerpt } from "../../audit-page/excerpt.js";
import type { Finding, Report } from "../../schema/dataset.js";
import { DEFAULT_MAX_BYTES } from "../../source/files.js";
import { GuardedPool } from "../../source/guard/pool.js";
import { documentContent } from "../../source/members/document-content.js";
import { pdfJobWork } from "../../source/pdf/one-document.js";
import type { PdfJobOutcome } from "../../source/pdf/pdf-job.js";
import { formatOf, INPUT_FORMATS } from "../formats/input-formats.js";
import type { CutArgument, CutPiece, CutPlace } from "./crop-worker.js";

/** For one report: what shows each of its findings, and their pictures, each once. */
export interface ReportEvidence {
  readonly evidence: readonly Evidence[];
  readonly pictures: readonly Picture[];
}

const CUT = new URL("./crop-worker.js", import.meta.url).href;

const LINES = new URL("../formats/lines-job.js", import.meta.url).href;

const none = (reason: string): Evidence => ({ kind: "none", reason });

export class EvidenceSource {
  readonly #pool = new GuardedPool(1);
  #picturesLeft: number;
  #pictureCount = 0;
  /** Number of pictures that were left out because of the limit. */
  leftOut = 0;

  /** @param most largest number of pictures in total */
  constructor(most: number) {
    this.#picturesLeft = most;
  }

  /** @param path from which the file was read; null if it is not known */
  async find(reports: readonly Report[], path: string | null): Promise<ReportEvidence[]> {
    const all = (evidence: Evidence): ReportEvidence[] =>
      reports.map(({ findings }) => ({ evidence: findings.map(() => evidence), pictures: [] }));
    const [first] = reports;
    if (first === undefined || reports.every(({ findings }) => findings.length === 0)) return all(none(""));
    if (path === null) return all(none("The source was not at hand when this page was made."));
    const content = await documentContent(path, DEFAULT_MAX_BYTES, this.#pool);
    if (content.kind === "failure") return all(none("The source could not be read again."));
    const { bytes } = content;
    if (createHash("sha256").update(bytes).digest("hex") !== first.source_sha256)
      return all(none("The source has changed since it was read."));
    if (INPUT_FORMATS[formatOf(bytes)].linesOf === null) return this.#onPages(reports, bytes);
    const lines = await this.#pool.run<readonly (readonly string[])[]>({ module: LINES, argument: bytes });
    return lines.ok ? inLines(reports, lines.value) : all(none("The source could not be read again."));
  }

  close(): void {
    this.#pool.close();
  }

  async #onPages(reports: readonly Report[], bytes: Uint8Array): Promise<ReportEvidence[]> {
    const places = new Map<string, CutPlace>();
    for (const { findings } of reports)
      for (const { page, bbox } of findings)
        if (page !== null && bbox !== null) places.set(keyOf(page, bbox), { page, bbox });
    const wanted = [...places].slice(0, this.#picturesLeft);
    this.leftOut += places.size - wanted.length;
    const pieces = await this.#cut(
      bytes,
      wanted.map(([, place]) => place),
    );
    const byPlace = new Map<string, Picture>();
    for (const [index, [key]] of wanted.entries()) {
      const piece = pieces[index];
      if (piece === undefined || piece === null) continue;
      this.#picturesLeft--;
      const { png, ...shown } = piece;
      const base64 = Buffer.from(png).toString("base64");
      byPlace.set(key, { id: `picture-${++this.#pictureCount}`, base64, ...shown });
    }
    const isOver = new Set([...places.keys()].slice(wanted.length));
    return reports.map(({ findings }, at) => {
      // A report may be in the page before another of its file: each has its own pictures.
      const own = new Map([...byPlace].map(([key, picture]) => [key, { ...picture, id: `${picture.id}-${at + 1}` }]));
      const evidence = findings.map((finding) => shownBy(finding, own, isOver));
      const pictures = new Set(evidence.flatMap((one) => (one.kind === "picture" ? [one.picture] : [])));
      return { evidence, pictures: [...pictures] };
    });
  }

  async #cut(bytes: Uint8Array, places: readonly CutPlace[]): Promise<readonly (CutPiece | null)[]> {
    if (places.length === 0) return [];
    const argument: CutArgument = { bytes, places };
    const read = await this.#pool.runTwice<PdfJobOutcome<(CutPiece | null)[]>>(pdfJobWork(bytes, CUT, argument));
    const outcome = read.ok ? read.value : read;
    return outcome.ok ? outcome.value : [];
  }
}

const keyOf = (page: number, bbox: readonly number[]): string => `${page}/${bbox.join(" ")}`;

function shownBy(
  { page, bbox }: Finding,
  pictures: ReadonlyMap<string, Picture>,
  isOver: ReadonlySet<string>,
): Evidence {
  if (page === null || bbox === null) return none("");
  const key = keyOf(page, bbox);
  const picture = pictures.get(key);
  if (picture !== undefined) return { kind: "picture", picture };
  return none(
    isOver.has(key) ? "No picture: the page's limit of pictures is reached." : "The page could not be drawn.",
  );
}

/** @param pages lines by page */
function inLines(reports: readonly Report[], pages: readonly (readonly string[])[]): ReportEvidence[] {
  return reports.map(({ findings }) => ({
    evidence: findings.map(({ page, line_first, line_last }) =>
      line_first === null ? none("") : excerpt(pages[(page ?? 1) - 1] ?? [], line_first, line_last ?? line_first),
    ),
    pictures: [],
  }));
}
