/**
 * Lines that head a group, by the word that they begin with and its number. In: a line. Out: whether it is one; a sentence is none.
 */

const LONGEST = 140;
const SENTENCE_END = /[.;,!?]["”’)]?$/u;

/** Whether a line between rows heads a group, whatever comes after it: "Objective 2 – Buildings", "Priority B". */
export function isGroupLine(text: string): boolean {
  const line = text.trim();
  return line.length <= LONGEST && (GROUP.test(line) || NAMED_GROUP.test(line)) && !SENTENCE_END.test(line);
}

/** "Community objective 2: Safer lanes": with words before its kind, a sign and a title come after its number. */
export const NAMED_GROUP =
  /^\p{Lu}[\p{L}’'-]*\s(?:[\p{L}’'-]+\s){0,2}(?:objective|aim|goal|theme|priority|strand|pillar|outcome|ambition|workstream)\s(?:\d{1,2}|[A-Z])\s?[:–—-]\s+["“'‘]?\p{Lu}/u;

const GROUP =
  /^(?:objective|aim|goal|theme|priority|strand|pillar|outcome|ambition|workstream|strategy|section|part|area|chapter)s?\s+(?:\d{1,2}|[A-Z]|[ivx]{1,4}|one|two|three|four|five|six|seven|eight|nine|ten)\b/iu;
