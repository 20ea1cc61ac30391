/** Names that are like one that is not there, for an error message. In: the name and those that are there. Out: a clause, or nothing. */
import distance from "natural/lib/natural/distance/index.js";

const OFFERED = 3;
/** Share of the letters that may differ: enough for a swapped, missing or misspelt letter or two. */
const MOST_DIFFERENT = 0.34;
/** How different a longer name counts that contains the one that was given. */
const CONTAINING = 0.1;
/** Longer names are compared by what they contain alone. */
const LONGEST = 160;

/** "; did you mean a or b?", or an empty text. */
export function didYouMean(name: string, known: Iterable<string>): string {
  const plain = name.toLowerCase();
  const near = [...new Set(known)]
    .map((other) => ({ other, difference: differenceOf(plain, other.toLowerCase()) }))
    .filter(({ difference }) => difference <= MOST_DIFFERENT)
    .sort((a, b) => a.difference - b.difference)
    .slice(0, OFFERED)
    .map(({ other }) => other);
  return near.length === 0 ? "" : `; did you mean ${near.join(" or ")}?`;
}

/** From 0 for equal names to 1. */
function differenceOf(a: string, b: string): number {
  if (a === b) return 0;
  if (a !== "" && b.includes(a)) return CONTAINING;
  const longest = Math.max(a.length, b.length);
  return longest === 0 || longest > LONGEST ? 1 : distance.LevenshteinDistance(a, b) / longest;
}
