/**
 * Shares that a text states of anything: "31 of 46 (67%)", "Of the 60 actions 33 (54%) are complete", "of the 20 in
 * progress, 9 (45%) are green". In: a paragraph. Out: count, base and percentage of each, in printed order; nothing where
 * a word leaves open what the percentage is a share of. Reads a fixed distance to either side of a percentage, so that the
 * time is linear in the text.
 */
import type { Limit, PrintedClaim } from "../../model/printed.js";
import { NUMBER_WORDS, numberOf } from "../counts/figures.js";
import { limitOf } from "./limit-words.js";

export type Claim = Pick<PrintedClaim, "raw" | "count" | "countLimit" | "total" | "percent" | "percentLimit">;

/** Characters before and after a percentage in which its count and base are looked for. */
const BEFORE = 200;
const AFTER = 60;
/** A longer run of text is no sentence and is not read. */
const LONGEST_SENTENCE = 5000;

const LIMIT = "(?:less than|fewer than|under|below|<|no more than|at most|up to|more than|over|above|>|at least)";
const NUMBER = `(?<![\\p{L}\\d.,£$€/-])(?:\\d{1,6}|${NUMBER_WORDS})(?![\\p{L}\\d%]|[.,/]\\d)`;
const ARTICLE = "(?:(?:the|our|all|all the|these|its|a total of|the total of)\\s+)?";
const BASE = `${ARTICLE}(?<total>\\d{1,6})(?![\\p{L}\\d%]|[.,/-]\\d)`;
const PERCENT = new RegExp(
  `(?:(?<limit>${LIMIT})\\s*)?(?<![\\d.,£$€/–-])(?<percent>\\d{1,3}(?:\\.\\d{1,4})?)\\s?(?:%|per\\s?cent\\b)`,
  "giu",
);
/** "31 of the 46 actions are done (": the percentage follows in brackets or after a comma. */
const SHARE_BEFORE = new RegExp(
  `(?:(?<limit>${LIMIT})\\s+)?(?<count>${NUMBER}|(?<![\\p{L}\\d.,£$€/-])\\d{1,6}(?=/))\\s{0,2}(?:/|\\bout\\s+of\\b|\\bof\\b)\\s{0,2}${BASE}(?<words>(?:\\s\\p{L}[\\p{L}'’-]*){0,3})\\s{0,2}(?:[([]|,|[–—:-]|\\bor\\b)\\s{0,2}$`,
  "iu",
);
const COUNT_BEFORE = new RegExp(`(?:(?<limit>${LIMIT})\\s+)?(?<count>${NUMBER})\\s{0,2}[([]\\s?$`, "iu");
const BASE_AFTER = new RegExp(`^\\s?[)\\]](?:\\s\\p{L}+){0,2}?\\s+(?:out\\s+)?of\\s+${BASE}`, "iu");
const COUNT_AFTER = new RegExp(
  `^\\s{0,2}[([]\\s?(?<count>\\d{1,6})\\s?(?:[)\\]]\\s+(?:out\\s+)?of|/|(?:out\\s+)?of)\\s{0,2}${BASE}`,
  "iu",
);
const SHARE_END = /^\s?(?:[)\]]|,|;|\.(?!\d)|$)/u;
/** A base of the counts after it: "Of the 20 in progress,"; or "of which", where the base is the count before. */
const BASES =
  /(?<!\d[)\]]?\s{0,2}(?:out )?|[%)\]]\s)\bof\s+(?:(?:which|whom|these|those|them)\b|(?:the|our|all|all the|these|its)\s+(?<total>\d{1,6})(?![\p{L}\d%]|[.,/-]\d))/giu;
/** What may precede such a base: "Staff of the 20 schools" names none. */
const BEFORE_BASE = /^\s*$|[,;:(–—-]\s*$|\b(?:and|that|but|while)\s+$/iu;
const APPROXIMATE = /\b(?:about|around|nearly|almost|approximately|approx\.?|roughly|circa|some|c\.?|~)\s*$/iu;
/** Words that make a percentage something else than a share of the base before it. */
const CHANGE =
  /\b(?:fall|fell|rise|rose|increas\w*|decreas\w*|drop\w*|reduc\w*|improve\w*|grew|growth|up|down|target\w*|average|rate|compared|previous\w*|last|against|from|than|versus|vs)\b/iu;
const CHANGE_AFTER =
  /^\s?[)\]]?\s{0,2}(?:of|more|fewer|less|higher|lower|up|down|increase|decrease|reduction|rise|fall|drop|growth|improvement|against|above|below|on)\b/iu;
const FIRST_YEAR = 1990;
const LAST_YEAR = 2060;

const isYear = (figure: number): boolean => figure >= FIRST_YEAR && figure <= LAST_YEAR;

