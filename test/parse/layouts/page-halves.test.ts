import { expect, it } from "vitest";
import type { Block } from "../../../src/model/block.js";
import { parseReports } from "../../../src/parse/parse-reports.js";
import { BUILTIN_PROFILE } from "../../../src/schema/builtin-profile.js";

const line = (text: string): Block => ({
  kind: "line",
  text,
  indent: 0,
  gapBefore: false,
  pageStart: false,
  place: { page: 1, lineFirst: null, lineLast: null, bbox: [40, 20, 400, 32] },
});

/** The rows of a drawn table on a page, from its headings on, each as high as `heights` says. */
function table(page: number, heights: readonly number[], rows: readonly (readonly string[])[], from = 60): Block[] {
  let bottom = from;
  return rows.map((cells, at) => {
    const top = bottom;
    bottom += heights[at] ?? 20;
    const place = {
      page,
      lineFirst: null,
      lineLast: null,
      bbox: [40, top, 400, bottom] as [number, number, number, number],
    };
    return {
      kind: "row",
      cells: cells.map((text, column) => ({ text, bbox: [40 + column * 60, top, 100 + column * 60, bottom] })),
      borders: "sure",
      gapBefore: at === 0,
      pageStart: at === 0,
      place,
    };
  });
}

const HEAD = [line("CALDER COAST DELIVERY PLAN (2021-22)"), line("Quarter 3 (December 2021)")];
const LEFT = ["No", "Lead", "Action"];
const RIGHT = ["RAG", "Progress"];
const lefts = [
  ["1", "PORT", "Mend the sea wall"],
  ["2", "BCC", "Count the seals"],
  ["3", "EA", "Plant the dunes"],
  ["4", "NHS", "Open the clinic"],
];
const rights = [
  ["G", "The stone has come."],
  ["A", "The boat is late."],
  ["R", "No grass was bought."],
  ["G", "Doors open in May."],
];
const HEIGHTS = [16, 28, 40, 28];
const half = (heading: readonly string[], rows: readonly (readonly string[])[], from: number, to: number) => [
  heading,
  ...rows.slice(from, to),
];
const read = (blocks: readonly Block[]) =>
  parseReports([...HEAD, ...blocks], BUILTIN_PROFILE)
    .flatMap(({ rows }) => rows)
    .map(({ number, title, rag, updates }) => [number, title, rag, updates.map(({ text }) => text).join()]);

const ALL = [
  ["1", "Mend the sea wall", "green", "The stone has come."],
  ["2", "Count the seals", "amber", "The boat is late."],
  ["3", "Plant the dunes", "red", "No grass was bought."],
  ["4", "Open the clinic", "green", "Doors open in May."],
];

it("joins the right columns on the next page to rows as high as theirs", () => {
  const blocks = [...table(1, HEIGHTS, half(LEFT, lefts, 0, 3)), ...table(2, HEIGHTS, half(RIGHT, rights, 0, 3))];
  expect(read(blocks)).toEqual(ALL.slice(0, 3));
});

it("keeps the page and box of each half's cells", () => {
  const blocks = [...table(1, HEIGHTS, half(LEFT, lefts, 0, 3)), ...table(2, HEIGHTS, half(RIGHT, rights, 0, 3))];
  const [first] = parseReports([...HEAD, ...blocks], BUILTIN_PROFILE)[0]?.rows ?? [];
  expect(first?.places.title).toMatchObject({ page: 1, bbox: [160, 76, 220, 104] });
  expect(first?.places.rag).toMatchObject({ page: 2, bbox: [40, 76, 100, 104] });
  expect(first?.updates[0]?.place.page).toBe(2);
});

it.each([
  ["all left pages come first", [1, 2], [3, 4]],
  ["each left page comes before its right one", [1, 3], [2, 4]],
])("joins tables of several pages where %s", (_, left, right) => {
  const heights = [16, 28, 40];
  const pages = [
    ...table(left[0] ?? 0, heights, half(LEFT, lefts, 0, 2)),
    ...table(left[1] ?? 0, heights, half(LEFT, lefts, 2, 4)),
    ...table(right[0] ?? 0, heights, half(RIGHT, rights, 0, 2)),
    ...table(right[1] ?? 0, heights, half(RIGHT, rights, 2, 4)),
  ].sort((a, b) => (a.place.page ?? 0) - (b.place.page ?? 0));
  expect(read(pages)).toEqual(ALL);
});

it("joins no tables whose rows are not as high as each other: which row is whose is not known", () => {
  const other = [16, 28, 28, 40];
  const blocks = [...table(1, HEIGHTS, half(LEFT, lefts, 0, 3)), ...table(2, other, half(RIGHT, rights, 0, 3))];
  expect(read(blocks).every(([, , rag]) => rag === null)).toBe(true);
});

it("joins no table at another place of its page, such as a key whose rows are as high as the report's", () => {
  const key = [
    ["Status", "Meaning"],
    ["Green", "On track"],
    ["Amber", "At risk"],
    ["Red", "Off track"],
  ];
  const blocks = [...table(1, [], half(LEFT, lefts, 0, 3)), ...table(2, [], key, 300)];
  expect(read(blocks).every(([, , rag]) => rag === null)).toBe(true);
});

it("doubts the statuses of rows that only their number and places join", () => {
  const statuses = (heights: readonly number[]) =>
    parseReports(
      [...HEAD, ...table(1, heights, half(LEFT, lefts, 0, 3)), ...table(2, heights, half(RIGHT, rights, 0, 3))],
      BUILTIN_PROFILE,
    )
      .flatMap(({ rows }) => rows)
      .map(({ rag, reasons }) => [rag, reasons.includes("status-doubtful")]);
  expect(statuses([])).toEqual(["green", "amber", "red"].map((rag) => [rag, true]));
  expect(statuses(HEIGHTS)).toEqual(["green", "amber", "red"].map((rag) => [rag, false]));
});

it("joins each of two tables of a page to its own right columns", () => {
  const heights = [16, 28, 40];
  const blocks = [
    ...table(1, heights, half(LEFT, lefts, 0, 2)),
    ...table(1, heights, half(LEFT, lefts, 2, 4), 200),
    ...table(2, heights, half(RIGHT, rights, 0, 2)),
    ...table(2, heights, half(RIGHT, rights, 2, 4), 200),
  ];
  expect(read(blocks)).toEqual(ALL);
});
