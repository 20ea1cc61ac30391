/**
 * One entry of a list. In: its lines from its title on. Out: its title, its labelled values, what comes after the title, and the
 * text that no label is before; each line keeps its place.
 */
import { endsWithAny, isUnfinished } from "../../language/sentences.js";
import type { Block, Cell, Place } from "../../model/block.js";
import { coverPlaces } from "../../model/place.js";
import type { ColumnRole } from "../../schema/profile.js";
import { readStatusCell } from "../fields/status-cell.js";
import { headingGrammar } from "../update-heading.js";
import { type EntryHead, isStatusLine, tailAt } from "./entry-title.js";
import { type EntryStatus, entryStatus } from "./list-badges.js";
import { type Labelled, type ListGrammar, splitInline } from "./list-grammar.js";
import { type ListLine, withCell } from "./list-lines.js";
import { isFurniture } from "./page-furniture.js";
import type { Tail } from "./title-tail.js";
import type { LinePart } from "./wrapped-lines.js";

/** Texts of several lines, each with its line. */
export interface Lines {
  readonly texts: string[];
  readonly blocks: Block[];
  /** The cell of a table that holds them. */
  readonly cell: Cell | null;
}

export interface Entry extends EntryStatus {
  readonly head: EntryHead;
  readonly from: number;
  readonly to: number;
  readonly title: string;
  /** Who does it, where the list prints that before its titles. */
  readonly nameBefore?: string;
  /** Where its number, its title and what comes after the title are. */
  readonly headPlace: Place | null;
  readonly values: ReadonlyMap<string, Lines>;
  /** By label, its prints in the entry. */
  readonly prints: ReadonlyMap<string, readonly string[]>;
  /** Text that no label is before. */
  readonly rest: Lines;
  /** Page numbers and running heads among its lines. */
  readonly furniture: ReadonlySet<Block>;
}

/** What the document calls the entry's status, by its labels. */
function labelledStatuses(values: Entry["values"], { roles }: ListGrammar): string[] {
  return [...values].flatMap(([name, { texts }]) => (roles.get(name) === "status" ? texts.join(" ") : []));
}

export function entryOf(lines: readonly ListLine[], head: EntryHead, to: number, grammar: ListGrammar): Entry {
  const first = lines[head.at];
  const own = lines.slice(head.at, to);
  const furniture = new Set(
    own
      .slice(1)
      .map(({ block }) => block)
      .filter((block) => isFurniture(block, grammar.profile)),
  );
  const { title, inline: inTitle } = splitInline(head.title, grammar);
  const inline = first === undefined ? inTitle : inTitle.map((label) => withCell(label, first.block));
  const rated = inline.length > 0 ? lastRated(inline, grammar) : null;
  const found = inline.length > 0 ? null : (tailAt(lines, head.at, grammar) ?? statusBelow(lines, head, to, grammar));
  const draft = new EntryDraft(found?.tail.title ?? title, grammar);
  if (first !== undefined) draft.addInline(rated?.inline ?? inline, first);
  const titleLines = found?.titleLines ?? head.titleLines;
  const statusAt = head.hasStatusFirst ? 1 : null;
  const isTitled = head.title !== "" || head.label !== null;
  own.forEach((line, at) => {
    if ((at === 0 && isTitled) || at === statusAt || furniture.has(line.block)) return;
    if (at > titleLines || !isTitled) draft.add(line);
    else if (found === null) draft.addTitle(line.text);
  });
  return {
    head,
    from: head.at,
    to,
    title: draft.title,
    ...entryStatus(own, found?.tail ?? rated?.tail ?? null, labelledStatuses(draft.parts.values, grammar), grammar),
    headPlace: isTitled || titleLines > 0 ? placeOf(own.slice(0, titleLines + 1)) : null,
    ...draft.parts,
    furniture,
  };
}

const placeOf = (lines: readonly ListLine[]): Place | null =>
  lines
    .flatMap(({ parts }) => parts.map(({ block }) => block.place))
    .reduce<Place | null>((sum, place) => (sum === null ? place : coverPlaces(sum, place)), null);

/** The texts of lines, without those of the page. */
const textsOf = (lines: readonly ListLine[], { profile }: ListGrammar): string[] =>
  lines.filter(({ block }) => !isFurniture(block, profile)).map(({ text }) => text);

/** The status that is alone on the line below a title, where the entry has no label for one. */
function statusBelow(
  lines: readonly ListLine[],
  { at, title, titleLines, hasStatusFirst }: EntryHead,
  to: number,
  grammar: ListGrammar,
): { tail: Tail; titleLines: number } | null {
  if (hasStatusFirst) {
    const own = textsOf(lines.slice(at + 2, at + titleLines + 1), grammar);
    return { tail: statusTail(own.join(" "), lines[at + 1]), titleLines };
  }
  const below = lines[at + titleLines + 1];
  if (below === undefined || at + titleLines + 1 >= to || !isStatusLine(below, grammar)) return null;
  const labels = lines.slice(at, to).flatMap((line) => line.labels);
  if (labels.some(({ name }) => grammar.roles.get(name) === "status")) return null;
  const texts = [title, ...textsOf(lines.slice(at + 1, at + titleLines + 1), grammar)];
  return { tail: statusTail(texts.join(" "), below), titleLines: titleLines + 1 };
}

/** A title with the status on a line of its own, and with the background of the badge that this is in. */
function statusTail(title: string, line: ListLine | undefined): Tail {
  const [status, block] = [line?.text ?? "", line?.block];
  const cell = block?.kind === "line" && block.fill !== undefined ? { cell: { text: status, fill: block.fill } } : {};
  return { title, status, organisation: null, coded: false, ...cell };
}

