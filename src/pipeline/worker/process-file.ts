/**
 * One file to its packed result: from the cache where it is known, else read in the format that its content is of. It runs in
 * a guarded process, and does all that can be done with one file alone.
 */
import { createHash } from "node:crypto";
import { JSON_ROWS } from "../../export/formats/json.js";
import type { RecognitionSettings } from "../../model/recognition.js";
import type { Correction } from "../../schema/correction.js";
import type { Profile } from "../../schema/profile.js";
import type { SourceFormat } from "../../schema/values.js";
import { INTERNAL } from "../../source/defect.js";
import type { GuardedJob } from "../../source/guard/messages.js";
import { containerFormatOf } from "../../source/members/container-formats.js";
import type { RecognisedPage } from "../../source/pdf/scanned-pages.js";
import { openResultCache, type ResultCache } from "../../source/result-cache.js";
import type { FoundDocument } from "../documents.js";
import { readContainer } from "../formats/container/read-container.js";
import type { ContentLimits, ContentResult } from "../formats/input-format.js";
import { formatOf, INPUT_FORMATS } from "../formats/input-formats.js";
import { type PackedFile, pack } from "../packed-file.js";
import { auditedFile, type CorrectionsByReport } from "./audit-file.js";
import { type CacheEntry, decodeEntry, encodeEntry, normalisedOf } from "./cache-entry.js";
import { documentBytes } from "./document-bytes.js";
import { type NormalisedFile, normalisedFile, renamed } from "./normalised-file.js";

export interface DocumentSettings {
  readonly profile: Profile;
  readonly limits: ContentLimits;
  /** Null if the cache is neither read nor written. */
  readonly cache: { readonly folder: string; readonly program: string } | null;
  readonly corrections: readonly Correction[];
  /** Names of the forms in which rows are asked for. */
  readonly forms: readonly string[];
  readonly recognition: RecognitionSettings;
}

export interface DocumentArgument {
  readonly file: FoundDocument;
  /** `DocumentSettings` as JSON: the same text for every file of a run, so that each process parses it once. */
  readonly settings: string;
  /** Its pages that are pictures, recognised; absent where that has not been tried. */
  readonly recognised?: readonly RecognisedPage[];
}

/** A file's result, or the pages that must be recognised before there is one. */
export type DocumentAnswer = { readonly packed: PackedFile } | { readonly toRecognise: readonly number[] };

interface Prepared {
  readonly text: string;
  readonly profile: Profile;
  readonly limits: ContentLimits;
  readonly cache: ResultCache | null;
  readonly corrections: CorrectionsByReport;
  readonly forms: readonly string[];
  readonly recognition: RecognitionSettings;
}

let prepared: Prepared | null = null;

function prepare(text: string): Prepared {
  if (prepared?.text === text) return prepared;
  const settings: DocumentSettings = JSON.parse(text);
  const { profile, limits, forms, recognition } = settings;
  // The cache holds what was read, without corrections: they are applied again in every run.
  const deciding = JSON.stringify([profile, limits, recognition]);
  const cache =
    settings.cache === null ? null : openResultCache(settings.cache.folder, "file", settings.cache.program, deciding);
  const corrections = new Map<string, Correction[]>();
  for (const correction of settings.corrections) {
    const own = corrections.get(correction.report);
    if (own === undefined) corrections.set(correction.report, [correction]);
    else own.push(correction);
  }
  prepared = { text, profile, limits, cache, corrections, forms, recognition };
  return prepared;
}

async function processFile({ file, settings, recognised }: DocumentArgument): Promise<DocumentAnswer> {
  const prepared = prepare(settings);
  const { cache, forms } = prepared;
  const { sourceFile, member } = file;
  // The hash of a member is known from its container: with a cached result, nothing need be expanded.
  const known = member === undefined ? null : (cache?.read(member.sha256) ?? null);
  if (member !== undefined && known !== null) return { packed: packCached(known, member.sha256, sourceFile, prepared) };
  const content = await documentBytes(file, prepared.limits.maxBytes);
  if (content.kind === "failure") return { packed: pack({ file: content.file, reports: [] }, forms) };
  const { bytes } = content;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const cached = member === undefined ? (cache?.read(sha256) ?? null) : null;
  if (cached !== null) return { packed: packCached(cached, sha256, sourceFile, prepared) };
  const source = { sourceFile, sha256, format: formatOf(bytes), bytes: bytes.byteLength };
  const read = await readContent(bytes, source.format, prepared, recognised ?? null);
  if (read.ok && read.toRecognise !== undefined) return { toRecognise: read.toRecognise };
  const result = normalisedFile(read, source, prepared.profile);
  // What could not be recognised in time may be another time.
  const isWhole = recognised?.every((page) => !("failure" in page)) ?? true;
  return { packed: isWhole ? packAndCache(result, sha256, prepared) : packCorrected(result, prepared) };
}

function packCached(cached: Buffer, sha256: string, sourceFile: string, prepared: Prepared): PackedFile {
  const entry = decodeEntry(cached);
  if (!isAsAsked(entry, sourceFile, prepared.forms))
    return packAndCache(renamed(normalisedOf(entry), sourceFile), sha256, prepared);
  return entry.reportIds.some((id) => prepared.corrections.has(id))
    ? packCorrected(normalisedOf(entry), prepared)
    : entry.packed;
}

function isAsAsked(entry: CacheEntry, sourceFile: string, forms: readonly string[]): boolean {
  return entry.sourceFile === sourceFile && forms.every((form) => entry.forms.includes(form));
}

/** Packs it with its corrections, and puts it into the cache without them. */
function packAndCache(file: NormalisedFile, sha256: string, prepared: Prepared): PackedFile {
  const { profile, cache, corrections, forms } = prepared;
  if (cache === null || !isLasting(file)) return packCorrected(file, prepared);
  const cachedForms = [...new Set([...forms, JSON_ROWS.name])];
  const uncorrected = pack(auditedFile(file, profile), cachedForms);
  cache.write(sha256, encodeEntry(file, uncorrected, cachedForms));
  const isCorrected = file.reports.some(({ report }) => corrections.has(report.report_id));
  return isCorrected ? packCorrected(file, prepared) : uncorrected;
}

function packCorrected(file: NormalisedFile, { profile, corrections, forms }: Prepared): PackedFile {
  return pack(auditedFile(file, profile, corrections), forms);
}

function readContent(
  bytes: Uint8Array,
  format: SourceFormat,
  { profile, limits, recognition }: Prepared,
  pages: readonly RecognisedPage[] | null,
): Promise<ContentResult> {
  // A PDF may hold files too, but is a document first.
  const container = format === "text" ? containerFormatOf(bytes) : null;
  return container === null
    ? INPUT_FORMATS[format].read(bytes, profile, limits, { settings: recognition, pages })
    : readContainer(container, bytes, limits);
}

/** Whether the content alone decided the result. Too little memory, or a defect of the program, may not occur again. */
export function isLasting({ file: { error_code } }: NormalisedFile): boolean {
  return error_code !== "OUT_OF_MEMORY" && error_code !== INTERNAL;
}

export const job: GuardedJob<DocumentArgument, DocumentAnswer> = processFile;
