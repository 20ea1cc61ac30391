/**
 * Watermarks. In: pages. Out: the same pages without words that are printed across or behind their text, and these words. Slanted
 * words are watermarks where they are large, faint or repeated; level ones where they overlap the text, and are large or faint
 * and repeated. A large heading or a faint column that overlaps nothing is text.
 */
import { boundsOf, heightOf, overlap, shareInside } from "../geometry/boxes.js";
import { quantile } from "../geometry/cluster.js";
import { WordGrid } from "../geometry/word-grid.js";
import type { Page, Word } from "../model/page.js";
import type { Bbox } from "../schema/values.js";

/** Type size from which slanted and level words are large, as multiples of the page's usual size. */
const LARGE_SLANTED = 1.5;
const LARGE_LEVEL = 2;
/** How often a text is printed on one page, or at one place of all pages, to be repeated. */
const REPEATED_ON_PAGE = 3;
const REPEATED_ON_PAGES = 2;
/** Fewest words that lie behind a large word, and the share of each that does. */
const FEWEST_BEHIND = 2;
const BEHIND = 0.5;
/** Smallest share of its height that a faint word shares with a word of the text: lines of text share less. */
const SHARED_HEIGHT = 0.3;
/** Places are compared by squares of this side, in points. */
const PLACE_PT = 3;
/** Most large words of a page that are examined, and most words behind one of them: a page of nothing else is a poster. */
const MOST_LARGE = 100;

export interface Watermarks {
  readonly pages: readonly Page[];
  /** The watermarks of each page. */
  readonly marks: readonly (readonly Watermark[])[];
}

export interface Watermark {
  readonly text: string;
  readonly bbox: Bbox;
}

export function withoutWatermarks(pages: readonly Page[]): Watermarks {
  const all = pages.map((page) => phrasesOfPage(page));
  const places = countBy(all.flatMap(({ candidates }) => [...new Set(candidates.map(placeOf))]));
  const isRepeated = ({ texts }: PagePhrases, phrase: Phrase): boolean =>
    (texts.get(phrase.text) ?? 0) >= REPEATED_ON_PAGE || (places.get(placeOf(phrase)) ?? 0) >= REPEATED_ON_PAGES;
  const repeated = all.map((own) => own.candidates.filter((phrase) => isRepeated(own, phrase)));
  const overText = new Set(pages.flatMap((page, at) => [...textsOverText(repeated[at]?.filter(isLevel) ?? [], page)]));
  const marks = pages.map((page, at) => {
    const large = all[at]?.large ?? [];
    const slanted = large.filter((phrase) => !isLevel(phrase));
    const faint = (all[at]?.candidates ?? []).filter((phrase) => !isLevel(phrase) && phrase.words[0]?.faint === true);
    const again = (repeated[at] ?? []).filter((phrase) => !isLevel(phrase) || overText.has(phrase.text));
    return new Set([...slanted, ...faint, ...again, ...largeOverText(large.filter(isLevel), page)]);
  });
  return {
    pages: pages.map((page, at) => {
      const own = new Set([...(marks[at] ?? [])].flatMap(({ words }) => words));
      return own.size === 0 ? page : { ...page, words: page.words.filter((word) => !own.has(word)) };
    }),
    marks: marks.map((own) =>
      [...own].map(({ words, text }) => ({ text, bbox: boundsOf(words.map(({ bbox }) => bbox)) ?? [0, 0, 0, 0] })),
    ),
  };
}

/** Words of one style on one line, painted one after the other. */
interface Phrase {
  readonly words: readonly Word[];
  readonly text: string;
}

interface PagePhrases {
  /** Those that are slanted or faint. */
  readonly candidates: readonly Phrase[];
  /** How often each text of a candidate is printed. */
  readonly texts: ReadonlyMap<string, number>;
  readonly large: readonly Phrase[];
}

const isSlanted = ({ angle = 0 }: Word): boolean => angle % 90 !== 0;
const isLevel = ({ words }: Phrase): boolean => !words.some(isSlanted);

function phrasesOfPage({ words }: Page): PagePhrases {
  const phrases = phrasesOf(words);
  const usual = quantile(
    words.filter((word) => !isSlanted(word)).map(({ sizePt }) => sizePt),
    0.5,
  );
  const candidates = phrases.filter((phrase) => !isLevel(phrase) || phrase.words[0]?.faint === true);
  return {
    candidates,
    texts: countBy(candidates.map(({ text }) => text)),
    large: phrases.filter(
      (phrase) => (phrase.words[0]?.sizePt ?? 0) >= (isLevel(phrase) ? LARGE_LEVEL : LARGE_SLANTED) * usual,
    ),
  };
}

const isOneStyle = (one: Word, other: Word): boolean =>
  one.sizePt === other.sizePt &&
  one.colour === other.colour &&
  one.angle === other.angle &&
  one.faint === other.faint &&
  (isSlanted(one) || Math.abs(one.bbox[1] - other.bbox[1]) <= 1);

function phrasesOf(words: readonly Word[]): Phrase[] {
  const runs: Word[][] = [];
  for (const word of words) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last !== undefined && isOneStyle(last, word)) run.push(word);
    else runs.push([word]);
  }
  return runs.map((own) => ({ words: own, text: own.map(({ text }) => text).join(" ") }));
}

const squareOf = (points = 0): number => Math.round(points / PLACE_PT);

function placeOf({ words: [word], text }: Phrase): string {
  return `${squareOf(word?.bbox[0])} ${squareOf(word?.bbox[1])} ${text}`;
}

function countBy(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** The large phrases behind which words of the text lie. */
function largeOverText(large: readonly Phrase[], { words }: Page): Phrase[] {
  if (large.length === 0 || large.length > MOST_LARGE) return [];
  const own = new Set(large.flatMap((phrase) => phrase.words));
  const others = words.filter((word) => !own.has(word));
  return large.filter((phrase) =>
    phrase.words.some(({ bbox }) => {
      let behind = 0;
      for (const other of others) if (shareInside(other.bbox, bbox) >= BEHIND) behind += 1;
      return behind >= FEWEST_BEHIND;
    }),
  );
}

/** The texts of phrases that overlap a line of the page's text somewhere. */
function textsOverText(faint: readonly Phrase[], { words }: Page): Set<string> {
  const overlapping = new Set<string>();
  if (faint.length === 0) return overlapping;
  const own = new Set(faint.flatMap((phrase) => phrase.words));
  const grid = new WordGrid(words.filter((word) => !own.has(word)));
  for (const { words: each, text } of faint)
    if (!overlapping.has(text) && each.some((word) => grid.touching(word.bbox).some((other) => overlaps(word, other))))
      overlapping.add(text);
  return overlapping;
}

function overlaps({ bbox }: Word, { bbox: other }: Word): boolean {
  const shared = overlap(bbox[1], bbox[3], other[1], other[3]) / Math.min(heightOf(bbox), heightOf(other));
  return shared >= SHARED_HEIGHT && overlap(bbox[0], bbox[2], other[0], other[2]) > 0;
}
