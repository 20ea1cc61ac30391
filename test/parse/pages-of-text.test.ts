/**
 * Text taken out of a PDF page by page, a cell to a line: headings come again on each page, whole or in part, a status may be
 * above its row, and numbers within updates are no labels.
 */
import { describe, expect, it } from "vitest";
import { reportOf } from "./read-text.js";

const HEADER = ["HARBOUR RECOVERY PLAN (2022-23)", "THEME 2 UPDATE - QRT 2 UPDATE (September 2022)", ""];
const HEADINGS = ["No", "Organisation", "SPECIFIC DELIVERABLES", "RAG", "Status"];
const PAGE_HEADINGS = ["No", "", "Organisation", "", "SPECIFIC DELIVERABLES", "", "RAG", "Status"];

function read(...lines: string[]) {
  const report = reportOf(...HEADER, ...lines);
  return {
    rows: report?.deliverables.map(({ number, title, rag }) => [number, title, rag]),
    updates: report?.deliverables.map(({ updates }) => updates.map(({ date, text }) => [date, text].join(" "))),
    reasons: report?.deliverables.map(({ review_reasons }) => review_reasons),
  };
}

const BASIN = ["1", "FORCE", "Dredge the inner basin", "G", "Update: 12.09.22", "The dredger has started."];
const OFFICE = ["2", "MC", "Paint the harbour office", "A", "Update: 13.09.22", "The paint is bought."];
const RINGS = ["3", "FORCE", "Replace the mooring rings", "R", "Update: 14.09.22", "Forty are in."];
const THREE = [
  ["1", "Dredge the inner basin", "green"],
  ["2", "Paint the harbour office", "amber"],
  ["3", "Replace the mooring rings", "red"],
];

describe("a status alone above a row's label", () => {
  it("right below the headings of a page is that row's", () => {
    const [label, ...cells] = RINGS.filter((cell) => cell !== "R");
    const { rows, reasons } = read(
      ...[...HEADINGS, ...BASIN, ...OFFICE, "1", "", ...PAGE_HEADINGS, "R", "", label ?? "", ...cells],
    );
    expect(rows).toEqual(THREE);
    expect(reasons?.flat()).toEqual([]);
  });

  it("right below the first headings is the first row's, though other text of the page is among them", () => {
    const [label, ...cells] = BASIN.filter((cell) => cell !== "G");
    const { rows } = read(
      ...[
        "No",
        "Organisation",
        "SPECIFIC DELIVERABLES",
        "",
        "Not started: planned for",
        "a later quarter",
        "0/3 (0%)",
        "",
      ],
      ...["RAG", "Status", "G", "", label ?? "", ...cells, ...OFFICE, ...RINGS],
    );
    expect(rows).toEqual(THREE);
  });

  it("is doubtful where the row above has none either", () => {
    const without = (row: readonly string[]): string[] => row.filter((cell) => !/^[GAR]$/.test(cell));
    const { rows, reasons } = read(
      ...[...HEADINGS, ...BASIN, ...without(OFFICE), "1", "", ...PAGE_HEADINGS, "R", "", ...without(RINGS)],
    );
    expect(rows?.map(([, , rag]) => rag)).toEqual(["green", null, "red"]);
    expect(reasons?.[2]).not.toEqual([]);
  });
});

describe("headings that come again", () => {
  it("begin a page where only some of them stand together", () => {
    const { rows, updates } = read(
      ...[...HEADINGS, ...BASIN, ...OFFICE.slice(0, -1), "1", "", "No", "", "RAG", "Status", "The paint is bought."],
      ...RINGS,
    );
    expect(rows).toEqual(THREE);
    expect(updates?.[1]).toEqual(["2022-09-13 The paint is bought."]);
  });
});

it("begins no row at the day of an update below headings that come again", () => {
  const heads = "Ref We will Lead Due Status Latest position";
  const { rows, updates } = read(
    heads,
    "1a Dredge the inner basin",
    "MC Jun 2024",
    "Green 12 September 2022: The dredger has started.",
    "1b Paint the harbour office",
    "FORCE May 2024",
    "Red 13 September 2022: The paint is bought.",
    "1c Replace the mooring rings",
    "MC Apr 2024",
    "Amber 14 September 2022: Forty are in.",
    "",
    heads,
    "5 October 2022: Twenty more were brought by boat",
    "from the other side.",
  );
  expect(rows?.map(([number]) => number)).toEqual(["1a", "1b", "1c"]);
  expect(updates?.[2]).toEqual([
    "2022-09-14 Forty are in.",
    "2022-10-05 Twenty more were brought by boat from the other side.",
  ]);
});

describe("a number at the beginning of a line", () => {
  it.each([
    ["of a dated heading", ["Update 18.2.22:", "A second one is hired."]],
    ["of a list closed by dots", ["1. Hired a crew.", "2. Fuelled the barge.", "3. Sounded the channel."]],
    ["of a sentence", ["32 berths were sounded, and all of them are deep enough."]],
    ["that ends a sentence", ["We have now heard from all but a few of the", "172. The others are asked again."]],
  ])("%s begins no row", (_, text) => {
    expect(read(...HEADINGS, ...BASIN, ...text, ...OFFICE, ...RINGS, ...text).rows).toEqual(THREE);
  });

  it("on a page that begins with the rest of an update begins no row before the next label", () => {
    const list = ["1. Hired a crew.", "2. Fuelled the barge.", "3. Sounded the channel.", "4. Laid a buoy."];
    const rest = ["It works by day.", "It works by night.", "It never rests.", ...list];
    const { rows } = read(...[...HEADINGS, ...BASIN, ...OFFICE, "1", "", ...PAGE_HEADINGS, "", ...rest, ...RINGS]);
    expect(rows).toEqual(THREE);
  });
});

it("takes the article of a sentence for no status, below a heading without a sign", () => {
  const { rows, updates } = read(
    ...[...HEADINGS, "1 FORCE Dredge the inner basin G", "Update September 2022", "A review of the depth is planned."],
    ...["2 MC Paint the harbour office R", "Update August 2022", "A painter is found."],
  );
  expect(rows?.map(([, , rag]) => rag)).toEqual(["green", "red"]);
  expect(updates).toEqual([["2022-09 A review of the depth is planned."], ["2022-08 A painter is found."]]);
});
