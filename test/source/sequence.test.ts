import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { inOrder } from "../../src/source/sequence.js";

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
