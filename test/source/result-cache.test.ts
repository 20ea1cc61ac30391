import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { isLasting } from "../../src/pipeline/worker/process-file.js";
import { openResultCache } from "../../src/source/result-cache.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ragtally-kept-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("gives a result back to the same program with the same settings alone", () => {
  openResultCache(folder, "file", "program", "settings").write("content", Buffer.from("seven"));
  expect(openResultCache(folder, "file", "program", "settings").read("content")).toEqual(Buffer.from("seven"));
  expect(openResultCache(folder, "file", "another", "settings").read("content")).toBe(null);
  expect(openResultCache(folder, "file", "program", "others").read("content")).toBe(null);
  expect(openResultCache(folder, "file", "program", "settings").read("other content")).toBe(null);
});

it.each([
  ["CORRUPT", true],
  ["ENCRYPTED", true],
  [null, true],
  ["OUT_OF_MEMORY", false],
  ["INTERNAL", false],
])("keeps a result with the code %s: %s", (error_code, lasting) => {
  const file = {
    source_file: "a.pdf",
    container: null,
    source_sha256: null,
    bytes: 1,
    pages: null,
    message: null,
    report_count: 0,
  };
  expect(isLasting({ file: { ...file, outcome: "failed", error_code }, reports: [] })).toBe(lasting);
});
