/**
 * A Word table to rows of HTML. In: its element. Out: one line of markup for each row; cells over several columns or rows have their
 * spans, painted cells their colour. A row that was deleted is struck out.
 */
import { fillOf } from "./docx-text.js";
import { childOf, elementsOf, settingOf, type XmlNode } from "./read-xml.js";

interface Cell {
  readonly column: number;
  readonly columns: number;
  readonly fill: string | null;
  readonly isContinued: boolean;
  readonly html: string;
  rows: number;
  /** Whether the cell above reaches over it. */
  isCovered: boolean;
}

/** Columns that a cell may cover or a row leave out. */
const MOST_COLUMNS = 300;

export class DocxTables {
  readonly #contentOf: (cell: XmlNode) => string;

  /** @param contentOf makes markup of what is in a cell */
  constructor(contentOf: (cell: XmlNode) => string) {
    this.#contentOf = contentOf;
  }

  rows(table: XmlNode): string[] {
    const rows = within(table, "tr").map((row) => this.#cells(row));
    /** Cells that may continue below, by column. */
    const above = new Map<number, Cell>();
    for (const cells of rows) {
      const columns = new Set<number>();
      for (const cell of cells) {
        columns.add(cell.column);
        const upper = cell.isContinued ? above.get(cell.column) : undefined;
        if (upper === undefined) above.set(cell.column, cell);
        else {
          upper.rows += 1;
          cell.isCovered = true;
        }
      }
      for (const column of [...above.keys()]) if (!columns.has(column)) above.delete(column);
    }
    const lines = rows.map((cells) => `<tr>${cells.map(cellHtml).join("")}</tr>`);
    if (lines.length === 0) return [];
    lines[0] = `<table>${lines[0]}`;
    lines.push(`${lines.pop()}</table>`);
    return lines;
  }

  #cells(row: XmlNode): Cell[] {
    const properties = childOf(row, "trPr");
    const isDeleted = childOf(properties, "del") !== undefined;
    const cells: Cell[] = [];
    let column = countOf(settingOf(properties, "gridBefore"), 0);
    if (column > 0)
      cells.push({ column: 0, columns: column, fill: null, isContinued: false, html: "", rows: 1, isCovered: false });
    for (const node of within(row, "tc")) {
      const look = childOf(node, "tcPr");
      const columns = countOf(settingOf(look, "gridSpan"), 1);
      const merge = childOf(look, "vMerge");
      const isContinued = merge !== undefined && merge.attributes.get("val") !== "restart";
      const content = this.#contentOf(node);
      const html = isDeleted && content !== "" ? `<del>${content}</del>` : content;
      cells.push({ column, columns, fill: fillOf(look), isContinued, html, rows: 1, isCovered: false });
      column += columns;
    }
    return cells;
  }
}

/** Rows of a table, or cells of a row, also those that content controls and the like wrap. */
function within(node: XmlNode, name: string): XmlNode[] {
  return elementsOf(node).flatMap((child) => {
    if (child.name === name) return [child];
    return child.name === "tc" || child.name === "tbl" ? [] : within(child, name);
  });
}

function countOf(value: string | undefined, least: number): number {
  const count = Number.parseInt(value ?? "", 10);
  return Number.isNaN(count) ? least : Math.min(MOST_COLUMNS, Math.max(least, count));
}

function cellHtml({ columns, fill, html, rows, isCovered }: Cell): string {
  if (isCovered) return "";
  const attributes = [
    ...(columns > 1 ? [` colspan="${columns}"`] : []),
    ...(rows > 1 ? [` rowspan="${rows}"`] : []),
    ...(fill === null ? [] : [` bgcolor="${fill}"`]),
  ];
  return `<td${attributes.join("")}>${html}</td>`;
}
