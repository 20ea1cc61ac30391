/**
 * Items to rows with their updates. Repairs what goes over several items: heads split over two lines, codes and status
 * letters on lines of their own, headings whose date wraps, the same line printed twice.
 */
import { dependsOnOrder, readDate } from "../language/dates.js";
import { onOneLine } from "../language/spaces.js";
import { isWholeDate } from "../language/whole-date.js";
import { wordsOf } from "../language/words.js";
import type { Place } from "../model/block.js";
import type { PrintedRow } from "../model/printed.js";
import type { Repair } from "../schema/values.js";
import type { Context } from "./context.js";
import { joinCutCells } from "./cut-words.js";
import type { HeadItem, Item, MoreItem, TextItem } from "./item.js";
import { updatesOfLine } from "./line-updates.js";
import { addMore } from "./more-of-row.js";
import { OpenRow } from "./open-row.js";
import { addPlace, headWithoutNumber, isOwnCell, placeOf, placeOfLine, rowOf } from "./row-draft.js";
import { takeMoreTitle, takePiece } from "./row-line.js";
import { TextWidths } from "./text-widths.js";
import type { UpdateDraft } from "./update-draft.js";
import { UpdateForms } from "./update-forms.js";
import type { UpdateHeading } from "./update-heading.js";
import { findUpdateStart, type UpdateStart } from "./update-start.js";

/** A line repeated right away counts as printed twice from this many words on; shorter items may well recur. */
const REPEATED_WORDS = 12;

