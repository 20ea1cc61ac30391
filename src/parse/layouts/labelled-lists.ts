/**
 * Lists whose entries are a numbered title and labelled values: "3.1 Open the café", "Lead: NCC   Status: Amber", "Comments: …",
 * or a coloured glyph before the title. In: blocks. Out: such a list as a table: its labels are column headings and each entry is
 * a row; none where too few entries have a status.
 */
import { knownHeadings } from "../../language/headings.js";
import { anyOf, plainForm } from "../../language/words.js";
import type { Block, Cell, RowBlock } from "../../model/block.js";
import { coverPlaces } from "../../model/place.js";
import type { ColumnRole, Profile } from "../../schema/profile.js";
import { readStatusCell } from "../fields/status-cell.js";
import { type PlanReader, planReader } from "../header/plan-title.js";
import { isEndMatterHeading } from "../report/end-matter-heading.js";
import { isPaperTitle } from "../report/paper-title.js";
import { isCapitalLine, isGroupLine } from "../rows/group-heading.js";
import { type StatusReader, statusReader } from "../status.js";
import { asidesOf } from "./joined-asides.js";
import type { Layout, TableReading } from "./layout.js";
import { isFurniture } from "./page-furniture.js";
import { leadingLabel, type RowStart, rowStarts } from "./row-starts.js";

