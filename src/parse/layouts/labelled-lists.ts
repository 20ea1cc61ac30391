/**
 * Lists whose entries are a title and labelled values: "3.1 Open the café", "Lead: NCC   Status: Amber", "Comments: …", a
 * coloured glyph before the title, or a status after it. In: blocks. Out: each such list as a table: its labels are column
 * headings and each entry is a row; none where too few entries have a status.
 */

import { isGroupLine } from "../../language/group-lines.js";
import type { Block } from "../../model/block.js";
import { isEndMatterHeading } from "../report/end-matter-heading.js";
import { withMarkedFurniture } from "../report/furniture.js";
import { isKnownStatus } from "../report/list-tables.js";
import { isPaperTitle } from "../report/paper-title.js";
import { isCapitalLine } from "../rows/group-heading.js";
import { holdsKey } from "../scale/key-among-rows.js";
import { type EntryHead, isStatusLine } from "./entry-title.js";
import type { Layout, TableReading } from "./layout.js";
import { type Entry, entryOf } from "./list-entry.js";
import { type ListGrammar, listGrammar } from "./list-grammar.js";
import { entryHeads } from "./list-heads.js";
import { blocksOf, type ListLine, listLines } from "./list-lines.js";
import { rowsOf } from "./list-table.js";
import { withNamesBefore } from "./names-before-titles.js";
import { labelRoles } from "./own-labels.js";
import { isFurniture } from "./page-furniture.js";
import { labelsAlone, spacedLabels } from "./spaced-labels.js";
import { tailWords } from "./tail-words.js";

/** Entries that make a list, and the share of them that must have a status. */
const FEWEST_ENTRIES = 2;
const RATED = 0.5;
/** Entries that end with the same words before these are the page's, and characters of such words. */
const FEWEST_CLOSED = 3;
const LONGEST_CLOSING = 40;

/** A document, and its lines as those of a list. */
interface ListText {
  readonly blocks: readonly Block[];
  readonly lines: readonly ListLine[];
  readonly grammar: ListGrammar;
  /** The words after each entry that are printed with the page and no part of it: "Back to top". */
  readonly closing: string | null;
}

export const labelledLists: Layout = {
  name: "labelled list",
  tables: (asPrinted, profile) => {
    const blocks = withMarkedFurniture(asPrinted, profile);
    const roles = labelRoles(blocks, profile);
    const grammar = {
      ...listGrammar(profile),
      roles,
      spaced: spacedLabels(blocks, roles),
      alone: labelsAlone(blocks, roles),
      tailWords: tailWords(blocks, profile),
    };
    const printed = listLines(blocks, grammar);
    const heads = entryHeads(printed, grammar);
    const closing = closingLine(printed, heads, grammar);
    const lines = closing === null ? printed : printed.map((line) => (line.text === closing ? ofPage(line) : line));
    const text = { blocks, lines, grammar, closing };
    const entries = heads.map((head, turn) =>
      entryOf(lines, head, endOf(text, head, heads[turn + 1] ?? null), grammar),
    );
    const rated = entries.filter((entry) => isRated(entry, grammar));
    if (entries.length < FEWEST_ENTRIES || rated.length < entries.length * RATED) return [];
    return listsOf(lines, entries).map((list) => asTable(lines, withNamesBefore(list, grammar), grammar));
  },
};

/** Whether an entry has a status: after its title, or as a label's value, also where it tells the progress: "Progress: Complete". */
const isRated = ({ head, tail, values }: Entry, { roles, status }: ListGrammar): boolean =>
  head.glyph !== null ||
  tail !== null ||
  [...values].some(
    ([name, { texts }]) =>
      roles.get(name) === "status" || (roles.get(name) === "update" && isKnownStatus(status, texts.join(" "))),
  );

/** A list as a table; of a card that it begins or ends in, the other lines are kept as they are. */
function asTable(lines: readonly ListLine[], list: readonly Entry[], grammar: ListGrammar): TableReading {
  const [from, to] = [list[0]?.from ?? 0, list.at(-1)?.to ?? 0];
  const [first, last] = [lines[from]?.parts[0]?.at ?? 0, lines[to - 1]?.parts.at(-1)?.at ?? 0];
  let [start, end] = [from, to];
  while (lines[start - 1]?.parts.at(-1)?.at === first) start -= 1;
  while (lines[end]?.parts[0]?.at === last) end += 1;
  const blocks: Block[] = [];
  let done = start;
  rowsOf(list, lines, grammar).forEach((rows, turn) => {
    blocks.push(...blocksOf(lines, done, list[turn]?.from), ...rows);
    done = list[turn]?.to ?? done;
  });
  return { from: first, to: last + 1, blocks: [...blocks, ...blocksOf(lines, to, end)] };
}