/** What a title that is printed again on a row's second page may end with. */
const CONTINUED_TITLE = /\s\(?(?:continued|cont(?:['’]?d|\.)?)\.?\)?$/iu;

const repeatsTitle = (title: string | null, text: string): boolean =>
  text === title || text.replace(CONTINUED_TITLE, "") === title;

/** Whether an item says that it continues the row above: one that gives no number, or the row's. */
const saysItGoesOn = ({ continues }: MoreItem, number: string | null): boolean =>
  continues !== undefined && (continues === "" || continues === number);

/** A column's heading or a cell beside a text, as the heading of the text. */
const headingOf = (heading: string, rest: string): UpdateHeading => ({
  heading,
  author: null,
  date: null,
  dateRaw: null,
  rest,
  form: null,
});

export class Assembler {
  readonly #context: Context;
  readonly #items: readonly Item[];
  readonly #widths: TextWidths;
  readonly #forms: UpdateForms;
  readonly #rows: PrintedRow[] = [];
  #open: OpenRow | null = null;

  constructor(context: Context, items: readonly Item[]) {
    this.#context = context;
    this.#items = items;
    this.#widths = new TextWidths(context, items);
    this.#forms = new UpdateForms(context.update, items, this.#widths);
  }

  /** The rows in printed order. */
  rows(): PrintedRow[] {
    for (let index = 0; index < this.#items.length; index += 1) {
      const item = this.#items[index];
      if (item === undefined) break;
      if (item.kind === "head") this.#head(item);
      else if (item.kind === "more") this.#more(item);
      else index += this.#lines(item, this.#items[index + 1]);
    }
    this.#open?.close();
    return this.#rows;
  }

  #head({ head, block, place }: HeadItem): void {
    const { ledger } = this.#context;
    // A cell over several rows is in the first one's block.
    const number = head.reasons.has("number-shared") ? null : head.number;
    const organisation = head.reasons.has("organisation-shared") ? null : head.organisationsRaw;
    for (const value of [number, organisation, head.title, head.statusRaw])
      if (value !== null) ledger.take(block, value);
    for (const repair of head.repairs) ledger.take(block, repair.raw);
    for (const { text } of head.others) ledger.take(block, text);
    for (const { raw, chosen } of head.statuses) if (raw !== null && !chosen) ledger.take(block, raw);
    this.#open?.close();
    const row = rowOf(head, place ?? placeOf(this.#context, block));
    this.#open = new OpenRow(row, this.#context.joinBroken);
    this.#rows.push(row);
  }

  #more(item: MoreItem): void {
    const open = this.#open;
    if (open === null) {
      this.#context.ledger.setBlockAside(item.block, "unassigned");
      return;
    }
    const { row } = open;
    const { titleOrUpdate } = item;
    const isMore = row.ragRaw === null || titleOrUpdate !== undefined || saysItGoesOn(item, row.number);
    const other = isMore ? null : headWithoutNumber(this.#context, item);
    if (other !== null) {
      this.#head({ kind: "head", head: other, block: item.block });
      return;
    }
    if (item.title !== null) this.#moreTitle(open, item, item.title);
    addMore(this.#context, row, item);
  }

  /** What continues a title, unless it is printed again or is an update's. */
  #moreTitle(open: OpenRow, item: MoreItem, title: string): void {
    const { ledger, update } = this.#context;
    const { row } = open;
    const text = onOneLine(title);
    const own = isOwnCell(this.#context, item.block);
    if (repeatsTitle(row.title, text)) {
      ledger.setAside(item.block, title, "repeated");
      return;
    }
    // Where a row is cut by its page's end, its title may be on the next page beside more of the update.
    const isCut = placeOf(this.#context, item.block).page !== row.place.page;
    if (item.titleOrUpdate !== undefined && open.update !== null)
      for (const line of item.titleOrUpdate) this.#lines(line, undefined);
    else if (!own && (update.read(title) !== null || (open.update !== null && row.title === null && !isCut)))
      this.#text({ kind: "text", text, block: item.block, apart: true, cells: null, wrapped: false }, undefined);
    else {
      row.title = [row.title, text].filter((part) => part !== null).join(" ");
      addPlace(row, "title", item.places.title);
      ledger.take(item.block, title);
    }
  }

  /** Reads a line under a row, and each of the updates that it holds; returns as `#text` does. */
  #lines(item: TextItem, next: Item | undefined): number {
    const pieces =
      this.#open === null ? [item.text] : updatesOfLine(item.text, this.#context.update, this.#forms, this.#open.form);
    if (pieces.length === 1) return this.#text(item, next);
    const { dateCell, columnHeading, updateColumn, continuesCell, ...line } = item;
    for (const [at, text] of pieces.entries())
      this.#text(at === 0 ? { ...item, text, cells: null } : { ...line, text, apart: true, cells: null }, undefined);
    return 0;
  }

  #start(open: OpenRow, heading: UpdateHeading, place: Place): UpdateDraft {
    const { dateRaw } = heading;
    const isUnsure = dateRaw !== null && heading.date === null && dependsOnOrder(dateRaw);
    if (isUnsure && !open.row.reasons.includes("update-date-unsure")) open.row.reasons.push("update-date-unsure");
    return open.start(heading, place);
  }

  /** A block of text whose date is in the cell beside it. */
  #dated(item: TextItem, date: string, width: number, open: OpenRow): void {
    const place = placeOfLine(this.#context, item);
    const { iso } = readDate(date, this.#context.dateOrder);
    const heading = { ...headingOf(date, item.text), date: iso, dateRaw: isWholeDate(date) ? date : null };
    this.#start(open, heading, place).add(item, width, place);
    this.#context.ledger.take(item.block, date);
    this.#context.ledger.take(item.block, item.text);
  }

  /** Begins an update with the heading that was found at a line's start. */
  #begin(open: OpenRow, item: TextItem, { heading, repairs }: UpdateStart, joins: readonly Repair[]): void {
    const place = placeOfLine(this.#context, item);
    const draft = this.#start(open, heading, place);
    draft.addRepairs([...repairs, ...joins.filter((repair) => !heading.heading.includes(repair.value))]);
    this.#context.ledger.take(item.block, item.cells?.join("\t") ?? item.text);
    if (heading.rest !== "") draft.add({ ...item, text: heading.rest }, this.#widths.at(item.block), place);
  }

  /** The update that a line without a heading of its own continues or begins. */
  #draftFor(open: OpenRow, { columnHeading, continuesCell, text }: TextItem, place: Place): UpdateDraft {
    const isMore = continuesCell === true && open.update !== null;
    if (columnHeading !== undefined && !isMore) return open.start(headingOf(columnHeading, text), place);
    return open.update ?? open.start(null, place);
  }

  /** Reads one line under a row; returns how many of the items after it were read with it. */
  #text(item: TextItem, next: Item | undefined): number {
    const { ledger, update } = this.#context;
    const open = this.#open;
    const printed = item.cells?.filter((cell) => cell !== "").join("\t") ?? item.text;
    if (open === null) {
      ledger.setAside(item.block, printed, "unassigned");
      return 0;
    }
    if (item.updateColumn !== undefined) open.enterColumn(item.updateColumn, item.continuesCell === true);
    const { row, isBare } = open;
    const [width, place] = [this.#widths.at(item.block), placeOfLine(this.#context, item)];
    if (item.dateCell !== undefined) {
      this.#dated(item, item.dateCell, width, open);
      return 0;
    }
    if (takePiece(this.#context, row, item, next, isBare)) return 0;
    const joined =
      item.cells === null ? { text: item.text.trim(), repairs: [] } : joinCutCells(item.cells, this.#context.words);
    const found = findUpdateStart({ update, forms: this.#forms }, item, joined.text, next, open, width);
    if (found !== null) {
      if (found.items > 0 && next?.kind === "text") ledger.take(next.block, next.text);
      this.#begin(open, item, found, joined.repairs);
      return found.items;
    }
    if (isBare && takeMoreTitle(this.#context, row, item)) return 0;
    if (open.lastText === joined.text && wordsOf(joined.text).length >= REPEATED_WORDS) {
      ledger.setAside(item.block, printed, "repeated");
      return 0;
    }
    const draft = this.#draftFor(open, item, place);
    draft.add({ ...item, text: joined.text }, width, place);
    draft.addRepairs(joined.repairs);
    ledger.take(item.block, item.cells?.join("\t") ?? item.text);
    return 0;
  }
}
