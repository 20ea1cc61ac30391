/**
 * A file's packed result, before any correction, to an entry of the cache; and back, to be used as it is or to be audited anew.
 * An entry is a line of JSON, what the audit must know besides the reports, and the packed file.
 */
import { type PackedFile, reportOf, unpack } from "../packed-file.js";
import type { NormalisedFile } from "./normalised-file.js";

export interface CacheEntry {
  readonly packed: PackedFile;
  /** The name under which the content was read. */
  readonly sourceFile: string;
  readonly reportIds: readonly string[];
  /** Names of the forms in which the rows are kept. `JSON_ROWS` is always among them, so that the reports can be restored. */
  readonly forms: readonly string[];
  /** JSON of each report's facts. */
  readonly facts: Uint8Array;
}

interface Label extends Pick<CacheEntry, "sourceFile" | "reportIds" | "forms"> {
  /** Bytes of the facts, and of the packed file's head and rows; the rest of the entry is the digests. */
  readonly lengths: readonly [facts: number, head: number, rows: number];
}

const LINE_END = 0x0a;

/** @param forms in which `packed` has its rows */
export function encodeEntry(
  { file, reports }: NormalisedFile,
  packed: PackedFile,
  forms: readonly string[],
): Uint8Array {
  const { head, rows, digests } = packed;
  const facts = Buffer.from(JSON.stringify(reports.map((report) => report.facts)));
  const label: Label = {
    sourceFile: file.source_file,
    reportIds: reports.map(({ report }) => report.report_id),
    forms,
    lengths: [facts.length, head.length, rows.length],
  };
  return Buffer.concat([Buffer.from(`${JSON.stringify(label)}\n`), facts, head, rows, digests]);
}

export function decodeEntry(entry: Buffer): CacheEntry {
  const lineEnd = entry.indexOf(LINE_END);
  const { lengths, ...label }: Label = JSON.parse(entry.toString("utf8", 0, lineEnd));
  let at = lineEnd + 1;
  const next = (length: number): Uint8Array => {
    at += length;
    return entry.subarray(at - length, at);
  };
  const [facts, head, rows] = [next(lengths[0]), next(lengths[1]), next(lengths[2])];
  return { ...label, facts, packed: { head, rows, digests: entry.subarray(at) } };
}

/** What was read, before the audit. */
export function normalisedOf({ packed, facts }: CacheEntry): NormalisedFile {
  const { file, reports, held } = unpack(packed);
  const factsOf = JSON.parse(Buffer.from(facts).toString());
  return {
    file,
    reports: reports.map((report, index) => ({
      report: { ...reportOf(report), findings: [] },
      facts: factsOf[index],
    })),
    ...(held && { held }),
  };
}
