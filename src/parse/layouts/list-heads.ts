/**
 * Where the entries of a list begin: at a numbered title with labelled values under it or after it, at one with a coloured
 * glyph or a status, at a number alone above labels, or, without numbers, where labels come again. In: lines. Out: the entries'
 * first lines. A numbered list within an update has none of these.
 */
import { labelForm } from "../../language/row-labels.js";
import { endsWithAny } from "../../language/sentences.js";
import { isCapitalLine, isGroupLine } from "../rows/group-heading.js";
import { headingGrammar } from "../update-heading.js";
import { type ListGrammar, splitInline } from "./list-grammar.js";
import type { ListLine } from "./list-lines.js";
import { type NumberedLine, numbered } from "./numbered-line.js";
import { isFurniture } from "./page-furniture.js";
import { stepWeight } from "./row-starts.js";
import { readTail } from "./title-tail.js";

export interface EntryHead extends NumberedLine {
  /** Index of its first line. */
  readonly at: number;
  /** Lines below the first that the title continues in, with a status between the two. */
  readonly titleLines: number;
  /** Whether the line between the label and the title is the status. */
  readonly hasStatusFirst: boolean;
}

/** Lines of a wrapped title. */
export const TITLE_LINES = 3;
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
    const ofTail = tailAt(lines, at, grammar)?.titleLines ?? 0;
    const titleLines = Math.max(linesOfTitle(lines, at, head, grammar), ofTail);
    return [{ at, ...head, titleLines, hasStatusFirst: titleLines > 0 && hasStatusFirst(lines, at, head, grammar) }];
  });
}

/** Whether a line begins with the dated heading of an update, whose date is no label. */
const isDated = ({ bare }: ListLine, { profile }: ListGrammar): boolean =>
  (headingGrammar(profile).read(bare)?.dateRaw ?? null) !== null;

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

/** "Recommendation 3" alone on its line: a label that says what it numbers, which space may separate from its title. */
const isNamedAlone = ({ title, printed }: NumberedLine): boolean => title === "" && NAMED_LABEL.test(printed);

const NAMED_LABEL = /^\p{L}{4,}\s\S+$/u;

/** Whether the status is on the line between a label alone and its title. */
const hasStatusFirst = (lines: readonly ListLine[], at: number, head: NumberedLine, grammar: ListGrammar): boolean => {
  const below = lines[at + 1];
  return below !== undefined && isNamedAlone(head) && isStatusLine(below, grammar);
};

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

/** Lines below a title's first that nothing separates from it and from the labels that follow. */
function linesOfTitle(lines: readonly ListLine[], at: number, head: NumberedLine, grammar: ListGrammar): number {
  if (isNamedAlone(head)) return linesOfTitleBelow(lines, at, head, grammar);
  const below = lines.slice(at + 1, at + TITLE_LINES + 1);
  const count = below.findIndex((line) => line.labels.length > 0 || isStatusLine(line, grammar));
  const own = below.slice(0, Math.max(0, count) + 1);
  return count > 0 && own.every(({ block, isRow }) => !block.gapBefore && !isRow) ? count : 0;
}

/** Lines of a title below a label alone, up to the labels or the first text after a gap; a status may be between the two. */
function linesOfTitleBelow(lines: readonly ListLine[], at: number, head: NumberedLine, grammar: ListGrammar): number {
  let from = at + (hasStatusFirst(lines, at, head, grammar) ? 2 : 1);
  for (let line = lines[from]; line !== undefined && isFurniture(line.block, grammar.profile); line = lines[from])
    from += 1;
  let to = from;
  while (to < from + TITLE_LINES && isOfTitle(lines, to, to === from, grammar)) to += 1;
  return to === from ? 0 : to - at - 1;
}

function isOfTitle(lines: readonly ListLine[], at: number, isFirst: boolean, grammar: ListGrammar): boolean {
  const line = lines[at];
  if (line === undefined || line.isRow || line.labels.length > 0 || isStatusLine(line, grammar)) return false;
  if (isDated(line, grammar) || numbered(line, grammar) !== null || isFurniture(line.block, grammar.profile))
    return false;
  return isFirst || !line.block.gapBefore;
}

/** A word for a status, alone on its line. */
const STATUS_WORD = /\p{L}{3}/u;

/** Whether a line is a status and nothing else, as cards and web pages print it below a title. */
export const isStatusLine = ({ block, labels, text }: ListLine, { status }: ListGrammar): boolean =>
  block.kind === "line" &&
  labels.length === 0 &&
  STATUS_WORD.test(text) &&
  (status.read(text) !== null || status.isUncoloured(text));

/** A title over at most a few lines with a status after it, and the lines that it takes. */
export function tailAt(lines: readonly ListLine[], at: number, grammar: ListGrammar) {
  const head = numbered(lines[at], grammar);
  let title = head?.title ?? "";
  for (let more = 0; more <= TITLE_LINES && title !== ""; more += 1) {
    const tail = readTail(grammar, title);
    if (tail !== null) return { tail, titleLines: more };
    const below = lines[at + more + 1];
    if (below === undefined || below.block.gapBefore || below.labels.length > 0) return null;
    // "10.11.22: Done." is an update, and says nothing of the title above it.
    if (numbered(below, grammar) !== null || isDated(below, grammar)) return null;
    title = `${title} ${below.text}`;
  }
  return null;
}

