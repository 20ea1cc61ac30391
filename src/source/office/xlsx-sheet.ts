/**
 * A sheet of a spreadsheet to lines of HTML. In: its part, and what its cells refer to. Out: one line for each row that is shown and has
 * text, with its number, and what is hidden.
 */
import { styleOf } from "./docx-text.js";
import { childrenOf, elementsOf, type XmlNode } from "./read-xml.js";
import { type Merge, MOST_COLUMNS, type SheetCell, type SheetLine, type SheetRow, sheetLines } from "./sheet-lines.js";
import type { CellLooks } from "./xlsx-styles.js";
import { cellText, type ValueContext } from "./xlsx-values.js";

export interface SheetContent {
  readonly lines: readonly SheetLine[];
  readonly hiddenRows: number;
  readonly hiddenColumns: number;
  /** Whether colours of cells depend on conditions, which are not evaluated. */
  readonly hasConditions: boolean;
}

/** The last row that a sheet may have. */
const LAST_ROW = 1_048_576;

export interface SheetContext extends ValueContext {
  readonly looks: CellLooks;
}

export function sheetContent(xml: string, context: SheetContext): SheetContent {
  const merges = mergesOf(xml);
  const hidden = hiddenColumns(xml);
  const rows: SheetRow[] = [];
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
  const lines = [...sheetLines(rows, merges)];
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

function cellsOf(row: XmlNode, context: SheetContext, hidden: ReadonlySet<number>): Map<number, SheetCell> {
  const cells = new Map<number, SheetCell>();
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
