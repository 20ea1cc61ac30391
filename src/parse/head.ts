/**
 * A report's head: plan and years, theme, quarter, published month, version, overall rating. In: one line at a time.
 * A line that says nothing about the report is left alone.
 */
import { MONTH_YEAR, readDate } from "../language/dates.js";
import { anyOf } from "../language/words.js";
import type { PrintedHead } from "../model/printed.js";
import type { Profile } from "../schema/profile.js";

const NUMBERS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
};
const YEARS = "(?<from>(?:19|20)\\d{2})(?:\\s*(?:[-–—/]|to)\\s*(?<to>(?:19|20)?\\d{2})(?!\\d))?";
/** A head line is a title, not a sentence: at most this many characters and words. */
const LONGEST_LINE = 160;

export const emptyHead = (): PrintedHead => ({
  planTitle: null,
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
  ratingBasis: null,
});

export interface HeadReader {
  /** The plan's title and years, where the line is one. */
  plan(line: string): { readonly title: string; readonly start: number; readonly end: number } | null;
  /** Theme, quarter and published month that the line states; null where it states none of the first two. */
  period(line: string): Partial<PrintedHead> | null;
  month(line: string): string | null;
  version(line: string): string | null;
  rating(line: string): string | null;
  basis(line: string): string | null;
}

const readers = new WeakMap<Profile, HeadReader>();

export function headReader(profile: Profile): HeadReader {
  let reader = readers.get(profile);
  if (reader === undefined) {
    reader = buildReader(profile);
    readers.set(profile, reader);
  }
  return reader;
}

const endYear = (start: number, printed: string | undefined): number => {
  if (printed === undefined) return start;
  if (printed.length === 4) return Number(printed);
  const end = Math.floor(start / 100) * 100 + Number(printed);
  return end < start ? end + 100 : end;
};

