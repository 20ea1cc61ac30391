import { describe, expect, it } from "vitest";
import { cropBox } from "../../src/draw/crop.js";
import type { Bbox } from "../../src/schema/values.js";

describe("the piece cut from a page around a place", () => {
  it.each([
    ["a row as wide as the page", [50, 200, 545, 230], [26, 166, 569, 264]],
    ["a narrow place, with what stands beside it", [280, 400, 320, 410], [100, 366, 500, 444]],
    ["one at the left edge, made up for at the right", [10, 400, 20, 410], [0, 366, 400, 444]],
    ["one at the right edge", [580, 400, 594, 410], [195, 366, 595, 444]],
    ["the page's first line", [50, 5, 545, 15], [26, 0, 569, 49]],
    ["the page's last line", [50, 830, 545, 841], [26, 796, 569, 842]],
    ["a place higher than a picture, cut below", [50, 100, 545, 800], [26, 66, 569, 366]],
  ] as const)("is right for %s", (_, bbox, box) => {
    expect(cropBox(bbox as unknown as Bbox, 595, 842)).toEqual(box);
  });

  it("is none for a place outside the page", () => {
    expect(cropBox([50, 900, 545, 910], 595, 842)).toBeNull();
  });
});
