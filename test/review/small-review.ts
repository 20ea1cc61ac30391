/** A review of a small dataset, in this process. In: the reports. Out: the session, and the folder that has its files of decisions. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ReviewSession } from "../../src/pipeline/review/session.js";
import { CORRECTION_COLUMNS, type CorrectedField, type Correction } from "../../src/schema/correction.js";
import { type InputFile, type Report, SCHEMA_VERSION } from "../../src/schema/dataset.js";

export interface SmallReview {
  readonly session: ReviewSession;
  readonly folder: string;
  remove(): void;
}

export async function openReview(
  reports: readonly Report[],
  corrections: readonly Correction[] = [],
): Promise<SmallReview> {
  const folder = mkdtempSync(join(tmpdir(), "ragtally-review-"));
  const files = reports.map(fileOf);
  writeFileSync(
    join(folder, "dataset.json"),
    JSON.stringify({ schema_version: SCHEMA_VERSION, reports, tracks: [], files }),
  );
  writeCorrections(folder, corrections);
  const session = await ReviewSession.open({
    source: { dataset: folder, inputs: null, whyNot: "There are no sources.", isLatest: false, reading: {} },
    corrections: join(folder, "corrections.csv"),
    dispositions: join(folder, "dispositions.csv"),
    version: "1.0",
    today: () => "2024-01-31",
  });
  return { session, folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

const fileOf = ({ source_file, source_sha256 }: Report): InputFile => ({
  ...{ source_file, source_sha256, container: null, bytes: 100, pages: null },
  ...{ outcome: "parsed", error_code: null, message: null, report_count: 1 },
});

export function writeCorrections(folder: string, corrections: readonly Correction[]): void {
  const path = join(folder, "corrections.csv");
  const lines = corrections.map((one) => CORRECTION_COLUMNS.map((name) => `"${one[name]}"`).join(","));
  if (lines.length === 0) rmSync(path, { force: true });
  else writeFileSync(path, `${[CORRECTION_COLUMNS.join(","), ...lines].join("\n")}\n`);
}

export const makeCorrection = (
  deliverable: string,
  field: CorrectedField,
  value: string,
  printed: string,
): Correction => ({
  ...{ report: "example", deliverable, field, value, printed, line: 2 },
  ...{ by: "J. Ogden", why: "seen", date: "2024-01-31" },
});
