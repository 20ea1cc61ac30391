/**
 * Column headings in text that has lost its cells: all on one line with single spaces, or each on a line of its own. In:
 * blocks, and the place of one. Out: the headings in printed order and the blocks they take; null where none begin there.
 */
import { rowLabelOf } from "../../language/row-labels.js";
import { isWholeDate } from "../../language/whole-date.js";
import type { Block } from "../../model/block.js";
import type { ColumnRole } from "../../schema/profile.js";
import type { HeadingEvidence } from "../columns/heading-evidence.js";
import { isCapitalLine, isGroupLine } from "../rows/group-heading.js";
import { leadingLabel } from "./row-starts.js";

export interface LineHeadings {
  readonly headings: readonly string[];
  /** Blocks that they take. */
  readonly length: number;
}

/** Weight from which on a heading is known, and known roles that a line of headings must name. */
const KNOWN = 1.9;
const FEWEST_ROLES = 3;
/** Characters and words of a line with one heading, lines of a run of them, and lines that one heading may take. */
const LONGEST_HEADING = 44;
const HEADING_WORDS = 7;
const MOST_LINES = 40;
const HEADING_LINES = 3;
/** Words of a line with all headings, and of one heading in it; lines that it may take. */
const LINE_WORDS = 40;
const PHRASE_WORDS = 6;
const WRAPPED_LINES = 12;
/** Lines of headings after which no label follows. */
const UNSURE_LINES = 3;
/** Weight of a heading in the profile's own words, and what a word of no heading costs. */
const SURE = 3.4;
const UNKNOWN_WORD = 1.5;

export function lineHeadingsAt(
  blocks: readonly Block[],
  index: number,
  evidence: HeadingEvidence,
): LineHeadings | null {
  return onOneLine(blocks, index, evidence) ?? onOwnLines(blocks, index, evidence);
}

const strongest = (heading: string, evidence: HeadingEvidence): { role: ColumnRole; weight: number } | null => {
  let best: { role: ColumnRole; weight: number } | null = null;
  for (const [role, weight] of Object.entries(evidence(heading)) as [ColumnRole, number][])
    if (best === null || weight > best.weight) best = { role, weight };
  return best;
};

/** Whether headings are of a list: a title, and a status or an update beside a number. */
function isList(headings: readonly string[], evidence: HeadingEvidence): boolean {
  const roles = new Set(
    headings.flatMap((heading) => {
      const best = strongest(heading, evidence);
      return best !== null && best.weight >= KNOWN ? [best.role] : [];
    }),
  );
  return roles.size >= FEWEST_ROLES && roles.has("title") && roles.has("status");
}

const textAt = (blocks: readonly Block[], at: number): string | null => {
  const block = blocks[at];
  return block?.kind === "line" && block.furniture !== true ? block.text.trim() : null;
};

