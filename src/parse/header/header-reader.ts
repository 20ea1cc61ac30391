/**
 * The readers of a report's header: plan and years, theme, quarter, published month, version, overall rating. In: one line
 * at a time, without markup. Out: what it states; null for a line that states nothing about the report.
 */
import { hasDigit } from "../../language/characters.js";
import { DATE, MONTH_YEAR, readDate } from "../../language/dates.js";
import type { PrintedHeader } from "../../model/printed.js";
import type { Profile } from "../../schema/profile.js";
import { type PeriodReader, periodReader } from "./period-line.js";
import { isTitleLike, type PlanReader, planReader } from "./plan-title.js";
import { type RatingReader, ratingReader } from "./rating.js";

/** Longest line with a month or a version, in characters: such lines hold little else. */
const LONGEST_LINE = 80;

export const emptyHeader = (): PrintedHeader => ({
  planTitle: null,
  isPlanBySize: false,
  isMonthOfOccasion: false,
  planStartYear: null,
  planEndYear: null,
  themeNumber: null,
  themeTitle: null,
  quarter: null,
  periodLabel: null,
  periodYear: null,
  publishedMonth: null,
  version: null,
  overallRating: null,
  ratingPlace: null,
  ratingBasis: null,
});

export interface HeaderReader {
  readonly plan: PlanReader;
  readonly period: PeriodReader;
  readonly rating: RatingReader;
  /** `YYYY-MM` and the date as printed, of a line that is a month or a day, or names a date of publication. */
  month(line: string): { readonly iso: string; readonly printed: string } | null;
  /** The same of a line that names whom the report is for and when, or ends with a month after what it is: it is less sure. */
  monthOfOccasion(line: string): { readonly iso: string; readonly printed: string } | null;
  version(line: string): string | null;
}

const readers = new WeakMap<Profile, HeaderReader>();

export function headerReader(profile: Profile): HeaderReader {
  let reader = readers.get(profile);
  if (reader === undefined) {
    reader = {
      plan: planReader(profile),
      period: periodReader(profile),
      rating: ratingReader(profile),
      month: readMonth,
      monthOfOccasion,
      version: readVersion,
    };
    readers.set(profile, reader);
  }
  return reader;
}

const MONTH_ALONE = new RegExp(`^[(\\[]?(?:\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?)?(${MONTH_YEAR})[)\\]]?$`, "iu");
/** Words that make the date after them the report's own. */
const DATED =
  "(?:report\\s+)?date|dated|(?:date\\s+|last\\s+|first\\s+)?(?:published|issued|updated|revised|compiled)|publication\\s+date|date\\s+of\\s+(?:publication|report|issue)|issue\\s+date|produced|prepared|(?:(?:position|status|data|correct|situation|report)\\s+)?as\\s+(?:at|of)|(?:position|correct|status)\\s+(?:at|on)";
const LABELLED_DATE = new RegExp(`^[(\\[]?(?:${DATED})\\b[\\s:,–—-]*(?:of|on|in)?\\s*(${DATE})[)\\]]?$`, "iu");
/** The same at the end of a title: "Actions of the board (compiled 4 June 2022)", "Delivery Plan 2018/19, as at 23.01.2019". */
const DATE_AFTER_TITLE = new RegExp(
  `[(\\[,;:–—-]\\s*(?:${DATED})\\b[\\s:,–—-]{0,3}(?:(?:of|on|in)\\s+)?(${DATE})[)\\]]?$`,
  "iu",
);

/** "Progress report, March 2022", "Portfolio data, September 2023": a title of a report that ends with its month. */
const OF_REPORT = "reports?|updates?|reviews?|tracker|data|log|return|dashboard|scorecard|summary|statement|bulletin";
const REPORT_OF_MONTH = new RegExp(
  `^(?=\\p{Lu}).{0,${LONGEST_LINE}}?\\b(?:${OF_REPORT})\\s*[,:(–—-]?\\s*(?:for\\s+)?(${MONTH_YEAR})\\)?$`,
  "iu",
);
/** Words that make a month another paper's: "Response to the last report, May 2019". */
const OF_ANOTHER = /\b(?:next|previous|last|earlier|since|due|response|following|meeting|minutes|agenda)\b/iu;

