/**
 * The tables that are open at one place of a marked-up text, one in a cell of another. In: their tags, one after another.
 * Out: the rows, each as soon as it is complete. A table in the cell of a deliverable is text of that cell; where the
 * outer table only places the parts of a page, its text is lines and the inner one is the table.
 */
import type { LookStack } from "./look-stack.js";
import { CellDraft, type ReadRow, TableDraft } from "./table.js";
import { attributesOf, type Tag } from "./tags.js";
import type { DraftLine } from "./text-draft.js";

/** Fewest rows of several cells that make a table within a cell more than a part of its text. */
const FEWEST_ROWS = 2;
/** Longest table row in lines: a row that is never closed must not take in the rest of a file. */
const LONGEST_ROW = 2000;
/** Most tables within one another: more are read as one. */
const DEEPEST = 20;

export interface TableSink {
  pushRow(row: ReadRow): void;
  pushLines(lines: readonly DraftLine[]): void;
}

export class TableStack {
  readonly #open: TableDraft[] = [];
  readonly #looks: LookStack;
  readonly #sink: TableSink;

  constructor(looks: LookStack, sink: TableSink) {
    this.#looks = looks;
    this.#sink = sink;
  }

  get #top(): TableDraft | undefined {
    return this.#open.at(-1);
  }

  /** The cell that text belongs to; null outside cells. */
  get cell(): CellDraft | null {
    return this.#top?.cell ?? null;
  }

  get isInRow(): boolean {
    return this.#top !== undefined && this.#top.row !== null;
  }

  /** Whether the open table began with its own tag, so that line breaks in it are its author's editor's. */
  get isMarked(): boolean {
    return this.#top?.isMarked === true;
  }

  /** Notes that the open rows continue to a line. */
  reach(at: number): void {
    for (const { row } of this.#open) if (row !== null) row.last = at;
  }

  /** Gives up rows that are longer than any can be. */
  limit(lineOf: (at: number) => number, at: number): void {
    const row = this.#open[0]?.row;
    if (row !== null && row !== undefined && lineOf(at) - lineOf(row.at) > LONGEST_ROW) this.closeAll();
  }

  read(tag: Tag, at: number): void {
    if (tag.name === "table") {
      if (tag.isClosing) this.#closeTable();
      else this.#openTable();
    } else if (tag.name === "tr") this.#readRowTag(tag, at);
    else if (tag.name === "td" || tag.name === "th") this.#readCellTag(tag, at);
    else if (this.#top !== undefined) {
      this.#finishRow(this.#top);
      this.#top.endGroup();
    }
  }

  closeAll(): void {
    while (this.#open.length > 0) this.#closeTable();
  }

  #openTable(): void {
    // Without an open cell, the table before it was not closed.
    if (this.#top !== undefined && this.#top.cell === null) this.#closeTable();
    if (this.#open.length < DEEPEST) this.#open.push(new TableDraft(true));
  }

  #readRowTag(tag: Tag, at: number): void {
    if (this.#top === undefined && !tag.isClosing) this.#open.push(new TableDraft(false));
    const table = this.#top;
    if (table === undefined) return;
    if (tag.isClosing) this.reach(at);
    this.#finishRow(table);
    if (!tag.isClosing)
      table.row = { cells: [], look: this.#looks.styles.lookOf("tr", attributesOf(tag)), at, last: at };
  }

  #readCellTag(tag: Tag, at: number): void {
    const table = this.#top;
    this.#looks.closeAll();
    table?.closeCell();
    if (table === undefined || table.row === null || tag.isClosing) return;
    const attributes = attributesOf(tag);
    table.cell = new CellDraft(attributes, this.#looks.styles.lookOf(tag.name, attributes, table.row.look), at);
  }

  #finishRow(table: TableDraft): void {
    const row = table.closeRow();
    if (row === null) return;
    if (this.#open.some((each) => each !== table && !each.isLayout)) table.rows.push(row);
    else this.#push(row, table);
  }

  /** A row of a table that is in no cell; one of a single column only places text. */
  #push(row: ReadRow, table: TableDraft): void {
    const isText = table.isLayout || (table.widest === 1 && row.cells.length === 1);
    if (isText && row.asides.length === 0) this.#sink.pushLines(row.lines);
    else this.#sink.pushRow(row);
  }

  #closeTable(): void {
    const table = this.#open.at(-1);
    if (table === undefined) return;
    this.#finishRow(table);
    this.#open.pop();
    if (table.rows.length === 0) return;
    const isTable = table.rows.filter(({ cells }) => cells.length > 1).length >= FEWEST_ROWS;
    if (isTable && this.#open.every((outer) => outer.mayBeLayout)) {
      for (const outer of this.#open) this.#sink.pushLines(outer.flush());
      for (const row of table.rows) this.#push(row, table);
    } else this.#addAsText(table.rows);
  }

  #addAsText(rows: readonly ReadRow[]): void {
    const { cell } = this;
    for (const { cells, at } of rows) {
      cell?.text.break(at);
      cell?.text.add(cells.map(({ text }) => text).join(" "), false);
    }
    cell?.text.break(rows.at(-1)?.last ?? 0);
  }
}
