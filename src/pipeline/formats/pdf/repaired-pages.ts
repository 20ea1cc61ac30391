/**
 * Pages whose words were encoded twice before they were printed ("crewâ€™s"). In: pages. Out: the same with those words repaired, and a
 * repair for each, each once. A word is repaired only as a whole; words with characters that are never seen come without them already.
 */
import type { Page } from "../../../model/page.js";
import type { Repair } from "../../../schema/values.js";
import { repairDoubleEncoding } from "../../../source/windows-1252.js";

/** Repairs that are listed. */
const MOST = 50;

export interface RepairedPages {
  readonly pages: readonly Page[];
  readonly repairs: readonly Repair[];
}

export function repairedPages(pages: readonly Page[]): RepairedPages {
  const found = new Map<string, string>();
  const repaired = pages.map((page) => {
    const words = page.words.map((word) => {
      const text = repairDoubleEncoding(word.text);
      if (text === word.text) return word;
      if (found.size < MOST) found.set(word.text, text);
      return { ...word, text };
    });
    return words.some((word, at) => word !== page.words[at]) ? { ...page, words } : page;
  });
  return { pages: repaired, repairs: [...found].map(([raw, value]) => ({ field: "text", raw, value })) };
}
