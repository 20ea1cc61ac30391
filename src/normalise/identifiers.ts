/**
 * Identifiers of reports and rows. In: a printed report and where it is in its file. Out: identifiers that stay the same as
 * long as the file does.
 */
import { createHash } from "node:crypto";
import type { Period } from "../language/quarters.js";
import type { PrintedReport, PrintedRow } from "../model/printed.js";

/** Hexadecimal digits of the hash that makes identifiers different. */
const HASH_LENGTH = 8;

const slug = (text: string): string =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);

/** Plan, years, theme, period, and a hash of the file and the report's position in it, so that versions differ. */
export function reportId(
  printed: PrintedReport,
  period: Period | null,
  source: { readonly sha256: string; readonly index: number },
): string {
  const { header } = printed;
  const years = header.planStartYear === null ? "" : `${header.planStartYear}-${header.planEndYear ?? ""}`;
  const quarter = header.quarter === null ? "" : `q${header.quarter}`;
  const when = period === null ? (header.publishedMonth ?? quarter) : `${period.start.slice(0, 7)}-${quarter}`;
  const hash = createHash("sha256").update(`${source.sha256}/${source.index}`).digest("hex").slice(0, HASH_LENGTH);
  return [
    slug(header.planTitle ?? "report"),
    years,
    header.themeNumber === null ? "" : `theme-${header.themeNumber}`,
    when,
    hash,
  ]
    .filter((part) => part !== "")
    .join("-");
}

/** Rows with their identifiers; rows with the same number, or without one, are counted to keep identifiers different. */
export function nameRows(rows: readonly PrintedRow[], report_id: string): [PrintedRow, string][] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const label = row.number ?? "unnumbered";
    const nth = (seen.get(label) ?? 0) + 1;
    seen.set(label, nth);
    return [row, `${report_id}#${label}${nth === 1 ? "" : `~${nth}`}`];
  });
}
