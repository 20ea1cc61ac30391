/**
 * Blocks of one file to normalised reports, each with what the audit must know of it besides its fields. This is the state of a
 * file before corrections and audit, and it is what the cache can restore.
 */
import type { AuditFacts } from "../../audit/view.js";
import type { Place } from "../../model/block.js";
import type { PrintedReport } from "../../model/printed.js";
import { withNarrowPlaces } from "../../normalise/narrow-places.js";
import { normaliseReport, type ReportSource } from "../../normalise/normalise.js";
import { withRecognisedRows } from "../../normalise/recognised-rows.js";
import { type Move, moveSources, sourceOf } from "../../normalise/sources.js";
import { parseReports } from "../../parse/parse-reports.js";
import { seenWithoutReport } from "../../parse/report/what-was-seen.js";
import type { InputFile, Report } from "../../schema/dataset.js";
import type { Profile } from "../../schema/profile.js";
import type { Source } from "../../schema/values.js";
import { failedFile } from "../../source/files.js";
import type { MemberList } from "../../source/members/member.js";
import type { ContentResult } from "../formats/input-format.js";

/** A report without findings, as it was read, and what else the audit must know of it. */
export interface NormalisedReport {
  readonly report: Report;
  readonly facts: AuditFacts;
}

/** What became of one input file, before corrections and audit. */
export interface NormalisedFile {
  readonly file: InputFile;
  readonly reports: readonly NormalisedReport[];
  /** The files in it. Absent where it holds none. */
  readonly held?: MemberList;
}

/** Where content came from. */
export interface ContentSource extends Omit<ReportSource, "index"> {
  /** Size of the file. */
  readonly bytes: number;
}

export function normalisedFile(content: ContentResult, source: ContentSource, profile: Profile): NormalisedFile {
  const { sourceFile: source_file, sha256: source_sha256, bytes } = source;
  if (!content.ok) {
    return { file: failedFile(source_file, content.code, content.message, { source_sha256, bytes }), reports: [] };
  }
  const { blocks, pageCount: pages, unreadPages, repairs, confidenceAt, wordsAt, asShown, held, outcomeOf } = content;
  const normalised = normalisedReports(
    parseReports(blocks, profile),
    { ...source, plans: profile.plans, ...(repairs && { repairs }) },
    unreadPages,
  );
  const asRead = normalised.map(({ report, facts }) => {
    const placed = wordsAt === undefined ? report : withNarrowPlaces(report, wordsAt);
    return { report: confidenceAt === undefined ? placed : withRecognisedRows(placed, confidenceAt), facts };
  });
  const reports = asShown === undefined ? asRead : asRead.map((report) => moveNormalised(report, asShown));
  const { outcome, message: found } = outcomeOf(reports.length > 0);
  const seen = outcome === "no-report" ? seenWithoutReport(blocks, profile) : null;
  const message = [found, seen].filter((part) => part !== null).join("; ") || null;
  const file = { source_file, container: null, source_sha256, bytes, pages, outcome, error_code: null, message };
  return { file: { ...file, report_count: reports.length }, reports, ...(held && { held }) };
}

export function normalisedReports(
  printed: readonly PrintedReport[],
  source: Omit<ReportSource, "index">,
  unreadPages: readonly number[] = [],
): NormalisedReport[] {
  return printed.map((report, index) => {
    const unread = unreadPagesOf(report, printed[index + 1], unreadPages);
    return {
      report: normaliseReport(report, { ...source, index, hasUnreadPages: unread.length > 0 }),
      facts: { ...factsOf(report, source.sourceFile), unreadPages: unread },
    };
  });
}

/** Of the pages that could not be read, those among a report's pages, and those that follow its last one directly. */
function unreadPagesOf(
  { place, pageLast }: PrintedReport,
  next: PrintedReport | undefined,
  unreadPages: readonly number[],
): number[] {
  const first = place.page;
  // Where the pages are not known before they are shown, as the sheets of a spreadsheet, any of them may be the report's.
  if (first === null) return [...unreadPages];
  const before = next?.place.page ?? Number.POSITIVE_INFINITY;
  let last = pageLast ?? first;
  return unreadPages.filter((page) => {
    if (page <= first || page >= before || page > last + 1) return false;
    last = Math.max(last, page);
    return true;
  });
}

/** What the audit must know besides the report's fields. */
function factsOf(
  { header, countsComplete, claims, bounds }: PrintedReport,
  sourceFile: string,
): Omit<AuditFacts, "unreadPages"> {
  const placed = <Said extends { readonly place: Place }>({ place, ...said }: Said) => ({
    ...said,
    about: sourceOf(place, sourceFile),
  });
  const { ratingBasis, ratingPlace } = header;
  const ratingSource = ratingPlace === null ? null : sourceOf(ratingPlace, sourceFile);
  return { ratingBasis, ratingSource, countsComplete, claims: claims.map(placed), bounds: bounds.map(placed) };
}

/** The report and its facts, with the source of each row and statement changed by `move`. */
function moveNormalised({ report, facts }: NormalisedReport, move: Move): NormalisedReport {
  const about = <Said extends { readonly about: Source }>(said: Said): Said => ({ ...said, about: move(said.about) });
  const { ratingSource, claims, bounds } = facts;
  return {
    report: moveSources(report, move),
    facts: {
      ...facts,
      ratingSource: ratingSource === null ? null : move(ratingSource),
      claims: claims.map(about),
      bounds: bounds.map(about),
    },
  };
}

/** The same for another file with the same content. */
export function renamed(result: NormalisedFile, source_file: string): NormalisedFile {
  if (result.file.source_file === source_file) return result;
  const named: Move = (row) => ({ ...row, source_file });
  return {
    ...result,
    file: { ...result.file, source_file },
    reports: result.reports.map((report) => moveNormalised(report, named)),
  };
}
