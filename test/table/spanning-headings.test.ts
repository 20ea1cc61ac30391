/** Headings over several columns of a table without rules: by the short rule under them, or by their centre. */
import { describe, expect, it } from "vitest";
import type { Ruling, Table, Word } from "../../src/model/page.js";
import { findTables } from "../../src/table/find-tables.js";
import { across, line, page } from "./made-page.js";

/** Texts of the first row, with the columns that each covers. */
const headings = (tables: readonly Table[]) =>
  tables.map((table) =>
    table.cells
      .filter((cell) => cell.row === 0 && cell.text !== "")
      .map((cell) => [cell.text, cell.column, cell.column + cell.columnSpan - 1]),
  );
const RIGHT = [250, 320, 390, 460];
const figures = (y: number, label: string, ...values: readonly string[]): Word[] => [
  ...line(50, y, label),
  ...values.flatMap((value, at) => line((RIGHT[at] ?? 0) - value.length * 5, y, value)),
];
const BODY = [
  figures(114, "District", "2021", "2022", "2021", "2022"),
  figures(128, "Brackley", "1,204", "1,310", "12.5", "13.1"),
  figures(142, "Otterby", "1,087", "1,091", "10.7", "10.9"),
  figures(156, "Stow", "1,455", "1,470", "14.5", "14.7"),
].flat();
const read = (head: readonly Word[], rules: readonly Ruling[] = []) =>
  headings(findTables(page([...head, ...BODY], rules)));

describe("a heading over two columns", () => {
  it("covers those that the short rule under it covers", () => {
    const head = [...line(225, 100, "Offences"), ...line(365, 100, "Per 1,000")];
    expect(read(head, [across(112, 225, 322), across(112, 365, 462)])).toEqual([
      [
        ["Offences", 1, 2],
        ["Per 1,000", 3, 4],
      ],
    ]);
  });

  it("covers those that it is centred over", () => {
    expect(read([...line(252, 100, "Offences"), ...line(392, 100, "Per 1,000")])).toEqual([
      [
        ["Offences", 1, 2],
        ["Per 1,000", 3, 4],
      ],
    ]);
  });

  it("is none, but the first line of the heading that it ends with", () => {
    expect(read([...line(280, 100, "Offences"), ...line(415, 100, "Per 1,000")])).toEqual([
      [
        ["District", 0, 0],
        ["2021", 1, 1],
        ["Offences\n2022", 2, 2],
        ["2021", 3, 3],
        ["Per 1,000\n2022", 4, 4],
      ],
    ]);
  });
});

describe("the last line of a row", () => {
  const XS = [50, 80, 300, 360];
  const cells = (y: number, ...texts: readonly string[]): Word[] =>
    texts.flatMap((text, at) => line(XS[at] ?? 0, y, text));
  /** Two rows under one number each: the rules between them begin after the number. */
  const words = [
    ...cells(100, "No", "Milestone", "Lead", "Status"),
    ...cells(120, "1", "Carry the mill pond path over the", "EA", "Red"),
    ...cells(132, "", "old weir"),
    ...cells(152, "", "Paint the ferry steps in", "MC", "Green"),
    ...cells(164, "", "harbour blue"),
    ...cells(184, "2", "Ring the bells for the", "MC", "Red"),
    ...cells(196, "", "fishing fleet"),
    ...cells(216, "", "Light the quay", "EA", "Green"),
  ];
  const rules = [
    across(114, 45, 420),
    across(146, 78, 420),
    across(178, 45, 420),
    across(210, 78, 420),
    across(230, 45, 420),
  ];

  it("is no heading over the columns that the rule below covers", () => {
    const [table] = findTables(page(words, rules));
    expect(table?.cells.filter(({ column, text }) => column === 1 && text !== "").map(({ text }) => text)).toEqual([
      "Milestone",
      "Carry the mill pond path over the\nold weir",
      "Paint the ferry steps in\nharbour blue",
      "Ring the bells for the\nfishing fleet",
      "Light the quay",
    ]);
  });
});
