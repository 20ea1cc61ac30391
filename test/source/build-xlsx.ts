/** Spreadsheets by hand. In: sheets as markup of their rows and what follows them, and the styles. Out: a whole file's bytes. */
import { buildZip } from "./build-archives.js";

export interface SheetPlan {
  readonly name: string;
  /** Rows: see `row`. */
  readonly rows: string;
  /** Markup before and after the rows. */
  readonly before?: string;
  readonly after?: string;
  readonly state?: string;
}

/** A cell: a text, a number with a style, or markup of its own. */
export type CellPlan = string | number | { readonly value: string | number; readonly style: number } | null;

/** @param number of the row, 1-based */
export function row(number: number, cells: readonly CellPlan[], attributes = ""): string {
  const written = cells.map((cell, at) => {
    if (cell === null) return "";
    const { value, style } = typeof cell === "object" ? cell : { value: cell, style: 0 };
    const place = `r="${String.fromCharCode(65 + at)}${number}" s="${style}"`;
    if (typeof value === "number") return `<c ${place}><v>${value}</v></c>`;
    return value.startsWith("<") ? value : `<c ${place} t="inlineStr"><is><t>${value}</t></is></c>`;
  });
  return `<row r="${number}" ${attributes}>${written.join("")}</row>`;
}

export function buildXlsx(
  sheets: readonly SheetPlan[],
  {
    styles = "",
    shared = "",
    theme = "",
    workbook = "",
  }: Partial<Record<"styles" | "shared" | "theme" | "workbook", string>> = {},
): Buffer {
  const packed = (name: string, content: string) => ({ name, content: Buffer.from(content), isPacked: true });
  const listed = sheets.map(
    ({ name, state = "visible" }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}" state="${state}" r:id="rId${at + 1}"/>`,
  );
  const related = sheets.map((_, at) => `<Relationship Id="rId${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`);
  return buildZip([
    packed("[Content_Types].xml", "<Types/>"),
    packed("xl/workbook.xml", `<workbook xmlns:r="r">${workbook}<sheets>${listed.join("")}</sheets></workbook>`),
    packed("xl/_rels/workbook.xml.rels", `<Relationships>${related.join("")}</Relationships>`),
    packed("xl/styles.xml", `<styleSheet>${styles}</styleSheet>`),
    ...(shared === "" ? [] : [packed("xl/sharedStrings.xml", `<sst>${shared}</sst>`)]),
    ...(theme === ""
      ? []
      : [packed("xl/theme/theme1.xml", `<a:theme xmlns:a="a"><a:clrScheme>${theme}</a:clrScheme></a:theme>`)]),
    ...sheets.map(({ before = "", rows, after = "" }, at) =>
      packed(
        `xl/worksheets/sheet${at + 1}.xml`,
        `<worksheet>${before}<sheetData>${rows}</sheetData>${after}</worksheet>`,
      ),
    ),
  ]);
}