/** Headings on one line, or over the lines to the first row's label where some of them wrap. */
function onOneLine(blocks: readonly Block[], index: number, evidence: HeadingEvidence): LineHeadings | null {
  const words: string[] = [];
  let found: LineHeadings | null = null;
  for (let length = 1; length <= WRAPPED_LINES; length += 1) {
    const text = textAt(blocks, index + length - 1);
    if (text === null || /\d|[;:!?]/.test(text) || (length > 1 && blocks[index + length - 1]?.gapBefore === true))
      break;
    words.push(...text.split(/\s+/));
    if (words.length > LINE_WORDS) break;
    if (words.length < FEWEST_ROLES) continue;
    const headings = cut(words, evidence);
    if (headings === null) {
      if (length === 1) return null;
      continue;
    }
    if (!isList(headings, evidence)) continue;
    if (rowFollows(blocks, index + length)) return { headings, length };
    if (length <= UNSURE_LINES) found = { headings, length };
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

const isSign = (word: string): boolean => !/[\p{L}\p{N}&/]/u.test(word);

/** Words cut into headings, the first of them known beyond doubt; a few may be unknown. */
function cut(words: readonly string[], evidence: HeadingEvidence): string[] | null {
  const weightOf = (heading: string): number => strongest(heading, evidence)?.weight ?? 0;
  if (!words.slice(0, PHRASE_WORDS).some((_, at) => weightOf(words.slice(0, at + 1).join(" ")) >= SURE)) return null;
  const headings = bestCut(words, weightOf);
  if (headings === null || weightOf(headings[0] ?? "") < SURE) return null;
  const unknown = headings.filter((heading) => weightOf(heading) < KNOWN);
  return unknown.length > headings.length / 4 ? null : headings;
}

/** The cut of the highest score; null where a sign is nowhere it can be. */
function bestCut(words: readonly string[], weightOf: (heading: string) => number): string[] | null {
  const best: { score: number; from: number }[] = [{ score: 0, from: -1 }];
  for (let end = 1; end <= words.length; end += 1) {
    let found = { score: Number.NEGATIVE_INFINITY, from: -1 };
    for (let from = Math.max(0, end - PHRASE_WORDS); from < end; from += 1) {
      const phrase = words.slice(from, end);
      if (hasSignInside(phrase)) continue;
      const score = (best[from]?.score ?? 0) + phraseScore(weightOf(phrase.join(" ")), end - from);
      if (score > found.score) found = { score, from };
    }
    best.push(found);
  }
  const headings: string[] = [];
  for (let end = words.length; end > 0; ) {
    const from = best[end]?.from ?? -1;
    if (from < 0) return null;
    headings.unshift(words.slice(from, end).join(" "));
    end = from;
  }
  return headings;
}

/** A sign is a heading of its own, or begins one: "#", "% complete". */
const hasSignInside = ([first = "", ...more]: readonly string[]): boolean =>
  more.some(isSign) || (more.length > 0 && isSign(first) && first !== "%");

/** A longer phrase that is known goes before two shorter ones; one that is known in part does not. */
function phraseScore(weight: number, length: number): number {
  if (weight >= SURE) return weight * length + 0.3 * (length - 1);
  return weight >= KNOWN ? weight : -UNKNOWN_WORD * length;
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
  // Gaps between cells tell headings from the lines of one heading.
  const gaps = lines.filter(({ gap }, at) => at > 0 && gap).length;
  const groups =
    gaps >= FEWEST_ROLES - 1
      ? byGaps(lines, evidence)
      : byEvidence(
          lines.map(({ text }) => text),
          evidence,
        );
  let used = groups.length;
  while (used > 0 && (strongest(groups[used - 1]?.text ?? "", evidence)?.weight ?? 0) < KNOWN) used -= 1;
  const own = groups.slice(0, used);
  if (
    own.length < FEWEST_ROLES ||
    !isList(
      own.map(({ text }) => text),
      evidence,
    )
  )
    return null;
  return { headings: own.map(({ text }) => text), length: own.reduce((sum, { lines: count }) => sum + count, 0) };
}

const isShort = (text: string): boolean =>
  text.length <= LONGEST_HEADING &&
  text.split(/\s+/).length <= HEADING_WORDS &&
  !/[.;!?]$/.test(text.replace(/^(?:No|Ref)\.$/i, ""));

/** A label or a date is a cell of a row. */
const isValue = (text: string): boolean =>
  (/\d/.test(text) && rowLabelOf(text) !== null) || isWholeDate(text) || /\d{2}/.test(text);

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
    const [first, ...more] = known ? [text] : (cut(text.split(/\s+/), evidence) ?? [text]);
    return [{ text: first ?? text, lines: group.length }, ...more.map((each) => ({ text: each, lines: 0 }))];
  });
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
      if (weight > best.weight && (weight > apart || others <= 1)) best = { length, weight };
    }
    groups.push({ text: texts.slice(at, at + best.length).join(" "), lines: best.length });
    at += best.length;
  }
  return groups;
}