function readMonth(line: string): { iso: string; printed: string } | null {
  if (line.length > LONGEST_LINE * 2 || !hasDigit(line)) return null;
  const isShort = line.length <= LONGEST_LINE;
  const printed =
    (isShort ? (LABELLED_DATE.exec(line)?.[1] ?? MONTH_ALONE.exec(line)?.[1]) : undefined) ??
    (isTitleLike(line) ? (DATE_AFTER_TITLE.exec(line)?.[1] ?? monthOfTitle(line)) : undefined);
  const iso = printed === undefined ? null : readDate(printed).iso;
  return printed === undefined || iso === null ? null : { iso: iso.slice(0, 7), printed };
}

const monthOfTitle = (line: string): string | undefined =>
  OF_ANOTHER.test(line) ? undefined : REPORT_OF_MONTH.exec(line)?.[1];

/** "Monitoring report to the Partnership Group, October 2024", "Cabinet, July 2023": who receives it, or what it is, and a date. */
const OCCASION =
  "reports?|updates?|reviews?|progress|monitoring|performance|position|status|tracker|log|list|note|paper|board|cabinet|committee|council|panel|group|meeting|commissioners|governors|trustees|parliament";
const DATED_OCCASION = new RegExp(
  `^(?=\\p{Lu}).{0,120}?\\b(?:${OCCASION})\\b[^,]{0,60}?(?:,|\\s[–—-]|\\b(?:at|in|on|updated))\\s+(${DATE}|${MONTH_YEAR})$`,
  "iu",
);
/** "Meeting date: 14 January 2025". */
const MEETING = new RegExp(
  `^(?:meeting\\s+date|date\\s+of\\s+(?:the\\s+)?meeting)\\s*[:–—-]\\s*(${DATE}|${MONTH_YEAR})$`,
  "iu",
);
/** Words that make such a date one of something else, where they are just before it, and where they are anywhere in the line. */
const BEFORE_ANOTHER_DATE =
  /\b(?:due|by|until|to|from|deadline|expected|starting)\s*(?:,\s*)?(?:\p{L}+\s){0,2}(?:\d{1,2}\S{0,2}\s)?\p{L}+\.?\s\d{4}$/iu;
const OF_ANOTHER_TIME =
  /\b(?:next|previous|last|earlier|since|minutes|agenda|response|following|original(?:ly)?|baseline|replac(?:es|ed|ing)|supersed(?:es|ed|ing)|adopted|approv(?:ed|al)|agreed|endorsed|ratified|considered|signed|launched|established|set up|created|introduced|appointed|elected|commissioned|begun|began|started|commenced|first\s+\p{L}+ed)\b/iu;

function monthOfOccasion(line: string): { iso: string; printed: string } | null {
  if (line.length > LONGEST_LINE * 2 || !/\d{4}$/.test(line)) return null;
  const printed = MEETING.exec(line)?.[1] ?? (isOccasion(line) ? DATED_OCCASION.exec(line)?.[1] : undefined);
  const iso = printed === undefined ? null : readDate(printed).iso;
  return printed === undefined || iso === null ? null : { iso: iso.slice(0, 7), printed };
}

const isOccasion = (line: string): boolean =>
  isTitleLike(line) && !BEFORE_ANOTHER_DATE.test(line) && !OF_ANOTHER_TIME.test(line);

const NUMBERED = "v(?:ersion|er)?\\.?\\s?\\d+(?:\\.\\d+)*";
const VERSION = new RegExp(
  `^(?:(?:report\\s+)?(?:version|status|document status|ver\\.?)\\s*[:–—-]?\\s*)?((?:final|draft|revised)(?:\\s+(?:draft|final|version|report|v))?(?:\\s*[-–:]?\\s*v?\\.?\\s?\\d+(?:\\.\\d+)*)?|${NUMBERED}(?:\\s*[-–(]?\\s*(?:final|draft)\\)?)?)$`,
  "i",
);
const LABELLED_VERSION = /^version\s*[:–—-]\s*(\S.{0,30})$/i;
const DATE_AT_END = new RegExp(`[\\s,;:(–—-]+(?:of\\s+)?${DATE}\\)?$`, "iu");

/** "Final", "Draft v0.4", "Version: 2"; a date after it does not belong to it. */
function readVersion(line: string): string | null {
  if (line.length > LONGEST_LINE) return null;
  const undated = line.replace(DATE_AT_END, "");
  const printed = VERSION.exec(line)?.[1] ?? VERSION.exec(undated)?.[1] ?? LABELLED_VERSION.exec(undated)?.[1];
  return printed?.replace(/^[([]|[)\]]$/g, "") ?? null;
}
