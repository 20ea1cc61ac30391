import { describe, expect, it } from "vitest";
import { blocksOf, shapeOf } from "./blocks.js";

const HEADINGS = "No\tLead\tDeliverable\tRAG\tUpdate";
const ROWS = [
  [
    "1",
    "NW",
    "Repaint the crossings at every school",
    "G",
    "Update 12.09.22: Nine of the twelve crossings are painted.",
  ],
  ["2", "EB", "Plant fifty trees", "A", "Update 05.09.22: No supplier was found in the county, so another was asked."],
];

/** A line as a program wraps it: at the last white space before the width, which is lost. */
function wrapped(line: string, width: number): string[] {
  if (line.length <= width) return [line];
  const at = Math.max(line.lastIndexOf(" ", width), line.lastIndexOf("\t", width));
  return [line.slice(0, at), ...wrapped(line.slice(at + 1), width)];
}

describe("tab-separated lines that were wrapped at a width", () => {
  // At 42 characters the first row ends its first line at the tab before its status, at 47 after it.
  it.each([42, 47, 52])("of %d characters are put together", (width) => {
    const lines = [HEADINGS, ...ROWS.flatMap((row) => wrapped(row.join("\t"), width))];
    expect(shapeOf([...lines, "", "Contact the desk."].join("\n"))).toEqual([
      { loose: HEADINGS.split("\t") },
      ...ROWS.map((row) => ({ sure: row })),
      "Contact the desk.",
    ]);
    expect(blocksOf(lines.join("\n")).at(-1)?.place.lineLast).toBe(lines.length);
  });

  it("stay as they are where two texts may have been cut at their border", () => {
    const rows = [
      "1\tG\tRepaint all the crossings",
      "Nine of twelve are painted by",
      "now with white paint and more",
      "soon.",
    ];
    expect(shapeOf(["No\tRAG\tDeliverable\tUpdate", ...rows].join("\n")).slice(2)).toEqual(rows.slice(1));
  });

  it("stay as they are where paragraphs end before they are full", () => {
    const rows = [
      "1\tNW\tRepaint\tG\tUpdate 12.09.22: Done.",
      "A second paragraph of it.",
      "- one",
      "- two",
      "- three",
    ];
    expect(shapeOf([HEADINGS, ...rows].join("\n")).slice(2)).toEqual(rows.slice(1));
  });
});
