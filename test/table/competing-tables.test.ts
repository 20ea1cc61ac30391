import { describe, expect, it } from "vitest";
import { findCandidatesOfPages, findTables } from "../../src/table/find-tables.js";
import { across, down, line, page } from "./made-page.js";

const rows = (made: Parameters<typeof findTables>[0]): string[][][] =>
  findTables(made).map((table) =>
    Array.from({ length: table.rowCount }, (_, row) =>
      table.cells.filter((cell) => cell.row === row).map((cell) => cell.text.replaceAll("\n", " ")),
    ),
  );

describe("candidates for one region", () => {
  const key = [
    ...line(60, 100, "Gold"),
    ...line(180, 100, "3 of 4 (75%)"),
    ...line(60, 114, "Silver"),
    ...line(180, 114, "1 of 4 (25%)"),
    ...line(60, 128, "Bronze"),
    ...line(180, 128, "0 of 4 (0%)"),
  ];
  const bold = { bold: true };
  const open = [
    ...line(60, 146, "Ref", bold),
    ...line(120, 146, "Task", bold),
    ...line(330, 146, "Owner", bold),
    ...line(420, 146, "Progress", bold),
    ...[1, 2, 3, 4].flatMap((number) => [
      ...line(60, 146 + 26 * number, String(number)),
      ...line(120, 146 + 26 * number, "Plant hedges along the"),
      ...line(120, 158 + 26 * number, "northern path"),
      ...line(330, 146 + 26 * number, "PARKS"),
      ...line(420, 146 + 26 * number, "Half are planted."),
    ]),
  ];

  it("the last line of a key close above an open table is no part of its headings", () => {
    const table = rows(page([...key, ...open])).at(-1);
    expect(table?.[0]).toEqual(["Ref", "Task", "Owner", "Progress"]);
    expect(table?.[1]).toEqual(["1", "Plant hedges along the northern path", "PARKS", "Half are planted."]);
  });

  it("a key on one line above an open table does not join its columns, nor do discs larger than its text end it", () => {
    const disc = { sizePt: 15 };
    const oneLine = [
      ...line(46, 120, "● Gold 3 (75%)"),
      ...line(131, 120, "● Silver 1 (25%)"),
      ...line(258, 120, "● Bronze 0 (0%)"),
    ];
    const head = [...line(50, 140, "State", bold), ...line(100, 140, "Task", bold), ...line(270, 140, "Owner", bold)];
    const body = [0, 1, 2, 3].flatMap((at) => [
      ...line(50, 160 + 40 * at, "●", disc),
      ...line(100, 160 + 40 * at, "Plant the long northern hedgerows"),
      ...line(270, 160 + 40 * at, "PARKS"),
      ...line(330, 160 + 40 * at, "2024-03-08: Half of them are planted and"),
      ...line(100, 172 + 40 * at, "by May"),
      ...line(330, 172 + 40 * at, "watered, the rest follow."),
    ]);
    const table = rows(page([...oneLine, ...head, ...line(330, 140, "Progress", bold), ...body])).at(-1);
    expect(table?.[0]).toEqual(["State", "Task", "Owner", "Progress"]);
    expect(table?.slice(1).map((row) => row.slice(1, 3))).toEqual(
      Array.from({ length: 4 }, () => ["Plant the long northern hedgerows by May", "PARKS"]),
    );
  });

  it("a list of counts above a table with rules below its rows is not drawn into a heading", () => {
    const list = ["- Gold: 3 of 4", "- Silver: 1 of 4", "- Bronze: 0 of 4"];
    const counts = list.flatMap((text, at) => line(102, 100 + 11 * at, text));
    const head = ["Ref", "Task", "Owner", "State"].flatMap((text, at) =>
      line([60, 100, 330, 420][at] ?? 0, 147, text, bold),
    );
    const body = [0, 1, 2, 3].flatMap((at) => [
      ...line(60, 167 + 30 * at, String(at + 1)),
      ...line(100, 167 + 30 * at, "Plant hedges along the"),
      ...line(100, 178 + 30 * at, "northern path"),
      ...line(330, 167 + 30 * at, "PARKS"),
      ...line(420, 167 + 30 * at, "Gold"),
    ]);
    const rules = [161, ...[0, 1, 2, 3].map((at) => 192 + 30 * at)].map((y) => across(y, 55, 480));
    const [table] = rows(page([...counts, ...head, ...body], rules));
    expect(table?.[0]).toEqual(["Ref", "Task", "Owner", "State"]);
    expect(table?.length).toBe(5);
  });

  it("those that lose are kept with their strategy and score", () => {
    const [found] = findCandidatesOfPages([page([...key, ...open])]);
    expect(found?.runnersUp.length).toBeGreaterThan(0);
    for (const { score, strategy } of found?.runnersUp ?? []) {
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
      expect(strategy).not.toBe("rulings");
    }
  });

  it("a table that is drawn completely has no rivals", () => {
    const words = [
      ...line(60, 104, "One"),
      ...line(160, 104, "Two"),
      ...line(60, 124, "Three"),
      ...line(160, 124, "Four"),
    ];
    const lines = [100, 120, 140].map((y) => across(y, 50, 250));
    const [found] = findCandidatesOfPages([page(words, [...lines, ...[50, 150, 250].map((x) => down(x, 100, 140))])]);
    expect(found?.tables.map(({ strategy, score }) => ({ strategy, score }))).toEqual([
      { strategy: "rulings", score: 1 },
    ]);
    expect(found?.runnersUp).toEqual([]);
  });
});

