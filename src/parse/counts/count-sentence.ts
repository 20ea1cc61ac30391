/**
 * Counts stated in a sentence: "Of the 15 deliverables, 9 (60%) are rated Green and six (40%) Amber." In: a paragraph. Out:
 * the counts it states; none where a word leaves open what a number counts.
 */
import { DATE } from "../../language/dates.js";
import { anyOf } from "../../language/words.js";
import type { Profile } from "../../schema/profile.js";
import { RAGS } from "../../schema/values.js";
import { statusReader } from "../status.js";
import { KEY_STATUSES } from "../status-patterns.js";
import { NUMBER_WORDS, PERCENT } from "./count.js";
import { type SentenceCount, type SentenceFigure, SentenceScan } from "./sentence-scan.js";

export type SentenceReader = (paragraph: string) => SentenceCount[];

/** Longest paragraph that is read, in characters. */
const LONGEST = 3000;
/** Source of a pattern for what reports count. */
export const COUNTED =
  "(?:deliverables?|actions?|milestones?|objectives?|commitments?|activities|tasks|measures?|projects?|priorities|items?|recommendations?|outcomes?|pledges?|targets)";
/** Words that make a number something else than how many have a status now. */
const OTHER_COUNT =
  /\b(?:from|moved|turned|became|becomes|improved|changed|previous(?:ly)?|last|since|compared|earlier|should|would|could|must|if|when|where|each|at least|at most|more than|less than|fewer than|over|under|up to|about|around|nearly|almost|or more|or fewer|or less|another|further)\b/i;

/** A base of its own: the counts after it are of a part, not of all. */
const OF_WHICH = /\bof\s+(?:which|whom|these(?!\s+\d)|those|them)\b/iu;
const PART =
  "(?:remaining|outstanding|open|live|other|others|new|rest|started|incomplete|overdue|late|delayed|current|in\\s+progress|under\\s+way|underway|ongoing|not\\s+yet)";

const readers = new WeakMap<Profile, SentenceReader>();

export function sentenceReader(profile: Profile): SentenceReader {
  let reader = readers.get(profile);
  if (reader === undefined) {
    reader = buildReader(profile);
    readers.set(profile, reader);
  }
  return reader;
}

function buildReader(profile: Profile): SentenceReader {
  const status = statusReader(profile, KEY_STATUSES);
  const words = anyOf(RAGS.flatMap((rag) => profile.statuses[rag].words));
  const periodWords = [...profile.head.theme, ...profile.head.quarter].filter((word) => word.length > 1);
  const total = `(?<of>\\b(?:(?:out\\s+)?of|all|total\\s+of|there\\s+(?:are|were))\\s+(?:the\\s+|our\\s+|all\\s+|these\\s+|its\\s+){0,2}(?<total>\\d{1,4})(?=\\s+(?:\\p{L}+\\s+){0,2}${COUNTED}\\b))`;
  const outOf = "(?:(?:/|\\b(?:out\\s+)?of)\\s?(?:the\\s+)?(?<outOf>\\d{1,4})(?![\\d.,%]))";
  const token = new RegExp(
    `${total}|${outOf}|(?<percent>${PERCENT})|(?<![\\p{L}\\d.,£$€])(?<digits>\\d{1,4})(?![\\d\\p{L}]|[.,-]\\d)|\\b(?<word>${NUMBER_WORDS.join("|")}|no(?=\\s+(?:\\p{L}+\\s+){0,2}(?:are|is|${words})))\\b|(?<![\\p{L}\\d])(?<status>${words})(?![\\p{L}\\d-])`,
    "giu",
  );
  const ofPart = new RegExp(
    `\\bof\\s+(?:the|our|these|those)\\s+\\d{1,4}\\s+(?:${PART}|${words})(?![\\p{L}\\d])`,
    "iu",
  );
  const dateOrQuarter = new RegExp(`\\b(?:${anyOf(periodWords)}|q)\\s?\\d{1,2}\\b|${DATE}`, "giu");
  const blank = (text: string): string => text.replace(dateOrQuarter, (found) => "_".repeat(found.length));

  /** @param from the sentence's first character in its paragraph */
  const readSentence = (printed: string, from: number, known: SentenceFigure | null): SentenceCount[] => {
    const text = blank(printed.slice(0, startOfPart(printed, ofPart)));
    const scan = new SentenceScan(printed, text, from, known, status);
    for (const match of text.matchAll(token)) if (!scan.add(match)) return [];
    return scan.counts();
  };

  const naming = new RegExp(total, "iu");
  const totalIn = (sentence: string, at: number): SentenceFigure | null => {
    const match = naming.exec(sentence);
    return match === null ? null : { value: Number(match.groups?.total), at: at + match.index };
  };
  return (paragraph) => {
    if (paragraph.length > LONGEST || !/\d|\bnone\b/i.test(paragraph)) return [];
    const all: SentenceCount[] = [];
    let known: SentenceFigure | null = null;
    for (const { sentence, at } of sentencesOf(paragraph)) {
      const named = totalIn(sentence, at);
      if (isPartOf(named, known)) continue;
      if (!OTHER_COUNT.test(sentence)) all.push(...clearlyCounts(readSentence(sentence, at, known)));
      known = named ?? known;
    }
    return new Set(all.map((one) => one.rag)).size === all.length ? all : [];
  };
}

/** The sentences of a paragraph, each with the index of its first character. */
function sentencesOf(paragraph: string): { readonly sentence: string; readonly at: number }[] {
  let end = 0;
  return paragraph.split(/(?<=[.;!?])\s+(?=[\p{Lu}\d])/u).map((sentence) => {
    const at = paragraph.indexOf(sentence, end);
    end = at + sentence.length;
    return { sentence, at };
  });
}

/** Whether a total is of a part: "Of the 20 actions led by the force" after "there are 60 actions". */
const isPartOf = (named: SentenceFigure | null, known: SentenceFigure | null): boolean =>
  known !== null && named !== null && named.value < known.value;

/** The counts of a sentence, where several or a total or percentage show that they are counts of deliverables. */
function clearlyCounts(stated: readonly SentenceCount[]): readonly SentenceCount[] {
  return stated.length > 1 || stated.some((one) => one.percent !== null || one.total !== null) ? stated : [];
}

/** Where a sentence begins to count a part only; its length where it does not. */
function startOfPart(sentence: string, ofPart: RegExp): number {
  const starts = [OF_WHICH, ofPart].map((pattern) => pattern.exec(sentence)?.index ?? sentence.length);
  return Math.min(...starts);
}
