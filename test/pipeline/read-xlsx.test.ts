/** A spreadsheet to rows: the same as from a web page with the same content, with places by sheet and row. */
import { describe, expect, it } from "vitest";
import { formatOf, INPUT_FORMATS } from "../../src/pipeline/formats/input-formats.js";
import { auditedFile } from "../../src/pipeline/worker/audit-file.js";
import { normalisedFile } from "../../src/pipeline/worker/normalised-file.js";
import { BUILTIN_PROFILE } from "../../src/schema/builtin-profile.js";
import { DEFAULT_READ_LIMITS } from "../../src/source/limits.js";
import { buildXlsx, row } from "../source/build-xlsx.js";

async function read(bytes: Uint8Array) {
  const format = formatOf(bytes);
  const content = await INPUT_FORMATS[format].read(new Uint8Array(bytes), BUILTIN_PROFILE, DEFAULT_READ_LIMITS);
  return normalisedFile(
    content,
    { sourceFile: "a", sha256: "0".repeat(64), format, bytes: bytes.length },
    BUILTIN_PROFILE,
  );
}

describe("a report in a spreadsheet", () => {
  const styles = [
    '<numFmts><numFmt numFmtId="200" formatCode="0.00"/></numFmts>',
    '<fills><fill/><fill><patternFill patternType="solid"><fgColor rgb="FF00B050"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFC000"/></patternFill></fill></fills>',
    '<cellXfs><xf/><xf numFmtId="200"/><xf fillId="1"/><xf fillId="2"/><xf numFmtId="14"/></cellXfs>',
  ].join("");
  const action = (at: number, number: number, title: string, organisation: string, fill: number) =>
    row(at, [
      { value: number, style: 1 },
      organisation,
      title,
      { value: 44900 + at, style: 4 },
      "Update 05.12.22: Under way.",
      { value: " ", style: fill },
    ]);
  const xlsx = buildXlsx(
    [
      { name: "Cover", rows: row(1, ["See the next sheet."]) },
      {
        name: "Actions",
        rows: [
          row(1, ["HARBOUR TOWN RECOVERY PLAN (2022-24)"]),
          row(2, ["THEME 2 UPDATE - QRT 3 UPDATE (December 2022)"]),
          row(4, ["No", "Organisation", "Deliverable", "Due date", "Update", "RAG"]),
          action(5, 2.1, "Dredge the east basin", "PORT", 2),
          action(6, 2.2, "Repaint the sea wall", "TOWN", 3),
          action(7, 2.1 + 0.2, "Open the fish market at night", "PORT", 2),
        ].join(""),
      },
    ],
    { styles },
  );

  it("has its rows, with numbers as displayed and statuses by colour", async () => {
    const { file, reports } = await read(xlsx);
    expect(file).toMatchObject({ outcome: "parsed", pages: 2, message: null });
    expect(reports.map(({ report }) => report.source_format)).toEqual(["xlsx"]);
    const rows = reports[0]?.report.deliverables ?? [];
    expect(rows.map(({ number, title, rag, rag_source }) => [number, title, rag, rag_source])).toEqual([
      ["2.10", "Dredge the east basin", "green", "colour"],
      ["2.20", "Repaint the sea wall", "amber", "colour"],
      ["2.30", "Open the fish market at night", "green", "colour"],
    ]);
    expect(rows[0]?.other_columns).toMatchObject([{ heading: "Due date", text: "2022-12-10" }]);
  });

  it("says in which sheet and row each value is", async () => {
    const { reports } = await read(xlsx);
    expect(
      reports[0]?.report.deliverables.map(({ page, line_first, line_last }) => [page, line_first, line_last]),
    ).toEqual([
      [2, 5, 5],
      [2, 6, 6],
      [2, 7, 7],
    ]);
    const sheets = (await INPUT_FORMATS.xlsx.linesOf?.(xlsx)) ?? [];
    expect(sheets[1]?.[3]).toBe("No | Organisation | Deliverable | Due date | Update | RAG");
  });

  it("is not held to counts and numbers that its hidden rows may make up", async () => {
    const cells = (at: number) => [at - 3, "PORT", `Open gate ${at}`, "Update 05.12.22: Under way.", "G"];
    const filtered = buildXlsx([
      {
        name: "Actions",
        rows: [
          row(1, ["HARBOUR TOWN RECOVERY PLAN (2022-24)"]),
          row(2, ["THEME 2 UPDATE - QRT 3 UPDATE (December 2022)"]),
          row(3, ["No", "Organisation", "Deliverable", "Update", "RAG"]),
          row(4, cells(4)),
          row(5, cells(5), 'hidden="1"'),
          row(6, cells(6)),
          row(8, ["Green: 3/3 (100%)"]),
        ].join(""),
      },
    ]);
    const found = auditedFile(await read(filtered), BUILTIN_PROFILE).reports[0];
    expect(found?.deliverables.map(({ number }) => number)).toEqual(["1", "3"]);
    expect(found?.review_reasons).toContain("pages-unread");
    expect(found?.findings.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(found?.findings.map(({ rule }) => rule)).not.toContain("number-gap");
  });

  it("has an outcome where there is no report, no text, or damage", async () => {
    expect((await read(buildXlsx([{ name: "A", rows: row(1, ["Words"]) }]))).file.message).toBe(
      "the file is a spreadsheet, but no report was found in it",
    );
    expect((await read(buildXlsx([{ name: "A", rows: row(1, ["Words"]), state: "hidden" }]))).file).toMatchObject({
      error_code: "EMPTY",
      message: 'no sheet that is shown has text; the hidden sheet "A" was not read',
    });
    expect((await read(buildXlsx([{ name: "A", rows: "<row>" }]))).file).toMatchObject({ error_code: "CORRUPT" });
  });
});
