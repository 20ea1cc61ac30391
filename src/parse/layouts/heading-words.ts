/**
 * Words cut into column headings. In: words, and what a heading says of its column. Out: the headings; null where words are left
 * that are none.
 */
import type { ColumnRole } from "../../schema/profile.js";
import type { HeadingEvidence } from "../columns/heading-evidence.js";

/** Weight from which on a heading is known, and of one in the profile's own words; what a word of no heading costs. */
export const KNOWN = 1.9;
export const SURE = 3.4;
const UNKNOWN_WORD = 1.5;
/** Words of one heading. */
const PHRASE_WORDS = 6;

export const strongest = (heading: string, evidence: HeadingEvidence): { role: ColumnRole; weight: number } | null => {
  let best: { role: ColumnRole; weight: number } | null = null;
  for (const [role, weight] of Object.entries(evidence(heading)) as [ColumnRole, number][])
    if (best === null || weight > best.weight) best = { role, weight };
  return best;
};

const isSign = (word: string): boolean => !/[\p{L}\p{N}&/]/u.test(word);

/** Words cut into headings, the first of them known beyond doubt; a few may be unknown. One of them is for titles if possible. */
export function cutHeadings(words: readonly string[], evidence: HeadingEvidence): string[] | null {
  const weightOf = (heading: string): number => strongest(heading, evidence)?.weight ?? 0;
  const isSure = (length: number): boolean => weightOf(words.slice(0, length).join(" ")) >= SURE;
  if (!words.slice(0, PHRASE_WORDS).some((_, at) => isSure(at + 1))) return null;
  const headings = bestCut(words, weightOf);
  if (headings === null || hasTitle(headings, evidence)) return checked(headings, weightOf);
  // "Action Owner" is one heading, but two where no other names the titles.
  const split = headings
    .filter((heading) => heading.includes(" "))
    .map((heading) => bestCut(words, (phrase) => (phrase === heading ? 0 : weightOf(phrase))))
    .find((each) => each !== null && hasTitle(each, evidence) && checked(each, weightOf) !== null);
  return checked(titledCut(words, evidence) ?? split ?? headings, weightOf);
}

/** The cut with no heading that is two of different kinds, "Owner Agreed action", where one is for titles then. */
function titledCut(words: readonly string[], evidence: HeadingEvidence): string[] | null {
  const weightOf = (phrase: string): number => {
    const weight = strongest(phrase, evidence)?.weight ?? 0;
    return weight < KNOWN || !isTwo(phrase.split(" "), evidence) ? weight : 0;
  };
  const headings = bestCut(words, weightOf);
  return headings !== null && hasTitle(headings, evidence) && checked(headings, weightOf) !== null ? headings : null;
}

/** Whether a phrase begins with a heading of one kind and has one of another after it. */
function isTwo(words: readonly string[], evidence: HeadingEvidence): boolean {
  return words.slice(1).some((_, at) => {
    const first = strongest(words.slice(0, at + 1).join(" "), evidence);
    if (first === null || first.weight < SURE) return false;
    const rest = words.slice(at + 1);
    return rest.some((__, end) => {
      const next = strongest(rest.slice(0, end + 1).join(" "), evidence);
      return next !== null && next.weight >= KNOWN && next.role !== first.role;
    });
  });
}

const hasTitle = (headings: readonly string[], evidence: HeadingEvidence): boolean =>
  headings.some((heading) => strongest(heading, evidence)?.role === "title");

/** Headings of which the first is known beyond doubt and few are unknown, or null. */
function checked(headings: string[] | null, weightOf: (heading: string) => number): string[] | null {
  if (headings === null || weightOf(headings[0] ?? "") < SURE) return null;
  const unknown = headings.filter((heading) => weightOf(heading) < KNOWN);
  return unknown.length > headings.length / 4 ? null : headings;
}

/** The cut of the highest score; null where a sign is nowhere it can be. */
function bestCut(words: readonly string[], weightOf: (heading: string) => number): string[] | null {
  const best: { score: number; from: number }[] = [{ score: 0, from: -1 }];
  for (let end = 1; end <= words.length; end += 1) {
    let found = { score: Number.NEGATIVE_INFINITY, from: -1 };
    for (let from = Math.max(0, end - PHRASE_WORDS); from < end; from += 1) {
      const phrase = words.slice(from, end);
      if (hasSignInside(phrase) || isBoundToNext(words, end)) continue;
      const score = (best[from]?.score ?? 0) + phraseScore(weightOf(phrase.join(" ")), phrase);
      if (score > found.score) found = { score, from };
    }
    best.push(found);
  }
  const headings: string[] = [];
  for (let end = words.length; end > 0; ) {
    const from = best[end]?.from ?? -1;
    if (from < 0) return null;
    headings.unshift(words.slice(from, end).join(" "));
    end = from;
  }
  return headings;
}

/** A sign is a heading of its own, or begins one: "#", "% complete". */
const hasSignInside = ([first = "", ...more]: readonly string[]): boolean =>
  more.some(isSign) || (more.length > 0 && isSign(first) && first !== "%");

/** Which period, and what follows it: no heading ends between the two. */
const WHICH = /^(?:last|this|previous|next)$/iu;
const PERIOD = /^(?:week|month|quarter|period|year)(?:['’]s)?$/iu;

const isBoundToNext = (words: readonly string[], end: number): boolean =>
  WHICH.test(words[end - 1] ?? "") && PERIOD.test(words[end] ?? "");

const GOES_ON = /^(?:(?:taken|agreed|required) )?(?:of|for|on|at|in|to|from|per|by|since|as|with|and)\b/iu;

/** A longer phrase that is known goes before two shorter ones; one that is known in part does not. */
function phraseScore(weight: number, phrase: readonly string[]): number {
  const { length } = phrase;
  // "DELIVERABLES AGREED BY PARTNERS": what continues a heading is none of its own.
  if (weight < SURE && GOES_ON.test(phrase.slice(0, 2).join(" "))) return -UNKNOWN_WORD * length - 1;
  if (weight >= SURE) return weight * length + 0.3 * (length - 1);
  return weight >= KNOWN ? weight : -UNKNOWN_WORD * length;
}
