/** A Word document to lines: what a reader of the document sees, with what is struck out and painted. */
import { describe, expect, it } from "vitest";
import { docxLines } from "../../../src/source/office/docx.js";
import { plainOf } from "../../../src/source/office/html-lines.js";
import { buildDocx, cell, para, row, run, table } from "../build-docx.js";

const MIB = 1024 * 1024;

async function linesOf(docx: Uint8Array): Promise<readonly string[] | string> {
  const read = await docxLines(new Uint8Array(docx), 100 * MIB);
  return read.ok ? read.lines : `${read.code}: ${read.message}`;
}
const bodyOf = (body: string, parts: Readonly<Record<string, string>> = {}) => linesOf(buildDocx(body, parts));

describe("paragraphs of a Word document", () => {
  it("are lines, with breaks, tabs and special characters, and markup in them is text", async () => {
    const text = `${run("A &lt;b&gt; &amp; c")}<w:r><w:tab/><w:t>d</w:t><w:br/><w:t>e</w:t><w:br w:type="page"/><w:noBreakHyphen/><w:softHyphen/></w:r>`;
    expect(await bodyOf(para(text) + para("") + para("Next"))).toEqual([
      "<p>A &lt;b&gt; &amp; c\td<br>e -</p>",
      "<p>Next</p>",
    ]);
  });

  it("strike out what was deleted or moved away, and keep what was inserted", async () => {
    const changed = `${run("Open ")}<w:del><w:r><w:delText>one</w:delText></w:r></w:del><w:ins>${run("two")}</w:ins><w:moveFrom>${run(" hubs")}</w:moveFrom>`;
    expect(await bodyOf(para(changed))).toEqual(["<p>Open <del>one</del>two<del> hubs</del></p>"]);
    expect(await bodyOf(para(run("gone", "<w:strike/>") + run("kept", '<w:strike w:val="0"/>')))).toEqual([
      "<p><s>gone</s>kept</p>",
    ]);
  });

  it("leave out hidden text, instructions of fields and second forms of one content", async () => {
    const field = `<w:r><w:instrText> PAGE </w:instrText></w:r>${run("seen")}${run("hidden", "<w:vanish/>")}`;
    const twice = `<mc:AlternateContent><mc:Choice>${run(" once")}</mc:Choice><mc:Fallback>${run(" once")}</mc:Fallback></mc:AlternateContent>`;
    expect(await bodyOf(para(field + twice))).toEqual(["<p>seen once</p>"]);
  });

  it("have the colours of text and markers, raised figures, and pictures of symbol fonts", async () => {
    const looks = `${run("Red", '<w:color w:val="C00000"/>')}${run("Amber", '<w:highlight w:val="yellow"/>')}${run("1", '<w:vertAlign w:val="superscript"/>')}<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>`;
    expect(await bodyOf(para(looks))).toEqual([
      '<p><span style="color:#c00000">Red</span><span style="background-color:#ffff00">Amber</span><sup>1</sup>✓</p>',
    ]);
  });

  it("are followed by the text boxes that hang on them", async () => {
    const box = `<w:r><w:drawing><wp:docPr descr="green"/><wps:txbx><w:txbxContent>${para("In the box")}</w:txbxContent></wps:txbx></w:drawing></w:r>`;
    expect(await bodyOf(para(run("Before") + box))).toEqual(['<p>Before<img alt="green"></p>', "<p>In the box</p>"]);
  });

  it("have the level of their heading and the label of their list", async () => {
    const level = (ilvl: number, format: string, text: string, start = 1) =>
      `<w:lvl w:ilvl="${ilvl}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering = `<w:numbering><w:abstractNum w:abstractNumId="0">${level(0, "decimal", "%1.", 3)}${level(1, "lowerLetter", "%1(%2)")}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level(0, "bullet", "")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>`;
    const styles = '<w:styles><w:style w:styleId="Heading2"><w:name w:val="heading 2"/></w:style></w:styles>';
    const item = (numId: number, text: string, ilvl = 0) =>
      para(text, `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${numId}"/></w:numPr>`);
    const body =
      para("Theme 1", '<w:pStyle w:val="Heading2"/>') +
      item(1, "One") +
      item(1, "sub", 1) +
      item(1, "sub", 1) +
      item(2, "Bullet") +
      item(1, "Two") +
      item(1, "sub", 1) +
      item(3, "Anew") +
      item(9, "None");
    expect(await bodyOf(body, { "word/styles.xml": styles, "word/numbering.xml": numbering })).toEqual([
      "<h2>Theme 1</h2>",
      "<p>3. One</p>",
      "<p>3(a) sub</p>",
      "<p>3(b) sub</p>",
      "<p>• Bullet</p>",
      "<p>4. Two</p>",
      "<p>4(a) sub</p>",
      "<p>1. Anew</p>",
      "<p>None</p>",
    ]);
  });
});

