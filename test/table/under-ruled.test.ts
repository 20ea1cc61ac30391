/** Ruled tables with fewer rules than rows and columns: lines of figures and gaps between them show the rest. */
import { describe, expect, it } from "vitest";
import type { Table, Word } from "../../src/model/page.js";
import { findTables } from "../../src/table/find-tables.js";
import { across, down, line, page } from "./made-page.js";

const XS = [50, 200, 300, 400];
/** Texts by row, cells without text left out; a cell that spans columns shows how many. */
const texts = (table: Table | undefined): string[][] =>
  Array.from({ length: table?.rowCount ?? 0 }, (_, row) =>
    (table?.cells ?? [])
      .filter((cell) => cell.row === row && cell.text !== "")
      .map((cell) => (cell.columnSpan > 1 ? `${cell.text} (${cell.columnSpan})` : cell.text)),
  );
const row = (y: number, ...cells: readonly string[]): Word[] =>
  cells.flatMap((cell, at) => line((XS[at] ?? 0) + 5, y, cell));
const tableOf = (words: readonly Word[], ys: readonly number[], xs: readonly number[], top = ys[0] ?? 0) =>
  findTables(
    page(words, [
      ...ys.map((y) => across(y, xs[0] ?? 0, xs.at(-1) ?? 0)),
      ...xs.map((x, at) => down(x, at === 0 || at === xs.length - 1 ? (ys[0] ?? 0) : top, ys.at(-1) ?? 0)),
    ]),
  )[0];

describe("a table ruled round its head and its body", () => {
  const HEAD = row(105, "District", "2021", "2022");
  const FIGURES = [
    row(125, "Brackley", "1,204", "1,310"),
    row(140, "Otterby", "87", "91"),
    row(155, "Stow", "455", "470"),
    row(170, "Melford", "12", "19"),
  ].flat();
  const ROWS = [
    ["District", "2021", "2022"],
    ["Brackley", "1,204", "1,310"],
    ["Otterby", "87", "91"],
    ["Stow", "455", "470"],
    ["Melford", "12", "19"],
  ];

  it("has a row for each line of figures", () => {
    expect(texts(tableOf([...HEAD, ...FIGURES], [100, 120, 190], XS))).toEqual(ROWS);
  });

  it("has a heading for each column where the head is not divided by rules", () => {
    expect(texts(tableOf([...HEAD, ...FIGURES], [100, 120, 190], XS, 120))).toEqual(ROWS);
  });

  it("keeps a heading over several columns as one cell", () => {
    const head = line(55, 105, "Offences by district and year of record");
    expect(texts(tableOf([...head, ...FIGURES], [100, 120, 190], XS, 120))[0]).toEqual([
      "Offences by district and year of record (3)",
    ]);
  });

  it("has one row where its lines are sentences", () => {
    const body = [
      ...row(125, "The council met", "It was told"),
      ...row(140, "twice to talk of", "that no money"),
      ...row(155, "the bridge and", "would come this"),
    ].flat();
    const found = tableOf([...row(105, "Update", "Reply"), ...body], [100, 120, 190], XS.slice(0, 3));
    expect(texts(found)).toEqual([
      ["Update", "Reply"],
      ["The council met\ntwice to talk of\nthe bridge and", "It was told\nthat no money\nwould come this"],
    ]);
  });

  it("has a row for each line of words where each holds several cells", () => {
    const body = [
      ["Bridge", "Stow", "Open"],
      ["Ferry", "Otterby", "Shut"],
      ["Lock", "Melford", "Open"],
      ["Weir", "Brackley", "Shut"],
    ];
    const words = body.flatMap((cells, at) => row(125 + at * 15, ...cells));
    const found = tableOf([...row(105, "Work", "Place", "State"), ...words], [100, 120, 190], XS);
    expect(texts(found)).toEqual([["Work", "Place", "State"], ...body]);
  });
});

describe("a ruled column that holds several columns of figures", () => {
  const rows = (...figures: readonly (readonly string[])[]): Word[] =>
    figures.flatMap(([label = "", ...rest], at) => [
      ...line(55, 105 + at * 20, label),
      ...rest.flatMap((figure, column) => line(260 + column * 60 - figure.length * 5, 105 + at * 20, figure)),
    ]);
  const YS = [100, 120, 140, 160, 180];

  it("is divided where the figures are set apart on most lines", () => {
    const found = tableOf(
      rows(
        ["Brackley", "10", "20", "30"],
        ["Otterby", "11", "21", "31"],
        ["Stow", "12", "22", "32"],
        ["Melford", "1", "2", "3"],
      ),
      YS,
      [50, 200, 400],
    );
    expect(texts(found)).toEqual([
      ["Brackley", "10", "20", "30"],
      ["Otterby", "11", "21", "31"],
      ["Stow", "12", "22", "32"],
      ["Melford", "1", "2", "3"],
    ]);
  });

  it("gives a text over all of them one cell", () => {
    const found = tableOf(
      [
        ...rows(["District"], ["Otterby", "11", "21", "31"], ["Stow", "12", "22", "32"], ["Melford", "1", "2", "3"]),
        ...line(215, 105, "Offences by year of record"),
      ],
      YS,
      [50, 200, 400],
    );
    expect(texts(found)).toEqual([
      ["District", "Offences by year of record (3)"],
      ["Otterby", "11", "21", "31"],
      ["Stow", "12", "22", "32"],
      ["Melford", "1", "2", "3"],
    ]);
  });

  it("is left as it is where a few lines alone have several", () => {
    const found = tableOf(
      rows(["Brackley", "10"], ["Otterby", "11", "21"], ["Stow", "12"], ["Melford", "1"]),
      YS,
      [50, 200, 400],
    );
    expect(found?.columnCount).toBe(2);
  });
});

describe("a ruled row with a list in two of its cells", () => {
  it("stays one row: the items of one list are not beside those of the other", () => {
    const items = (y: number, left: string, right: string): Word[] => row(y, `• ${left}`, `• ${right}`);
    const words = [
      row(105, "Strong", "Weak"),
      items(125, "Local staff", "Few vehicles"),
      items(140, "Short routes", "Old maps"),
      items(155, "Good data", "No night shift"),
      items(170, "New depot", "Long repairs"),
    ].flat();
    const table = tableOf(words, [100, 120, 185], [50, 200, 330]);
    expect(texts(table)).toEqual([
      ["Strong", "Weak"],
      [
        "• Local staff\n• Short routes\n• Good data\n• New depot",
        "• Few vehicles\n• Old maps\n• No night shift\n• Long repairs",
      ],
    ]);
  });
});
