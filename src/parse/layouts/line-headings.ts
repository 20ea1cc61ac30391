/**
 * Column headings in text that has lost its cells: all on one line with single spaces, or each on a line of its own. In:
 * blocks, and the place of one. Out: the headings in printed order and the blocks they take; null where none begin there.
 */
import { hasDigit } from "../../language/characters.js";
import { isGroupLine } from "../../language/group-lines.js";
import { rowLabelOf } from "../../language/row-labels.js";
import { isWholeDate } from "../../language/whole-date.js";
import type { Block } from "../../model/block.js";
import type { HeadingEvidence } from "../columns/heading-evidence.js";
import { isCapitalLine } from "../rows/group-heading.js";
import { cutHeadings, KNOWN, SURE, strongest } from "./heading-words.js";
import { leadingLabel } from "./row-starts.js";

export interface LineHeadings {
  readonly headings: readonly string[];
  /** Blocks that they take. */
  readonly length: number;
}

/** Known roles that headings must name. */
const FEWEST_ROLES = 3;
/** Headings that are enough where each has a line of its own: those of titles and of statuses. */
const FEWEST_HEADINGS = 2;
/** Characters and words of a line with one heading, lines of a run of them, and lines that one heading may take. */
const LONGEST_HEADING = 44;
const HEADING_WORDS = 7;
const MOST_LINES = 40;
const HEADING_LINES = 3;
/** Words of a line with all headings, and lines that it may take. */
const LINE_WORDS = 40;
const WRAPPED_LINES = 12;
/** A period that a heading may name. */
const PERIOD = /\b(?:Q[1-4]|(?:quarter|qtr)\.? [1-4]|(?:19|20)\d{2}(?:[/–-]\d{2,4})?)\b/giu;
/** Lines of headings after which no label follows. */
const UNSURE_LINES = 3;

export function lineHeadingsAt(
  blocks: readonly Block[],
  index: number,
  evidence: HeadingEvidence,
): LineHeadings | null {
  const isKnown = (at: number): boolean => (strongest(textAt(blocks, at) ?? "", evidence)?.weight ?? 0) >= KNOWN;
  // Two lines that are headings each are of a run of them; words of lines are put together where no two are.
  const readers = isKnown(index) && isKnown(index + 1) ? [onOwnLines, onOneLine] : [onOneLine, onOwnLines];
  return readers[0]?.(blocks, index, evidence) ?? readers[1]?.(blocks, index, evidence) ?? null;
}

/** Whether headings are of a list: a title, and a status or an update beside a number. */
function isList(headings: readonly string[], evidence: HeadingEvidence): boolean {
  const roles = new Set(
    headings.flatMap((heading) => {
      const best = strongest(heading, evidence);
      return best !== null && best.weight >= KNOWN ? [best.role] : [];
    }),
  );
  if (!roles.has("title") || !roles.has("status")) return false;
  return roles.size >= FEWEST_ROLES || (headings.length === FEWEST_HEADINGS && roles.size === headings.length);
}

const textAt = (blocks: readonly Block[], at: number): string | null => {
  const block = blocks[at];
  return block?.kind === "line" && block.furniture !== true ? block.text.trim() : null;
};

const withoutPeriods = (text: string): string => (hasDigit(text) ? text.replace(PERIOD, "") : text);

/** Headings on one line, or over the lines to the first row's label where some of them wrap. */
function onOneLine(blocks: readonly Block[], index: number, evidence: HeadingEvidence): LineHeadings | null {
  const words: string[] = [];
  let found: LineHeadings | null = null;
  for (let length = 1; length <= WRAPPED_LINES; length += 1) {
    const text = textAt(blocks, index + length - 1);
    if (
      text === null ||
      /\d|[;:!?]/.test(withoutPeriods(text)) ||
      (length > 1 && blocks[index + length - 1]?.gapBefore === true)
    )
      break;
    // A giant line has more words than a call may have arguments.
    words.push(...text.split(/\s+/, LINE_WORDS + 1));
    if (words.length > LINE_WORDS) break;
    if (words.length < FEWEST_ROLES) continue;
    const isBeforeRow = rowFollows(blocks, index + length);
    if (!isBeforeRow && length > UNSURE_LINES) continue;
    const headings = cutHeadings(words, evidence);
    if (headings === null && length === 1) return null;
    if (headings === null || !isList(headings, evidence)) continue;
    if (isBeforeRow) return { headings, length };
    found = { headings, length };
  }
  return found;
}

/** Whether a line begins with a label, or the one after a group's heading does. */
function rowFollows(blocks: readonly Block[], at: number): boolean {
  const text = textAt(blocks, at);
  if (text === null) return false;
  if (leadingLabel(text) !== null) return true;
  const next = isGroupLine(text) || isCapitalLine(text) ? textAt(blocks, at + 1) : null;
  return next !== null && leadingLabel(next) !== null;
}

