/** A Word document to rows: the same as from a web page with the same content, with places by paragraph and row. */
import { describe, expect, it } from "vitest";
import { DEFAULT_RECOGNITION } from "../../src/model/recognition.js";
import { formatOf, INPUT_FORMATS } from "../../src/pipeline/formats/input-formats.js";
import { normalisedFile } from "../../src/pipeline/worker/normalised-file.js";
import { BUILTIN_PROFILE } from "../../src/schema/builtin-profile.js";
import { DEFAULT_READ_LIMITS } from "../../src/source/limits.js";
import { buildDocx, cell, para, row, run, table } from "../source/build-docx.js";

const HEADER = ["HARBOUR TOWN RECOVERY PLAN (2022-24)", "THEME 2 UPDATE - QRT 3 UPDATE (December 2022)"];

async function read(bytes: Uint8Array, name: string) {
  const format = formatOf(bytes);
  const recognition = { settings: DEFAULT_RECOGNITION, pages: null };
  const content = await INPUT_FORMATS[format].read(
    new Uint8Array(bytes),
    BUILTIN_PROFILE,
    DEFAULT_READ_LIMITS,
    recognition,
  );
  const source = { sourceFile: name, sha256: "0".repeat(64), format, bytes: bytes.length };
  return normalisedFile(content, source, BUILTIN_PROFILE);
}

const rowsOf = ({ reports }: Awaited<ReturnType<typeof read>>) =>
  reports.flatMap(({ report }) =>
    report.deliverables.map(({ number, organisations, title, rag, rag_source, updates }) => ({
      number,
      organisations,
      title,
      rag,
      rag_source,
      updates: updates.map(({ date, text }) => [date, text]),
    })),
  );

const numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
const NUMBERING =
  '<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>';

describe("a report in a Word document", () => {
  const painted = (fill: string, text = "") => cell(text, `<w:shd w:val="clear" w:fill="${fill}"/>`);
  const updates = (...texts: readonly string[]) => cell(texts.map((text) => para(text)).join(""));
  const docx = buildDocx(
    [
      ...HEADER.map((text) => para(text)),
      para("Green: 2/3 (67%)"),
      table(
        row("No", "Organisation", "Deliverable", "Update", "RAG"),
        row(
          cell(para("", numbered)),
          "PORT",
          "Dredge the east basin",
          updates("Update 05.12.22: Dredging began.", "Update 01.10.22: Tenders are in."),
          painted("00B050"),
        ),
        row(
          cell(para("", numbered)),
          "TOWN",
          cell(para(`${run("Repaint ")}<w:del><w:r><w:delText>all </w:delText></w:r></w:del>${run("the sea wall")}`)),
          updates("Update 02.12.22: Late by a month."),
          painted("FFC000"),
        ),
        row(
          cell(para("", numbered)),
          "PORT",
          "Open the fish market at night",
          updates("Update 12.12.22: Open."),
          painted("00B050"),
        ),
      ),
    ].join(""),
    { "word/numbering.xml": NUMBERING },
  );
  const td = (text: string, fill = "") => `<td${fill === "" ? "" : ` bgcolor="#${fill}"`}>${text}</td>`;
  const page = `<!doctype html><html><body>${HEADER.map((text) => `<p>${text}</p>`).join("\n")}<p>Green: 2/3 (67%)</p><table>
    <tr>${["No", "Organisation", "Deliverable", "Update", "RAG"].map((text) => td(text)).join("")}</tr>
    <tr>${td("1.")}${td("PORT")}${td("Dredge the east basin")}${td("<p>Update 05.12.22: Dredging began.</p><p>Update 01.10.22: Tenders are in.</p>")}${td("", "00B050")}</tr>
    <tr>${td("2.")}${td("TOWN")}${td("Repaint the sea wall")}${td("<p>Update 02.12.22: Late by a month.</p>")}${td("", "FFC000")}</tr>
    <tr>${td("3.")}${td("PORT")}${td("Open the fish market at night")}${td("<p>Update 12.12.22: Open.</p>")}${td("", "00B050")}</tr></table>`;

  it("has the rows that a web page with the same content has", async () => {
    const found = rowsOf(await read(docx, "a.docx"));
    expect(found.map(({ number, rag, rag_source }) => [number, rag, rag_source])).toEqual([
      ["1", "green", "colour"],
      ["2", "amber", "colour"],
      ["3", "green", "colour"],
    ]);
    expect(found).toEqual(rowsOf(await read(Buffer.from(page), "a.html")));
  });

  it("keeps what was deleted as residue, and says where each row is", async () => {
    const { file, reports } = await read(docx, "a.docx");
    expect(file).toMatchObject({ outcome: "parsed", pages: null, message: null });
    const report = reports[0]?.report;
    expect(report?.source_format).toBe("docx");
    expect(report?.residue.filter(({ reason }) => reason === "struck")).toMatchObject([{ text: "all", line_first: 6 }]);
    expect(report?.deliverables.map(({ line_first, line_last, page }) => [line_first, line_last, page])).toEqual([
      [5, 5, null],
      [6, 6, null],
      [7, 7, null],
    ]);
    const lines = (await INPUT_FORMATS.docx.linesOf?.(docx))?.[0] ?? [];
    expect(lines[5]).toBe("2. | TOWN | Repaint all the sea wall | Update 02.12.22: Late by a month. |");
  });

  it("has an outcome where there is no report, no text, or damage", async () => {
    expect((await read(buildDocx(para("Dear all")), "a.docx")).file).toMatchObject({
      outcome: "no-report",
      message: "the file is a Word document, but no report was found in it",
    });
    expect((await read(buildDocx(""), "a.docx")).file).toMatchObject({ outcome: "failed", error_code: "EMPTY" });
    expect((await read(buildDocx("", {}, "<w:document>"), "a.docx")).file).toMatchObject({ error_code: "CORRUPT" });
  });
});
