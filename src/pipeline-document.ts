/**
 * One file to its result: from the cache where it is known, else as PDF or text by its content. It runs in a guarded
 * process; what it gives is JSON, as bytes, which travel best.
 */
import { createHash } from "node:crypto";
import type { FileResult } from "./pipeline.js";
import { auditedFile, type CorrectionsByReport, type NormalisedFile, renamed } from "./pipeline-audit.js";
import { normaliseBytes } from "./pipeline-text.js";
import type { Correction } from "./schema/correction.js";
import type { Profile } from "./schema/profile.js";
import { INTERNAL } from "./source/defect.js";
import type { FoundFile } from "./source/discover.js";
import { readFileContent } from "./source/files.js";
import { hasPdfSignature } from "./source/pdf/failure.js";
import type { PdfLimits } from "./source/pdf/limits.js";
import { openResultCache, type ResultCache } from "./source/result-cache.js";

export interface DocumentSettings {
  readonly profile: Profile;
  readonly limits: PdfLimits;
  /** Null where results are neither used nor kept. */
  readonly cache: { readonly folder: string; readonly program: string } | null;
  readonly corrections: readonly Correction[];
}

export interface DocumentArgument {
  readonly file: FoundFile;
  /** `DocumentSettings` as JSON: the same text for every file of a run, so that it is unpacked once. */
  readonly settings: string;
}

interface Prepared {
  readonly text: string;
  readonly profile: Profile;
  readonly limits: PdfLimits;
  readonly cache: ResultCache<NormalisedFile> | null;
  readonly corrections: CorrectionsByReport;
}

let prepared: Prepared | null = null;

function prepare(text: string): Prepared {
  if (prepared?.text === text) return prepared;
  const settings: DocumentSettings = JSON.parse(text);
  const { profile, limits } = settings;
  // What is kept is what was read: corrections are applied to it in every run anew.
  const deciding = JSON.stringify([profile, limits]);
  const cache =
    settings.cache === null
      ? null
      : openResultCache<NormalisedFile>(settings.cache.folder, settings.cache.program, deciding);
  const corrections = new Map<string, Correction[]>();
  for (const correction of settings.corrections) {
    const own = corrections.get(correction.report);
    if (own === undefined) corrections.set(correction.report, [correction]);
    else own.push(correction);
  }
  prepared = { text, profile, limits, cache, corrections };
  return prepared;
}

export async function work({ file, settings }: DocumentArgument): Promise<Uint8Array> {
  return Buffer.from(JSON.stringify(await resultOf(file, prepare(settings))));
}

async function resultOf(file: FoundFile, prepared: Prepared): Promise<FileResult> {
  return auditedFile(await normalisedFile(file, prepared), prepared.profile.rules, prepared.corrections);
}

async function normalisedFile(
  { path, sourceFile }: FoundFile,
  { profile, limits, cache }: Prepared,
): Promise<NormalisedFile> {
  const content = await readFileContent(path, sourceFile, limits.maxBytes);
  if (content.kind === "failure") return { file: content.file, reports: [] };
  const { bytes } = content;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const known = await cache?.read(sha256);
  if (known !== undefined && known !== null) return renamed(known, sourceFile);
  const result = hasPdfSignature(bytes)
    ? await (await import("./pipeline-pdf.js")).readPdf(
        bytes,
        { sourceFile, sha256, bytes: bytes.byteLength, profile },
        limits,
      )
    : normaliseBytes(bytes, sourceFile, profile);
  if (isLasting(result)) await cache?.write(sha256, result);
  return result;
}

/** Whether the content alone decided it: memory that ran out, or a defect of the program, may not be met again. */
export function isLasting({ file: { error_code } }: NormalisedFile): boolean {
  return error_code !== "OUT_OF_MEMORY" && error_code !== INTERNAL;
}
