/**
 * The parts of a workbook in Office Open XML (ECMA-376, part 1): a sheet for each table, headings frozen and with filters. Text is
 * text, also where it looks like a number or a formula; full dates are dates.
 */
import type { Column, Row } from "../columns.js";

/** Most characters that a cell may hold, and most rows of a sheet, by the specification of spreadsheet programs. */
const MOST_CHARACTERS = 32_767;
export const MOST_ROWS = 1_048_576;
/** At the end of a text that was cut because a cell cannot hold it. */
const CUT = " […]";
/** Widths in characters: of short values, and of texts that wrap. */
const WIDTH = 18;
const WIDE = 60;
const WIDE_COLUMNS: ReadonlySet<string> = new Set(["title", "text", "message", "stated_raw"]);

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Numbers of the styles in `STYLES`. */
const TEXT_STYLE = 1;
const DATE_STYLE = 2;
const HEADING_STYLE = 3;

export const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

export interface Sheet {
  /** At most 31 characters, of letters, digits, spaces and underscores. */
  readonly name: string;
  readonly columns: readonly Column[];
  /** Rows without the headings. */
  readonly rows: number;
}

export const CONTENT_TYPES = (sheets: number): string => {
  const override = (part: string, type: string): string =>
    `<Override PartName="/xl/${part}.xml" ContentType="${SHEET_TYPE}.${type}+xml"/>`;
  const parts = range(sheets).map((number) => override(`worksheets/sheet${number}`, "worksheet"));
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override("workbook", "sheet.main")}${override("styles", "styles")}${parts.join("")}</Types>`;
};

export const PACKAGE_RELATIONS = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

export const WORKBOOK_RELATIONS = (sheets: number): string => {
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}.xml"/>`;
  const parts = range(sheets).map((number) => relation(`r${number}`, "worksheet", `worksheets/sheet${number}`));
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${parts.join("")}${relation("styles", "styles", "styles")}</Relationships>`;
};

export const WORKBOOK = (sheets: readonly Sheet[]): string => {
  const entries = sheets.map(({ name }, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="r${at + 1}"/>`);
  const filters = sheets.map(
    (sheet, at) =>
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">'${sheet.name}'!${areaOf(sheet, "$")}</definedName>`,
  );
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${entries.join("")}</sheets><definedNames>${filters.join("")}</definedNames></workbook>`;
};

/** What comes before the rows of a sheet: the frozen line of headings and the columns' widths. */
export function sheetStart({ columns }: Sheet): string {
  const widths = columns.map(
    ({ name }, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${WIDE_COLUMNS.has(name) ? WIDE : WIDTH}" customWidth="1"/>`,
  );
  const headings = columns.map(({ name }) => inlineText(name, HEADING_STYLE));
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join("")}</cols><sheetData><row>${headings.join("")}</row>`;
}

/** What comes after the rows: filters, and that text which looks like a number is meant as text. */
export function sheetEnd(sheet: Sheet): string {
  const area = areaOf(sheet, "");
  return `</sheetData><autoFilter ref="${area}"/><ignoredErrors><ignoredError sqref="${area}" numberStoredAsText="1"/></ignoredErrors></worksheet>`;
}

export const sheetRow = (columns: readonly Column[], row: Row): string =>
  `<row>${columns.map((column) => cell(column, row[column.name])).join("")}</row>`;

function cell({ value: { is } }: Column, value: unknown): string {
  if (value === null || value === undefined) return "<c/>";
  if (is === "date" && typeof value === "string") return `<c s="${DATE_STYLE}"><v>${serialDay(value)}</v></c>`;
  if (typeof value === "number") return `<c><v>${value}</v></c>`;
  if (typeof value === "boolean") return `<c t="b"><v>${value ? 1 : 0}</v></c>`;
  if (!Array.isArray(value)) return inlineText(String(value), TEXT_STYLE);
  const isPlain = value.every((item) => typeof item === "string");
  return value.length === 0 ? "<c/>" : inlineText(isPlain ? value.join(";") : JSON.stringify(value), TEXT_STYLE);
}

function inlineText(text: string, style: number): string {
  const fits = text.length <= MOST_CHARACTERS ? text : text.slice(0, MOST_CHARACTERS - CUT.length) + CUT;
  return `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(fits)}</t></is></c>`;
}

/** Characters that XML does not admit or that mean something in it, and text that would be read as an escape of such. */
const TO_ESCAPE = /[&<>"\p{Cc}\p{Cs}\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/gu;
/** What needs no code; control characters but tabs and line feeds, and lone surrogates, are written by their code. */
const WRITTEN: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "\t",
  "\n": "\n",
};

const escapeXml = (text: string): string =>
  text.replace(
    TO_ESCAPE,
    (found) => WRITTEN[found] ?? `_x${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
  );

/** Days since the last day of 1899, as spreadsheets count them. */
const serialDay = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000) + 25_569;

/** The rows with their headings, such as `A1:F12`. */
const areaOf = ({ columns, rows }: Sheet, fixed: string): string =>
  `${fixed}A${fixed}1:${fixed}${columnName(columns.length)}${fixed}${rows + 1}`;

/** @param number 1 is A, 27 is AA */
function columnName(number: number): string {
  const last = String.fromCharCode(65 + ((number - 1) % 26));
  return number > 26 ? columnName(Math.floor((number - 1) / 26)) + last : last;
}

const range = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);