describe("what stands beside a table", () => {
  const bodies = ["Half of it is dug out.", "Two bids came in late.", "The hedge is cut back."];
  const table = [
    ...["Task", "State", "Progress"].flatMap((text, at) => line([60, 200, 260][at] ?? 0, 104, text)),
    ...bodies.flatMap((text, at) => [
      ...line(60, 124 + at * 20, "Dig the long pond"),
      ...line(200, 124 + at * 20, "Late"),
      ...line(260, 124 + at * 20, text),
    ]),
  ];
  const lines = [120, 140, 160, 180].map((y) => across(y, 50, 390));

  it("is no column of it where no line between its rows reaches there", () => {
    const words = ["The pond is dug by hand", "as the lane is too weak", "for a digger to use it."].flatMap(
      (text, at) => line(410, 106 + at * 20, text),
    );
    expect(rows(page([...table, ...words], lines))[0]).toEqual([
      ["Task", "State", "Progress"],
      ...bodies.map((text) => ["Dig the long pond", "Late", text]),
    ]);
  });

  it("and what is painted behind a word close below painted headings is no row of them", () => {
    const tall = [
      ...["Task", "State", "Progress"].flatMap((text, at) => line([60, 200, 260][at] ?? 0, 104, text)),
      ...bodies.flatMap((text, at) => [
        ...line(60, 124 + at * 32, "Dig the long pond"),
        ...line(60, 136 + at * 32, "behind the barn"),
        ...line(200, 124 + at * 32, "Late"),
        ...line(260, 124 + at * 32, text),
      ]),
    ];
    const heading = [50, 190, 250].map((x, at) => ({
      bbox: [x, 100, [190, 250, 390][at] ?? 0, 121] as [number, number, number, number],
      colour: "#203060",
    }));
    const pills = bodies.map((_, at) => ({
      bbox: [197, 122 + at * 32, 223, 136 + at * 32] as [number, number, number, number],
      colour: "#f0a000",
    }));
    const below = [153, 185, 217].map((y) => across(y, 50, 390));
    expect(rows(page(tall, below, [...heading, ...pills]))).toEqual([
      [["Task", "State", "Progress"], ...bodies.map((text) => ["Dig the long pond behind the barn", "Late", text])],
    ]);
  });
});

it("bold headings without a rule below them are no part of the first row", () => {
  const bold = { bold: true };
  const head = ["Promise", "State", "What came of it"].flatMap((text, at) =>
    line([70, 200, 260][at] ?? 0, 92, text, bold),
  );
  const body = [0, 1, 2, 3].flatMap((at) => [
    ...line(52, 107 + at * 36, String(at + 1)),
    ...line(70, 107 + at * 36, "Dig the long pond"),
    ...line(70, 119 + at * 36, "behind the barn"),
    ...line(210, 107 + at * 36, "●"),
    ...line(260, 107 + at * 36, "Half of it is dug out."),
  ]);
  const lines = [0, 1, 2, 3].map((at) => across(137 + at * 36, 50, 400));
  const [table] = rows(page([...head, ...body], lines));
  expect(table?.[0]?.filter((text) => text !== "")).toEqual(["Promise", "State", "What came of it"]);
  expect(table?.[1]).toEqual(["1", "Dig the long pond behind the barn", "●", "Half of it is dug out."]);
});
