import { describe, expect, it } from "vitest";
import type { Page, Word } from "../../src/model/page.js";
import { gridOfCandidate } from "../../src/table/aligned/aligned-grid.js";
import type { ChunkLine } from "../../src/table/aligned/chunks.js";
import { rowsOfWords } from "../../src/table/rows/joined-rows.js";
import { line } from "./made-page.js";

/** Cells of the aligned table that lines make, by row: column, rows and words. */
function cellsOf(words: Page["words"]): string[][] {
  const lines: readonly ChunkLine[] = rowsOfWords(words);
  const grid = gridOfCandidate({ lines, rules: [], bounds: 1 });
  const rows: string[][] = Array.from({ length: (grid?.ys.length ?? 1) - 1 }, () => []);
  for (const cell of grid?.cells ?? []) {
    const text = cell.words.map((word) => word.text).join(" ");
    rows[cell.row]?.push(cell.rowSpan === 1 ? text : `${text} over ${cell.rowSpan}`);
  }
  return rows;
}
const cells = (y: number, organisation: string, title: string, status: string): Word[] => [
  ...line(80, y, organisation),
  ...line(130, y, title),
  ...line(260, y, status),
];
const head = [...line(50, 60, "No"), ...line(80, 60, "Lead"), ...line(130, 60, "Title"), ...line(260, 60, "RAG")];

describe("a label centred between two rows", () => {
  it("is one cell over both of them", () => {
    const words = [
      ...head,
      ...cells(90, "FORCE", "Open a door", "Red"),
      ...line(50, 104, "1"),
      ...cells(118, "FRS", "Close a door", "Green"),
      ...cells(146, "MC", "Paint a door", "Amber"),
      ...line(50, 160, "2"),
      ...cells(174, "OPCC", "Sell a door", "Red"),
    ];
    expect(cellsOf(words).slice(1)).toEqual([
      ["1 over 2", "FORCE", "Open a door", "Red"],
      ["FRS", "Close a door", "Green"],
      ["2 over 2", "MC", "Paint a door", "Amber"],
      ["OPCC", "Sell a door", "Red"],
    ]);
  });

  it("takes the organisation beside it over both rows too", () => {
    const words = [
      ...head,
      ...cells(90, "", "Open a door", "Red"),
      ...line(50, 104, "1"),
      ...line(80, 104, "FORCE"),
      ...cells(118, "", "Close a door", "Green"),
      ...[
        ["2", "MC", "Paint a door", 150],
        ["3", "FRS", "Sell a door", 180],
      ].flatMap(([number, lead, title, y]) => [
        ...line(50, Number(y), String(number)),
        ...cells(Number(y), String(lead), String(title), "Red"),
      ]),
    ];
    expect(cellsOf(words)[1]).toEqual(["1 over 2", "FORCE over 2", "Open a door", "Red"]);
  });
});

it("lines with consecutive numbers are rows, however close they are", () => {
  const near = (y: number, number: string, title: string): Word[] => [
    ...line(50, y, number),
    ...cells(y, "MC", title, "Red"),
  ];
  const words = [
    ...head,
    ...near(80, "1", "Open a door to the"),
    ...line(130, 91, "upper yard"),
    ...near(110, "2", "Close a door"),
    ...near(128, "3", "Paint a door in the"),
    ...line(130, 139, "lower yard"),
    ...near(147, "4", "Sell a door"),
  ];
  expect(cellsOf(words).map((each) => each[0])).toEqual(["No", "1", "2", "3", "4"]);
});

describe("the name of a group between two rows of figures", () => {
  const figures = (y: number, name: string, one: string, two: string): Word[] => [
    ...line(130, y, name),
    ...line(260, y, one),
    ...line(330, y, two),
  ];
  it("leaves them two rows, as figures do not wrap", () => {
    const words = [
      ...[...line(50, 60, "Group"), ...figures(60, "Method", "First", "Second")],
      ...[...figures(80, "Plain", "12.5", "40.1"), ...line(50, 86, "Roads"), ...figures(92, "Mixed", "13.0", "41.7")],
      ...[
        ...figures(112, "Plain", "22.5", "60.1"),
        ...line(50, 118, "Rivers"),
        ...figures(124, "Mixed", "23.0", "61.7"),
      ],
    ];
    expect(cellsOf(words)).toEqual([
      ["Group", "Method", "First", "Second"],
      ["Roads over 2", "Plain", "12.5", "40.1"],
      ["Mixed", "13.0", "41.7"],
      ["Rivers over 2", "Plain", "22.5", "60.1"],
      ["Mixed", "23.0", "61.7"],
    ]);
  });
});
