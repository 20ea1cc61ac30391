/** A spreadsheet to lines: what a person sees on its sheets, with the number of each row. */
import { describe, expect, it } from "vitest";
import { xlsxLines } from "../../../src/source/office/xlsx.js";
import { buildXlsx, row, type SheetPlan } from "../build-xlsx.js";

async function read(...args: Parameters<typeof buildXlsx>) {
  const found = await xlsxLines(new Uint8Array(buildXlsx(...args)), 1e8);
  if (!found.ok) throw new Error(`${found.code}: ${found.message}`);
  return found;
}
const linesOf = async (rows: string, plan: Partial<SheetPlan> = {}, parts: Parameters<typeof buildXlsx>[1] = {}) =>
  (await read([{ name: "Plan", rows, ...plan }], parts)).lines;

describe("values of a spreadsheet", () => {
  const formats = (...codes: readonly string[]) =>
    `<numFmts>${codes.map((code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${code}"/>`).join("")}</numFmts><cellXfs>${codes.map((_, at) => `<xf numFmtId="${200 + at}"/>`).join("")}<xf numFmtId="14"/><xf numFmtId="9"/></cellXfs>`;

  it("are numbers as they are displayed", async () => {
    const styles = formats("0.00", "0&quot; of 12&quot;", "General");
    const cells = [
      { value: 2.1, style: 0 },
      { value: 7, style: 1 },
      { value: 0.1 + 0.2, style: 2 },
      { value: 0.5, style: 4 },
    ];
    expect(await linesOf(row(1, cells), {}, { styles })).toEqual([
      "<table><tr><td>2.10</td><td>7 of 12</td><td>0.3</td><td>50%</td></tr></table>",
    ]);
  });

  it("are days as displayed, or with the year first where the order of the figures depends on the computer", async () => {
    const styles = formats("d mmm yyyy", "dd/mm/yyyy", "mmm yyyy");
    const cells = [0, 1, 2, 3].map((style) => ({ value: 44816, style }));
    const shown = "<table><tr><td>12 Sep 2022</td><td>2022-09-12</td><td>Sep 2022</td><td>2022-09-12</td></tr></table>";
    expect(await linesOf(row(1, cells), {}, { styles })).toEqual([shown]);
    const since1904 = cells.map(({ style }) => ({ value: 44816 - 1462, style }));
    expect(await linesOf(row(1, since1904), {}, { styles, workbook: '<workbookPr date1904="1"/>' })).toEqual([shown]);
  });

  it("are shared texts, formulas' results, truth values and errors", async () => {
    const shared =
      "<si><t>One</t></si><si><r><t>Light </t></r><r><rPr><strike/></rPr><t>all</t></r><rPh><t>x</t></rPh></si>";
    const cells =
      '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c t="str"><f>X</f><v>a &lt; b</v></c><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c><c t="s"><v>99</v></c>';
    expect(await linesOf(`<row>${cells}</row>`, {}, { shared })).toEqual([
      "<table><tr><td>One</td><td>Light <s>all</s></td><td>a &lt; b</td><td>TRUE</td><td>#REF!</td></tr></table>",
    ]);
  });
});

describe("sheets", () => {
  it("have titles above tables, tables apart where rows are empty, and the numbers of their rows", async () => {
    const rows = [
      row(2, [null, "Harbour plan"]),
      row(3, [null, "No", "Title"]),
      row(4, [null, 1, "One"]),
      row(5, [null, "Objective 2"]),
      row(6, [null, null, null]),
      row(7, [null, 2, "Two"]),
    ];
    const { lines, places } = await read([
      { name: "Plan", rows: rows.join("") },
      { name: "More", rows: row(9, ["x"]) },
    ]);
    expect(lines).toEqual([
      "<p>Harbour plan</p>",
      "<table><tr><td>No</td><td>Title</td></tr>",
      "<tr><td>1</td><td>One</td></tr>",
      "<tr><td>Objective 2</td><td></td></tr></table>",
      "<table><tr><td>2</td><td>Two</td></tr></table>",
      "<p>x</p>",
    ]);
    expect(places.map(({ sheet, row }) => `${sheet}/${row}`)).toEqual(["1/2", "1/3", "1/4", "1/5", "1/7", "2/9"]);
  });

  it("have merged cells, and the colours of fills, fonts and themes", async () => {
    const styles = [
      '<fonts><font/><font><strike/><color rgb="FFC00000"/></font></fonts>',
      '<fills><fill/><fill><patternFill patternType="solid"><fgColor rgb="FF00B050"/></patternFill></fill>',
      '<fill><patternFill patternType="solid"><fgColor theme="4" tint="0.5"/></patternFill></fill>',
      '<fill><patternFill patternType="gray125"><fgColor rgb="FF00B050"/></patternFill></fill></fills>',
      '<cellXfs><xf/><xf fillId="1"/><xf fillId="2"/><xf fillId="3" fontId="1"/></cellXfs>',
    ].join("");
    const theme = '<a:dk1><a:sysClr lastClr="000000"/></a:dk1><a:accent1><a:srgbClr val="204060"/></a:accent1>';
    const rows = [
      row(1, ["No", "Update", null]),
      row(2, [1, "a", { value: "G", style: 1 }]),
      row(3, [null, "b", { value: "B", style: 2 }]),
      row(4, [2, "c", { value: "x", style: 3 }]),
    ];
    const after = '<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="B1:C1"/></mergeCells>';
    expect(await linesOf(rows.join(""), { after }, { styles, theme })).toEqual([
      '<table><tr><td>No</td><td colspan="2">Update</td></tr>',
      '<tr><td rowspan="2">1</td><td>a</td><td bgcolor="#00b050">G</td></tr>',
      '<tr><td>b</td><td bgcolor="#90a0b0">B</td></tr>',
      '<tr><td>2</td><td>c</td><td><span style="color:#c00000"><s>x</s></span></td></tr></table>',
    ]);
  });

  it("leave out what is hidden, and say so", async () => {
    const rows = [
      row(1, ["No", "Secret", "Title"]),
      row(2, [1, "x", "One"]),
      row(3, [2, "x", "Two"], 'hidden="1"'),
      row(4, [3, "x", "Three"]),
    ];
    const before = '<cols><col min="2" max="2" hidden="1"/></cols>';
    const after = '<conditionalFormatting><cfRule type="cellIs" dxfId="0"/></conditionalFormatting>';
    const sheets = [
      { name: "Plan", rows: rows.join(""), before, after },
      { name: "Lists", rows: row(1, ["Red"]), state: "hidden" },
    ];
    const { lines, notes } = await read(sheets);
    expect(lines).toEqual([
      "<table><tr><td>No</td><td></td><td>Title</td></tr>",
      "<tr><td>1</td><td></td><td>One</td></tr>",
      "<tr><td>3</td><td></td><td>Three</td></tr></table>",
    ]);
    expect(notes).toEqual([
      '1 hidden row of sheet "Plan" not read',
      '1 hidden column of sheet "Plan" not read',
      'colours that depend on conditions in sheet "Plan" are not known',
      'the hidden sheet "Lists" was not read',
    ]);
  });

  it("with a million merged cells over one another, or rows without end, are read in one pass", async () => {
    const merges = `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(100_000)}</mergeCells>`;
    const rows = Array.from({ length: 3000 }, (_, at) => row(at + 1, [at, "x"])).join("");
    expect(await linesOf(rows, { after: merges })).toHaveLength(3000);
    expect(await linesOf('<row r="999999999"><c r="ZZZ1"><v>1</v></c><c r="A1"><v>2</v></c></row>')).toEqual([
      "<p>2</p>",
    ]);
  });
});
