/**
 * Where the entries of a list begin: at a numbered title with labelled values under it or after it, at one with a coloured
 * glyph or a status, at a number alone above labels, or, without numbers, where labels come again. In: lines. Out: the entries'
 * first lines. A numbered list within an update has none of these.
 */

import { isGroupLine } from "../../language/group-lines.js";
import { labelForm } from "../../language/row-labels.js";
import { isCapitalLine } from "../rows/group-heading.js";
import { type EntryHead, hasStatusFirst, isDated, linesOfTitle, TITLE_LINES, tailAt } from "./entry-title.js";
import { type ListGrammar, splitInline } from "./list-grammar.js";
import type { ListLine } from "./list-lines.js";
import { type NumberedLine, numbered } from "./numbered-line.js";
import { isFurniture } from "./page-furniture.js";
import { stepWeight } from "./row-starts.js";
import { unnumberedHeads } from "./unnumbered-heads.js";

/** Lines of a page's foot and the next one's head, at most. */
const FURNITURE_LINES = 4;
/** Entries that show where entries begin. */
const FEWEST_HEADS = 2;
/** A label that is no page's number. */
const NO_PAGE = /\p{L}|\d\D+\d/u;

export function entryHeads(lines: readonly ListLine[], grammar: ListGrammar): EntryHead[] {
  const labelled = withPlaced(lines, inSequence(lines, headsWhere(lines, grammar, isLabelled)), grammar);
  const heads = [...labelled, ...unnumberedHeads(lines, labelled, grammar)].sort((a, b) => a.at - b.at);
  if (heads.length >= FEWEST_HEADS || lines.some(({ isRow }) => isRow)) return heads;
  const isRated: Test = (...at) => tailAt(lines, at[1], grammar) !== null || isLabelled(...at);
  const rated = headsWhere(lines, grammar, isRated);
  const isList = new Set(rated.map(({ label }) => label)).size === rated.length;
  return isList ? withPlaced(lines, rated, grammar) : [];
}

type Test = (lines: readonly ListLine[], at: number, head: NumberedLine, grammar: ListGrammar) => boolean;

function headsWhere(lines: readonly ListLine[], grammar: ListGrammar, test: Test): EntryHead[] {
  return lines.flatMap((line, at): EntryHead[] => {
    const isTitle = !line.isRow && line.labels.length === 0 && !isFurniture(line.block, grammar.profile);
    const head = isTitle ? numbered(line, grammar) : null;
    if (head === null || isGroupLine(line.bare) || isDated(line, grammar) || !test(lines, at, head, grammar)) return [];
    const hasLabels = splitInline(head.title, grammar).inline.length > 0;
    const ofTail = hasLabels ? 0 : (tailAt(lines, at, grammar)?.titleLines ?? 0);
    const titleLines = Math.max(linesOfTitle(lines, at, head, grammar), ofTail);
    return [{ at, ...head, titleLines, hasStatusFirst: titleLines > 0 && hasStatusFirst(lines, at, head, grammar) }];
  });
}

function isLabelled(lines: readonly ListLine[], at: number, head: NumberedLine, grammar: ListGrammar): boolean {
  const { glyph, title, printed } = head;
  if (title === "")
    return (
      (lines[at + 1]?.labels.length ?? 0) > 0 || (NO_PAGE.test(printed) && hasTitleBelow(lines, at, head, grammar))
    );
  return glyph !== null || splitInline(title, grammar).inline.length > 0 || hasLabelsBelow(lines, at, grammar);
}

/** Whether a label alone is on the line above a title, which nothing separates from it and from the labels below. */
const hasTitleBelow = (lines: readonly ListLine[], at: number, head: NumberedLine, grammar: ListGrammar): boolean =>
  linesOfTitle(lines, at, head, grammar) > 0 &&
  (hasStatusFirst(lines, at, head, grammar) || hasLabelsBelow(lines, at, grammar));

/** The next lines after one, without those of a page's foot and head. */
function linesBelow(lines: readonly ListLine[], at: number, { profile }: ListGrammar): ListLine[] {
  const reach = lines.slice(at + 1, at + 1 + TITLE_LINES + FURNITURE_LINES);
  return reach.filter(({ block }) => !isFurniture(block, profile)).slice(0, TITLE_LINES);
}

/** Whether labelled values follow a title within its lines, before another numbered line. */
function hasLabelsBelow(lines: readonly ListLine[], at: number, grammar: ListGrammar): boolean {
  for (const below of linesBelow(lines, at, grammar)) {
    if (below.labels.length > 0) return true;
    if ((numbered(below, grammar)?.title ?? "") !== "") return false;
  }
  return false;
}

/** The heads that a gap separates from what is above them, or continue the number of the one before. */
function inSequence(lines: readonly ListLine[], heads: readonly EntryHead[]): EntryHead[] {
  const own: EntryHead[] = [];
  for (const head of heads) {
    const before = own.at(-1);
    const isNext = before === undefined || (head.label !== null && isStep(before.label ?? "", head.label));
    if (isNext || head.glyph !== null || isSeparated(lines, head.at)) own.push(head);
  }
  return own;
}

/** The heads with those that lost their labels or have none: titles after a gap where the next number is due. */
function withPlaced(lines: readonly ListLine[], heads: readonly EntryHead[], grammar: ListGrammar): EntryHead[] {
  if (heads.length < FEWEST_HEADS || !heads.every(({ at }) => isSeparated(lines, at))) return [...heads];
  const known = new Set(heads.map(({ at }) => at));
  const [first] = heads;
  const all: EntryHead[] = [];
  const mayBeDue: Test = (_, at, { title }) => known.has(at) || (title !== "" && isSeparated(lines, at));
  for (const head of headsWhere(lines, grammar, mayBeDue)) {
    const before = all.at(-1)?.label ?? null;
    const isDue = before !== null && head.label !== null && head.at > (first?.at ?? 0) && isNext(before, head.label);
    if (known.has(head.at) || isDue) all.push(head);
  }
  return all;
}

function isSeparated(lines: readonly ListLine[], at: number): boolean {
  const [block, above] = [lines[at]?.block, lines[at - 1]?.bare ?? ""];
  return block === undefined || block.gapBefore || block.pageStart || isGroupLine(above) || isCapitalLine(above);
}

/** What the step from a label to the next one of its list weighs, at least: none is left out. */
const NEXT = 0.5;

/** Whether a label is the next one of a list: of one form, with none left out. */
const isStep = (before: string, label: string): boolean =>
  labelForm(label).replace(/a$/, "") === labelForm(before).replace(/a$/, "") && stepWeight(before, label) > NEXT;

/** Whether a label is the very next one: its last number or letter is greater by one, or the first of a new branch. */
function isNext(before: string, label: string): boolean {
  if (!isStep(before, label)) return false;
  const [one, other] = [before, label].map((text) => text.match(/\d+|\p{L}+/gu) ?? []);
  const at = (one ?? []).findIndex((part, index) => part !== other?.[index]);
  const rankOf = (part = ""): number => (/\d/.test(part) ? Number(part) : part.charCodeAt(0));
  return rankOf(other?.[at]) === rankOf(one?.[at]) + 1;
}