function onOwnLines(blocks: readonly Block[], index: number, evidence: HeadingEvidence): LineHeadings | null {
  const first = textAt(blocks, index);
  if (first === null || !isShort(first) || (strongest(first, evidence)?.weight ?? 0) < KNOWN) return null;
  const lines: { text: string; gap: boolean }[] = [];
  for (let at = index; at < index + MOST_LINES; at += 1) {
    const text = textAt(blocks, at);
    if (text === null || !isShort(text) || isValue(text)) break;
    lines.push({ text, gap: blocks[at]?.gapBefore === true });
  }
  const groups = groupsOf(lines, evidence);
  let used = endOfKnown(groups, evidence);
  while (used > 0 && (strongest(groups[used - 1]?.text ?? "", evidence)?.weight ?? 0) < KNOWN) used -= 1;
  const own = groups.slice(0, used);
  if (
    own.length < FEWEST_HEADINGS ||
    !isList(
      own.map(({ text }) => text),
      evidence,
    )
  )
    return null;
  return { headings: own.map(({ text }) => text), length: own.reduce((sum, { lines: count }) => sum + count, 0) };
}

/** Lines as headings: gaps between cells tell headings from the lines of one; a gap elsewhere ends them. */
function groupsOf(lines: readonly { text: string; gap: boolean }[], evidence: HeadingEvidence): Group[] {
  const gaps = lines.filter(({ gap }, at) => at > 0 && gap).length;
  if (gaps >= FEWEST_ROLES - 1) return byGaps(lines, evidence);
  const end = lines.findIndex(({ gap }, at) => at > 0 && gap);
  const texts = lines.map(({ text }) => text);
  return byEvidence(end < 0 ? texts : texts.slice(0, end), evidence);
}

/** Headings in a row that are unknown: more are cells of the first row. */
const MOST_UNKNOWN = 3;

/** Where headings end at the latest: before several unknown ones in a row. */
function endOfKnown(groups: readonly Group[], evidence: HeadingEvidence): number {
  let unknown = 0;
  for (const [at, { text }] of groups.entries()) {
    unknown = (strongest(text, evidence)?.weight ?? 0) >= KNOWN ? 0 : unknown + 1;
    if (unknown > MOST_UNKNOWN) return at;
  }
  return groups.length;
}

const isShort = (text: string): boolean =>
  text.length <= LONGEST_HEADING &&
  text.split(/\s+/).length <= HEADING_WORDS &&
  !/: /.test(text) &&
  !/[.;!?]$/.test(text.replace(/^(?:No|Ref)\.$/i, ""));

/** A label or a date is a cell of a row. */
const isValue = (text: string): boolean =>
  (hasDigit(text) && rowLabelOf(text) !== null) || isWholeDate(text) || /\d{2}/.test(withoutPeriods(text));

interface Group {
  readonly text: string;
  readonly lines: number;
}

function byGaps(lines: readonly { text: string; gap: boolean }[], evidence: HeadingEvidence): Group[] {
  const groups: string[][] = [];
  for (const { text, gap } of lines) {
    const open = groups.at(-1);
    if (open === undefined || gap) groups.push([text]);
    else open.push(text);
  }
  // A heading that is printed twice, one above the other, is one.
  return groups.flatMap((group): Group[] => {
    const text = [...new Set(group)].join(" ");
    const known = (strongest(text, evidence)?.weight ?? 0) >= SURE;
    const [first, ...more] = known ? [text] : (cutHeadings(text.split(/\s+/), evidence) ?? [text]);
    return [{ text: first ?? text, lines: group.length }, ...more.map((each) => ({ text: each, lines: 0 }))];
  });
}

/** Whether lines are one heading's, which says what each of them does: "RAG" above "Status". */
function areOneRole(parts: readonly string[], evidence: HeadingEvidence): boolean {
  const joined = strongest(parts.join(" "), evidence);
  return (
    joined !== null && joined.weight >= SURE && parts.every((part) => strongest(part, evidence)?.role === joined.role)
  );
}

/** Lines put together where they say more together than each alone. */
function byEvidence(texts: readonly string[], evidence: HeadingEvidence): Group[] {
  const groups: Group[] = [];
  for (let at = 0; at < texts.length; ) {
    let best = { length: 1, weight: strongest(texts[at] ?? "", evidence)?.weight ?? 0 };
    for (let length = 2; length <= HEADING_LINES && at + length <= texts.length; length += 1) {
      const parts = texts.slice(at, at + length);
      const weight = strongest(parts.join(" "), evidence)?.weight ?? 0;
      const apart = Math.max(...parts.map((part) => strongest(part, evidence)?.weight ?? 0));
      const others = parts.filter((part) => (strongest(part, evidence)?.weight ?? 0) >= KNOWN).length;
      const isOne = weight >= apart && areOneRole(parts, evidence);
      if (isOne || (weight > best.weight && (weight > apart || others <= 1))) best = { length, weight };
    }
    groups.push({ text: texts.slice(at, at + best.length).join(" "), lines: best.length });
    at += best.length;
  }
  return groups;
}
