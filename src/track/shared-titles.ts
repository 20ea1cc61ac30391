/**
 * In: the titles of two reports. Out: the share of titles they have in common, give or take a word or two. It separates versions of
 * one report, and the next report of a plan, from reports of another plan. Compares each title with few others, so it is fast.
 */
import type { ReportDigest } from "../model/series.js";
import { plainTitle } from "./titles.js";

/** Least share of common words of two titles that count as the same. */
const SAME_TITLE = 0.7;
/** How many of a title's rarest words are used to look up the other report's titles, and most titles compared for each. */
const LOOKED_UP = 3;
const LOOKED_AT = 20;

export interface TitleWords {
  /** The words of each title. */
  readonly titles: readonly ReadonlySet<string>[];
  /** Indices of the titles that have a word. */
  readonly byWord: ReadonlyMap<string, readonly number[]>;
}

export function titleWords({ rows }: ReportDigest): TitleWords {
  const titles = rows.flatMap(({ title }) => (title === null ? [] : new Set(plainTitle(title).split(" "))));
  const byWord = new Map<string, number[]>();
  for (const [index, words] of titles.entries())
    for (const word of words) {
      const titlesWithWord = byWord.get(word);
      if (titlesWithWord === undefined) byWord.set(word, [index]);
      else titlesWithWord.push(index);
    }
  return { titles, byWord };
}

/** Share of the shorter list's titles that the other has, 0 to 1; 1 if one list is empty, as nothing distinguishes them. */
export function sharedTitleRatio(one: TitleWords, other: TitleWords): number {
  const [short, long] = one.titles.length <= other.titles.length ? [one, other] : [other, one];
  if (short.titles.length === 0) return 1;
  return short.titles.filter((words) => hasTitle(long, words)).length / short.titles.length;
}

function hasTitle({ titles, byWord }: TitleWords, words: ReadonlySet<string>): boolean {
  const rarest = [...words]
    .map((word) => byWord.get(word) ?? [])
    .filter((titlesWithWord) => titlesWithWord.length > 0)
    .sort((a, b) => a.length - b.length)
    .slice(0, LOOKED_UP);
  return rarest.some((titlesWithWord) =>
    titlesWithWord.slice(0, LOOKED_AT).some((index) => wordsInCommon(words, titles[index] ?? new Set()) >= SAME_TITLE),
  );
}

function wordsInCommon(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let common = 0;
  for (const word of one) if (other.has(word)) common += 1;
  return common / (one.size + other.size - common);
}
