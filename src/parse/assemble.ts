/**
 * Items to rows with their updates. Mends what goes over several items: heads split over two lines, codes and status
 * letters on lines of their own, headings whose date wraps, the same line printed twice.
 */
import { labelOf } from "../language/labels.js";
import { isUnfinished } from "../language/sentences.js";
import { onOneLine } from "../language/spaces.js";
import { wordsOf } from "../language/words.js";
import { coverPlaces } from "../model/place.js";
import type { PrintedRow, PrintedUpdate } from "../model/printed.js";
import type { Context } from "./context.js";
import { joinCutCells } from "./cut-words.js";
import type { Item, RowHead, TextItem } from "./item.js";
import { Paragraphs } from "./paragraphs.js";
import { completes, goesOn, mergeHead, placeOf, rowOf, setStatus } from "./row-draft.js";
import { type UpdateHeading, updatesOfLine } from "./update-heading.js";
import { findUpdateStart } from "./update-start.js";

/** A line repeated right away counts as printed twice from this many words on; shorter items may well recur. */
const REPEATED_WORDS = 12;
/** Lines that a damaged or wrapped head may still add to a title. */
const LONGEST_TITLE_LINE = 160;
const LONGEST_TITLE = 400;
/** Figures alone: what recognition makes of a border or a stain. */
const STRAY_FIGURES = /^\d[\d.,]*(?:\s+\d[\d.,]*)+$/;

interface OpenUpdate {
  readonly update: PrintedUpdate;
  readonly paragraphs: Paragraphs;
  lastText: string;
}

export class Assembler {
  readonly #context: Context;
  readonly #words: () => ReadonlySet<string>;
  readonly #rows: PrintedRow[] = [];
  #row: PrintedRow | null = null;
  #update: OpenUpdate | null = null;
  /** Longest wrapped line outside cells and inside them, in characters. */
  #lineWidth = 0;
  #cellWidth = 0;

  constructor(context: Context, words: () => ReadonlySet<string>) {
    this.#context = context;
    this.#words = words;
  }

  assemble(items: readonly Item[]): PrintedRow[] {
    this.#measure(items);
    for (let index = 0; index < items.length; index += 1) {
      const item = items[index];
      if (item === undefined) break;
      if (item.kind === "head") this.#head(item.head, item.block);
      else if (item.kind === "more") this.#more(item);
      else index += this.#lines(item, items[index + 1]);
    }
    this.#closeUpdate();
    return this.#rows;
  }

  #measure(items: readonly Item[]): void {
    for (const item of items) {
      if (item.kind !== "text" || !item.wrapped) continue;
      if (this.#isCell(item.block)) this.#cellWidth = Math.max(this.#cellWidth, item.text.length);
      else this.#lineWidth = Math.max(this.#lineWidth, item.text.length);
    }
  }

