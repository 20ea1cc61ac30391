import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ResultSpool } from "../../src/export/result-spool.js";
import { Spool } from "../../src/export/spool.js";
import { makeResult } from "./reports.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ragtally-spool-test-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("a spool", () => {
  it("gives values back in any order, short and long, with letters of any alphabet", async () => {
    const spool = new Spool<{ readonly text: string }>(folder);
    const texts = Array.from(
      { length: 300 },
      (_, index) => `${index} `.repeat(index * 7) + ["é", "Ж", "😀", "\ud800"][index % 4],
    );
    for (const [index, text] of texts.entries()) {
      expect(await spool.add({ text })).toBe(index);
      if (index % 50 === 0) expect(await spool.read(index)).toEqual({ text });
    }
    for (const index of [299, 0, 150, 1]) expect(await spool.read(index)).toEqual({ text: texts[index] });
    await spool.close();
  });

  it("leaves no name in its folder, even while it is open", async () => {
    const spool = new Spool<string>(folder);
    await spool.add("waiting");
    expect(await spool.read(0)).toBe("waiting");
    expect(readdirSync(folder)).toEqual([]);
    await spool.close();
  });

  it("refuses an index that it does not have", async () => {
    const spool = new Spool<string>(folder);
    await expect(spool.read(0)).rejects.toThrow(RangeError);
    await spool.close();
  });

  it("fails where its folder cannot be written", async () => {
    const spool = new Spool<string>(join(folder, "missing"));
    await spool.add("waiting");
    await expect(spool.read(0)).rejects.toThrow("ENOENT");
    await expect(spool.close()).rejects.toThrow("ENOENT");
  });
});

it("returns results in the order in which they were added, including those without reports", async () => {
  const spool = new ResultSpool(folder);
  const results = [makeResult("a"), { ...makeResult("none"), reports: [] }, makeResult("b")];
  for (const result of results) await spool.add(result);
  const back = [];
  for await (const result of spool.all()) back.push(result);
  expect(back).toEqual(results);
  await spool.close();
});
