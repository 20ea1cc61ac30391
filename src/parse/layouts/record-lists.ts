/**
 * Lists whose entries are a title and labels on lines of their own, each with its value below it, as web pages and cards have
 * them: "Run cooling centres", "Progress", "On time", "Lead", "Fire Service". In: blocks. Out: such a list as a
 * table: its labels are column headings, and each entry is a row. What a column holds is then decided as in any table.
 */
import { knownHeadings } from "../../language/headings.js";
import { splitLabel } from "../../language/row-labels.js";
import { isWholeDate } from "../../language/whole-date.js";
import { plainForm } from "../../language/words.js";
import type { Block, Cell, LineBlock, RowBlock } from "../../model/block.js";
import { coverPlaces } from "../../model/place.js";
import type { Profile } from "../../schema/profile.js";
import { headingEvidence } from "../columns/heading-evidence.js";
import { statusReader } from "../status.js";
import { asidesOf } from "./joined-asides.js";
import type { Layout, TableReading } from "./layout.js";
import { lineHeadingsAt } from "./line-headings.js";
import { isFurniture } from "./page-furniture.js";

/** Entries and different labels that make a list. */
const FEWEST_ENTRIES = 2;
const FEWEST_LABELS = 2;
/** Share of the entries that must have a label for it to be the list's. */
const SHARED = 0.7;
/** Lines of an entry's title, and blocks from one entry to the next. */
const TITLE_LINES = 3;
/** Share of an entry's labels without a value below them from which on they are column headings, printed cell by cell. */
const MOSTLY_EMPTY = 0.5;
const LONGEST_ENTRY = 120;
const LONGEST_LABEL = 40;

interface Label {
  readonly at: number;
  /** In plain form, by which labels are compared. */
  readonly name: string;
  readonly printed: string;
}

interface Entry {
  /** First block of its title. */
  readonly from: number;
  readonly labels: readonly Label[];
  readonly to: number;
}

export const recordLists: Layout = {
  name: "records",
  tables: (printed, profile) => {
    const blocks = printed.map((block) =>
      block.kind === "line" && isFurniture(block, profile) ? { ...block, furniture: true as const } : block,
    );
    const labels = labelLines(blocks, profile);
    const lead = firstLabel(labels);
    const entries = lead === null ? [] : entriesOf(blocks, labels, lead);
    const names = sharedNames(entries);
    if (entries.length < FEWEST_ENTRIES || names.length < FEWEST_LABELS) return [];
    return headATable(blocks, entries, profile) ? [] : [asTable(blocks, entries, names, labels)];
  },
};

function asTable(
  blocks: readonly Block[],
  entries: readonly Entry[],
  names: readonly string[],
  labels: readonly Label[],
): TableReading {
  const from = entries[0]?.from ?? 0;
  const heads = names.flatMap((name) => labels.find((label) => label.at > from && label.name === name) ?? []);
  const common = commonTails(blocks, entries, names);
  const title = blocks[from];
  const out: Block[] = title === undefined ? [] : [headingRow(title, heads)];
  let to = from;
  for (const entry of entries) {
    const ofPages = blocks.slice(entry.from, entry.to).filter((block) => block.kind === "line" && block.furniture);
    out.push(...blocks.slice(to, entry.from), rowOf(blocks, entry, heads, common), ...ofPages);
    to = entry.to;
  }
  return { from, to, blocks: out };
}

/** Whether the labels are the headings of a table instead: most have no value, or a line of headings stands among them. */
function headATable(blocks: readonly Block[], entries: readonly Entry[], profile: Profile): boolean {
  const bare = entries.filter(({ labels }) => {
    const empty = labels.filter(({ at }, turn) => labels[turn + 1]?.at === at + 1).length;
    return empty >= labels.length * MOSTLY_EMPTY;
  });
  if (bare.length * 2 > entries.length) return true;
  const evidence = headingEvidence(profile);
  return entries.some(({ from, labels }) => {
    for (let at = from; at < (labels[0]?.at ?? from); at += 1)
      if (lineHeadingsAt(blocks, at, evidence) !== null) return true;
    return false;
  });
}

