import { describe, expect, it } from "vitest";
import { hashesOf, resemblance, sketchOf } from "../../src/track/sketch.js";
import { seeded } from "../property/seeded.js";

const likeness = (one: string, other: string): number =>
  resemblance(hashesOf(sketchOf(one).sketch), hashesOf(sketchOf(other).sketch));

/** The share of word pairs in common, counted. */
function counted(one: string, other: string): number {
  const pairs = (text: string) =>
    new Set(text.split(" ").flatMap((word, at, all) => (at === 0 ? [] : `${all[at - 1]} ${word}`)));
  const [a, b] = [pairs(one), pairs(other)];
  return [...a].filter((pair) => b.has(pair)).length / new Set([...a, ...b]).size;
}

describe("a sketch", () => {
  it("is equal for the same words in other case and lines, and has the words with digits", () => {
    const { sketch, ...one } = sketchOf("Of 14 places, 3 are left.");
    expect(sketchOf("of 14 PLACES\n3 are left")).toEqual({ sketch, ...one });
    expect(one.wordCount).toBe(6);
    expect(one.figures).toHaveLength(2);
  });

  it("is empty for no words and full for one", () => {
    expect(sketchOf("…")).toMatchObject({ wordCount: 0, sketch: "" });
    expect(hashesOf(sketchOf("Done.").sketch)).toHaveLength(1);
    expect(likeness("Done.", "Done")).toBe(1);
    expect(likeness("", "")).toBe(0);
  });

  it("gives the exact similarity of short texts and an estimate for long ones", () => {
    const { next, below } = seeded(7);
    for (const [length, tolerance] of [
      [20, 1e-9],
      [48, 1e-9],
      [400, 0.25],
    ] as const) {
      for (let round = 0; round < 40; round += 1) {
        const words = Array.from({ length }, () => `w${below(900)}`);
        const other = words.map((word) => (next() < 0.1 ? `x${below(900)}` : word));
        const [one, two] = [words.join(" "), other.join(" ")];
        expect(Math.abs(likeness(one, two) - counted(one, two))).toBeLessThanOrEqual(tolerance);
      }
    }
  });
});
