import { expect, it } from "vitest";
import { highlightsOfPage } from "../../src/draw/highlights.js";
import type { Block, Cell } from "../../src/model/block.js";
import type { Report, Residue } from "../../src/schema/dataset.js";
import type { Bbox } from "../../src/schema/values.js";
import { makeReport } from "../export/reports.js";

const place = (page: number, bbox: Bbox) => ({ page, bbox, lineFirst: null, lineLast: null });
const line = (page: number, bbox: Bbox, text: string): Block => ({
  kind: "line",
  text,
  indent: 0,
  gapBefore: false,
  pageStart: false,
  place: place(page, bbox),
});
const tableRow = (page: number, bbox: Bbox, cells: readonly Cell[]): Block => ({
  kind: "row",
  cells,
  borders: "sure",
  gapBefore: false,
  pageStart: false,
  place: place(page, bbox),
});

const TITLE: Bbox = [20, 20, 300, 32];
const HEAD: Bbox = [20, 100, 380, 120];
const UPDATE: Bbox = [20, 120, 380, 160];
const NEXT_PAGE: Bbox = [20, 30, 380, 60];
const FOOT: Bbox = [20, 280, 60, 290];
const cells: Cell[] = ["4.", "FORCE", "Light the\nriver path", ""].map((text, at) => ({
  text,
  bbox: [20 + at * 90, 100, 110 + at * 90, 120],
  fill: at === 3 ? "#00b050" : null,
}));
const BLOCKS = [
  line(1, TITLE, "Melford Delivery Plan 2022-23"),
  tableRow(1, HEAD, cells),
  line(1, UPDATE, "Update: the contractor has started and"),
  line(1, FOOT, "Page 1"),
  line(2, NEXT_PAGE, "works from the bridge to the weir"),
  line(2, FOOT, "Any other business"),
];

function report(): Report {
  const made = makeReport("a");
  const [row] = made.deliverables;
  if (row === undefined) throw new Error("the made report has no row");
  const source = { source_file: "a.pdf", page: 1, line_first: null, line_last: null };
  const [update] = row.updates;
  if (update === undefined) throw new Error("the made row has no update");
  const text = "the contractor has started and works from the bridge to the weir";
  const piece: Residue = { report_id: "a", reason: "furniture", text: "Page", ...source, bbox: FOOT };
  return {
    ...made,
    ...source,
    bbox: TITLE,
    page_first: 1,
    page_last: 1,
    plan_title: "Melford Delivery Plan",
    stated_counts: [],
    deliverables: [
      {
        ...row,
        ...source,
        bbox: [20, 100, 380, 160],
        number: "4",
        organisations_raw: "FORCE",
        title: "Light the river path",
        rag: "green",
        rag_raw: null,
        rag_colour: "green",
        updates: [{ ...update, ...source, bbox: UPDATE, heading: "Update", text }],
      },
    ],
    residue: [piece, { ...piece, text: "1" }],
  };
}

it("gives a row's blocks, and the cells that hold just what its fields do", () => {
  const [row, ...others] = highlightsOfPage(1, BLOCKS, [report()]).rows;
  expect(others).toEqual([]);
  expect(row).toMatchObject({ boxes: [HEAD, UPDATE], bbox: [20, 100, 380, 160], isContinued: false });
  expect(row?.fields.map(({ field }) => field)).toEqual(["number", "organisation", "title", "status"]);
  expect(row?.fields.at(-1)?.bbox).toEqual(cells[3]?.bbox);
});

it("follows a row onto the next page by its words, and takes no other block there", () => {
  const [row, ...others] = highlightsOfPage(2, BLOCKS, [report()]).rows;
  expect(others).toEqual([]);
  expect(row).toMatchObject({ boxes: [NEXT_PAGE], isContinued: true });
});

it("highlights a block of residue once for its reason, however many pieces of it there are", () => {
  expect(highlightsOfPage(1, BLOCKS, [report()]).residue).toEqual([{ reason: "furniture", bbox: FOOT }]);
  expect(highlightsOfPage(2, BLOCKS, [report()]).residue).toEqual([]);
});

it("names the fields that were read from a line of the header", () => {
  expect(highlightsOfPage(1, BLOCKS, [report()]).header).toEqual([{ fields: ["plan"], bbox: TITLE }]);
});

it("highlights nothing where no report was found", () => {
  expect(highlightsOfPage(1, BLOCKS, [])).toEqual({ rows: [], header: [], residue: [], stated: [] });
});
