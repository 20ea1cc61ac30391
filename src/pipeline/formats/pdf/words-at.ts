/** The words at a place of a PDF. In: its pages, as they were read. Out: for each place its words in reading order. */
import { linesOfWords } from "../../../geometry/text-lines.js";
import type { Page } from "../../../model/page.js";
import type { WordsAt } from "../../../normalise/narrow-places.js";
import { WordsByHeight } from "../../../table/words-by-height.js";

export function wordsOn(pages: readonly Page[]): WordsAt {
  const byNumber = new Map(pages.map((page) => [page.number, page]));
  const sorted = new Map<Page, WordsByHeight>();
  return ({ page: number, bbox }) => {
    const page = number === null ? undefined : byNumber.get(number);
    if (page === undefined || bbox === null) return null;
    let words = sorted.get(page);
    if (words === undefined) {
      words = new WordsByHeight(page.words);
      sorted.set(page, words);
    }
    return linesOfWords(words.within(bbox)).flatMap((line) => line.words);
  };
}