interface Share {
  readonly count: number;
  readonly countLimit: Limit;
  readonly total: number;
  readonly start: number;
  readonly end: number;
}

/** A percentage, by its first character and the one after its last. */
interface Percentage {
  readonly start: number;
  readonly end: number;
}

/** A quick test for a percentage, which most sentences fail. */
const MAY_STATE = /\d\s?%|per\s?cent/iu;

/** Every share that a paragraph states, with the words that state it as printed. */
export function claimsIn(paragraph: string): Claim[] {
  if (!MAY_STATE.test(paragraph)) return [];
  const sentences = paragraph.split(/(?<=[.!?])\s+(?=[\p{Lu}\d])|\n/u);
  return sentences.flatMap((sentence) =>
    sentence.length > LONGEST_SENTENCE || !MAY_STATE.test(sentence) ? [] : claimsInSentence(sentence),
  );
}

function claimsInSentence(text: string): Claim[] {
  const bases = [...text.matchAll(BASES)]
    .filter(({ index }) => BEFORE_BASE.test(text.slice(Math.max(0, index - 10), index)))
    .map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      total: match.groups?.total === undefined ? null : Number(match.groups.total),
    }));
  const claims: Claim[] = [];
  let nextBase = 0;
  for (const match of text.matchAll(PERCENT)) {
    const { limit, percent = "" } = match.groups ?? {};
    const at: Percentage = { start: match.index, end: match.index + match[0].length };
    if (APPROXIMATE.test(text.slice(Math.max(0, at.start - 20), at.start))) continue;
    while ((bases[nextBase]?.end ?? Number.POSITIVE_INFINITY) <= at.start) nextBase += 1;
    const base = bases[nextBase - 1];
    const sharedBase = base && { ...base, total: base.total ?? claims.at(-1)?.count ?? null };
    const share = shareAround(text, at) ?? shareOfEarlierBase(text, at, sharedBase);
    if (share === null || share.total === 0 || isYear(share.total) || share.count > share.total) continue;
    const { count, countLimit, total } = share;
    const raw = text.slice(share.start, share.end).trim();
    claims.push({ raw, count, countLimit, total, percent, percentLimit: limitOf(limit) });
  }
  return claims;
}

/** The share whose count and base are right beside the percentage. */
function shareAround(text: string, { start, end }: Percentage): Share | null {
  const from = Math.max(0, start - BEFORE);
  const before = text.slice(from, start);
  const after = text.slice(end, end + AFTER);
  const countAfter = COUNT_AFTER.exec(after);
  if (countAfter !== null) return shareFrom(countAfter, start, end + countAfter[0].length);
  const count = COUNT_BEFORE.exec(before);
  const base = count === null ? null : BASE_AFTER.exec(after);
  if (count !== null && base !== null && !isApproximate(before, count)) {
    const total = Number(base.groups?.total);
    return { ...countIn(count), total, start: from + count.index, end: end + base[0].length };
  }
  if (!SHARE_END.test(after) || CHANGE_AFTER.test(after)) return null;
  const share = SHARE_BEFORE.exec(before);
  if (share === null || isApproximate(before, share) || CHANGE.test(share.groups?.words ?? "")) return null;
  return shareFrom(share, from + share.index, afterBracket(text, end));
}

/** The share of a count right before the percentage, out of a base named earlier in its sentence. */
function shareOfEarlierBase(
  text: string,
  { start, end }: Percentage,
  base: { readonly start: number; readonly end: number; readonly total: number | null } | undefined,
): Share | null {
  if (base === undefined || base.total === null || start - base.end > BEFORE) return null;
  const before = text.slice(base.end, start);
  const count = COUNT_BEFORE.exec(before);
  const after = text.slice(end, end + AFTER);
  if (count === null || isApproximate(before, count) || CHANGE.test(before.slice(0, count.index))) return null;
  if (!/^\s?[)\]]/.test(after) || CHANGE_AFTER.test(after)) return null;
  return { ...countIn(count), total: base.total, start: base.start, end: afterBracket(text, end) };
}

const isApproximate = (before: string, match: RegExpExecArray): boolean =>
  APPROXIMATE.test(before.slice(0, match.index));

const afterBracket = (text: string, end: number): number => end + (/^\s?[)\]]/.exec(text.slice(end))?.[0].length ?? 0);

function countIn({ groups }: RegExpExecArray): Pick<Share, "count" | "countLimit"> {
  return { count: numberOf(groups?.count ?? "0"), countLimit: limitOf(groups?.limit) };
}

function shareFrom(match: RegExpExecArray, start: number, end: number): Share {
  return { ...countIn(match), total: Number(match.groups?.total), start, end };
}
