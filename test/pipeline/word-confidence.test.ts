import { expect, it } from "vitest";
import type { Page, Word } from "../../src/model/page.js";
import { withRecognisedRows } from "../../src/normalise/recognised-rows.js";
import { confidenceOn } from "../../src/pipeline/formats/pdf/word-confidence.js";
import type { Deliverable, Report } from "../../src/schema/dataset.js";

const word = (top: number, confidence?: number): Word => ({
  text: "word",
  bbox: [100, top, 140, top + 10],
  sizePt: 10,
  colour: "#000000",
  bold: false,
  invisible: false,
  ...(confidence !== undefined && { confidence }),
});
const page = (number: number, words: readonly Word[]): Page => ({
  number,
  widthPt: 595,
  heightPt: 842,
  words,
  rulings: [],
  fills: [],
  imageShare: 1,
});
const place = (number: number, top: number) => ({
  source_file: "scan.pdf",
  page: number,
  line_first: null,
  line_last: null,
  bbox: [90, top, 200, top + 20] as [number, number, number, number],
});

const confidenceAt = confidenceOn([page(1, [word(100, 0.9), word(200, 0.4)]), page(2, [word(100)])], [1]);

it("gives the least sure word at a place, and nothing for pages that are printed", () => {
  expect(confidenceAt(place(1, 95))).toBe(0.9);
  expect(confidenceAt(place(1, 195))).toBe(0.4);
  expect(confidenceAt(place(1, 400))).toBe(1);
  expect(confidenceAt(place(2, 95))).toBeNull();
});

it("marks rows that were recognised, and those of which a word is in doubt, in the row or an update", () => {
  const row = (at: ReturnType<typeof place>, update?: ReturnType<typeof place>) =>
    ({
      ...at,
      review_reasons: ["number-shared"],
      updates: update === undefined ? [] : [update],
    }) as unknown as Deliverable;
  const report = {
    ...place(1, 95),
    review_reasons: [],
    stated_counts: [],
    deliverables: [row(place(1, 95)), row(place(1, 195)), row(place(2, 95)), row(place(2, 95), place(1, 195))],
  } as unknown as Report;
  expect(withRecognisedRows(report, confidenceAt).deliverables.map((each) => each.review_reasons)).toEqual([
    ["number-shared", "recognised"],
    ["number-shared", "recognised", "recognised-doubtful"],
    ["number-shared"],
    ["number-shared", "recognised", "recognised-doubtful"],
  ]);
});
