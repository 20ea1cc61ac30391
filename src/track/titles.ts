/**
 * In: the titles of two reports. Out: the similarity of any two of them, 0 to 1. It is the mean of a similarity of words, weighted
 * by rarity (TF-IDF, cosine) and position in the title, and one of letters (Dice), which misprints change little.
 */
import distance from "natural/lib/natural/distance/index.js";
import tfidf from "natural/lib/natural/tfidf/index.js";
import { similarity, wordsOf } from "../language/words.js";

/** Letters are not compared if the words are less similar than this. */
const LEAST_COSINE = 0.1;
/** Misread words are looked for in titles whose letters are at least this similar; words at least this similar count as misread. */
const MISREAD_LETTERS = 0.5;
const MISREAD_WORD = 0.9;
/** A word at this position has half the weight of the first word: titles begin with the action and end with its conditions. */
const HALF_WEIGHT_PLACE = 8;
/** "&" and "and" are often swapped in recognition or typing, and count as the same word. */
const AMPERSAND = /\s*&\s*/g;

/** Words in lower case, separated by one space, with "&" as "and". */
export function plainTitle(title: string): string {
  return wordsOf(title.toLowerCase().replace(AMPERSAND, " and ")).join(" ");
}

interface WeighedTitle {
  readonly plain: string;
  /** Weight by word; the squares add up to 1. */
  readonly weights: ReadonlyMap<string, number>;
}

export type TitleLikeness = (one: number, other: number) => number;

/** @returns the similarity of `titles[one]` and `titles[other]`; 0 if one is missing */
export function compareTitles(titles: readonly (string | null)[]): TitleLikeness {
  const corpus = new tfidf.TfIdf();
  const words = titles.map((title) => plainTitle(title ?? "").split(" "));
  for (const one of words) corpus.addDocument(one);
  const weighed = new Map<number, WeighedTitle>();
  // Most titles are only ever compared with an equal one, and need no weights.
  const weighedAt = (at: number): WeighedTitle => {
    const known = weighed.get(at);
    if (known !== undefined) return known;
    const ofTitle = words[at] ?? [];
    const made = { plain: ofTitle.join(" "), weights: weigh(ofTitle, corpus) };
    weighed.set(at, made);
    return made;
  };
  return (one, other) => {
    const [plain, otherPlain] = [words[one]?.join(" ") ?? "", words[other]?.join(" ") ?? ""];
    if (plain === "" || otherPlain === "") return 0;
    return plain === otherPlain ? 1 : likeness(weighedAt(one), weighedAt(other));
  };
}

function weigh(words: readonly string[], corpus: { idf(term: string): number }): Map<string, number> {
  const weights = new Map<string, number>();
  for (const [place, word] of words.entries()) {
    const weight = Math.max(0, corpus.idf(word)) / (1 + place / HALF_WEIGHT_PLACE);
    weights.set(word, (weights.get(word) ?? 0) + weight);
  }
  let squares = 0;
  for (const weight of weights.values()) squares += weight * weight;
  const length = Math.sqrt(squares);
  if (length > 0) for (const [word, weight] of weights) weights.set(word, weight / length);
  return weights;
}

function likeness(a: WeighedTitle, b: WeighedTitle): number {
  let cosine = 0;
  for (const [word, weight] of a.weights) cosine += weight * (b.weights.get(word) ?? 0);
  if (cosine < LEAST_COSINE) return cosine / 2;
  const letters = distance.DiceCoefficient(a.plain, b.plain);
  return (cosine + (letters < MISREAD_LETTERS ? 0 : misreadWords(a.weights, b.weights)) + letters) / 2;
}

/** The part of the cosine from words that differ by only a few letters ("soft TF-IDF": Cohen, Ravikumar and Fienberg, 2003). */
function misreadWords(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const others = [...b].filter(([word]) => !a.has(word));
  let sum = 0;
  for (const [word, weight] of a) {
    if (b.has(word)) continue;
    let best = { nearness: MISREAD_WORD, at: -1 };
    for (const [at, [other]] of others.entries()) {
      const nearness = similarity(word, other);
      if (nearness >= best.nearness) best = { nearness, at };
    }
    const [found] = best.at < 0 ? [] : others.splice(best.at, 1);
    if (found !== undefined) sum += weight * found[1] * best.nearness;
  }
  return sum;
}
