/**
 * Two reports to how many of their titles they share, but for a word or two: enough to tell versions of one report, and the next report
 * of a plan, from reports of another plan. Looks at few titles for each, so that it may be asked often.
 */
import type { ReportDigest } from "../model/series.js";
import { plainTitle } from "./titles.js";

/** Share of the words of both titles that they have in common from which they pass for one. */
const ONE_TITLE = 0.7;
/** Words of a title, the rarest, by which the other report's titles are looked up, and titles looked at for each. */
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
      const bearers = byWord.get(word);
      if (bearers === undefined) byWord.set(word, [index]);
      else bearers.push(index);
    }
  return { titles, byWord };
}

/** Share of the shorter list's titles that the other has, 0 to 1; 1 where one has none, and nothing tells them apart. */
export function kinship(one: TitleWords, other: TitleWords): number {
  const [short, long] = one.titles.length <= other.titles.length ? [one, other] : [other, one];
  if (short.titles.length === 0) return 1;
  return short.titles.filter((words) => hasTitle(long, words)).length / short.titles.length;
}

function hasTitle({ titles, byWord }: TitleWords, words: ReadonlySet<string>): boolean {
  const rarest = [...words]
    .map((word) => byWord.get(word) ?? [])
    .filter((bearers) => bearers.length > 0)
    .sort((a, b) => a.length - b.length)
    .slice(0, LOOKED_UP);
  return rarest.some((bearers) =>
    bearers.slice(0, LOOKED_AT).some((index) => wordsInCommon(words, titles[index] ?? new Set()) >= ONE_TITLE),
  );
}

function wordsInCommon(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let common = 0;
  for (const word of one) if (other.has(word)) common += 1;
  return common / (one.size + other.size - common);
}
