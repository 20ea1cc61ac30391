/**
 * Counts stated in a sentence: "Of the 15 deliverables, 9 (60%) are rated Green and six (40%) Amber." In: a paragraph of
 * a report's head. Out: what it states; nothing where a word leaves open what a number counts.
 */
import { DATE } from "../../language/dates.js";
import { anyOf } from "../../language/words.js";
import type { PrintedStatement } from "../../model/printed.js";
import type { Profile } from "../../schema/profile.js";
import { RAGS, type Rag } from "../../schema/values.js";
import { type StatusReader, statusReader } from "../status.js";
import { NUMBER_WORDS, PERCENT } from "./count.js";

export interface SentenceCount extends Omit<PrintedStatement, "place"> {
  /** Its first character in the paragraph, that of the total that it is of included, and the one behind its last. */
  readonly from: number;
  readonly to: number;
}
export type SentenceReader = (paragraph: string) => SentenceCount[];

/** Longest paragraph that is read, in characters. */
const LONGEST = 3000;
/** Source of a pattern for what reports count. */
export const COUNTED =
  "(?:deliverables?|actions?|milestones?|objectives?|commitments?|activities|tasks|measures?|projects?|priorities|items?|recommendations?|outcomes?|pledges?|targets)";
/** Words that make a number something else than how many have a status now. */
const ELSEWHERE =
  /\b(?:from|moved|turned|became|becomes|improved|changed|previous(?:ly)?|last|since|compared|earlier|should|would|could|must|if|when|where|each|at least|at most|more than|less than|fewer than|over|under|up to|about|around|nearly|almost|or more|or fewer|or less|another|further)\b/i;
const NEGATED = /\b(?:not|never|neither|nor|without|or)\s*$/i;

const readers = new WeakMap<Profile, SentenceReader>();

export function sentenceReader(profile: Profile): SentenceReader {
  let reader = readers.get(profile);
  if (reader === undefined) {
    reader = buildReader(profile);
    readers.set(profile, reader);
  }
  return reader;
}

/** A base of its own: what is counted behind it is a part of some, not of all. */
const OF_SOME = /\bof\s+(?:which|whom|these(?!\s+\d)|those|them)\b/iu;
const SOME =
  "(?:remaining|outstanding|open|live|other|others|new|rest|started|incomplete|overdue|late|delayed|current|in\\s+progress|under\\s+way|underway|ongoing|not\\s+yet)";

interface Figure {
  readonly value: number;
  /** The character with which it begins. */
  readonly at: number;
}

interface Clause {
  /** Number, total and percentage since the status before. */
  numbers: Figure[];
  total: number | null;
  percents: Figure[];
}

const emptyClause = (): Clause => ({ numbers: [], total: null, percents: [] });