/** Lines that are a known heading and nothing else. */
function labelLines(blocks: readonly Block[], profile: Profile): Label[] {
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

/** The label that each entry begins with: the first one that comes again with another one in between. */
function firstLabel(labels: readonly Label[]): string | null {
  const counts = new Map<string, number>();
  for (const { name } of labels) counts.set(name, (counts.get(name) ?? 0) + 1);
  const repeated = labels.filter(({ name }) => (counts.get(name) ?? 0) >= FEWEST_ENTRIES);
  if (new Set(repeated.map(({ name }) => name)).size < FEWEST_LABELS) return null;
  return repeated[0]?.name ?? null;
}

function entriesOf(blocks: readonly Block[], labels: readonly Label[], first: string): Entry[] {
  const starts = labels.flatMap(({ name }, index) => (name === first ? [index] : []));
  const froms = starts.map((index) => titleFrom(blocks, labels, index));
  return starts.flatMap((index, turn): Entry[] => {
    const from = froms[turn] ?? null;
    if (from === null) return [];
    const next = starts[turn + 1] ?? labels.length;
    const own = labels.slice(index, next);
    const nextFrom = froms[turn + 1] ?? null;
    const last = own.at(-1)?.at ?? from;
    const to = nextFrom ?? endOf(blocks, last);
    return to - from > LONGEST_ENTRY || to <= last ? [] : [{ from, labels: own, to }];
  });
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
function sharedNames(entries: readonly Entry[]): string[] {
  const order: string[] = [];
  for (const { labels } of entries) for (const { name } of labels) if (!order.includes(name)) order.push(name);
  return order.filter(
    (name) =>
      entries.filter(({ labels }) => labels.some((each) => each.name === name)).length >= entries.length * SHARED,
  );
}

function headingRow(at: Block, heads: readonly Label[]): RowBlock {
  return {
    kind: "row",
    place: at.place,
    gapBefore: true,
    pageStart: at.pageStart,
    cells: ["", ...heads.map(({ printed }) => printed), ""].map((text) => ({ text })),
    isHeading: true,
    borders: "sure",
  };
}

/** An entry as a row: its title, a cell for each label of the list, and what has none of these labels. */
function rowOf(blocks: readonly Block[], entry: Entry, heads: readonly Label[], common: Common): RowBlock {
  const { from, labels, to } = entry;
  const values = new Map<string, Cell>();
  const rest: string[] = [];
  labels.forEach((label, turn) => {
    const lines = linesOf(blocks, label.at + 1, labels[turn + 1]?.at ?? to);
    const head = heads.find(({ name }) => name === label.name);
    if (head === undefined || values.has(label.name)) {
      rest.push(label.printed, ...textsOf(lines));
      return;
    }
    const shared = common.get(label.name) ?? [];
    const cell = cellOf(lines.slice(0, lines.length - shared.length));
    values.set(label.name, head === label ? cell : { ...cell, label: label.printed });
    rest.push(...textsOf(shared));
  });
  const own = blocks.slice(from, to);
  const title = cellOf(linesOf(blocks, from, labels[0]?.at ?? to));
  return {
    kind: "row",
    place: own.map(({ place }) => place).reduce(coverPlaces),
    gapBefore: false,
    pageStart: own[0]?.pageStart === true,
    cells: [title, ...heads.map(({ name }) => values.get(name) ?? { text: "" }), { text: rest.join("\n") }],
    borders: "sure",
    ...asidesOf(own),
  };
}

const linesOf = (blocks: readonly Block[], first: number, last: number): LineBlock[] =>
  blocks.slice(first, last).filter((block) => block.kind === "line" && block.furniture !== true) as LineBlock[];

const textsOf = (lines: readonly LineBlock[]): string[] => lines.map(({ text }) => text.trim());

function cellOf(lines: readonly LineBlock[]): Cell {
  const [text, places] = [textsOf(lines).join("\n"), lines.map(({ place }) => place)];
  return places.length === 0 ? { text } : { text, place: places.reduce(coverPlaces) };
}

/** By label, the lines with which its value ends in an entry, where they are the same in all: they are printed with the form, and are no value. */
type Common = ReadonlyMap<string, readonly LineBlock[]>;

function commonTails(blocks: readonly Block[], entries: readonly Entry[], names: readonly string[]): Common {
  return new Map(
    names.map((name) => {
      const values = entries.flatMap(({ labels, to }) =>
        labels.flatMap((label, turn) =>
          label.name === name ? [linesOf(blocks, label.at + 1, labels[turn + 1]?.at ?? to)] : [],
        ),
      );
      const [first = []] = values;
      let length = 0;
      const same = (count: number): boolean =>
        values.every(
          (lines) => lines.length > count && lines.at(-count)?.text.trim() === first.at(-count)?.text.trim(),
        );
      while (length + 1 < first.length && same(length + 1)) length += 1;
      return [name, first.slice(first.length - length)] as const;
    }),
  );
}
