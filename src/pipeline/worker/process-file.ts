/**
 * One file to its packed result: from the cache where it is known, else read in the format that its content is of. It runs in
 * a guarded process, and does all that can be done with one file alone.
 */
import { createHash } from "node:crypto";
import type { Rendering } from "../../export/render-report.js";
import type { Correction } from "../../schema/correction.js";
import type { Profile } from "../../schema/profile.js";
import { INTERNAL } from "../../source/defect.js";
import type { FoundFile } from "../../source/discover.js";
import { readFileContent } from "../../source/files.js";
import type { GuardedJob } from "../../source/guard/messages.js";
import { openResultCache, type ResultCache } from "../../source/result-cache.js";
import type { ContentLimits } from "../formats/input-format.js";
import { formatOf, INPUT_FORMATS } from "../formats/input-formats.js";
import { type PackedFile, pack } from "../packed-file.js";
import { auditedFile, type CorrectionsByReport } from "./audit-file.js";
import { entryOf, type KeptFile, keptFile, normalisedOf } from "./cache-entry.js";
import { type NormalisedFile, normalisedFile, renamed } from "./normalised-file.js";

export interface DocumentSettings {
  readonly profile: Profile;
  readonly limits: ContentLimits;
  /** Null where results are neither used nor kept. */
  readonly cache: { readonly folder: string; readonly program: string } | null;
  readonly corrections: readonly Correction[];
  /** The forms in which rows are asked for. */
  readonly rendering: Rendering;
}

export interface DocumentArgument {
  readonly file: FoundFile;
  /** `DocumentSettings` as JSON: the same text for every file of a run, so that it is unpacked once. */
  readonly settings: string;
}

interface Prepared {
  readonly text: string;
  readonly profile: Profile;
  readonly limits: ContentLimits;
  readonly cache: ResultCache | null;
  readonly corrections: CorrectionsByReport;
  readonly rendering: Rendering;
}

let prepared: Prepared | null = null;

function prepare(text: string): Prepared {
  if (prepared?.text === text) return prepared;
  const settings: DocumentSettings = JSON.parse(text);
  const { profile, limits, rendering } = settings;
  // What is kept is what was read: corrections are applied to it in every run anew.
  const deciding = JSON.stringify([profile, limits]);
  const cache =
    settings.cache === null ? null : openResultCache(settings.cache.folder, "file", settings.cache.program, deciding);
  const corrections = new Map<string, Correction[]>();
  for (const correction of settings.corrections) {
    const own = corrections.get(correction.report);
    if (own === undefined) corrections.set(correction.report, [correction]);
    else own.push(correction);
  }
  prepared = { text, profile, limits, cache, corrections, rendering };
  return prepared;
}

async function processFile({ file, settings }: DocumentArgument): Promise<PackedFile> {
  const prepared = prepare(settings);
  const { limits, cache, corrections, rendering } = prepared;
  const { path, sourceFile } = file;
  const content = readFileContent(path, sourceFile, limits.maxBytes);
  if (content.kind === "failure") return pack({ file: content.file, reports: [] }, rendering);
  const { bytes } = content;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const entry = cache?.read(sha256) ?? null;
  const kept = entry === null ? null : keptFile(entry);
  if (kept === null) return packed(await readContent(bytes, sha256, sourceFile, prepared), sha256, prepared);
  if (!isAsAsked(kept, sourceFile, rendering)) return packed(renamed(normalisedOf(kept), sourceFile), sha256, prepared);
  return kept.reportIds.some((id) => corrections.has(id)) ? corrected(normalisedOf(kept), prepared) : kept.packed;
}

function isAsAsked(kept: KeptFile, sourceFile: string, { csv }: Rendering): boolean {
  return kept.sourceFile === sourceFile && (csv === null || csv === kept.csv);
}

/** Packs it with its corrections, and keeps it without. */
function packed(file: NormalisedFile, sha256: string, prepared: Prepared): PackedFile {
  const { profile, cache, corrections, rendering } = prepared;
  if (cache === null || !isLasting(file)) return corrected(file, prepared);
  const uncorrected = pack(auditedFile(file, profile.rules), { ...rendering, json: true });
  cache.write(sha256, entryOf(file, uncorrected, rendering.csv));
  return file.reports.some(({ report }) => corrections.has(report.report_id)) ? corrected(file, prepared) : uncorrected;
}

function corrected(file: NormalisedFile, { profile, corrections, rendering }: Prepared): PackedFile {
  return pack(auditedFile(file, profile.rules, corrections), rendering);
}

async function readContent(
  bytes: Uint8Array,
  sha256: string,
  sourceFile: string,
  { profile, limits }: Prepared,
): Promise<NormalisedFile> {
  const format = formatOf(bytes);
  const source = { sourceFile, sha256, format, bytes: bytes.byteLength };
  return normalisedFile(await INPUT_FORMATS[format].read(bytes, profile, limits), source, profile);
}

/** Whether the content alone decided it: memory that ran out, or a defect of the program, may not be met again. */
export function isLasting({ file: { error_code } }: NormalisedFile): boolean {
  return error_code !== "OUT_OF_MEMORY" && error_code !== INTERNAL;
}

export const job: GuardedJob<DocumentArgument, PackedFile> = processFile;