describe("tables of a Word document", () => {
  it("are one line for each row, with merged and painted cells", async () => {
    const lines = await bodyOf(
      table(
        row(cell("No"), cell("Update", '<w:gridSpan w:val="2"/>')),
        row(cell("1", '<w:vMerge w:val="restart"/>'), cell("a"), cell("G", '<w:shd w:val="clear" w:fill="00B050"/>')),
        row(cell("", "<w:vMerge/>"), cell("b"), cell("R", '<w:shd w:val="clear" w:fill="auto"/>')),
        row(cell("2"), cell("c"), cell("A", '<w:shd w:val="solid" w:color="FFC000" w:fill="auto"/>')),
      ),
    );
    expect(lines).toEqual([
      '<table><tr><td><p>No</p></td><td colspan="2"><p>Update</p></td></tr>',
      '<tr><td rowspan="2"><p>1</p></td><td><p>a</p></td><td bgcolor="#00b050"><p>G</p></td></tr>',
      "<tr><td><p>b</p></td><td><p>R</p></td></tr>",
      '<tr><td><p>2</p></td><td><p>c</p></td><td bgcolor="#ffc000"><p>A</p></td></tr></table>',
    ]);
    expect((lines as readonly string[]).map(plainOf)[1]).toBe("1 | a | G");
  });

  it("keep tables in their cells, rows of content controls, and rows that begin further right", async () => {
    const inner = `<w:tc>${para("x")}${table(row("y"))}</w:tc>`;
    const controlled = `<w:sdt><w:sdtPr/><w:sdtContent>${row("1", inner)}</w:sdtContent></w:sdt>`;
    const late = `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell("z")}</w:tr>`;
    expect(await bodyOf(table(controlled, late))).toEqual([
      "<table><tr><td><p>1</p></td><td><p>x</p><table><tr><td><p>y</p></td></tr></table></td></tr>",
      "<tr><td></td><td><p>z</p></td></tr></table>",
    ]);
  });

  it("strike out a row that was deleted", async () => {
    const deleted = `<w:tr><w:trPr><w:del w:author="x"/></w:trPr>${cell("1")}${cell("Light it")}</w:tr>`;
    expect(await bodyOf(table(row("2"), deleted))).toEqual([
      "<table><tr><td><p>2</p></td></tr>",
      "<tr><td><del><p>1</p></del></td><td><del><p>Light it</p></del></td></tr></table>",
    ]);
  });
});

describe("a Word document that is damaged or made to harm", () => {
  const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

  it.each([
    ["that ends early", "<w:document><w:body><w:p>", /^CORRUPT: the document is damaged/],
    [
      "with entities of its own",
      `<!DOCTYPE d [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><w:document ${W}><w:body>${para("&b;")}</w:body></w:document>`,
      /^CORRUPT/,
    ],
    [
      "with an entity outside it",
      `<!DOCTYPE d [<!ENTITY f SYSTEM "file:///etc/passwd">]><w:document ${W}><w:body>${para("&f;")}</w:body></w:document>`,
      /^CORRUPT/,
    ],
    [
      "that nests without end",
      `<w:document ${W}><w:body>${"<w:sdt>".repeat(5000)}${"</w:sdt>".repeat(5000)}</w:body></w:document>`,
      /^CORRUPT.*inside one another/,
    ],
  ])("%s is refused", async (_, document, message) => {
    expect(await linesOf(buildDocx("", {}, document))).toMatch(message);
  });

  it("is refused where its text expands without measure", async () => {
    expect(await bodyOf(" ".repeat(40 * MIB))).toMatch(/^TOO_LARGE/);
  });

  it("has an outcome whichever of its bytes is wrong", async () => {
    const docx = buildDocx(table(row("1", "2")));
    for (let at = 0; at < docx.length; at += 5) {
      const damaged = Buffer.from(docx);
      damaged[at] = (damaged[at] ?? 0) ^ 0x55;
      await expect(linesOf(damaged)).resolves.toBeDefined();
    }
  });
});
