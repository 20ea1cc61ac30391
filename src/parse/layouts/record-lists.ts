/**
 * Lists whose entries are a title and labels on lines of their own, each with its value below it, as web pages and cards have
 * them: "Run cooling centres", "Progress", "On time", "Lead", "Fire Service". In: blocks. Out: such a list as a
 * table: its labels are column headings, and each entry is a row. What a column holds is then decided as in any table.
 */
import type { Block, Cell, LineBlock, RowBlock } from "../../model/block.js";
import { coverPlaces } from "../../model/place.js";
import type { Profile } from "../../schema/profile.js";
import { headingEvidence } from "../columns/heading-evidence.js";
import { asidesOf } from "./joined-asides.js";
import type { Layout, TableReading } from "./layout.js";
import { lineHeadingsAt } from "./line-headings.js";
import { isFurniture } from "./page-furniture.js";
import {
  type Entry,
  entriesOf,
  FEWEST_ENTRIES,
  FEWEST_LABELS,
  firstLabel,
  type Label,
  labelLines,
  sharedNames,
} from "./record-entries.js";

/** Share of an entry's labels without a value below them from which on they are column headings, printed cell by cell. */
const MOSTLY_EMPTY = 0.5;
/** "Action 3: Run cooling centres": a word for what the list has, its number and a sign before the title. */
const NUMBERED_TITLE = /^(\p{Lu}\p{L}{2,19})\s(\d{1,4}(?:\.\d{1,3}){0,2}\p{Ll}?)\s?(?::|\s[–—-])\s+(?=\S)/u;
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
  const isNumbered = entries.every((entry) => NUMBERED_TITLE.test(textOf(blocks[entry.from])));
  const list = { heads, common, isNumbered };
  const title = blocks[from];
  const out: Block[] = title === undefined ? [] : [headingRow(title, list)];
  let to = from;
  for (const entry of entries) {
    const ofPages = blocks.slice(entry.from, entry.to).filter((block) => block.kind === "line" && block.furniture);
    out.push(...blocks.slice(to, entry.from), rowOf(blocks, entry, list), ...ofPages);
    to = entry.to;
  }
  return { from, to, blocks: out };
}

/** Whether the labels are the headings of a table instead: most have no value, or a line of headings is among them. */
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

/** What all entries of a list have. */
interface RecordList {
  readonly heads: readonly Label[];
  readonly common: Common;
  /** Whether each title begins with its number. */
  readonly isNumbered: boolean;
}

const textOf = (block: Block | undefined): string => (block?.kind === "line" ? block.text.trim() : "");

function headingRow(at: Block, { heads, isNumbered }: RecordList): RowBlock {
  return {
    kind: "row",
    place: at.place,
    gapBefore: true,
    pageStart: at.pageStart,
    cells: [
      ...(isNumbered ? [{ text: "", role: "number" as const }] : []),
      ...["", ...heads.map(({ printed }) => printed), ""].map((text) => ({ text })),
    ],
    isHeading: true,
    borders: "sure",
  };
}

/** An entry as a row: its title, a cell for each label of the list, and what has none of these labels. */
function rowOf(blocks: readonly Block[], entry: Entry, { heads, common, isNumbered }: RecordList): RowBlock {
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
    cells: [
      ...(isNumbered ? splitNumber(title) : [title]),
      ...heads.map(({ name }) => values.get(name) ?? { text: "" }),
      { text: rest.join("\n") },
    ],
    borders: "sure",
    ...asidesOf(own),
  };
}

/** A title in the cell of its number, with the word that is printed with it, and its own. */
function splitNumber(title: Cell): Cell[] {
  const [all = "", label = "", number = ""] = NUMBERED_TITLE.exec(title.text) ?? [];
  return [
    { ...title, text: number, label },
    { ...title, text: title.text.slice(all.length) },
  ];
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