  #isCell(block: number): boolean {
    return this.#context.blocks[block]?.kind === "row";
  }

  /** Whether text is in a cell that a page's rules close off: it never goes on with another cell's. */
  #isOwnCell(index: number): boolean {
    const block = this.#context.blocks[index];
    return block?.kind === "row" && block.borders === "sure" && block.place.page !== null;
  }

  #head(head: RowHead, block: number): void {
    const { ledger } = this.#context;
    for (const value of [head.number, head.organisationsRaw, head.title, head.statusRaw])
      if (value !== null) ledger.take(block, value);
    for (const repair of head.repairs) ledger.take(block, repair.raw);
    const row = this.#row;
    const open = row !== null && this.#update === null && row.updates.length === 0;
    if (
      open &&
      (goesOn(row.title, head.title) || completes(row, head)) &&
      (head.statusRaw === null || row.ragRaw === null)
    ) {
      mergeHead(this.#context, row, head, block);
      return;
    }
    this.#closeUpdate();
    this.#row = rowOf(head, placeOf(this.#context, block));
    this.#rows.push(this.#row);
  }

  #more(item: Extract<Item, { kind: "more" }>): void {
    const { ledger, organisations, update } = this.#context;
    const row = this.#row;
    if (row === null) {
      ledger.setAsideWhole(item.block, "unassigned");
      return;
    }
    if (item.title !== null) {
      const own = this.#isOwnCell(item.block);
      if (!own && (update.read(item.title) !== null || (this.#update !== null && row.title === null)))
        this.#text(
          {
            kind: "text",
            text: onOneLine(item.title),
            block: item.block,
            apart: true,
            cells: null,
            wrapped: false,
          },
          undefined,
        );
      else {
        row.title = [row.title, onOneLine(item.title)].filter((part) => part !== null).join(" ");
        ledger.take(item.block, item.title);
      }
    }
    if (item.organisations !== null) {
      const raw = [row.organisationsRaw, item.organisations].filter((part) => part !== null).join("\n");
      const glued = organisations.readCell(raw.replace(/\n/g, ""));
      const read = glued !== null && organisations.isKnown(glued.value) ? glued : organisations.readCell(raw);
      row.organisationsRaw = raw;
      row.organisations = [...(read?.codes ?? row.organisations)];
      ledger.take(item.block, item.organisations);
    }
    if (item.status !== null) {
      if (row.ragRaw === null) setStatus(this.#context, row, onOneLine(item.status), item.block);
      else ledger.setAside(item.block, item.status, "stray");
    }
    if (row.ragColour === null && item.colour !== undefined && item.colour !== null) {
      row.ragColour = item.colour;
      if (row.rag === null) Object.assign(row, { rag: item.colour, ragSource: "colour" });
    }
    row.place = coverPlaces(row.place, placeOf(this.#context, item.block));
  }

  /** Reads a line under a row, and each of the updates that it holds; returns as `#text` does. */
  #lines(item: TextItem, next: Item | undefined): number {
    const pieces = this.#row === null ? [item.text] : updatesOfLine(item.text, this.#context.update);
    if (pieces.length === 1) return this.#text(item, next);
    for (const [at, text] of pieces.entries())
      this.#text({ ...item, text, apart: at > 0 || item.apart, cells: null }, undefined);
    return 0;
  }

  /** Reads one line under a row; returns how many of the items behind it were read with it. */
  #text(item: TextItem, next: Item | undefined): number {
    const { ledger, status, organisations, update } = this.#context;
    const row = this.#row;
    if (row === null) {
      ledger.setAside(item.block, item.cells?.filter((cell) => cell !== "").join("\t") ?? item.text, "unassigned");
      return 0;
    }
    const text = item.text.trim();
    // A letter alone on its line is a status, or debris of one; a word may also be a sentence of one word.
    const alone = /^\p{Lu}/u.test(text) ? status.read(text) : null;
    if (alone !== null && (row.ragRaw === null || alone.source === "letter")) {
      if (row.ragRaw === null) setStatus(this.#context, row, text, item.block);
      else ledger.setAside(item.block, text, "stray");
      return 0;
    }
    if (STRAY_FIGURES.test(text)) {
      ledger.setAside(item.block, text, "stray");
      return 0;
    }
    if (text.length <= 4 && labelOf(text) !== null && (labelOf(text) === row.number || !item.wrapped)) {
      ledger.setAside(item.block, text, "stray");
      return 0;
    }
    if (next?.kind === "head" && this.#context.head.period.isSection(text)) {
      ledger.setAside(item.block, item.text, "head");
      return 0;
    }
    const open = this.#update === null && row.updates.length === 0;
    if (open && row.organisations.length === 0 && organisations.isKnown(text)) {
      const read = organisations.readCell(text);
      row.organisations = [...(read?.codes ?? [])];
      row.reasons.push("organisation-displaced");
      row.organisationsRaw = text;
      ledger.take(item.block, text);
      return 0;
    }
    // The label of a list's update ("Progress:") is a heading of its kind, not of a block.
    if (open && text.endsWith(":") && this.#context.column(text) === "update") {
      ledger.setAside(item.block, text, "column-heading");
      return 0;
    }
    const joined = item.cells === null ? { text, repairs: [] } : joinCutCells(item.cells, this.#words);
    const found = findUpdateStart(update, item, joined.text, next, this.#update?.lastText ?? null);
    if (found !== null) {
      this.#startUpdate(found.heading, item.block);
      const { heading, repairs } = found;
      const inText = joined.repairs.filter((repair) => !heading.heading.includes(repair.value));
      this.#update?.update.repairs.push(...repairs, ...inText);
      ledger.take(item.block, item.cells?.join("\t") ?? item.text);
      if (found.heading.rest !== "") this.#append({ ...item, text: found.heading.rest });
      if (found.items > 0 && next?.kind === "text") ledger.take(next.block, next.text);
      return found.items;
    }
    if (
      open &&
      row.title !== null &&
      !this.#isOwnCell(item.block) &&
      (/^\p{Ll}/u.test(text) || (isUnfinished(row.title) && /^\p{L}/u.test(text))) &&
      text.length <= LONGEST_TITLE_LINE &&
      row.title.length <= LONGEST_TITLE &&
      !/[.:;]$/.test(row.title)
    ) {
      row.title = `${row.title} ${text}`;
      row.repairs.push({ field: "title", raw: text, value: row.title });
      row.place = coverPlaces(row.place, placeOf(this.#context, item.block));
      ledger.take(item.block, item.text);
      return 0;
    }
    if (this.#update !== null && this.#isRepeated(this.#update.lastText, joined.text)) {
      ledger.setAside(item.block, item.cells?.filter((cell) => cell !== "").join("\t") ?? item.text, "repeated");
      return 0;
    }
    if (this.#update === null) this.#startUpdate(null, item.block);
    this.#append({ ...item, text: joined.text });
    this.#update?.update.repairs.push(...joined.repairs);
    ledger.take(item.block, item.cells?.join("\t") ?? item.text);
    return 0;
  }

  #isRepeated(last: string, text: string): boolean {
    return last === text && wordsOf(text).length >= REPEATED_WORDS;
  }

  #startUpdate(heading: UpdateHeading | null, block: number): void {
    this.#closeUpdate();
    this.#update = {
      update: {
        date: heading?.date ?? null,
        dateRaw: heading?.dateRaw ?? null,
        heading: heading?.heading ?? null,
        author: heading?.author ?? null,
        text: "",
        repairs: [],
        place: placeOf(this.#context, block),
      },
      paragraphs: new Paragraphs(),
      lastText: "",
    };
  }

  #append(item: TextItem): void {
    const open = this.#update;
    if (open === null) return;
    open.paragraphs.add(item, this.#isCell(item.block) ? this.#cellWidth : this.#lineWidth);
    open.lastText = item.text;
    open.update.place = coverPlaces(open.update.place, placeOf(this.#context, item.block));
  }

  #closeUpdate(): void {
    if (this.#update !== null && this.#row !== null) {
      this.#update.update.text = this.#update.paragraphs.text();
      this.#row.updates.push(this.#update.update);
    }
    this.#update = null;
  }
}
