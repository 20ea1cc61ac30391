/**
 * Words that a report's own status key lists and that have no colour: "Progressing 2/5 (40%)", "Status key: Progressing,
 * Stalled". In: the blocks before the rows. Out: those words; none where there are fewer than two.
 */
import { anyOf, plainForm } from "../../language/words.js";
import type { Block } from "../../model/block.js";
import type { Profile } from "../../schema/profile.js";
import type { StatusReader } from "../status.js";

/** Characters and words of a status; longer text describes it. */
const LONGEST = 30;
const MOST_WORDS = 3;
/** Longest line of a key, in characters; longer ones are not read. */
const LONGEST_LINE = 240;
/** A single label beside a count may be the label of anything. */
const FEWEST = 2;
/** "Progressing: 2/5 (40%)", "Stalled 1 of 5", "Delayed 20%": a label with nothing but its count. */
const COUNTED =
  /^(\p{Lu}[\p{L} '’-]*?)\s*[:=–—-]?\s*\d+(?:\s*(?:\/|of|out of)\s*\d+)?\s*(?:[(]?\d+(?:\.\d+)?\s?%[)]?)?$/u;
const COUNT = /^\d+(?:\s*(?:\/|of|out of)\s*\d+)?\s*(?:[(]?\d+(?:\.\d+)?\s?%[)]?)?$|^\d+(?:\.\d+)?\s?%$/;
/** Labels of counts that are not statuses. */
const NO_STATUS = /^(?:totals?|overall|all|deliverables?|actions?|milestones?|pages?|theme|priority|quarter|year)\b/i;

export function uncolouredWords(blocks: readonly Block[], profile: Profile, status: StatusReader): readonly string[] {
  const listed = listPattern(profile);
  const labels = blocks.flatMap((block): string[] => {
    if (block.kind === "row") {
      const [first, ...more] = block.cells.map(({ text }) => text.trim()).filter((text) => text !== "");
      return first !== undefined && more.length > 0 && more.some((cell) => COUNT.test(cell)) ? [first] : [];
    }
    if (block.text.length > LONGEST_LINE) return [];
    const counted = COUNTED.exec(block.text.trim())?.[1];
    if (counted !== undefined) return [counted];
    const list = (listed.exec(block.text.trim())?.[1] ?? "").split(/\s*[,;|/]\s*|\s+(?:or|and)\s+/);
    return list.length >= FEWEST ? list : [];
  });
  const words = labels.filter((label) => status.readLabel(label) !== null || isWord(label));
  if (new Set(words.map(plainForm)).size < FEWEST) return [];
  return [...new Set(words.filter((word) => status.readLabel(word) === null).map((word) => word.toLowerCase()))].sort();
}

const lists = new WeakMap<Profile, RegExp>();

/** A line that lists the words of a key; group 1 is the list. */
function listPattern(profile: Profile): RegExp {
  let pattern = lists.get(profile);
  if (pattern === undefined) {
    const named = `(?:${anyOf(profile.columns.status)})(?:\\s+(?:key|legend|values?|options?))?`;
    pattern = new RegExp(`^(?:key|legend|${named})\\s*(?::|\\s[–—-])\\s*(.+)$`, "iu");
    lists.set(profile, pattern);
  }
  return pattern;
}

const isWord = (label: string): boolean =>
  /^\p{Lu}[\p{L} '’-]{2,}$/u.test(label) &&
  label.length <= LONGEST &&
  label.split(/\s+/).length <= MOST_WORDS &&
  !NO_STATUS.test(label);
