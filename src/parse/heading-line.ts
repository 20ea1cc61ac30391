/**
 * Headings of columns all on one line. In: blocks, and the place of one. Out: the head that stands there with single
 * spaces between its headings, on that line or over two or three where its first cells wrap.
 */
import type { HeadingReader } from "../language/headings.js";
import { plainForm, wordsOf } from "../language/words.js";
import type { Block } from "../model/block.js";
import type { ColumnRole } from "../schema/profile.js";
import { hasWords, LONGEST_LINE, lineOf } from "./heading-text.js";
import { cutIntoHeadings } from "./heading-words.js";
import type { FoundHeading } from "./table-heading.js";

const LONGEST_HEADING_WORDS = 24;
const WRAPPED_LINES = 3;

/** A heading on one line, or on two or three where its first cells wrap ("Action" above "No."). */
export function linesHeading(
  blocks: readonly Block[],
  index: number,
  role: HeadingReader,
  known: ReadonlyMap<string, ColumnRole>,
): FoundHeading | null {
  const first = lineOf(blocks[index]);
  if (first === null || !mayBeNumber(first, known)) return null;
  const alone = lineHeading(first, role, known);
  if (alone !== null || !hasWords(first, 2)) return alone;
  let text = first;
  for (let length = 2; length <= WRAPPED_LINES; length += 1) {
    const next = lineOf(blocks[index + length - 1]);
    if (next === null) return null;
    text = `${text} ${next}`;
    const found = lineHeading(text, role, known);
    if (found !== null) return { ...found, length };
  }
  return null;
}

/** All headings on one line with single spaces: "Ref. Organisation Rating Commitment Commentary". */
function lineHeading(text: string, role: HeadingReader, known: ReadonlyMap<string, ColumnRole>): FoundHeading | null {
  if (text.length > LONGEST_LINE || /\d{2}|[.;:!?]$/.test(text)) return null;
  const words = text.split(/\s+/);
  const numbered = [1, 2].some(
    (length) => known.get(plainForm(words.slice(0, length).join(" ")) || (words[0] ?? "")) === "number",
  );
  if (words.length < 3 || words.length > LONGEST_HEADING_WORDS || !numbered) return null;
  const roles = cutIntoHeadings(words, 0, [], role, known, new Set());
  return roles !== null && roles[0] === "number" && roles.length >= 3 && roles.includes("title")
    ? { roles, length: 1 }
    : null;
}

const numberStarts = new WeakMap<ReadonlyMap<string, ColumnRole>, ReadonlySet<string>>();

/** Whether the first word of a text begins a known heading of the numbers' column; a sign alone leaves it open. */
function mayBeNumber(text: string, known: ReadonlyMap<string, ColumnRole>): boolean {
  let starts = numberStarts.get(known);
  if (starts === undefined) {
    starts = new Set([...known].flatMap(([phrase, role]) => (role === "number" ? [phrase.split(" ")[0] ?? ""] : [])));
    numberStarts.set(known, starts);
  }
  const [word] = wordsOf((/^\s*\S+/.exec(text)?.[0] ?? "").toLowerCase());
  return word === undefined || starts.has(word);
}
