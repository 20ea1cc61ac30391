/**
 * A sheet of a spreadsheet to lines of HTML. In: its part, and what its cells refer to. Out: one line for each row that is shown and has
 * text, with its number, and what is hidden. Single cells above a table are paragraphs, since they are its titles.
 */
import { styleOf } from "./docx-text.js";
import { childrenOf, elementsOf, type XmlNode } from "./read-xml.js";
import type { CellLooks } from "./xlsx-styles.js";
import { cellText, type ValueContext } from "./xlsx-values.js";

export interface SheetLine {
  readonly html: string;
  /** 1-based, as the program shows it. */
  readonly row: number;
}

export interface SheetContent {
  readonly lines: readonly SheetLine[];
  readonly hiddenRows: number;
  readonly hiddenColumns: number;
  /** Whether colours of cells depend on conditions, which are not evaluated. */
  readonly hasConditions: boolean;
}

interface Cell {
  readonly html: string;
  readonly fill: string | null;
}

interface Row {
  readonly row: number;
  /** Its number without the hidden rows above it. */
  readonly shownAt: number;
  /** By column, 0-based. */
  readonly cells: ReadonlyMap<number, Cell>;
}

/** Cells that are one: the first and last row, 1-based, and column, 0-based. */
interface Merge {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** The last row that a sheet may have. */
const LAST_ROW = 1_048_576;
/** Columns of a row that are read; sheets of people have some hundred at most. */
const MOST_COLUMNS = 300;

export interface SheetContext extends ValueContext {
  readonly looks: CellLooks;
}

export function sheetContent(xml: string, context: SheetContext): SheetContent {
  const merges = mergesOf(xml);
  const hidden = hiddenColumns(xml);
  const rows: Row[] = [];
  let hiddenRows = 0;
  let passed = 0;
  let number = 0;
  for (const node of childrenOf(xml, "sheetData")) {
    number = rowNumber(node.attributes.get("r"), number + 1);
    const cells = cellsOf(node, context, hidden);
    const isFilled = [...cells.values()].some(({ html }) => html !== "");
    if (isSet(node, "hidden")) {
      passed += 1;
      hiddenRows += isFilled ? 1 : 0;
    } else if (isFilled) rows.push({ row: number, shownAt: number - passed, cells });
  }
  const lines = [...linesOf(rows, merges)];
  return { lines, hiddenRows, hiddenColumns: hidden.size, hasConditions: paintsByConditions(xml) };
}

/** Whether a rule paints cells; bars in cells say nothing of a status. */
function paintsByConditions(xml: string): boolean {
  for (const { name, attributes } of childrenOf(xml, "conditionalFormatting"))
    if (name === "cfRule" && attributes.get("type") !== "dataBar") return true;
  return false;
}

function rowNumber(stated: string | undefined, next: number): number {
  const number = Number(stated);
  return Number.isInteger(number) && number >= next && number <= LAST_ROW ? number : next;
}

const isSet = (node: XmlNode, name: string): boolean => /^(?:1|true)$/.test(node.attributes.get(name) ?? "");

/** Columns that are not shown, 0-based. */
function hiddenColumns(xml: string): Set<number> {
  const hidden = new Set<number>();
  for (const node of childrenOf(xml, "cols")) {
    if (!isSet(node, "hidden")) continue;
    const [first, last] = [Number(node.attributes.get("min")) - 1, Number(node.attributes.get("max")) - 1];
    for (let column = first; column <= Math.min(last, MOST_COLUMNS); column += 1) hidden.add(column);
  }
  return hidden;
}

function cellsOf(row: XmlNode, context: SheetContext, hidden: ReadonlySet<number>): Map<number, Cell> {
  const cells = new Map<number, Cell>();
  let column = -1;
  for (const node of elementsOf(row)) {
    if (node.name !== "c") continue;
    column = placeOf(node.attributes.get("r"))?.column ?? column + 1;
    if (column >= MOST_COLUMNS || hidden.has(column)) continue;
    const look = context.looks.lookOf(node.attributes.get("s"));
    const text = cellText(node, look, context);
    const struck = look.isStruck && text !== "" ? `<s>${text}</s>` : text;
    const style = text === "" ? "" : styleOf(look.colour, null);
    cells.set(column, { html: style === "" ? struck : `<span style="${style}">${struck}</span>`, fill: look.fill });
  }
  return cells;
}

const REFERENCE = /^([A-Z]{1,3})(\d{1,7})$/;

/** "B12" is column 1 of row 12. */
function placeOf(reference: string | undefined): { readonly column: number; readonly row: number } | null {
  const match = REFERENCE.exec(reference ?? "");
  if (match === null) return null;
  const column = [...(match[1] ?? "")].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { column, row: Number(match[2]) };
}

/** In the order of their first rows. */
function mergesOf(xml: string): Merge[] {
  const merges: Merge[] = [];
  for (const { attributes } of childrenOf(xml, "mergeCells")) {
    const [from, to] = (attributes.get("ref") ?? "").split(":").map(placeOf);
    if (from !== null && from !== undefined && to !== null && to !== undefined)
      merges.push({ top: from.row, bottom: to.row, left: from.column, right: to.column });
  }
  return merges.sort((a, b) => a.top - b.top);
}

/** Rows that follow one another are a table; those above it with a single cell are lines of text. */
function* linesOf(rows: readonly Row[], merges: readonly Merge[]): Generator<SheetLine> {
  const columns = columnsOf(rows);
  const merged = new MergedCells(merges, columns.at(-1) ?? 0);
  for (const region of regionsOf(rows)) {
    const start = region.findIndex(({ cells }) => filledOf(cells) > 1);
    const titles = start < 0 ? region : region.slice(0, start);
    for (const { row, cells } of titles) yield { row, html: `<p>${textsOf(cells).join("")}</p>` };
    if (start >= 0) yield* tableLines(region.slice(start), columns, merged);
  }
}

function* tableLines(table: readonly Row[], columns: readonly number[], merged: MergedCells): Generator<SheetLine> {
  for (const [at, { row, cells }] of table.entries()) {
    merged.reach(row);
    const html = columns.map((column) => cellHtml(cells.get(column), merged.spansAt(table, at, column))).join("");
    yield { row, html: `${at === 0 ? "<table>" : ""}<tr>${html}</tr>${at === table.length - 1 ? "</table>" : ""}` };
  }
}

interface Spans {
  readonly columns: number;
  readonly rows: number;
}

const ONE: Spans = { columns: 1, rows: 1 };

/** Which merged cells reach over the row that is written. */
class MergedCells {
  readonly #merges: readonly Merge[];
  readonly #lastColumn: number;
  #next = 0;
  #active: Merge[] = [];