/** Entries in lists: between two lists is more than the heading of a group. */
function listsOf(lines: readonly ListLine[], entries: readonly Entry[]): Entry[][] {
  const lists: Entry[][] = [];
  entries.forEach((entry, turn) => {
    const between = lines.slice(entries[turn - 1]?.to ?? 0, entry.from);
    const list = lists.at(-1);
    if (list !== undefined && between.every((line) => isHeading(line))) list.push(entry);
    else lists.push([entry]);
  });
  return lists;
}

/** Where an entry ends: before the headings above the next one, before end matter, or before another paper or report. */
function endOf(text: ListText, head: EntryHead, next: EntryHead | null): number {
  const { lines } = text;
  const isLast = next === null || restarts(head, next);
  const from = head.at + 1;
  const limit = next?.at ?? lines.length;
  let to = from;
  while (to < limit && !endsBefore(text, to, isLast)) to += 1;
  while (next !== null && to > from + head.titleLines && isHeading(lines[to - 1])) to -= 1;
  return to;
}

/** Whether a line is no part of the entry above it; after a list's last entry other headings end it as well. */
function endsBefore(text: ListText, at: number, isLast: boolean): boolean {
  const { profile, plan } = text.grammar;
  const line = text.lines[at];
  if (isLast && text.closing !== null && text.lines[at - 1]?.text === text.closing) return true;
  if (line?.block.kind !== "line") return false;
  if (isLast && beginsPaper(text, at)) return true;
  if (!(line.block.gapBefore || line.block.pageStart)) return false;
  if (isLast && holdsKey(line.text, text.grammar.status)) return true;
  const isHeadingAfter = isLast && (isEndMatterHeading(profile, line.text) || isGroupLine(line.text));
  // Another report begins with its plan's title.
  return isHeadingAfter || plan.dated(line.text) !== null;
}

/**
 * The line that ends every entry, which other text may follow in the last one; null where there is none, or where it is the value of
 * a label above it.
 */
function closingLine(lines: readonly ListLine[], heads: readonly EntryHead[], grammar: ListGrammar): string | null {
  if (heads.length < FEWEST_CLOSED) return null;
  const last = heads.slice(1).map(({ at }) => lines[at - 1]);
  const [first] = last;
  if (first?.block.kind !== "line" || first.labels.length > 0 || isStatusLine(first, grammar)) return null;
  const isSame = last.every((line) => line?.text === first.text);
  if (!isSame || isLongOrSentence(first.text)) return null;
  const isValue = heads.slice(1).some(({ at }) => lines[at - 2]?.labels.at(-1)?.value === "");
  const isInLast = lines.slice(heads.at(-1)?.at).some(({ text }) => text === first.text);
  return isInLast && !isValue ? first.text : null;
}

const isLongOrSentence = (text: string): boolean =>
  text === "" || text.length > LONGEST_CLOSING || /[.!?:;]$|\d/u.test(text);

const ofPage = (line: ListLine): ListLine => {
  const mark = (block: Block): Block => (block.kind === "line" ? { ...block, furniture: true } : block);
  return { ...line, block: mark(line.block), parts: line.parts.map((part) => ({ ...part, block: mark(part.block) })) };
};

/** Whether an entry's number is not greater than that of the one before it, so that another list begins with it. */
const restarts = (before: EntryHead, { label }: EntryHead): boolean =>
  label !== null && before.label !== null && before.label.localeCompare(label, "en", { numeric: true }) >= 0;

/** Whether another paper begins at a line: at the top of its page, but for a running head. */
function beginsPaper({ blocks, lines, grammar }: ListText, at: number): boolean {
  const [line, above] = [lines[at], lines[at - 1]?.block];
  if (line?.block.kind !== "line") return false;
  const isTop = line.block.pageStart || (above?.pageStart === true && isFurniture(above, grammar.profile));
  return isTop && isPaperTitle(blocks, line.parts[0]?.at ?? 0);
}

/** Whether a line between two entries heads a group. */
function isHeading(line: ListLine | undefined): boolean {
  if (line?.block.kind !== "line" || line.labels.length > 0) return line !== undefined && isLabelledGroup(line);
  return isGroupLine(line.text) || isCapitalLine(line.text) || isLabelledGroup(line);
}

/** "Strategy: Buildings fit for purpose", between two entries. */
const isLabelledGroup = ({ block, text }: ListLine): boolean =>
  block.kind === "line" && block.gapBefore && LABELLED_GROUP.test(text) && !/[.;]$/.test(text);

const LABELLED_GROUP =
  /^(?:strategy|objective|aim|goal|theme|priority|strand|pillar|outcome|workstream|area|section)\s*:\s*\S/iu;
