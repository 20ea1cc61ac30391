import { describe, expect, it } from "vitest";
import type { Word } from "../../src/model/page.js";
import { findTables } from "../../src/table/find-tables.js";
import { across, line, page } from "./made-page.js";

const rows = (words: readonly Word[], rulings: Parameters<typeof page>[1] = []): string[][][] =>
  findTables(page(words, rulings)).map((table) =>
    Array.from({ length: table.rowCount }, (_, row) =>
      table.cells.filter((cell) => cell.row === row).map((cell) => cell.text.replaceAll("\n", " ")),
    ),
  );

describe("numbers of one width, close to the titles beside them", () => {
  const bold = { bold: true };
  const row = (y: number, number: string, title: string, lead: string, status: string): Word[] => [
    ...line(36, y, number),
    ...line(60, y, title),
    ...line(250, y, lead),
    ...line(290, y, status),
  ];
  const words = [
    ...line(36, 100, "No", bold),
    ...line(120, 100, "Task", bold),
    ...line(250, 100, "Who", bold),
    ...line(290, 100, "State", bold),
    ...line(36, 116, "Aim 1: Safer lanes", bold),
    ...row(132, "1.01", "Cut the verges by May", "PC", "Open"),
    ...row(148, "1.02", "Paint the kerbs", "PC", "Closed"),
    ...line(36, 164, "Aim 2: Halls", bold),
    ...row(180, "2.01", "Let the hall to all clubs and groups", "CC", "Open"),
    ...row(196, "2.02", "Mend the stage", "CC", "Open"),
    ...row(212, "2.03", "Buy forty chairs", "PC", "Closed"),
  ];

  it("are a column, and each line is a row", () => {
    const [table, ...others] = rows(words);
    expect(others).toEqual([]);
    expect(table).toEqual([
      ["No", "Task", "Who", "State"],
      ["Aim 1: Safer lanes"],
      ["1.01", "Cut the verges by May", "PC", "Open"],
      ["1.02", "Paint the kerbs", "PC", "Closed"],
      ["Aim 2: Halls"],
      ["2.01", "Let the hall to all clubs and groups", "CC", "Open"],
      ["2.02", "Mend the stage", "CC", "Open"],
      ["2.03", "Buy forty chairs", "PC", "Closed"],
    ]);
  });
});

describe("the cells of a small table", () => {
  it("are not cut where a table below it has a column", () => {
    const key = (y: number, ...texts: readonly string[]) => texts.flatMap((text, at) => line(50 + at * 60, y, text));
    const below = [170, 190, 210, 230, 250].flatMap((y, at) => [
      ...line(50, y, String(at + 1)),
      ...line(80, y, "Mend the footbridge"),
      ...line(202.5, y, "EA"),
      ...line(253, y, "Red"),
      ...line(310, y, "The bridge is closed until the spring."),
    ]);
    // "started" begins where the third column of the table below does.
    const words = [...key(100, "Open", "At risk"), ...line(185, 100, "Not started")];
    const counts = [...key(118, "1 (20%)", "0 (0%)"), ...line(185, 118, "4 (80%)")];
    const lines = [114, 132].map((y) => across(y, 45, 250));
    const rules = [165, 186, 206, 226, 246, 266].map((y) => across(y, 45, 520));
    const [first] = rows([...words, ...counts, ...below], [...lines, ...rules]);
    expect(first).toEqual([
      ["Open", "At risk", "Not started"],
      ["1 (20%)", "0 (0%)", "4 (80%)"],
    ]);
  });
});