/** The heads that are apart from what is above them, or continue the number of the one before. */
function inSequence(lines: readonly ListLine[], heads: readonly EntryHead[]): EntryHead[] {
  const own: EntryHead[] = [];
  for (const head of heads) {
    const before = own.at(-1);
    const isNext = before === undefined || (head.label !== null && isStep(before.label ?? "", head.label));
    if (isNext || head.glyph !== null || standsApart(lines, head.at)) own.push(head);
  }
  return own;
}

/** The heads with those that lost their labels or have none: titles that are apart where the next number is due. */
function withPlaced(lines: readonly ListLine[], heads: readonly EntryHead[], grammar: ListGrammar): EntryHead[] {
  if (heads.length < FEWEST_HEADS || !heads.every(({ at }) => standsApart(lines, at))) return [...heads];
  const known = new Set(heads.map(({ at }) => at));
  const [first] = heads;
  const all: EntryHead[] = [];
  const mayBeDue: Test = (_, at, { title }) => known.has(at) || (title !== "" && standsApart(lines, at));
  for (const head of headsWhere(lines, grammar, mayBeDue)) {
    const before = all.at(-1)?.label ?? null;
    const isDue = before !== null && head.label !== null && head.at > (first?.at ?? 0) && isNext(before, head.label);
    if (known.has(head.at) || isDue) all.push(head);
  }
  return all;
}

function standsApart(lines: readonly ListLine[], at: number): boolean {
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

/** Entries without a number, which begin with the title above their labels, or with the label of their title. */
function unnumberedHeads(
  lines: readonly ListLine[],
  numberedHeads: readonly EntryHead[],
  grammar: ListGrammar,
): EntryHead[] {
  const starts = new Set(numberedHeads.map(({ at }) => at));
  const found: { head: EntryHead; lead: string }[] = [];
  let seen: Set<string> | null = null;
  lines.forEach((line, at) => {
    if (starts.has(at)) seen = new Set(splitInline(line.bare, grammar).inline.map(({ name }) => name));
    const [first] = line.labels;
    if (first === undefined) return;
    if (seen === null || line.labels.some(({ name }) => seen?.has(name) === true && opensEntry(name, grammar))) {
      const head = headAbove(lines, at, grammar);
      if (head !== null) {
        found.push({ head, lead: first.name });
        seen = new Set();
      }
    }
    for (const { name } of line.labels) seen?.add(name);
  });
  const leads = found.map(({ lead }) => lead);
  const known = starts.size > 0 ? leadsBelow(lines, numberedHeads) : leads;
  return found.filter(({ lead }) => known.filter((each) => each === lead).length > 1).map(({ head }) => head);
}

/** The first label of each numbered entry. */
const leadsBelow = (lines: readonly ListLine[], heads: readonly EntryHead[]): string[] =>
  heads.flatMap(
    ({ at }) => lines.slice(at, at + TITLE_LINES + 2).find(({ labels }) => labels.length > 0)?.labels[0]?.name ?? [],
  );

/** Whether an entry has one value alone for a label: what comes again is the next entry's. */
const opensEntry = (name: string, { roles }: ListGrammar): boolean =>
  ["number", "title", "organisation", "status"].includes(roles.get(name) ?? "");

/** The line after a title: the status that is alone between it and its labels, or the first of these. */
function beforeStatus(lines: readonly ListLine[], at: number, grammar: ListGrammar): number {
  const above = lines[at - 1];
  return above !== undefined && isStatusLine(above, grammar) ? at - 1 : at;
}

/** The entry that a line of labels belongs to: from the title above it, or from the label of its title or number. */
function headAbove(lines: readonly ListLine[], at: number, grammar: ListGrammar): EntryHead | null {
  const role = grammar.roles.get(lines[at]?.labels[0]?.name ?? "");
  const bare = { label: null, printed: "", glyph: null };
  if (role === "number" || role === "title") return { at, ...bare, title: "", titleLines: 0, hasStatusFirst: false };
  const end = beforeStatus(lines, at, grammar);
  let from = end;
  while (from > 0 && end - from < TITLE_LINES && (from === end || lines[from]?.block.gapBefore === false)) {
    const above = lines[from - 1];
    if (above === undefined || above.labels.length > 0 || above.block.kind !== "line" || above.block.furniture === true)
      break;
    from -= 1;
  }
  const first = lines[from];
  if (from === end || first === undefined || !(first.block.gapBefore || first.block.pageStart)) return null;
  const isSentence = lines[end]?.block.gapBefore === true && endsWithAny(lines[end - 1]?.text ?? "", ".;:");
  return isSentence
    ? null
    : { at: from, ...bare, title: first.bare, titleLines: end - from - 1, hasStatusFirst: false };
}
