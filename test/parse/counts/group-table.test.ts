/** Counts of each theme's statuses, of which the row of totals is the report's. */
import { describe, expect, it } from "vitest";
import type { Block, Cell } from "../../../src/model/block.js";
import { parseReports } from "../../../src/parse/parse-reports.js";
import { BUILTIN_PROFILE } from "../../../src/schema/builtin-profile.js";

const place = (page: number) => ({ page, lineFirst: null, lineLast: null, bbox: null });
const line = (text: string, gapBefore = false, page = 1): Block => ({
  kind: "line",
  text,
  indent: 0,
  gapBefore,
  pageStart: false,
  place: place(page),
});
const row = (cells: readonly (string | Cell)[], gapBefore = false, page = 1): Block => ({
  kind: "row",
  cells: cells.map((cell) => (typeof cell === "string" ? { text: cell } : cell)),
  borders: "sure",
  gapBefore,
  pageStart: false,
  place: place(page),
});
const TITLE = line("Fernside Flood Action Plan 2031-2033", true);
const HEADING = row(["Ref", "Action", "Lead", "RAG", "Progress"], true);
const entry = (number: number, status: string | Cell): Block =>
  row([String(number), `Raise bank number ${number}`, "Rivers Team", status, "Work on it goes on."]);
const countsOf = (...blocks: Block[]) =>
  parseReports([TITLE, ...blocks], BUILTIN_PROFILE)[0]?.statements.map(({ rag, label, count, total }) => [
    rag,
    label,
    count,
    total,
  ]);

describe("a table of counts by theme", () => {
  const ROWS = [HEADING, entry(1, "Green"), entry(2, "Red"), entry(3, "Green")];
  const THEMES = [
    ["Area", "Green", "Amber", "Red", "All"].slice(0, 4),
    ["1 Rivers", "1", "0", "1"],
    ["2 Drains", "1", "0", "0"],
  ];
  const counted = (total: number | null) => [
    ["green", "Green", 2, total],
    ["amber", "Amber", 0, total],
    ["red", "Red", 1, total],
  ];

  it("states the counts of its row of totals", () => {
    const table = [...THEMES, ["Total", "2", "0", "1"]].map((cells, at) => row(cells, at === 0));
    expect(countsOf(...table, ...ROWS)).toEqual(counted(null));
  });

  it("states the total of its column of totals", () => {
    const sums = ["Total", "2", "1", "3"];
    const table = [...THEMES, ["Total", "2", "0", "1"]].map((cells, at) => row([...cells, sums[at] ?? ""], at === 0));
    expect(countsOf(...table, ...ROWS)).toEqual(counted(3));
  });

  it("may name its row and column of totals by other words where the figures are the sums", () => {
    const sums = ["All", "2", "1", "3"];
    const table = (green: string) =>
      [...THEMES, ["All areas", green, "0", "1"]].map((cells, at) => row([...cells, sums[at] ?? ""], at === 0));
    expect(countsOf(...table("2"), ...ROWS)).toEqual(counted(3));
    expect(countsOf(...table("1"), ...ROWS)).toEqual([]);
  });

  it("may be lines of a text that wide spaces set apart", () => {
    const lines = [
      "Area        Green   Amber   Red   Total",
      "Rivers        1       0      1      2",
      "Drains        1       0      0      1",
      "Total         2       0      1      3",
    ].map((text, at) => line(text, at === 0));
    expect(countsOf(...lines, ...ROWS)).toEqual(counted(3));
  });

  it("states nothing of the report without a row of totals", () => {
    expect(countsOf(...THEMES.map((cells, at) => row(cells, at === 0)), ...ROWS)).toEqual([]);
  });
});

describe("counts in the report's own words", () => {
  const PAINTED = { text: "Ebbing", fill: "#ffc000" };
  const ROWS = [HEADING, entry(1, PAINTED), entry(2, PAINTED), entry(3, "Complete"), entry(4, "Complete")];

  it("have the status that the rows have which print the word", () => {
    expect(countsOf(...ROWS, row(["Complete", "2"], true), row(["Ebbing", "2"]), row(["Total", "4"]))).toEqual([
      ["blue", "Complete", 2, 4],
      ["amber", "Ebbing", 2, 4],
    ]);
  });

  it("are read in a sentence", () => {
    const sentence = line("There are 4 actions in the plan: 2 are complete and 2 are ebbing.", true);
    expect(countsOf(sentence, ...ROWS)).toEqual([
      ["blue", "complete", 2, 4],
      ["amber", "ebbing", 2, 4],
    ]);
  });

  it("have no status where rows with the word differ", () => {
    const rows = [...ROWS, entry(5, { text: "Ebbing", fill: "#ff0000" })];
    const counts = countsOf(...rows, row(["Complete", "2"], true), row(["Ebbing", "3"]), row(["Total", "5"]));
    expect(counts).toContainEqual([null, "Ebbing", 3, 5]);
  });
});

describe("counts in a key after the rows", () => {
  const ROWS = [HEADING, entry(1, "G"), entry(2, "R"), entry(3, "G")];

  it("are the report's on a page of their own, whatever its title", () => {
    const key = ["G  runs as it should  2 of 3", "R  has run dry  1 of 3"].map((text) => line(text, false, 2));
    expect(countsOf(...ROWS, line("What The Letters Mean", true, 2), ...key)).toEqual([
      ["green", "G", 2, 3],
      ["red", "R", 1, 3],
    ]);
  });

  it("are not where the page begins another paper", () => {
    const other = ["1  Apologies  2 of 3", "2  Minutes  1 of 3"].map((text) => line(text, false, 2));
    expect(countsOf(...ROWS, line("Budget Report 2032", true, 2), ...other)).toEqual([]);
  });
});

it("reads a count beside a painted colour whose meaning is long", () => {
  const swatch = (fill: string): Cell => ({ text: "", fill });
  const key = [
    row([swatch("#00b050"), "Runs as it should", "1"], true),
    row([swatch("#ff0000"), "Has run dry, and will not run again before the end of next year", "2"]),
  ];
  const rows = [HEADING, entry(1, swatch("#00b050")), entry(2, swatch("#ff0000")), entry(3, swatch("#ff0000"))];
  expect(countsOf(...key, ...rows)?.map(([rag, , count]) => [rag, count])).toEqual([
    ["green", 1],
    ["red", 2],
  ]);
});
