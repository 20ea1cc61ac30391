/** Lines of a file of dispositions: added, and taken out. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addDisposition, DispositionConflict, removeDisposition } from "../../src/pipeline/add-disposition.js";

const DAY = "2024-01-31";
let folder: string;
let file: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "ragtally-add-disposition-"));
  file = join(folder, "dispositions.csv");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const text = (): string => readFileSync(file, "utf8");

describe("a disposition", () => {
  const unended = "finding_id,disposition,note,by,date,message\nf0,accepted,,A,2024-01-01,Old";
  const decide = (by: string, note = "") =>
    addDisposition(
      file,
      { finding_id: "f1", disposition: "accepted", note, by },
      { message: " New\r\nsentence " },
      DAY,
    );
  beforeEach(() => writeFileSync(file, unended));

  it("is added to a file that does not end with a line end, and taken out again", async () => {
    const { line } = await decide("A");
    expect([line, text().split("\n").length]).toEqual([3, 5]);
    await removeDisposition(file, "f1");
    expect(text()).toBe(`${unended}\n`);
  });

  it("is taken out only if it is the one that is meant, whatever white space was in it", async () => {
    const first = await decide("A", "two\r\nlines ");
    const second = await decide("B");
    const before = text();
    await expect(removeDisposition(file, "f1", first)).rejects.toThrow(DispositionConflict);
    expect(text()).toBe(before);
    await removeDisposition(file, "f1", second);
    await removeDisposition(file, "f1", first);
    expect(text()).toBe(`${unended}\n`);
  });
});