  constructor(merges: readonly Merge[], lastColumn: number) {
    this.#merges = merges;
    this.#lastColumn = lastColumn;
  }

  /** Must be called with rising numbers. Of merged cells that overlap, which no program writes, the first counts. */
  reach(row: number): void {
    this.#active = this.#active.filter(({ bottom }) => bottom >= row);
    for (
      let merge = this.#merges[this.#next];
      merge !== undefined && merge.top <= row;
      merge = this.#merges[this.#next]
    ) {
      const { left, right, bottom } = merge;
      if (bottom >= row && !this.#active.some((other) => other.left <= right && other.right >= left))
        this.#active.push(merge);
      this.#next += 1;
    }
  }

  /** What the cell covers; null where another reaches over it. */
  spansAt(table: readonly Row[], at: number, column: number): Spans | null {
    const merge = this.#active.find(({ left, right }) => left <= column && right >= column);
    if (merge === undefined) return ONE;
    const above = table[at - 1]?.row ?? 0;
    if (merge.left !== column || above >= merge.top) return null;
    let rows = 1;
    while ((table[at + rows]?.row ?? Number.POSITIVE_INFINITY) <= merge.bottom) rows += 1;
    return { columns: Math.min(merge.right, this.#lastColumn) - column + 1, rows };
  }
}

function cellHtml({ html, fill }: Cell = { html: "", fill: null }, spans: Spans | null): string {
  if (spans === null) return "";
  const attributes = [
    ...(spans.columns > 1 ? [` colspan="${spans.columns}"`] : []),
    ...(spans.rows > 1 ? [` rowspan="${spans.rows}"`] : []),
    ...(fill === null ? [] : [` bgcolor="${fill}"`]),
  ];
  return `<td${attributes.join("")}>${html}</td>`;
}

const textsOf = (cells: Row["cells"]): string[] =>
  [...cells.values()].map(({ html }) => html).filter((html) => html !== "");
const filledOf = (cells: Row["cells"]): number => textsOf(cells).length;

/** Columns from the first to the last with text. */
function columnsOf(rows: readonly Row[]): number[] {
  let [first, last] = [MOST_COLUMNS, -1];
  for (const { cells } of rows)
    for (const [column, { html }] of cells)
      if (html !== "") [first, last] = [Math.min(first, column), Math.max(last, column)];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
}

function* regionsOf(rows: readonly Row[]): Generator<readonly Row[]> {
  let region: Row[] = [];
  for (const row of rows) {
    if (region.length > 0 && row.shownAt !== (region.at(-1)?.shownAt ?? 0) + 1) {
      yield region;
      region = [];
    }
    region.push(row);
  }
  if (region.length > 0) yield region;
}
