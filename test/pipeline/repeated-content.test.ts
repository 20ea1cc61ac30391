import { describe, expect, it } from "vitest";
import type { FileResult } from "../../src/pipeline/file-result.js";
import { listRepeats, withoutRepeats } from "../../src/pipeline/repeated-content.js";
import type { InputFile } from "../../src/schema/dataset.js";
import { makeReport } from "../export/reports.js";

function result(source_file: string, sha: string, reportCount: number, container: string | null = null): FileResult {
  const file: InputFile = {
    ...{ source_file, container, source_sha256: sha, bytes: 1, pages: null, outcome: "parsed" },
    ...{ error_code: null, message: null, report_count: reportCount },
  };
  const named = JSON.parse(JSON.stringify(makeReport(sha)).replaceAll(`${sha}.txt`, source_file));
  return { file, reports: Array.from({ length: reportCount }, () => named) };
}

const shown = (results: readonly FileResult[]) =>
  results.map(({ file, reports }) => [file.source_file, file.container, reports.length, file.message]);

/** An archive in two places, and a document of it that is also alone. */
const WHOLE = [
  result("a.zip", "zip", 0),
  result("a.zip!/inner.zip", "inner", 0, "a.zip"),
  result("a.zip!/inner.zip!/q1.txt", "q1", 1, "a.zip!/inner.zip"),
  result("b.zip", "zip", 0),
  result("b.zip!/inner.zip", "inner", 0, "b.zip"),
  result("b.zip!/inner.zip!/q1.txt", "q1", 1, "b.zip!/inner.zip"),
  result("c.txt", "q1", 1),
];

describe("content that repeats", () => {
  it("is listed once: an archive with what is in it, and a document by itself", () => {
    expect(shown(withoutRepeats(WHOLE))).toEqual([
      ["a.zip", null, 0, null],
      ["a.zip!/inner.zip", "a.zip", 0, null],
      ["a.zip!/inner.zip!/q1.txt", "a.zip!/inner.zip", 1, null],
      ["b.zip", null, 0, "same content as a.zip; the files in it are listed there"],
      ["c.txt", null, 0, "same content as a.zip!/inner.zip!/q1.txt; its reports are listed there"],
    ]);
  });

  it("is listed in full again, in the names of each place", () => {
    const listed = listRepeats(withoutRepeats(WHOLE));
    expect(listed).toEqual(WHOLE);
    expect(JSON.stringify(listed.at(-1)?.reports)).not.toContain("a.zip");
  });
});
