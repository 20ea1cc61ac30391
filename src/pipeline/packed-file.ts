/**
 * An audited file to bytes that can be handed from process to process, kept, and written to a dataset as they are; and back.
 * Of each report: its outline, its other rows as text, and its digest.
 */
import { type RenderedReport, type Rendering, renderReport, SETTLED_TABLES } from "../export/render-report.js";
import type { Text } from "../export/text-file.js";
import { outlineOf, type ReportOutline } from "../model/outline.js";
import type { CorrectionOutcome } from "../normalise/correct-report.js";
import type { InputFile, Report } from "../schema/dataset.js";
import type { FileResult } from "./file-result.js";
import { type DigestedReport, digested } from "./series/cross-report-pass.js";

export interface PackedFile {
  /** JSON of everything but the reports' rows and digests. */
  readonly head: Uint8Array;
  /** The rows of all reports as text, one report after another. */
  readonly rows: Uint8Array;
  /** The digests of all reports as JSON, one after another. */
  readonly digests: Uint8Array;
}

/** What is known of a report's rows without them. */
export interface ReportLabel {
  readonly outline: ReportOutline;
  readonly place: Omit<DigestedReport, "json">;
  /** Rows of each settled table. */
  readonly counts: readonly number[];
  /** Bytes of the CSV and of the JSON of each settled table. */
  readonly lengths: readonly number[];
  /** Bytes of the digest. */
  readonly digestLength: number;
}

/** `FileResult` with its reports packed. */
export interface PackedResult {
  readonly file: InputFile;
  readonly reports: readonly PackedReport[];
  readonly corrections?: readonly CorrectionOutcome[];
}

export interface PackedReport {
  readonly label: ReportLabel;
  readonly rows: Uint8Array;
  readonly digest: DigestedReport;
}

interface Head extends Omit<PackedResult, "reports"> {
  readonly labels: readonly ReportLabel[];
}

export function pack({ reports, ...rest }: FileResult, rendering: Rendering): PackedFile {
  const rows: Buffer[] = [];
  const digests: Uint8Array[] = [];
  const labels = reports.map((report): ReportLabel => {
    const rendered = renderReport(report, rendering);
    const parts = SETTLED_TABLES.flatMap((table) => [rendered[table].csv, rendered[table].json]).map(bytesOf);
    const counts = SETTLED_TABLES.map((table) => rendered[table].count);
    const { json, ...place } = digested(report);
    rows.push(...parts);
    digests.push(json);
    const lengths = parts.map(({ length }) => length);
    return { outline: outlineOf(report), place, counts, lengths, digestLength: json.length };
  });
  const head: Head = { ...rest, labels };
  return { head: Buffer.from(JSON.stringify(head)), rows: Buffer.concat(rows), digests: Buffer.concat(digests) };
}

export function unpack({ head, rows, digests }: PackedFile): PackedResult {
  const { labels, ...rest }: Head = JSON.parse(bytesOf(head).toString());
  let [rowsAt, digestAt] = [0, 0];
  const reports = labels.map((label): PackedReport => {
    const rowsFrom = rowsAt;
    for (const length of label.lengths) rowsAt += length;
    const digestFrom = digestAt;
    digestAt += label.digestLength;
    const json = digests.subarray(digestFrom, digestAt);
    return { label, rows: rows.subarray(rowsFrom, rowsAt), digest: { ...label.place, json } };
  });
  return { ...rest, reports };
}

/** A report's rows as text. @param rows as in `PackedReport` */
export function renderedOf({ counts, lengths }: ReportLabel, rows: Uint8Array): RenderedReport {
  let at = 0;
  const parts = lengths.map((length) => {
    at += length;
    return rows.subarray(at - length, at);
  });
  const ofTable = (index: number) => ({
    count: counts[index] ?? 0,
    csv: parts[2 * index] ?? "",
    json: parts[2 * index + 1] ?? "",
  });
  const tables = SETTLED_TABLES.map((table, index) => [table, ofTable(index)]);
  return Object.fromEntries(tables) as RenderedReport;
}

/** The report itself, where it was rendered as JSON. */
export function reportOf({ label, rows }: PackedReport): Report {
  const { deliverables, residue } = renderedOf(label, rows);
  const { statuses: _, reviewCount: __, ...head } = label.outline;
  return { ...head, deliverables: listOf(deliverables.json), residue: listOf(residue.json) };
}

const listOf = <Row>(json: Text): Row[] => JSON.parse(`[${bytesOf(json).toString()}]`);

/** Without a copy of what are bytes already. */
function bytesOf(text: Text): Buffer {
  return typeof text === "string" ? Buffer.from(text) : Buffer.from(text.buffer, text.byteOffset, text.byteLength);
}