/** "(Lead: BC) - GREEN": the status after the last labelled value. */
function lastRated(
  inline: readonly Labelled[],
  { roles, status }: ListGrammar,
): { inline: Labelled[]; tail: Tail } | null {
  const last = inline.at(-1);
  const match = /^([^()[\]]*)(?:[)\]]\s*[–—|:([-]?|\s+[–—|:([-])\s*([^()[\]|:]{1,40})[)\]]?$/u.exec(last?.value ?? "");
  const isRated = inline.some(({ name }) => roles.get(name) === "status");
  if (last === undefined || match?.[2] === undefined || isRated || status.read(match[2]) === null) return null;
  const value = { ...last, value: (match[1] ?? "").trim() };
  return {
    inline: [...inline.slice(0, -1), value],
    tail: { title: "", status: match[2], organisation: null, coded: false },
  };
}

/** An entry whose lines are added one after the other. */
class EntryDraft {
  readonly #titles: string[];
  readonly #values = new Map<string, Lines>();
  readonly #prints = new Map<string, string[]>();
  readonly #rest: Lines = { texts: [], blocks: [], cell: null };
  readonly #grammar: ListGrammar;
  /** The label whose value may continue. */
  #open: string | null = null;
  /** The line before, where it has a label. */
  #labelled: Block | null = null;

  constructor(title: string, grammar: ListGrammar) {
    this.#titles = [title];
    this.#grammar = grammar;
  }

  get title(): string {
    return this.#titles.filter((each) => each !== "").join(" ");
  }

  get parts(): Pick<Entry, "values" | "prints" | "rest"> {
    return { values: this.#values, prints: this.#prints, rest: this.#rest };
  }

  addTitle(text: string): void {
    this.#titles.push(text);
  }

  add({ labels: found, block, parts, badge }: ListLine): void {
    const labels = this.#saysAgain(found) ? [] : found;
    // Where a status is at the end of the line, nothing of it wraps.
    if (labels.length > 0) this.addValues(labels, parts, badge === null);
    else this.#addText(parts, block);
    this.#labelled = labels.length > 0 ? block : null;
  }

  /** Labels after the title, of which the last may have its value on the next line: "… Status:". */
  addInline(labels: readonly Labelled[], { parts, block }: ListLine): void {
    const isOpen = labels.at(-1)?.value === "";
    this.addValues(labels, parts, isOpen);
    this.#labelled = isOpen ? block : null;
  }

  addValues(labels: readonly Labelled[], parts: readonly LinePart[], mayGoOn: boolean): void {
    for (const { name, printed, value, cell } of labels) {
      const before = this.#values.get(name);
      const lines = before ?? { texts: [], blocks: [], cell };
      for (const part of value === "" ? [] : partsWith(value, parts)) push(lines, part.text, part.block);
      this.#values.set(name, lines);
      this.#prints.set(name, [...(this.#prints.get(name) ?? []), printed]);
    }
    this.#open = mayGoOn ? (labels.at(-1)?.name ?? null) : null;
  }

  #addText(parts: readonly LinePart[], block: Block): void {
    const open = this.#open === null ? undefined : this.#values.get(this.#open);
    const isContinued = open !== undefined && this.#continues(parts[0]?.text ?? "", block, open);
    for (const part of parts) push(isContinued ? open : this.#rest, part.text, part.block);
  }

  /** Whether a line without a label belongs to the value above it: any line to an update, a wrapped one to another. */
  #continues(text: string, block: Block, { texts }: Lines): boolean {
    const role: ColumnRole | null = this.#grammar.roles.get(this.#open ?? "") ?? null;
    if (role === "update") return true;
    const above = this.#labelled;
    if (above === null || block.gapBefore) return false;
    // Below a label without a value, the dated heading of an update is none.
    if ((headingGrammar(this.#grammar.profile).read(text)?.dateRaw ?? null) !== null) return false;
    const isAlone = texts.length === 0;
    if (isAlone || role === "status") return isAlone;
    if (role === "organisation" && endsWithAny(text, ".!?")) return false;
    return /^\p{Ll}/u.test(text) || isUnfinished(texts.at(-1) ?? "") || isHanging(above, block);
  }

  /** Whether labels only look like them: the entry has the status already, and what follows its label now is none. */
  #saysAgain(labels: readonly Labelled[]): boolean {
    const { roles, status } = this.#grammar;
    return labels.some(
      ({ name, value }) =>
        roles.get(name) === "status" && this.#values.has(name) && readStatusCell(value, status) === null,
    );
  }
}

/** A value in the lines that it wraps over. */
function partsWith(value: string, parts: readonly LinePart[]): { readonly text: string; readonly block: Block }[] {
  const found: { text: string; block: Block }[] = [];
  let rest = value;
  for (const { text, block } of parts.toReversed()) {
    const isWhole = rest.length > text.length && rest.endsWith(` ${text}`);
    if (!isWhole && !text.includes(rest)) continue;
    found.unshift({ text: isWhole ? text : rest, block });
    rest = isWhole ? rest.slice(0, -text.length).trimEnd() : "";
    if (rest === "") return found;
  }
  const [first] = parts;
  return first === undefined ? found : [{ text: value, block: first.block }];
}

/** Whether a line is indented from the label above it, as what wraps is. */
const isHanging = (label: Block, line: Block): boolean =>
  label.kind === "line" && line.kind === "line" && line.indent > label.indent;

function push({ texts, blocks }: Lines, text: string, block: Block): void {
  for (const line of text.split("\n")) {
    texts.push(line.trim());
    blocks.push(block);
  }
}
