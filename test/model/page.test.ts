import { expect, it } from "vitest";
import { boxAsShown, boxAsUpright, type Page, type Turn } from "../../src/model/page.js";
import type { Bbox } from "../../src/schema/values.js";

it.each([0, 90, 180, 270] satisfies Turn[])("a box goes to the displayed page and back at a turn of %i", (turn) => {
  const page: Page = { number: 1, widthPt: 842, heightPt: 595, words: [], rulings: [], fills: [], imageShare: 0, turn };
  const bbox: Bbox = [50, 100, 200, 130];
  const shown = boxAsShown(bbox, page);
  expect(boxAsUpright(shown, page)).toEqual(bbox);
  expect(shown[0]).toBeLessThan(shown[2]);
  expect(shown[1]).toBeLessThan(shown[3]);
});
