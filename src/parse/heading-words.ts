/**
 * A line of words cut into headings. In: the words of all headings with single spaces. Out: the roles of the columns in
 * printed order, or null where words are left that no heading has.
 */
import type { HeadingReader } from "../language/headings.js";
import { isUnfinished } from "../language/sentences.js";
import { plainForm } from "../language/words.js";
import type { ColumnRole } from "../schema/profile.js";

/** Words of one heading within a line that holds them all. */
const LONGEST_PHRASE = 10;

/** "Organisation(s)" is a heading like "Organisation". */
const singular = (text: string): string => text.replace(/\((?:s|es)\)/g, "");

/**
 * Cuts words into headings so that none is left and no role comes twice; known phrases before long titles. `failed`
 * holds the places from which it cannot be done, so that each is tried once.
 */
export function cutIntoHeadings(
  words: readonly string[],
  at: number,
  roles: readonly ColumnRole[],
  role: HeadingReader,
  known: ReadonlyMap<string, ColumnRole>,
  failed: Set<string>,
): ColumnRole[] | null {
  // "Action owner" is one heading, but two where no other names the titles.
  if (at === words.length) return roles.includes("title") ? [...roles] : null;
  const place = `${at}/${[...roles].sort().join()}`;
  if (failed.has(place)) return null;
  const lengths = Array.from({ length: Math.min(LONGEST_PHRASE, words.length - at) }, (_, index) => index + 1)
    .reverse()
    // A sign is a heading of its own ("#"): it must not vanish into the phrase behind it.
    .filter(
      (length) => length === 1 || words.slice(at, at + length).every((word) => plainForm(word) !== "" || word === "&"),
    );
  const phrase = (length: number): string => singular(words.slice(at, at + length).join(" "));
  const readings: readonly [readonly number[], (text: string) => ColumnRole | null | undefined][] = [
    [lengths, (text) => known.get(plainForm(text) || text)],
    // A long title's heading ends where another begins: "Deliverables agreed by partners | RAG rating".
    [lengths.toReversed(), (text) => (role(text) === "title" && !isUnfinished(text) ? "title" : null)],
  ];
  for (const [tried, read] of readings)
    for (const length of tried) {
      const found = read(phrase(length)) ?? null;
      if (found === null || roles.includes(found)) continue;
      const rest = cutIntoHeadings(words, at + length, [...roles, found], role, known, failed);
      if (rest !== null) return rest;
    }
  failed.add(place);
  return null;
}
