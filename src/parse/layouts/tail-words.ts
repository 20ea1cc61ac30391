/**
 * Words of a document's own scale after the titles of its list: "- Done" where others have "- Amber" and "- Green". In: blocks. Out: in
 * plain form, those that come again after numbered titles; none where too few known statuses are there.
 */
import { plainForm } from "../../language/words.js";
import type { Block } from "../../model/block.js";
import type { Profile } from "../../schema/profile.js";
import { statusReader } from "../status.js";

/** Different known statuses that make what is there a scale, and prints of an unknown word of it. */
const FEWEST_KNOWN = 2;
const FEWEST_PRINTS = 2;
const LONGEST_LINE = 200;
/** A numbered title, a dash and one to three words. */
const RATED_TITLE =
  /^[*_\s]{0,4}(?:\p{L}{0,3}\d{1,4}(?:\.\d{1,3}){0,2}[.)]?|\p{L}[.)])\s+\S.*[\s)\]*_][–—-]\s+(\p{Lu}\p{L}+(?:\s\p{L}+){0,2})[*_]{0,2}$/u;

export function tailWords(blocks: readonly Block[], profile: Profile): ReadonlySet<string> {
  const status = statusReader(profile);
  const known = new Set<string>();
  const counts = new Map<string, number>();
  for (const block of blocks) {
    if (block.kind !== "line" || block.text.length > LONGEST_LINE) continue;
    const word = mayBeRated(block.text) ? RATED_TITLE.exec(block.text.trim())?.[1] : undefined;
    if (word === undefined) continue;
    const name = plainForm(word);
    if (status.read(word) !== null) known.add(name);
    else counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  if (known.size < FEWEST_KNOWN) return new Set();
  return new Set([...counts].filter(([, count]) => count >= FEWEST_PRINTS).map(([name]) => name));
}

/** A quick test that most lines fail. */
const mayBeRated = (text: string): boolean => text.includes("- ") || text.includes("– ") || text.includes("— ");