/** Entries that make a list, and the share of them that must have a status. */
const FEWEST_ENTRIES = 2;
const RATED = 0.7;
/** Lines of a wrapped title. */
const TITLE_LINES = 3;
const MARKDOWN = /^(?:#{1,6}\s+|[-*]\s+(?=\*\*|[^\p{L}\p{N}\s]))|\*\*|__/gu;
const GLYPH = /^((?:\p{Extended_Pictographic}|[●■◆▲○◯])\ufe0f?)\s+(?=\S)/u;

interface Grammar {
  /** Labels with their sign, at a line's start or after what separates values. */
  readonly label: RegExp;
  readonly roles: ReadonlyMap<string, ColumnRole>;
  readonly status: StatusReader;
  readonly plan: PlanReader;
  readonly profile: Profile;
}

const grammars = new WeakMap<Profile, Grammar>();

function grammarOf(profile: Profile): Grammar {
  let grammar = grammars.get(profile);
  if (grammar === undefined) {
    const roles = knownHeadings(profile);
    const phrases = [...roles.keys()].filter((phrase) => /^\p{L}/u.test(phrase));
    grammar = {
      label: new RegExp(`(?<=^|\\s|[(\\[|;,])(${anyOf(phrases)})(?:\\(s\\))?\\s*[:=]\\s*`, "giu"),
      roles,
      status: statusReader(profile),
      plan: planReader(profile),
      profile,
    };
    grammars.set(profile, grammar);
  }
  return grammar;
}

export const labelledLists: Layout = {
  name: "labelled list",
  tables: (blocks, profile) => {
    const grammar = grammarOf(profile);
    const lines = entryLines(blocks, grammar);
    const first = lines.findIndex((line) => line !== "");
    if (first < 0) return [];
    const starts = rowStarts(lines.slice(first)).map((start) => ({ ...start, at: start.at + first }));
    const entries = starts.map((start, turn) =>
      entryOf(blocks, start, starts[turn + 1]?.at ?? blocks.length, turn + 1 < starts.length, grammar),
    );
    const rated = entries.filter(
      ({ values, glyph }) => glyph !== null || [...values.keys()].some((name) => grammar.roles.get(name) === "status"),
    );
    if (entries.length < FEWEST_ENTRIES || rated.length < entries.length * RATED) return [];
    return [asTable(blocks, entries)];
  },
};

/** A block's text: cells of a row that alignment made of labelled values stand apart from one another. */
function plainText(block: Block): string {
  const text =
    block.kind === "line"
      ? block.text
      : block.cells
          .map((cell) => cell.text)
          .filter((cell) => cell !== "")
          .join("   ");
  return text.trim().replace(MARKDOWN, "").trim();
}

/** Whether a block is a row of a table: alignment makes rows of labelled values too, but of those one cell is a title. */
const isTableRow = (block: Block): boolean =>
  block.kind === "row" && block.cells.filter(({ text }) => text !== "").length > 1;

interface Labelled {
  /** In plain form, by which labels are compared. */
  readonly name: string;
  readonly printed: string;
  readonly value: string;
}

/** The labelled values of a line that begins with a label; none where it does not. */
function labelsOf(text: string, { label }: Grammar): Labelled[] {
  if (!text.includes(":") && !text.includes("=")) return [];
  const matches = [...text.matchAll(label)];
  if (matches[0] === undefined || matches[0].index > 0) return [];
  return valuesOf(text, matches);
}

function valuesOf(text: string, matches: readonly RegExpExecArray[]): Labelled[] {
  return matches.map((match, at) => ({
    name: plainForm(match[1] ?? ""),
    printed: match[0].replace(/\s*[:=]\s*$/u, ""),
    value: text
      .slice(match.index + match[0].length, matches[at + 1]?.index ?? text.length)
      .replace(/[\s|;,([]+$/u, "")
      .trim(),
  }));
}

/**
 * Lines at which an entry may begin: with a label, and with a glyph before it or labelled values under it; all others are empty.
 * A numbered list within an update has neither.
 */
function entryLines(blocks: readonly Block[], grammar: Grammar): string[] {
  return blocks.map((block, at) => {
    const text = isTableRow(block) ? "" : plainText(block);
    const line = text.replace(GLYPH, "");
    if (line === "" || leadingLabel(line)?.isAlone !== false || isGroupLine(line)) return "";
    return GLYPH.test(text) || hasLabelsBelow(blocks, at, grammar) || hasInline(line, grammar) ? line : "";
  });
}

/** Whether labelled values follow a title within its lines, before another numbered line. */
function hasLabelsBelow(blocks: readonly Block[], at: number, grammar: Grammar): boolean {
  for (const below of blocks.slice(at + 1, at + TITLE_LINES + 1)) {
    const text = plainText(below);
    if (labelsOf(text, grammar).length > 0) return true;
    if (leadingLabel(text)?.isAlone === false) return false;
  }
  return false;
}

interface Entry {
  readonly from: number;
  readonly to: number;
  readonly number: string;
  /** The row label as printed: "Action 3.1" where the number is "3.1". */
  readonly numberPrinted: string;
  readonly glyph: string | null;
  readonly title: string;
  readonly values: ReadonlyMap<string, string>;
  /** By label, its prints in the entry. */
  readonly prints: ReadonlyMap<string, readonly string[]>;
  /** Text that no label is before. */
  readonly rest: readonly string[];
  /** Page numbers and running heads among its lines. */
  readonly furniture: readonly Block[];
}

function entryOf(blocks: readonly Block[], start: RowStart, next: number, hasNext: boolean, grammar: Grammar): Entry {
  const { at: from, label, words } = start;
  const first = plainText(blocks[from] as Block);
  const glyph = GLYPH.exec(first)?.[1] ?? null;
  const headWords = first.replace(GLYPH, "").split(/\s+/);
  const numberPrinted = headWords.slice(0, words).join(" ");
  const draft = new EntryDraft(headWords.slice(words).join(" "), grammar);
  const to = hasNext ? withoutHeadings(blocks, from + 1, next) : endOfLast(blocks, from + 1, next, grammar);
  const own = blocks.slice(from + 1, to);
  const furniture = own.filter((block) => isFurniture(block, grammar.profile));
  for (const block of own) if (!furniture.includes(block)) draft.add(block);
  const title = draft.titles.join(" ");
  return { from, to, number: label, numberPrinted, glyph, title, ...draft.parts, furniture };
}

/** An entry whose lines are added one after the other. */
class EntryDraft {
  readonly titles: string[];
  readonly #values = new Map<string, string>();
  readonly #prints = new Map<string, string[]>();
  readonly #rest: string[] = [];
  /** Values in the title's line. */
  readonly #inline: number;
  readonly #grammar: Grammar;
  /** The label whose value may go on. */
  #open: string | null = null;
  /** Whether the line before has a label. */
  #isFresh = false;

  constructor(head: string, grammar: Grammar) {
    const { title, inline } = splitInline(head, grammar);
    this.titles = [title];
    this.#grammar = grammar;
    this.#addValues(inline);
    this.#open = null;
    this.#inline = this.#values.size;
  }

  get parts(): Pick<Entry, "values" | "prints" | "rest"> {
    return { values: this.#values, prints: this.#prints, rest: this.#rest };
  }

  add(block: Block): void {
    const text = plainText(block);
    const found = labelsOf(text, this.#grammar);
    const labels = saidAgain(found, this.#values, this.#grammar) ? [] : found;
    if (labels.length > 0) this.#addValues(labels);
    else this.#addText(text, block.gapBefore);
    this.#isFresh = labels.length > 0;
  }

  #addValues(labels: readonly Labelled[]): void {
    for (const { name, printed, value } of labels) {
      const before = this.#values.get(name);
      this.#values.set(name, before === undefined ? value : `${before}\n${value}`);
      this.#prints.set(name, [...(this.#prints.get(name) ?? []), printed]);
    }
    this.#open = labels.at(-1)?.name ?? null;
  }

  #addText(text: string, gapBefore: boolean): void {
    const open = this.#open;
    if (open !== null && continuesValue(text, this.#grammar.roles.get(open) ?? null, this.#isFresh))
      this.#values.set(open, `${this.#values.get(open) ?? ""}\n${text}`.trim());
    else if (!gapBefore && this.#takesTitleLine(text)) this.titles.push(text);
    else this.#rest.push(text);
  }

  /** Whether a line goes on with the title: nothing else came between, and it begins in small letters. */
  #takesTitleLine(text: string): boolean {
    const isBare = this.#values.size === this.#inline && this.#rest.length === 0;
    return isBare && this.titles.length < TITLE_LINES && /^\p{Ll}/u.test(text);
  }
}

/** Whether labels only look like them: the entry has the status already, and what follows its label now is none. */
const saidAgain = (
  labels: readonly Labelled[],
  values: ReadonlyMap<string, string>,
  { roles, status }: Grammar,
): boolean =>
  labels.some(
    ({ name, value }) => roles.get(name) === "status" && values.has(name) && readStatusCell(value, status) === null,
  );

/** Whether a line without a label belongs to the value above it: any line to an update, a wrapped one to a name. */
const continuesValue = (text: string, role: ColumnRole | null, isFresh: boolean): boolean =>
  role === "update" || (isFresh && role !== "status" && /^\p{Ll}/u.test(text));

const hasInline = (line: string, grammar: Grammar): boolean => splitInline(line, grammar).inline.length > 0;

/** Labels behind a title, in brackets or after wide space: "Open the café (Lead: NCC)". */
function splitInline(
  head: string,
  { label }: Grammar,
): { readonly title: string; readonly inline: readonly Labelled[] } {
  const matches = head.includes(":") || head.includes("=") ? [...head.matchAll(label)] : [];
  const [first] = matches;
  const before = first === undefined ? head : head.slice(0, first.index);
  if (first === undefined || !/(?:[([|;,–—-]|\s{2,})\s*$/u.test(before)) return { title: head.trim(), inline: [] };
  const inline = valuesOf(head, matches).map(({ name, printed, value }) => ({
    name,
    printed,
    value: value.replace(/[)\]]+$/, "").trim(),
  }));
  return { title: before.replace(/[\s([|;,–—-]+$/u, ""), inline };
}

/** An entry's end without the headings of the group below it. */
function withoutHeadings(blocks: readonly Block[], from: number, to: number): number {
  let end = to;
  while (end > from) {
    const block = blocks[end - 1];
    const text = block === undefined ? "" : plainText(block);
    const isHeading = isGroupLine(text) || isCapitalLine(text) || (block?.gapBefore === true && isLabelledGroup(text));
    if (block?.kind !== "line" || !isHeading) break;
    end -= 1;
  }
  return end;
}

/** "Strategy: Buildings fit for purpose", between two entries. */
const isLabelledGroup = (text: string): boolean =>
  /^(?:strategy|objective|aim|goal|theme|priority|strand|pillar|outcome|workstream|area|section)\s*:\s*\S/iu.test(
    text,
  ) && !/[.;]$/.test(text);

function endOfLast(blocks: readonly Block[], from: number, to: number, grammar: Grammar): number {
  for (let at = from; at < to; at += 1) {
    const block = blocks[at];
    if (block?.kind === "line" && isTopOfPage(blocks, at, grammar.profile) && isPaperTitle(blocks, at)) return at;
    if (block?.kind !== "line" || !block.gapBefore) continue;
    const text = plainText(block);
    if (isEndMatterHeading(grammar.profile, text) || isGroupLine(text) || /^#/.test(block.text)) return at;
    // Another report begins with its plan's title.
    if (grammar.plan.dated(text) !== null) return at;
  }
  return to;
}

/** Whether a block is the first of its page, but for a running head. */
function isTopOfPage(blocks: readonly Block[], at: number, profile: Profile): boolean {
  const above = blocks[at - 1];
  return blocks[at]?.pageStart === true || (above?.pageStart === true && isFurniture(above, profile));
}

function asTable(blocks: readonly Block[], entries: readonly Entry[]): TableReading {
  const heads = new Map<string, Head>();
  for (const entry of entries)
    for (const [name, [printed = ""]] of entry.prints) if (!heads.has(name)) heads.set(name, { printed, entry });
  const hasGlyph = entries.some(({ glyph }) => glyph !== null);
  const hasRest = entries.some(({ rest }) => rest.length > 0);
  const out: Block[] = [];
  const from = entries[0]?.from ?? 0;
  let at = from;
  entries.forEach((entry, turn) => {
    const first = blocks[entry.from];
    if (first === undefined) return;
    out.push(...blocks.slice(at, entry.from));
    const printed = [...heads.values()].map((head) => ({ text: head.printed }));
    const before = hasGlyph ? [NONE, NONE, NONE] : [NONE, NONE];
    if (turn === 0) out.push({ ...rowOf(first, [...before, ...printed, ...(hasRest ? [NONE] : [])]), isHeading: true });
    const cells = [
      numberCell(entry),
      { text: entry.title },
      ...(hasGlyph ? [{ text: entry.glyph ?? "" }] : []),
      ...[...heads].map(([name, head]) => valueCell(entry, name, head)),
      ...(hasRest ? [{ text: entry.rest.join("\n") }] : []),
    ];
    const own = blocks.slice(entry.from, entry.to).filter((block) => !entry.furniture.includes(block));
    out.push({
      ...rowOf(first, cells),
      place: own.map(({ place }) => place).reduce(coverPlaces),
      ...asidesOf(own),
    });
    out.push(...entry.furniture);
    at = entry.to;
  });
  return { from, to: at, blocks: out };
}

/** A label as the list prints it first, and the entry that does. */
interface Head {
  readonly printed: string;
  readonly entry: Entry;
}

const NONE: Cell = { text: "" };

const numberCell = ({ number, numberPrinted }: Entry): Cell => {
  const more = numberPrinted.replace(number, "").trim();
  return /[\p{L}\p{N}]/u.test(more) ? { text: number, label: more } : { text: number };
};

/** An entry's value with the label's prints in the entry; the list's first print of it is the column's heading. */
function valueCell(entry: Entry, name: string, head: Head): Cell {
  const text = entry.values.get(name) ?? "";
  const prints = entry.prints.get(name)?.slice(head.entry === entry ? 1 : 0) ?? [];
  return prints.length === 0 ? { text } : { text, label: prints.join("\n") };
}

const rowOf = (first: Block, cells: readonly Cell[]): RowBlock => ({
  kind: "row",
  place: first.place,
  gapBefore: first.gapBefore,
  pageStart: first.pageStart,
  cells,
  borders: "sure",
});
