import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { WritableResult } from "../../src/export/write-dataset.js";
import { inOrder, withoutRepeats } from "../../src/source/sequence.js";
import { makeFile, makeResult, resultsOf } from "../export/reports.js";

describe("inOrder", () => {
  it("keeps the items' order whatever finishes first", async () => {
    const results: number[] = [];
    const delays = [30, 1, 20, 0, 10, 5, 0, 0, 0, 15, 0, 0];
    for await (const result of inOrder(delays.keys(), async (i) => wait(delays[i], i))) results.push(result);
    expect(results).toEqual([...delays.keys()]);
  });

  it("does not begin an item long before its turn", async () => {
    let begun = 0;
    let taken = 0;
    let ahead = 0;
    const work = async () => {
      ahead = Math.max(ahead, ++begun - taken);
    };
    for await (const _ of inOrder(Array.from({ length: 500 }), work)) taken++;
    expect(begun).toBe(500);
    expect(ahead).toBeLessThanOrEqual(10);
  });

  it("throws a failure in its turn, after the results before it", async () => {
    const results: number[] = [];
    const work = async (i: number) => {
      if (i === 3) throw new Error("fault");
      return wait(5, i);
    };
    const read = async () => {
      for await (const result of inOrder([0, 1, 2, 3, 4], work)) results.push(result);
    };
    await expect(read()).rejects.toThrow("fault");
    expect(results).toEqual([0, 1, 2]);
  });
});

describe("withoutRepeats", () => {
  async function collect(...results: readonly WritableResult[]) {
    const collected = [];
    for await (const result of withoutRepeats(resultsOf(...results))) collected.push(result);
    return collected;
  }

  it("lists the reports of the same content once, under the first name", async () => {
    const first = makeResult("a");
    const second = { ...first, file: { ...first.file, source_file: "b.txt" } };
    const [kept, repeated] = await collect(first, second);
    expect(kept).toBe(first);
    expect(repeated?.reports).toEqual([]);
    expect(repeated?.file).toEqual({
      ...second.file,
      message: "same content as a.txt; its reports are listed there",
    });
  });

  it("leaves files without reports as they are, though their content is the same", async () => {
    const first = { file: makeFile("a", 0), reports: [] };
    const second = { ...first, file: { ...first.file, source_file: "b.txt" } };
    expect(await collect(first, second)).toEqual([first, second]);
  });
});
