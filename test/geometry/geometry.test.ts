import { describe, expect, it } from "vitest";
import { boundsOf, shareInside } from "../../src/geometry/boxes.js";
import { clusterValues, intervalOf, nearestIndex, quantile } from "../../src/geometry/cluster.js";
import { linesOfWords, textLinesOfWords } from "../../src/geometry/text-lines.js";
import { line } from "../table/made-page.js";

describe("boxes", () => {
  it("have a share that lies inside another box", () => {
    expect(shareInside([0, 0, 10, 10], [5, 0, 20, 10])).toBe(0.5);
    expect(shareInside([0, 0, 10, 10], [11, 0, 20, 10])).toBe(0);
    expect(shareInside([0, 0, 0, 10], [0, 0, 20, 10])).toBe(0);
  });
  it("have a smallest box around them, and null for no boxes", () => {
    expect(
      boundsOf([
        [1, 2, 3, 4],
        [0, 3, 2, 9],
      ]),
    ).toEqual([0, 2, 3, 9]);
    expect(boundsOf([])).toBeNull();
  });
});

describe("values", () => {
  it("form clusters that never span more than the tolerance", () => {
    expect(clusterValues([10, 11, 12, 13, 14], 2)).toEqual([11, 13.5]);
    expect(clusterValues([], 2)).toEqual([]);
  });
  it.each([
    [5, -1],
    [10, 0],
    [19.9, 0],
    [20, 1],
    [30, 1],
    [31, -1],
  ])("%d falls in interval %d of 10, 20, 30", (value, interval) => {
    expect(intervalOf([10, 20, 30], value)).toBe(interval);
  });
  it("have a nearest one to any number, and none in an empty list", () => {
    expect(nearestIndex([10, 20, 30], 26)).toBe(2);
    expect(nearestIndex([10, 20, 30], -5)).toBe(0);
    expect(nearestIndex([], 1)).toBe(-1);
  });
  it("have quantiles, 0 for no values", () => {
    expect(quantile([5, 1, 3], 0.5)).toBe(3);
    expect(quantile([], 0.5)).toBe(0);
  });
});

describe("words", () => {
  it("become lines in reading order, whatever order they are painted in", () => {
    const words = [...line(50, 112, "second line"), ...line(90, 100, "line"), ...line(50, 100.6, "first")];
    const lines = textLinesOfWords(words);
    expect(lines.map(({ text }) => text)).toEqual(["first line", "second line"]);
    expect(lines[0]?.bbox.slice(0, 2)).toEqual([50, 100]);
  });
  it("include a superscript in its line", () => {
    const [raised] = line(75, 98, "1", { sizePt: 6 });
    const words = [
      ...line(50, 100, "Total"),
      ...(raised === undefined ? [] : [{ ...raised, bbox: [75, 98, 78, 104] as [number, number, number, number] }]),
    ];
    expect(linesOfWords(words)).toHaveLength(1);
  });
});

it("two lines beside a dot as tall as both stay two", () => {
  const dot = { ...line(200, 102, "●")[0], sizePt: 18, bbox: [200, 102, 212, 120] } as const;
  const words = [...line(50, 100, "Mend the gate"), ...line(50, 112, "by the mill"), { ...line(0, 0, "●")[0], ...dot }];
  const lines = textLinesOfWords(words as Parameters<typeof textLinesOfWords>[0]);
  expect(lines.map(({ text }) => text)).toEqual(["Mend the gate ●", "by the mill"]);
});
