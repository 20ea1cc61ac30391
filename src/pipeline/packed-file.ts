/**
 * An audited file to bytes that can be passed from process to process, kept in the cache, and written to a dataset as they are; and
 * back. Of each report they hold its outline, its settled rows as text in the forms asked for, and its digest.
 */
import { JSON_ROWS, restoreReport } from "../export/formats/json.js";
import type { RowTexts } from "../export/formats/output-format.js";
import { type RenderedRows, renderRows, rowsIn } from "../export/rendered-report.js";
import { bySettledTable, SETTLED_TABLES, type SettledTable } from "../export/settled-tables.js";
import type { Text } from "../export/text-file.js";
import { outlineOf, type ReportOutline } from "../model/outline.js";
import type { CorrectionOutcome } from "../normalise/correction-outcome.js";
import type { InputFile, Report } from "../schema/dataset.js";
import type { MemberList } from "../source/members/member.js";
import type { ReadFileResult } from "./file-result.js";
import { type EncodedDigest, encodeDigest } from "./series/cross-report-pass.js";

export interface PackedFile {
  /** JSON of everything but the reports' rows and digests. */
  readonly head: Uint8Array;
  /** The rows of all reports as text: one report after another, in each one form after another, in each one table after another. */
  readonly rows: Uint8Array;
  /** The digests of all reports as JSON, one after another. */
  readonly digests: Uint8Array;
}

/** What is known of a report's rows without them. */
export interface ReportLabel {
  readonly outline: ReportOutline;
  readonly place: Omit<EncodedDigest, "json">;
  /** Number of rows of each settled table. */
  readonly counts: Readonly<Record<SettledTable, number>>;
  /** Bytes of each settled table in each form. */
  readonly lengths: readonly (readonly [form: string, lengths: readonly number[]])[];
  /** Bytes of the digest. */
  readonly digestLength: number;
}

/** `ReadFileResult` with its reports packed. */
export interface PackedResult {
  readonly file: InputFile;
  readonly reports: readonly PackedReport[];
  readonly corrections?: readonly CorrectionOutcome[];
  /** The files in it. Absent where it holds none. */
  readonly held?: MemberList;
}

export interface PackedReport {
  readonly label: ReportLabel;
  readonly rows: Uint8Array;
  readonly digest: EncodedDigest;
}

interface Head extends Omit<PackedResult, "reports"> {
  readonly labels: readonly ReportLabel[];
}

export function pack({ reports, ...rest }: ReadFileResult, forms: readonly string[]): PackedFile {
  const rows: Buffer[] = [];
  const digests: Uint8Array[] = [];
  const labels = reports.map((report): ReportLabel => {
    const rendered = renderRows(report, forms);
    const lengths = forms.map((form) => {
      const texts = rowsIn(rendered, form);
      const parts = SETTLED_TABLES.map((table) => bytesOf(texts[table]));
      rows.push(...parts);
      return [form, parts.map(({ length }) => length)] as const;
    });
    const { counts } = rendered;
    const { json, ...place } = encodeDigest(report);
    digests.push(json);
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
    for (const [, lengths] of label.lengths) for (const length of lengths) rowsAt += length;
    const digestFrom = digestAt;
    digestAt += label.digestLength;
    const json = digests.subarray(digestFrom, digestAt);
    return { label, rows: rows.subarray(rowsFrom, rowsAt), digest: { ...label.place, json } };
  });
  return { ...rest, reports };
}

/** An unpacked result to the same bytes as before. */
export function packAgain({ reports, ...rest }: PackedResult): PackedFile {
  const head: Head = { ...rest, labels: reports.map(({ label }) => label) };
  return {
    head: Buffer.from(JSON.stringify(head)),
    rows: Buffer.concat(reports.map(({ rows }) => rows)),
    digests: Buffer.concat(reports.map(({ digest }) => digest.json)),
  };
}

/** A report's rows by form. @param rows as in `PackedReport` */
export function renderedOf({ counts, lengths }: ReportLabel, rows: Uint8Array): RenderedRows {
  let at = 0;
  const next = (length: number): Uint8Array => {
    at += length;
    return rows.subarray(at - length, at);
  };
  const forms = lengths.map(([form, ofTables]): [string, RowTexts] => [
    form,
    bySettledTable((_, index) => next(ofTables[index] ?? 0)),
  ]);
  return { counts, forms: Object.fromEntries(forms) };
}

/** The report itself. Its rows must have been packed in `JSON_ROWS`, from which alone a report is restored. */
export function reportOf({ label, rows }: PackedReport): Report {
  const { statuses: _, reviewCount: __, ...withoutRows } = label.outline;
  return restoreReport(withoutRows, rowsIn(renderedOf(label, rows), JSON_ROWS.name));
}

/** Without a copy of what are bytes already. */
function bytesOf(text: Text): Buffer {
  return typeof text === "string" ? Buffer.from(text) : Buffer.from(text.buffer, text.byteOffset, text.byteLength);
}