function buildReader(profile: Profile): HeadReader {
  const planWords = anyOf(profile.head.plan);
  const planWithYears = new RegExp(
    `^(?<title>.*?\\b(?:${planWords})\\b[^()\\d]*?)[\\s,:–—-]*[(\\[]?\\s*(?:for\\s+)?${YEARS}\\s*[)\\]]?(?<tail>.{0,60})$`,
    "iu",
  );
  const yearsFirst = new RegExp(`^[(\\[]?${YEARS}[)\\]]?[\\s,:–—-]+(?<title>.*\\b(?:${planWords}))$`, "iu");
  const theme = new RegExp(
    `\\b(?:${anyOf(profile.head.theme)})\\s+(?:no\\.?\\s*)?(\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\\b(?:\\s*[:–—-]\\s*|\\s*\\.\\s+|\\s*$|(?=\\s))`,
    "iu",
  );
  const quarterWords = anyOf(profile.head.quarter.filter((word) => word.length > 1));
  const quarter = new RegExp(
    `(?:\\b(?:${quarterWords})\\.?\\s*([1-4]|one|two|three|four)\\b|\\bQ\\s?([1-4])\\b|\\b(first|second|third|fourth|1st|2nd|3rd|4th)\\s+(?:quarter|qtr|qrt)\\b)`,
    "iu",
  );
  const financialYear = /^[\s,:()–—-]*(?:of\s+|update\s+)?((?:19|20)\d{2})\s*[/–-]\s*((?:19|20)?\d{2})(?!\d)/;
  const monthYear = new RegExp(
    `(?:^|[\\s(,:–—-])(?:\\d{1,2}(?:st|nd|rd|th)?\\s+)?(${MONTH_YEAR})(?=$|[\\s),.;:])`,
    "iu",
  );
  const monthAlone = new RegExp(
    `^[(\\[]?(?:(?:date|dated|published|publication date|issued|report date|produced)\\b[\\s:,–—-]*(?:of|on|in)?\\s*)?(?:\\d{1,2}(?:st|nd|rd|th)?\\s+)?(${MONTH_YEAR})[)\\]]?$`,
    "iu",
  );
  const versionPattern =
    /^(?:(?:version|status|document status|ver\.?)\s*[:–—-]\s*)?((?:final|draft|revised)(?:\s+(?:draft|final|version|report|v))?(?:\s*[-–:]?\s*v?\.?\s?\d+(?:\.\d+)*)?|v(?:ersion|er)?\.?\s?\d+(?:\.\d+)*(?:\s*[-–(]?\s*(?:final|draft)\)?)?)$/i;
  const labelled = /^version\s*[:–—-]\s*(\S.{0,30})$/i;
  const tailVersion = /[\s,;–—-]+[([]?(final|draft(?:\s+v?\d+(?:\.\d+)*)?|v\.?\s?\d+(?:\.\d+)*)[)\]]?$/i;
  const rating = new RegExp(
    `\\b(?:${anyOf(profile.head.rating)})\\b\\s*(?:therefore\\s+)?[:–—-]?\\s*(?:is\\s+|was\\s+|are\\s+)?(?:therefore\\s+|currently\\s+|judged\\s+(?:to be\\s+)?|rated\\s+)?["“'‘]?([\\p{L}][\\p{L} /-]{1,40}?)["”'’]?\\s*(?:$|[.;,(\\t])`,
    "iu",
  );
  const rated = new RegExp(
    `\\b(?:rated|assessed as|judged|considered)\\s+(?:overall\\s+)?(?:to be\\s+|as\\s+)?["“'‘]?(${anyOf(profile.head.rating_values)})\\b["”'’]?(?:\\s+overall)?\\s*(?:$|[.;,(])`,
    "iu",
  );
  const aboutWhole = /\b(?:overall|theme|plan|as a whole|performance)\b/i;
  const basis =
    /\b(?:rat(?:ed|ing)|judged|very good|good)\b.*\b(?:\d{1,3}\s?%|at least|or more|more than|fewer than|less than|no red)/i;

  return {
    plan(line) {
      if (line.length > LONGEST_LINE || /[.;]$/.test(line)) return null;
      const match = planWithYears.exec(line) ?? yearsFirst.exec(line);
      const title = match?.groups?.title?.replace(/[\s,:–—(-]+$/u, "").trim();
      if (match === null || title === undefined || !/^[\p{Lu}\d]/u.test(title) || title.split(/\s+/).length > 12)
        return null;
      // A sentence that mentions a plan goes on after its years; a title ends there, or names its quarter.
      const tail = match.groups?.tail?.trim() ?? "";
      if (
        /^\p{Ll}/u.test(tail) ||
        !/^[\p{Lu}].*|^$/u.test(title) ||
        /\b(?:was|is|are|were|has|have|will|the)\s+\p{Ll}+\s+\p{Ll}+/u.test(title)
      )
        return null;
      const from = Number(match.groups?.from);
      return { title, start: from, end: endYear(from, match.groups?.to) };
    },
    period(line) {
      if (line.length > LONGEST_LINE || !/\p{Lu}|\d/u.test(line[0] ?? "")) return null;
      const found: Partial<PrintedHead> = {};
      const themed = theme.exec(line);
      if (themed?.[1] !== undefined) {
        const tail = line.slice(themed.index + themed[0].length).trim();
        found.themeNumber = NUMBERS[themed[1].toLowerCase()] ?? Number(themed[1]);
        // "THEME 2: HELPING VICTIMS" names the theme; "STRATEGIC THEME 2 UPDATE - QRT 1" reports on it.
        if (/[:–—.-]\s*$/.test(themed[0]) && tail !== "" && !quarter.test(tail) && !/^update\b/i.test(tail))
          found.themeTitle = tail;
      }
      const match = quarter.exec(line);
      if (match !== null) {
        const printed = (match[1] ?? match[2] ?? match[3] ?? "").toLowerCase();
        found.quarter = NUMBERS[printed] ?? Number(printed[0]);
        const behind = financialYear.exec(line.slice(match.index + match[0].length));
        found.periodLabel = `${match[0]}${behind?.[0] ?? ""}`.replace(/[\s,(–—-]+$/u, "").trim();
        if (behind?.[1] !== undefined && endYear(Number(behind[1]), behind[2]) === Number(behind[1]) + 1)
          found.periodYear = Number(behind[1]);
      }
      if (found.themeNumber === undefined && found.quarter === undefined) return null;
      const month = found.themeTitle === undefined ? monthYear.exec(line)?.[1] : undefined;
      if (month !== undefined) found.publishedMonth = readDate(month).iso;
      const version = found.themeTitle === undefined ? tailVersion.exec(line)?.[1] : undefined;
      if (version !== undefined) found.version = version;
      return found;
    },
    month(line) {
      const match = line.length <= 60 ? monthAlone.exec(line) : null;
      return match?.[1] === undefined ? null : readDate(match[1]).iso;
    },
    version(line) {
      if (line.length > 60) return null;
      return versionPattern.exec(line)?.[1] ?? labelled.exec(line)?.[1] ?? null;
    },
    rating(line) {
      const stated = rating.exec(line)?.[1]?.trim();
      if (stated !== undefined && stated.split(/\s+/).length <= 4) return stated;
      return aboutWhole.test(line) ? (rated.exec(line)?.[1] ?? null) : null;
    },
    basis(line) {
      return basis.test(line) ? line : null;
    },
  };
}
