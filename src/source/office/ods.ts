/**
 * An OpenDocument spreadsheet (ods) to lines of HTML, one for each row that is shown and has text. In: its bytes. Out: the lines with their
 * places, and notes on what is hidden, or why there is nothing. Values are the text that was displayed when it was saved.
 */
import { OdfStyles } from "./odf-styles.js";
import { countIn, OdfText, rowsOf } from "./odf-text.js";
import { convertOffice, type OfficeResult, type PartReader } from "./parts.js";
import { childrenOf, elementsOf, XmlError, type XmlNode } from "./read-xml.js";
import { type Merge, MOST_COLUMNS, type SheetCell, type SheetRow, sheetLines } from "./sheet-lines.js";
import type { SheetPlace, SpreadsheetLines } from "./xlsx.js";

/** The last row that a sheet may have, and how often a row with text may be repeated. */
const LAST_ROW = 1_048_576;
const MOST_REPEATED = 1000;

export const odsLines = (bytes: Uint8Array, maxBytes: number): Promise<OfficeResult<SpreadsheetLines>> =>
  convertOffice(bytes, maxBytes, linesOf);

async function linesOf(partOf: PartReader): Promise<SpreadsheetLines> {
  const xml = await partOf("content.xml");
  if (xml === null) throw new XmlError("the part with its sheets is missing");
  const text = new OdfText(new OdfStyles(await partOf("styles.xml"), xml), new Map());
  const [lines, places, notes]: [string[], SheetPlace[], string[]] = [[], [], []];
  const incomplete: number[] = [];
  let sheet = 0;
  for (const node of childrenOf(xml, "spreadsheet")) {
    if (node.name !== "table") continue;
    sheet += 1;
    const content = contentOf(node, text);
    notes.push(...notesOf(content));
    if (content.isHidden) continue;
    if (content.hiddenRows > 0) incomplete.push(sheet);
    for (const { html, row } of sheetLines(content.rows, content.merges)) {
      lines.push(html);
      places.push({ sheet, row });
    }
  }
  return { lines, places, sheetCount: sheet, incomplete, notes };
}

function notesOf({ name, rows, isHidden, hiddenRows }: Content): string[] {
  if (isHidden) return rows.length === 0 ? [] : [`the hidden sheet "${name}" was not read`];
  return hiddenRows === 0 ? [] : [`${hiddenRows} hidden row${hiddenRows === 1 ? "" : "s"} of sheet "${name}" not read`];
}

interface Content {
  readonly name: string;
  readonly isHidden: boolean;
  readonly rows: readonly SheetRow[];
  readonly merges: readonly Merge[];
  readonly hiddenRows: number;
}

function contentOf(table: XmlNode, text: OdfText): Content {
  const rows: SheetRow[] = [];
  const merges: Merge[] = [];
  let [row, passed, hiddenRows] = [0, 0, 0];
  for (const node of rowsOf(table)) {
    const repeats = countIn(node, "number-rows-repeated", LAST_ROW);
    const isHidden = /^(?:collapse|filter)$/.test(node.attributes.get("visibility") ?? "");
    const cells = cellsOf(node, row + 1, text, merges);
    const isFilled = [...cells.values()].some(({ html }) => html !== "");
    if (isHidden) hiddenRows += isFilled ? repeats : 0;
    else if (isFilled)
      for (let at = 1; at <= Math.min(repeats, MOST_REPEATED); at += 1)
        rows.push({ row: row + at, shownAt: row + at - passed, cells });
    row += repeats;
    if (isHidden) passed += repeats;
  }
  const name = table.attributes.get("name") ?? "";
  return { name, isHidden: text.lookOf("table", table).isHidden, rows, merges, hiddenRows };
}

function cellsOf(row: XmlNode, number: number, text: OdfText, merges: Merge[]): Map<number, SheetCell> {
  const cells = new Map<number, SheetCell>();
  let column = 0;
  for (const node of elementsOf(row)) {
    if (column >= MOST_COLUMNS) break;
    const repeats = countIn(node, "number-columns-repeated", MOST_COLUMNS);
    const columns = countIn(node, "number-columns-spanned");
    const rows = countIn(node, "number-rows-spanned", LAST_ROW);
    if (node.name === "table-cell") {
      const cell = { html: plainCell(text.contentOf(node)), fill: text.lookOf("table-cell", node).fill };
      for (let at = 0; at < repeats && (cell.html !== "" || cell.fill !== null); at += 1) cells.set(column + at, cell);
      if (columns > 1 || rows > 1)
        merges.push({ top: number, bottom: number + rows - 1, left: column, right: column + columns - 1 });
    }
    column += repeats;
  }
  return cells;
}

/** The paragraph of a cell with one paragraph is no more than its text. */
const plainCell = (html: string): string => /^<p>((?:(?!<p>).)*)<\/p>$/.exec(html)?.[1] ?? html;