function buildReader(profile: Profile): SentenceReader {
  const status = statusReader(profile);
  const words = anyOf(RAGS.flatMap((rag) => profile.statuses[rag].words));
  const places = [...profile.head.theme, ...profile.head.quarter].filter((word) => word.length > 1);
  const total = `(?<of>\\b(?:(?:out\\s+)?of|all|total\\s+of|there\\s+(?:are|were))\\s+(?:the\\s+|our\\s+|all\\s+|these\\s+|its\\s+){0,2}(?<total>\\d{1,4})(?=\\s+(?:\\p{L}+\\s+){0,2}${COUNTED}\\b))`;
  const outOf = "(?<part>(?:/|\\b(?:out\\s+)?of)\\s?(?:the\\s+)?(?<whole>\\d{1,4})(?![\\d.,%]))";
  const token = new RegExp(
    `${total}|${outOf}|(?<percent>${PERCENT})|(?<![\\p{L}\\d.,£$€])(?<digits>\\d{1,4})(?![\\d\\p{L}]|[.,-]\\d)|\\b(?<word>${NUMBER_WORDS.join("|")}|no(?=\\s+(?:\\p{L}+\\s+){0,2}(?:are|is|${words})))\\b|(?<![\\p{L}\\d])(?<status>${words})(?![\\p{L}\\d-])`,
    "giu",
  );
  const ofPart = new RegExp(
    `\\bof\\s+(?:the|our|these|those)\\s+\\d{1,4}\\s+(?:${SOME}|${words})(?![\\p{L}\\d])`,
    "iu",
  );
  const aside = new RegExp(`\\b(?:${anyOf(places)}|q)\\s?\\d{1,2}\\b|${DATE}`, "giu");
  const blank = (text: string): string => text.replace(aside, (found) => "_".repeat(found.length));

  /** @param from the sentence's place in its paragraph */
  const readSentence = (printed: string, from: number, known: Figure | null): SentenceCount[] => {
    const text = blank(printed.slice(0, startOfSome(printed, ofPart)));
    const found: SentenceCount[] = [];
    let clause = emptyClause();
    let whole = known;
    for (const match of text.matchAll(token)) {
      const groups = match.groups ?? {};
      if (groups.total !== undefined) whole = { value: Number(groups.total), at: from + match.index };
      else if (groups.whole !== undefined) clause.total = Number(groups.whole);
      else if (groups.percent !== undefined)
        clause.percents.push({ value: Number.parseFloat(groups.percent), at: match.index });
      else if (groups.digits !== undefined) clause.numbers.push({ value: Number(groups.digits), at: match.index });
      else if (groups.word !== undefined)
        clause.numbers.push({ value: Math.max(0, NUMBER_WORDS.indexOf(groups.word.toLowerCase())), at: match.index });
      else if (groups.status !== undefined) {
        const rag = ragOf(status, groups.status);
        if (rag === null) return [];
        const empty = clause.numbers.length === 0 && clause.percents.length === 0;
        // "On Track (Green)": a second word for the same status.
        if (empty && found.at(-1)?.rag === rag) continue;
        const [number] = clause.numbers;
        const [percent] = clause.percents;
        const between = number === undefined ? "" : text.slice(number.at, match.index);
        if (number === undefined || clause.numbers.length > 1 || clause.percents.length > 1 || NEGATED.test(between))
          return [];
        const start = Math.min(number.at, percent?.at ?? number.at);
        const [end, base] = [match.index + match[0].length, clause.total === null ? whole : null];
        found.push({
          rag,
          label: printed.slice(match.index, end),
          raw: printed.slice(start, end),
          count: number.value,
          total: clause.total ?? base?.value ?? null,
          percent: percent?.value ?? null,
          from: Math.min(from + start, base?.at ?? from + start),
          to: from + end,
        });
        clause = emptyClause();
      }
    }
    return clause.numbers.length > 0 || clause.percents.length > 0 ? [] : found;
  };

  const naming = new RegExp(total, "iu");
  return (paragraph) => {
    if (paragraph.length > LONGEST || !/\d|\bnone\b/i.test(paragraph)) return [];
    const all: SentenceCount[] = [];
    let known: Figure | null = null;
    let end = 0;
    for (const sentence of paragraph.split(/(?<=[.;!?])\s+(?=[\p{Lu}\d])/u)) {
      const at = paragraph.indexOf(sentence, end);
      end = at + sentence.length;
      const base = naming.exec(sentence);
      const named = base?.groups?.total;
      // "Of the 20 actions led by the force" behind "there are 60 actions".
      const isPart = known !== null && named !== undefined && Number(named) < known.value;
      const stated = isPart || ELSEWHERE.test(sentence) ? [] : readSentence(sentence, at, known);
      const sure = stated.length > 1 || stated.some((one) => one.percent !== null || one.total !== null);
      if (sure) all.push(...stated);
      if (base !== null && !isPart) known = { value: Number(named), at: at + base.index };
    }
    return new Set(all.map((one) => one.rag)).size === all.length ? all : [];
  };
}

/** Where a sentence begins to count out of some only; its length where it does not. */
function startOfSome(sentence: string, ofSome: RegExp): number {
  const starts = [OF_SOME, ofSome].map((pattern) => pattern.exec(sentence)?.index ?? sentence.length);
  return Math.min(...starts);
}

const ragOf = (status: StatusReader, printed: string): Rag | null => status.readLabel(printed)?.rag ?? null;
