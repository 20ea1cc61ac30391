/**
 * The entries of a list whose labels are on lines of their own. In: blocks. Out: the lines that are labels, the entries that begin
 * above the label that comes again first, each with its title and labels, and the labels that most of them have.
 */
import { knownHeadings } from "../../language/headings.js";
import { splitLabel } from "../../language/row-labels.js";
import { isWholeDate } from "../../language/whole-date.js";
import { plainForm } from "../../language/words.js";
import type { Block } from "../../model/block.js";
import type { Profile } from "../../schema/profile.js";
import { statusReader } from "../status.js";

/** Entries and different labels that make a list. */
export const FEWEST_ENTRIES = 2;
export const FEWEST_LABELS = 2;
/** Share of the entries that must have a label for it to be the list's. */
const SHARED = 0.7;
/** Lines of an entry's title, and blocks from one entry to the next. */
const TITLE_LINES = 3;
const LONGEST_ENTRY = 120;
const LONGEST_LABEL = 40;

export interface Label {
  readonly at: number;
  /** In plain form, by which labels are compared. */
  readonly name: string;
  readonly printed: string;
}

export interface Entry {
  /** First block of its title. */
  readonly from: number;
  readonly labels: readonly Label[];
  readonly to: number;
}

/** Lines that are a known heading and nothing else. */
export function labelLines(blocks: readonly Block[], profile: Profile): Label[] {
  const known = knownHeadings(profile);
  const { read } = statusReader(profile);
  let isBelowStatus = false;
  return blocks.flatMap((block, at): Label[] => {
    if (block.kind !== "line" || block.text.length > LONGEST_LABEL) return [];
    const name = plainForm(block.text);
    const role = known.get(name);
    // "Complete" heads a column of shares, and is a status below its label.
    const isValue = isBelowStatus && read(block.text) !== null;
    isBelowStatus = role === "status" && !isValue;
    return role === undefined || isValue ? [] : [{ at, name, printed: block.text.trim() }];
  });
}

/** The label that each entry begins with: the first that comes about as often as any; a page's menu and its heading say a word twice. */
export function firstLabel(labels: readonly Label[]): string | null {
  const counts = new Map<string, number>();
  for (const { name } of labels) counts.set(name, (counts.get(name) ?? 0) + 1);
  const repeated = labels.filter(({ name }) => (counts.get(name) ?? 0) >= FEWEST_ENTRIES);
  if (new Set(repeated.map(({ name }) => name)).size < FEWEST_LABELS) return null;
  const most = Math.max(...repeated.map(({ name }) => counts.get(name) ?? 0));
  return repeated.find(({ name }) => (counts.get(name) ?? 0) >= most * SHARED)?.name ?? null;
}

export function entriesOf(blocks: readonly Block[], labels: readonly Label[], first: string): Entry[] {
  const starts = labels.flatMap(({ name }, index) => (name === first ? [index] : []));
  const froms = starts.map((index) => titleFrom(blocks, labels, index));
  return starts.flatMap((index, turn): Entry[] => {
    const from = froms[turn] ?? null;
    if (from === null) return [];
    const next = starts[turn + 1] ?? endOfLabels(labels, index, starts[0] ?? index);
    const own = labels.slice(index, next);
    const nextFrom = froms[turn + 1] ?? null;
    const last = own.at(-1)?.at ?? from;
    const to = nextFrom ?? endOf(blocks, last);
    // A row of a table within is no value of a label.
    const isWhole =
      to - from <= LONGEST_ENTRY && to > last && blocks.slice(from, to).every(({ kind }) => kind === "line");
    return isWhole ? [{ from, labels: own, to }] : [];
  });
}

/** Where the last entry's labels end: a known word below it that no other entry has, such as a page's "Contact", is none. */
function endOfLabels(labels: readonly Label[], from: number, first: number): number {
  const names = new Set(labels.slice(first, from === first ? undefined : from).map(({ name }) => name));
  let end = labels.length;
  while (end > from + 1 && !names.has(labels[end - 1]?.name ?? "")) end -= 1;
  return end;
}

/** The first line of the title above a label: the lines before it that nothing separates from one another. */
function titleFrom(blocks: readonly Block[], labels: readonly Label[], index: number): number | null {
  const at = labels[index]?.at ?? 0;
  const before = labels[index - 1]?.at ?? -1;
  let from = at;
  while (from - 1 > before && at - from < TITLE_LINES) {
    const [line, below] = [blocks[from - 1], blocks[from]];
    if (line?.kind !== "line" || line.furniture === true) break;
    if (from < at && below?.gapBefore === true) break;
    from -= 1;
  }
  return from < at ? titleStart(blocks, from, at) : null;
}

/** Where a title begins among lines that no space sets apart: at its row label; without one, after the last gap, or it is one line. */
function titleStart(blocks: readonly Block[], from: number, at: number): number {
  for (let start = at - 1; start >= from; start -= 1) {
    const block = blocks[start];
    if (block?.kind === "line" && splitLabel(block.text) !== null) return start;
  }
  return blocks[from]?.gapBefore === true || blocks[from]?.pageStart === true ? from : at - 1;
}

/** Where the last entry ends: before a gap after its last label's value, unless dated or listed text follows. */
function endOf(blocks: readonly Block[], label: number): number {
  let at = label + 1;
  for (; at < blocks.length; at += 1) {
    const [block, before] = [blocks[at], blocks[at - 1]];
    if (block?.kind !== "line" || block.furniture === true) break;
    const isDated = isWholeDate(block.text) || /^[•●▪◦*–-]/u.test(block.text);
    const afterDate = before?.kind === "line" && isWholeDate(before.text);
    if (at > label + 1 && block.gapBefore && !isDated && !afterDate) break;
  }
  return at;
}

/** Labels that most entries have, in the order of the first that has them. */
export function sharedNames(entries: readonly Entry[]): string[] {
  const order: string[] = [];
  for (const { labels } of entries) for (const { name } of labels) if (!order.includes(name)) order.push(name);
  return order.filter(
    (name) =>
      entries.filter(({ labels }) => labels.some((each) => each.name === name)).length >= entries.length * SHARED,
  );
}
