import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { type FileResult, tracked } from "../../src/index.js";
import { inFiles } from "../audit/audit-example.js";
import { SETTINGS } from "../audit/raised.js";
import { follow, reportOf, titled } from "./followed.js";

const reports = [1, 2, 3].map((quarter) => reportOf(quarter, { rows: titled(["Buy a boat", "Light the path"]) }));

it("yields nothing before everything is read, then every result in order, failed files included", async () => {
  const read: string[] = [];
  async function* results(): AsyncGenerator<FileResult> {
    for await (const result of inFiles(reports)) {
      yield result;
      const { file } = result;
      yield {
        file: { ...file, source_file: `not-${file.source_file}`, outcome: "failed", report_count: 0 },
        reports: [],
      };
    }
  }
  const names: string[] = [];
  for await (const { file } of tracked(results(), { onRead: () => read.push("one") })) {
    expect(read).toHaveLength(6);
    names.push(file.source_file);
  }
  expect(names).toEqual(["q1.txt", "not-q1.txt", "q2.txt", "not-q2.txt", "q3.txt", "not-q3.txt"]);
});

it("leaves its folder empty, however it ends", async () => {
  const folder = mkdtempSync(join(tmpdir(), "ragtally-tracked-"));
  try {
    for await (const _ of tracked(inFiles(reports), { folder })) break;
    const controller = new AbortController();
    controller.abort(new Error("stopped"));
    const aborted = tracked(inFiles(reports), { folder, signal: controller.signal });
    await expect(aborted.next()).rejects.toThrow("stopped");
    async function* broken(): AsyncGenerator<FileResult> {
      yield* inFiles(reports);
      throw new Error("no more");
    }
    await expect(tracked(broken(), { folder }).next()).rejects.toThrow("no more");
    expect(readdirSync(folder)).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

it("applies severities and switched-off rules of the profile", async () => {
  const rules = { ...SETTINGS, severity: { "deliverable-dropped": "error", "deliverable-added": "off" } as const };
  const changed = [reportOf(1, { rows: titled(["Buy a boat"]) }), reportOf(2, { rows: titled(["Plant trees"]) })];
  const found: string[] = [];
  for await (const result of tracked(inFiles(changed), { rules }))
    for (const report of result.reports)
      found.push(...report.findings.map(({ rule, severity }) => `${rule} ${severity}`));
  expect(found.filter((one) => one.startsWith("deliverable"))).toEqual(["deliverable-dropped error"]);
});

it("leaves out a report with too many rows and continues with the next one", async () => {
  const long = Array.from({ length: 1001 }, (_, index) => `Item ${index}`);
  const { chains } = await follow([
    reportOf(1, { rows: titled(["Buy a boat"]) }),
    reportOf(2, { rows: titled(long) }),
    reportOf(3, { rows: titled(["Buy a boat"]) }),
  ]);
  expect(chains).toEqual(["q1#1 q3#1"]);
});
