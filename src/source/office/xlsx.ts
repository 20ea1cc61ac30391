/**
 * A spreadsheet (xlsx) to lines of HTML, one for each row that is shown and has text, sheet after sheet. In: its bytes. Out: the lines with
 * their places, and notes on what is hidden, or why there is nothing.
 */
import { convertOffice, type OfficeResult, type PartReader } from "./parts.js";
import { childrenOf, XmlError } from "./read-xml.js";
import { type SheetContent, type SheetContext, sheetContent } from "./xlsx-sheet.js";
import { CellLooks } from "./xlsx-styles.js";
import { richText } from "./xlsx-values.js";

/** Where a line is: the sheet by its place among all sheets, and the row, both 1-based. */
export interface SheetPlace {
  readonly sheet: number;
  readonly row: number;
}

export interface SpreadsheetLines {
  readonly lines: readonly string[];
  /** Of each line. */
  readonly places: readonly SheetPlace[];
  readonly sheetCount: number;
  /** Sheets with rows that are hidden and were not read. */
  readonly incomplete: readonly number[];
  readonly notes: readonly string[];
}

interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly part: string;
}

export const xlsxLines = (bytes: Uint8Array, maxBytes: number): Promise<OfficeResult<SpreadsheetLines>> =>
  convertOffice(bytes, maxBytes, linesOf);

async function linesOf(partOf: PartReader): Promise<SpreadsheetLines> {
  const workbook = await partOf("xl/workbook.xml");
  if (workbook === null) throw new XmlError("it has no list of sheets in XML");
  const looks = new CellLooks(await partOf("xl/styles.xml"), await partOf("xl/theme/theme1.xml"));
  const context: SheetContext = {
    looks,
    shared: sharedTexts(await partOf("xl/sharedStrings.xml")),
    is1904: uses1904(workbook),
  };
  const sheets = sheetsOf(workbook, (await partOf("xl/_rels/workbook.xml.rels")) ?? "");
  const [lines, places, notes]: [string[], SheetPlace[], string[]] = [[], [], []];
  const incomplete: number[] = [];
  for (const [at, { name, isHidden, part }] of sheets.entries()) {
    const xml = await partOf(part);
    if (xml === null) continue;
    const content = sheetContent(xml, context);
    if (isHidden && content.lines.length > 0) notes.push(`the hidden sheet "${name}" was not read`);
    if (isHidden) continue;
    for (const { html, row } of content.lines) {
      lines.push(html);
      places.push({ sheet: at + 1, row });
    }
    if (content.hiddenRows > 0) incomplete.push(at + 1);
    notes.push(...notesOf(name, content));
  }
  return { lines, places, sheetCount: sheets.length, incomplete, notes };
}

function sharedTexts(xml: string | null): string[] {
  return xml === null ? [] : [...childrenOf(xml, "sst")].map(richText);
}

function uses1904(workbook: string): boolean {
  for (const { name, attributes } of childrenOf(workbook, "workbook"))
    if (name === "workbookPr") return /^(?:1|true)$/.test(attributes.get("date1904") ?? "");
  return false;
}

function sheetsOf(workbook: string, relations: string): Sheet[] {
  const parts = new Map<string, string>();
  for (const { attributes } of childrenOf(relations, "Relationships"))
    parts.set(attributes.get("Id") ?? "", attributes.get("Target") ?? "");
  const sheets: Sheet[] = [];
  for (const { attributes } of childrenOf(workbook, "sheets")) {
    const target = parts.get(attributes.get("id") ?? "") ?? "";
    const part = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
    const isHidden = (attributes.get("state") ?? "visible") !== "visible";
    sheets.push({ name: attributes.get("name") ?? "", isHidden, part });
  }
  return sheets;
}

function notesOf(name: string, { lines, hiddenRows, hiddenColumns, hasConditions }: SheetContent): string[] {
  if (lines.length === 0) return [];
  const count = (number: number, what: string): string => `${number} hidden ${what}${number === 1 ? "" : "s"}`;
  return [
    ...(hiddenRows === 0 ? [] : [`${count(hiddenRows, "row")} of sheet "${name}" not read`]),
    ...(hiddenColumns === 0 ? [] : [`${count(hiddenColumns, "column")} of sheet "${name}" not read`]),
    ...(hasConditions ? [`colours that depend on conditions in sheet "${name}" are not known`] : []),
  ];
}
