/** OpenDocument texts and spreadsheets to lines: what a person sees of them. */
import { describe, expect, it } from "vitest";
import { odsLines } from "../../../src/source/office/ods.js";
import { odtLines } from "../../../src/source/office/odt.js";
import { buildOdf, cell, p, row, table } from "../build-odf.js";

const COVERED = "<table:covered-table-cell/>";
const STYLES = [
  '<style:style style:name="struck" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>',
  '<style:style style:name="kept" style:family="text" style:parent-style-name="struck"><style:text-properties style:text-line-through-style="none" fo:color="#C00000"/></style:style>',
  '<style:style style:name="unseen" style:family="text"><style:text-properties text:display="none"/></style:style>',
  '<style:style style:name="green" style:family="table-cell"><style:table-cell-properties fo:background-color="#00B050"/></style:style>',
  '<style:style style:name="none" style:family="table-cell" style:parent-style-name="green"><style:table-cell-properties fo:background-color="transparent"/></style:style>',
  '<style:style style:name="off" style:family="table"><style:table-properties table:display="false"/></style:style>',
  '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/></text:list-style>',
  '<text:list-style style:name="B"><text:list-level-style-bullet text:level="1"/></text:list-style>',
].join("");

async function textOf(body: string): Promise<readonly string[] | string> {
  const read = await odtLines(new Uint8Array(buildOdf("text", body, STYLES)), 1e7);
  return read.ok ? read.lines : read.code;
}

describe("an OpenDocument text", () => {
  it("has its paragraphs, headings, spaces and breaks, without notes and hidden text", async () => {
    const body =
      '<text:h text:outline-level="2">Theme</text:h>' +
      p('a<text:s text:c="2"/>b<text:tab/>c<text:line-break/>d &lt;e&gt;<text:note><text:p>n</text:p></text:note>') +
      p(
        '<text:span text:style-name="struck">old</text:span><text:span text:style-name="kept">new</text:span><text:span text:style-name="unseen">x</text:span>',
      ) +
      p("");
    expect(await textOf(body)).toEqual([
      "<h2>Theme</h2>",
      "<p>a  b\tc<br>d &lt;e&gt;</p>",
      '<p><s>old</s><span style="color:#c00000">new</span></p>',
    ]);
  });

  it("strikes out what was deleted, where it was", async () => {
    const changes =
      '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info/><text:p>all </text:p></text:deletion></text:changed-region></text:tracked-changes>';
    expect(
      await textOf(
        `${changes}${p('Repaint <text:change text:change-id="c1"/>the wall<text:change-start/>s<text:change-end/>')}`,
      ),
    ).toEqual(["<p>Repaint <del>all </del>the walls</p>"]);
  });

  it("has the labels of its lists", async () => {
    const item = (...content: readonly string[]) => `<text:list-item>${content.join("")}</text:list-item>`;
    const list = (style: string, items: readonly string[], more = "") =>
      `<text:list ${style === "" ? "" : `text:style-name="${style}"`} ${more}>${items.join("")}</text:list>`;
    const body =
      list("L", [item(p("One"), list("", [item(p("x")), item(p("y"))])), item(p("Two"), p("more"))]) +
      list("B", [item(p("dot"))]) +
      list("L", [item(p("Three"))], 'text:continue-numbering="true"') +
      list("L", [item(p("Anew"))]);
    expect(await textOf(body)).toEqual([
      "<p>1. One</p>",
      "<p>(a) x</p>",
      "<p>(b) y</p>",
      "<p>2. Two</p>",
      "<p>more</p>",
      "<p>• dot</p>",
      "<p>3. Three</p>",
      "<p>1. Anew</p>",
    ]);
  });

  it("has tables with merged and painted cells, a line for each row, and text boxes after their paragraph", async () => {
    const box = "<draw:frame><draw:text-box><text:p>In the box</text:p></draw:text-box></draw:frame>";
    const body =
      table([
        `<table:table-header-rows>${row(["No", cell("Update", 'table:number-columns-spanned="2"'), COVERED])}</table:table-header-rows>`,
        row([cell("1", 'table:number-rows-spanned="2"'), "a", cell("G", 'table:style-name="green"')]),
        row([COVERED, cell("b", 'table:number-columns-repeated="2" table:style-name="none"')]),
      ]) + p(`Before${box}`);
    expect(await textOf(body)).toEqual([
      '<table><tr><td><p>No</p></td><td colspan="2"><p>Update</p></td></tr>',
      '<tr><td rowspan="2"><p>1</p></td><td><p>a</p></td><td bgcolor="#00b050"><p>G</p></td></tr>',
      "<tr><td><p>b</p></td><td><p>b</p></td></tr></table>",
      "<p>Before</p>",
      "<p>In the box</p>",
    ]);
  });

  it("that is damaged or has entities of its own is refused", async () => {
    const read = async (content: string) => {
      const found = await odtLines(new Uint8Array(buildOdf("text", "", "", content)), 1e7);
      return found.ok ? found.lines : found.code;
    };
    expect(await read("<office:document-content>")).toBe("CORRUPT");
    expect(await read('<!DOCTYPE d [<!ENTITY f SYSTEM "file:///etc/passwd">]><d><text><p>&f;</p></text></d>')).toBe(
      "CORRUPT",
    );
  });
});

describe("an OpenDocument spreadsheet", () => {
  it("has the text of its cells as displayed, with rows in their places and what is hidden named", async () => {
    const body =
      table(
        [
          row([cell("Harbour plan"), cell("", 'table:number-columns-repeated="16383"')]),
          row([cell("", 'table:number-columns-repeated="16384"')], 'table:number-rows-repeated="3"'),
          row([cell("No"), cell("Title", 'table:number-columns-spanned="2"'), COVERED]),
          row([cell("2.10", 'office:value="2.1"'), "One", cell("", 'table:style-name="green"')]),
          row(["2.20", "Two"], 'table:visibility="collapse"'),
          row(["2.30", "Three"]),
          row([cell("")], 'table:number-rows-repeated="1048568"'),
        ],
        'table:name="Plan"',
      ) + table([row(["x"])], 'table:name="Lists" table:style-name="off"');
    const read = await odsLines(new Uint8Array(buildOdf("spreadsheet", body, STYLES)), 1e7);
    expect(read).toEqual({
      ok: true,
      lines: [
        "<p>Harbour plan</p>",
        '<table><tr><td>No</td><td colspan="2">Title</td></tr>',
        '<tr><td>2.10</td><td>One</td><td bgcolor="#00b050"></td></tr>',
        "<tr><td>2.30</td><td>Three</td><td></td></tr></table>",
      ],
      places: [1, 5, 6, 8].map((row) => ({ sheet: 1, row })),
      sheetCount: 2,
      incomplete: [1],
      notes: ['1 hidden row of sheet "Plan" not read', 'the hidden sheet "Lists" was not read'],
    });
  });

  it("does not grow with rows and cells that are repeated without end", async () => {
    const endless = row(
      [cell("x", 'table:number-columns-repeated="99999999"')],
      'table:number-rows-repeated="99999999"',
    );
    const read = await odsLines(new Uint8Array(buildOdf("spreadsheet", table([endless]))), 1e7);
    expect(read.ok && read.lines).toHaveLength(1000);
  });
});
