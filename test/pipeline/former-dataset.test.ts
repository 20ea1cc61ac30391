/** What stays of a dataset that is added to, when its documents cannot be read this time. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeDataset } from "../../src/export/write-dataset.js";
import type { FileResult } from "../../src/pipeline/file-result.js";
import { FormerDataset } from "../../src/pipeline/merge-datasets.js";
import { makeResult, resultsOf } from "../export/reports.js";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "ragtally-former-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

type Changes = Partial<FileResult["file"]>;

function result(name: string, changes: Changes = {}): FileResult {
  const { file, reports } = makeResult(name);
  return { file: { ...file, ...changes }, reports: changes.outcome === "failed" ? [] : reports };
}

const FAILED: Changes = { outcome: "failed", error_code: "TIMEOUT", message: "took too long", report_count: 0 };

async function formerOf(...results: FileResult[]): Promise<FormerDataset> {
  await writeDataset(resultsOf(...results), join(root, "out"));
  return FormerDataset.read(join(root, "out"));
}

describe("FormerDataset", () => {
  it("keeps an archive as it was when a document in it cannot be read this time", async () => {
    const archive = result("a");
    const { source_file } = archive.file;
    const member = (changes: Changes = {}): FileResult =>
      result("b", { source_file: `${source_file}!/b.txt`, container: source_file, ...changes });
    const former = await formerOf(archive, member());
    const added = former.with([archive, member(FAILED)]);
    expect(added.unread).toEqual([source_file]);
    expect(added.results.map(({ file }) => file.outcome)).toEqual([archive.file.outcome, member().file.outcome]);
  });

  it("takes a newer failure of a document that it has never read", async () => {
    const former = await formerOf(result("a", FAILED));
    const added = former.with([result("a", { ...FAILED, message: "crashed" })]);
    expect([added.unread, added.unchanged]).toEqual([[], 1]);
    expect(added.results[0]?.file.message).toBe("crashed");
  });

  it("keeps a failure of known content when the document cannot be opened at all", async () => {
    const former = await formerOf(result("a", FAILED));
    const { source_file } = result("a").file;
    expect(former.with([result("a", { ...FAILED, source_sha256: null })]).unread).toEqual([source_file]);
  });
});
