/** A plan's title and years: "POLICE AND CRIME PLAN (2018-21)". In: a line of a header. Out: both, or null for anything else. */
import { MONTH_YEAR, readDate } from "../../language/dates.js";
import { endsWithAny } from "../../language/sentences.js";
import { anyOf } from "../../language/words.js";
import type { Profile } from "../../schema/profile.js";
import { holdsYear, readYears, singleMonth, YEARS, type Years } from "./years.js";

/** A title is no sentence: at most this many characters and words. */
export const LONGEST_LINE = 160;
const LONGEST_TITLE = 14;
/** "Progress report on the Police and Crime Plan": the plan is what is reported on. */
const REPORT_ON =
  /^(?:progress\s+(?:on|against|with|in|towards)\s+(?:the|our)\s+(?=\p{Lu})|.{0,80}\b(?:report|update|monitoring|summary|statement|review)(?:\s+(?:on|against|for|of|to)\s+(?:the\s+|our\s+)?|\s*[:–—-]\s+)(?=\p{Lu}))/iu;
const REPORTED = /(?:[\s,:|–—-]+(?:progress|updates?|monitoring|performance|reports?|reporting|review|quarterly))+$/iu;
/** What may follow a title's years without a capital: "2018-21 update", "2018/19 (as at 23.01.2019)". */
const TAIL =
  /^(?:[-–—:,;.|(]?\s*(?:$|[\p{Lu}\d]|as (?:at|of)\b|position\b|progress|updates?|quarter|q\d|performance|monitoring|report|delivery|highlight))/u;
/** A subtitle that says that the line is about a report: "2023-24: spring term review". */
const SUBTITLE = /^(?::|[–—-]\s)\s*(?=\p{Ll})[^.;:]{2,60}$/u;
const SUBTITLE_WORDS = 8;
/** What a plan's title may begin with that is the paper's: "Appendix 1: Harbour Plan". */
const PAPER =
  /^(?:(?:appendix|annexe?|enclosure|attachment|(?:agenda\s+)?item)\s+[\p{L}\d.]{1,4}\s*[:–—-]|(?:(?:report\s+)?title|subject|re)\s*:)\s+/iu;
/** An auxiliary verb with words around it makes a sentence: "The plan was agreed in 2018". */
const SENTENCE = /\b(?:was|is|are|were|has|have|had|will|would|can|should)\s+\p{Ll}+/u;

/** Words that make a line with a plan's title one about this report; words that make its date another report's. */
const OF_REPORT = /\b(?:progress|updates?|reports?|monitoring|performance|position|review|trackers?|log)\b/iu;
const OF_ANOTHER = /\b(?:next|previous|last|earlier|since|from|until|due)\b/iu;
/** Words of a title of another paper. */
const OF_ANOTHER_PAPER = /\b(?:minutes|agenda|response|replaces|supersedes|originally|original|baseline|following)\b/iu;
/** A last year that the print cuts off: "2021-2". */
const CUT_OFF = /^[-–—/]\s?\d?\s?[)\]]?$/;
const ENDS_NAMED = /(?:^|\s)\p{Lu}[\p{L}'’]*$/u;
const ANY_MONTH = new RegExp(`\\b${MONTH_YEAR}`, "giu");

export interface PlanTitle {
  readonly title: string;
  readonly years: Years | null;
  /** The report's month, where the line says that it is one: "Harbour Plan - March 2019 progress". */
  readonly month?: ReportMonth;
}

export interface ReportMonth {
  /** `YYYY-MM` */
  readonly iso: string;
  readonly printed: string;
}

export interface PlanReader {
  /** A title with its years, or with the one month beside it. */
  dated(line: string): PlanTitle | null;
  /** A title that ends with a word for a plan and has no years, which may be on the next line. */
  undated(line: string): string | null;
  /** A title without what says that the line is about a report on it; null where nothing or no title is left. */
  cleaned(line: string): string | null;
}

/** Whether a line looks like a title or a part of one. */
export function isTitleLike(line: string): boolean {
  return (
    line.length <= LONGEST_LINE &&
    !endsWithAny(line, ".;:!?") &&
    /^[\p{Lu}\d“"'‘]/u.test(line) &&
    line.split(" ").length <= LONGEST_TITLE &&
    !SENTENCE.test(line)
  );
}

/** Whether a line is a title that says it is this report's, and not of another paper. */
export const isTitleOfReport = (line: string): boolean =>
  isTitleLike(line) && OF_REPORT.test(line) && !OF_ANOTHER.test(line) && !OF_ANOTHER_PAPER.test(line);

export function planReader(profile: Profile): PlanReader {
  const words = anyOf(profile.head.plan);
  const titleFirst = new RegExp(
    `^(?<title>[^()\\[\\]]{0,120}?\\b(?:${words})\\b[^()\\[\\]\\d]{0,60}?)[\\s,:–—-]*[(\\[]?\\s*(?:for\\s+|covering\\s+)?${YEARS}\\s*[)\\]]?(?<tail>.{0,80})$`,
    "iu",
  );
  const yearsFirst = new RegExp(`^[(\\[]?${YEARS}[)\\]]?[\\s,:–—-]+(?<title>.{0,120}\\b(?:${words}))$`, "iu");
  const undatedTitle = new RegExp(`^(?<title>[^()\\d]{3,120}\\b(?:${words}))(?<tail>\\s*[:–—-]\\s.{0,80})?$`, "iu");

  const clean = (printed: string | undefined): string | null => {
    const title = (printed ?? "")
      .replace(PAPER, "")
      .replace(REPORT_ON, "")
      .replace(REPORTED, "")
      .replace(/[\s,:|–—(-]+$/u, "")
      .trim();
    return title !== "" && isTitleLike(title) ? title : null;
  };

  return {
    cleaned: clean,
    dated(line) {
      if (line.length > LONGEST_LINE || !holdsYear(line) || endsWithAny(line, ".;")) return null;
      const match = titleFirst.exec(line) ?? yearsFirst.exec(line);
      const title = clean(match?.groups?.title);
      return match === null || title === null ? null : planOf(line, match, title);
    },
    undated(line) {
      if (line.length > LONGEST_LINE || !isTitleLike(line)) return null;
      const match = undatedTitle.exec(line);
      const title = clean(match?.groups?.title);
      if (match === null || title === null || !isNamed(title)) return null;
      const tail = match.groups?.tail?.trim() ?? "";
      return TAIL.test(tail) || isSubtitle(tail) ? title : null;
    },
  };
}

/** The plan of a line that has its title and years; null where what follows them makes the line no title. */
function planOf(line: string, { groups }: RegExpExecArray, title: string): PlanTitle | null {
  const years = readYears(groups);
  const single = singleMonth(groups);
  if (years === null && single === null) return null;
  const tail = groups?.tail?.trim() ?? "";
  if (years !== null && CUT_OFF.test(tail)) return { title, years: { ...years, end: null } };
  // "Roll out the framework by 31 March 2022" is no title.
  if (!(TAIL.test(tail) || isSubtitle(tail)) || (years === null && !(isNamed(title) && ENDS_NAMED.test(title))))
    return null;
  const month = reportMonth(line, single ?? tail);
  return month === null ? { title, years } : { title, years, month };
}

const isSubtitle = (tail: string): boolean =>
  SUBTITLE.test(tail) && OF_REPORT.test(tail) && tail.split(/\s+/).length <= SUBTITLE_WORDS;

/** The month in part of a line about this report; null where it has none or two. */
function reportMonth(line: string, part: string): ReportMonth | null {
  if (!OF_REPORT.test(line) || OF_ANOTHER.test(line)) return null;
  const [month, another] = part.match(ANY_MONTH) ?? [];
  const iso = month === undefined || another !== undefined ? null : readDate(month).iso;
  return iso === null || month === undefined ? null : { iso, printed: month };
}

/** Whether all words of a title begin with a capital, except for short ones. */
export function isNamed(title: string): boolean {
  const words = title.match(/\p{L}[\p{L}'’-]*/gu) ?? [];
  return words.length > 0 && words.every((word) => word.length <= 3 || /^\p{Lu}/u.test(word) || SMALL.has(word));
}

const SMALL = new Set(["with", "from", "into", "over", "under", "through", "towards", "across", "within"]);
