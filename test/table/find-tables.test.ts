import { describe, expect, it } from "vitest";
import type { Table } from "../../src/model/page.js";
import { findTables } from "../../src/table/find-tables.js";
import { across, down, line, page } from "./made-page.js";

/** A table's texts by row; a cell that spans shows how far. */
const texts = (table: Table | undefined): string[][] =>
  Array.from({ length: table?.rowCount ?? 0 }, (_, row) =>
    (table?.cells ?? [])
      .filter((cell) => cell.row === row && cell.text !== "")
      .map((cell) => (cell.columnSpan > 1 ? `${cell.text} (${cell.columnSpan})` : cell.text)),
  );

const numbers = (y: number, label: string, ...figures: string[]) => [
  ...line(50, y, label),
  ...figures.flatMap((figure, at) => line(300 + at * 100 - figure.length * 5, y, figure)),
];

describe("tables ruled all round", () => {
  const rulings = [
    ...[100, 120, 160, 180].map((y) => across(y, 50, 450)),
    ...[50, 450].map((x) => down(x, 100, 180)),
    ...[100, 250].flatMap((x) => [down(x, 100, 120), down(x, 160, 180)]),
  ];
  const words = [
    ...line(55, 105, "No"),
    ...line(105, 105, "Organisation"),
    ...line(255, 105, "Deliverable"),
    ...line(55, 125, "The update runs over the whole width"),
    ...line(55, 140, "and over two lines"),
    ...line(55, 165, "2"),
    ...line(105, 165, "OPCC"),
    ...line(255, 165, "Review patrols"),
    ...line(50, 300, "A line under the table"),
  ];

  it("gives a cell that spans all columns its lines, and leaves text outside out", () => {
    const tables = findTables(page(words, rulings));
    expect(tables).toHaveLength(1);
    expect(texts(tables[0])).toEqual([
      ["No", "Organisation", "Deliverable"],
      ["The update runs over the whole width\nand over two lines (3)"],
      ["2", "OPCC", "Review patrols"],
    ]);
    expect(tables[0]?.found).toBe("ruled");
  });

  it("reads borders in pieces, doubled and with small gaps as it reads whole ones", () => {
    const pieces = rulings.flatMap((ruling) =>
      ruling.horizontal
        ? [
            { ...ruling, x1: 200 },
            { ...ruling, x0: 202, y0: ruling.y0 + 1, y1: ruling.y1 + 1 },
            { ...ruling, y0: ruling.y0 + 1.5, y1: ruling.y1 + 1.5 },
          ]
        : [ruling],
    );
    expect(texts(findTables(page(words, pieces))[0])).toEqual(texts(findTables(page(words, rulings))[0]));
  });

  it("gives a cell its last painted fill, and none where that is white", () => {
    const fills = [
      { bbox: [250, 160, 450, 180] as const, colour: "#00b050" },
      { bbox: [100, 160, 250, 180] as const, colour: "#ff0000" },
      { bbox: [100, 160, 250, 180] as const, colour: "#ffffff" },
    ].map((fill) => ({ ...fill, bbox: [...fill.bbox] as [number, number, number, number] }));
    const cells = findTables(page(words, rulings, fills))[0]?.cells.filter((cell) => cell.row === 2);
    expect(cells?.map((cell) => cell.fill)).toEqual([null, null, "#00b050"]);
  });

  it("does not take a box round a paragraph for a table", () => {
    const frame = [across(90, 40, 460), across(200, 40, 460), down(40, 90, 200), down(460, 90, 200)];
    expect(findTables(page([...line(50, 100, "One paragraph"), ...line(50, 115, "in a box")], frame))).toEqual([]);
  });

  it("separates rows of figures where only headings and body are ruled", () => {
    const body = [
      ...[100, 120, 180].map((y) => across(y, 50, 450)),
      ...[50, 200, 330, 450].map((x) => down(x, 100, 180)),
    ];
    const rows = [
      ...line(55, 105, "Region"),
      ...line(300, 105, "2017"),
      ...line(400, 105, "2018"),
      ...line(55, 125, "North"),
      ...line(300, 125, "1,204"),
      ...line(400, 125, "12.5"),
      ...line(55, 140, "South"),
      ...line(300, 140, "994"),
      ...line(400, 140, "8.1"),
      ...line(55, 155, "West"),
      ...line(300, 155, "37"),
      ...line(400, 155, "0.4"),
    ];
    expect(texts(findTables(page(rows, body))[0])).toEqual([
      ["Region", "2017", "2018"],
      ["North", "1,204", "12.5"],
      ["South", "994", "8.1"],
      ["West", "37", "0.4"],
    ]);
  });
});

describe("tables ruled by rows, filled or not ruled", () => {
  const rows = [
    ...line(50, 105, "No"),
    ...line(100, 105, "Lead"),
    ...line(200, 105, "Action"),
    ...line(400, 105, "Status"),
    ...line(50, 125, "1"),
    ...line(100, 125, "OPCC"),
    ...line(200, 125, "Review the patrols in all"),
    ...line(400, 125, "Green"),
    ...line(200, 137, "of the wards"),
    ...line(50, 160, "2"),
    ...line(100, 160, "Fire"),
    ...line(200, 160, "Publish the plan"),
    ...line(400, 160, "Amber"),
    ...line(50, 182, "3"),
    ...line(100, 182, "Council"),
    ...line(200, 182, "Run the survey"),
    ...line(400, 182, "Red"),
  ];
  const expected = [
    ["No", "Lead", "Action", "Status"],
    ["1", "OPCC", "Review the patrols in all\nof the wards", "Green"],
    ["2", "Fire", "Publish the plan", "Amber"],
    ["3", "Council", "Run the survey", "Red"],
  ];

  it("finds columns by alignment between rules", () => {
    const rules = [100, 120, 155, 177, 200].map((y) => across(y, 45, 460));
    const [table] = findTables(page(rows, rules));
    expect(texts(table)).toEqual(expected);
    expect(table?.found).toBe("ruled");
  });

  it("finds them between stripes", () => {
    const fills = [
      { bbox: [45, 100, 460, 120] as [number, number, number, number], colour: "#223366" },
      { bbox: [45, 155, 460, 177] as [number, number, number, number], colour: "#eeeeee" },
    ];
    expect(texts(findTables(page(rows, [], fills))[0])).toEqual(expected);
  });

  it("finds them without any drawing", () => {
    const [table] = findTables(page(rows));
    expect(texts(table)).toEqual(expected);
    expect(table?.found).toBe("aligned");
  });

  it("includes a row below the last rule that the page's end cut off", () => {
    const rules = [100, 120, 155, 177].map((y) => across(y, 45, 460));
    expect(texts(findTables(page(rows, rules))[0])).toEqual(expected);
  });

  it("finds rows of cells with text over the whole width between them, without any drawing", () => {
    const words = [0, 1, 2, 3].flatMap((at) => [
      ...line(50, 100 + at * 60, `${at + 1}`),
      ...line(100, 100 + at * 60, "OPCC"),
      ...line(200, 100 + at * 60, "Review the patrols"),
      ...line(500, 100 + at * 60, "G"),
      ...line(
        50,
        115 + at * 60,
        "The update of this row runs on over the whole width of the page and further to the right",
      ),
      ...line(50, 127 + at * 60, "and wraps."),
    ]);
    expect(texts(findTables(page(words))[0]).slice(0, 3)).toEqual([
      ["1", "OPCC", "Review the patrols", "G"],
      ["The update of this row runs on over the whole width of the page and further to the right\nand wraps. (3)"],
      ["2", "OPCC", "Review the patrols", "G"],
    ]);
  });

  it("spans a heading over the columns it is centred on", () => {
    const words = [
      ...line(314, 100, "Both years"),
      ...numbers(115, "Region", "2017", "2018"),
      ...numbers(130, "North", "1,204", "994"),
      ...numbers(145, "South", "2,310", "1,007"),
      ...numbers(160, "West", "870", "912"),
    ];
    expect(texts(findTables(page(words))[0])[0]).toEqual(["Both years (2)"]);
  });

  it("joins a label's lines where the figures are on its last", () => {
    const words = [
      ...numbers(100, "Area", "2017", "2018"),
      ...line(50, 115, "Services to households and"),
      ...numbers(127, "other persons", "1.5", "2.5"),
      ...numbers(142, "Industry", "3.5", "4.5"),
      ...numbers(157, "Transport", "5.5", "6.5"),
    ];
    expect(texts(findTables(page(words))[0])[1]).toEqual(["Services to households and\nother persons", "1.5", "2.5"]);
  });
});

describe("what is no table", () => {
  const prose = "words that run on and on in a line";
  it.each([
    [
      "prose in two columns",
      Array.from({ length: 14 }, (_, at) => [...line(50, 100 + at * 12, prose), ...line(320, 100 + at * 12, prose)]),
    ],
    [
      "a numbered list",
      Array.from({ length: 8 }, (_, at) => [
        ...line(50, 100 + at * 12, `${at + 1}.`),
        ...line(80, 100 + at * 12, prose),
      ]),
    ],
    [
      "a letter's two addresses",
      ["Mr J Smith", "12 High Street", "Anytown", "AB1 2CD"].map((text, at) => [
        ...line(50, 100 + at * 12, text),
        ...line(400, 100 + at * 12, `County Hall ${text}`),
      ]),
    ],
    [
      "a list of contents",
      Array.from({ length: 8 }, (_, at) => [
        ...line(50, 100 + at * 12, "Chapter"),
        ...line(500, 100 + at * 12, `${at * 3 + 1}`),
      ]),
    ],
  ])("leaves %s alone", (_, lines) => {
    expect(findTables(page(lines.flat()))).toEqual([]);
  });

  it("leaves a chart's grid without texts alone", () => {
    const grid = [
      ...Array.from({ length: 8 }, (_, at) => across(100 + at * 20, 50, 450)),
      ...Array.from({ length: 8 }, (_, at) => down(50 + at * 57, 100, 240)),
    ];
    expect(findTables(page(line(60, 110, "12 14"), grid))).toEqual([]);
  });
});

describe("any page", () => {
  it("gives each word to one cell at most, and shifts all boxes with the page", () => {
    const words = [
      ...numbers(100, "Region", "2017", "2018"),
      ...numbers(115, "North", "1,204", "994"),
      ...numbers(130, "South", "2,310", "1,007"),
      ...line(50, 300, "No table here"),
    ];
    const inCells = findTables(page(words)).flatMap((table) => table.cells.flatMap((cell) => cell.words));
    expect(new Set(inCells).size).toBe(inCells.length);
    expect(inCells).toHaveLength(9);
    const moved = words.map((word) => ({
      ...word,
      bbox: word.bbox.map((value, at) => value + (at % 2 === 0 ? 7 : 90)) as [number, number, number, number],
    }));
    const [table, shifted] = [findTables(page(words))[0], findTables(page(moved))[0]];
    expect(shifted?.bbox).toEqual(table?.bbox.map((value, at) => value + (at % 2 === 0 ? 7 : 90)));
  });

  it("is finished with thousands of words and rulings", () => {
    const words = Array.from({ length: 5000 }, (_, at) =>
      line(10 + (at % 50) * 11, 10 + Math.floor(at / 50) * 7, "ab"),
    ).flat();
    const rulings = Array.from({ length: 20_000 }, (_, at) =>
      at % 2 === 0
        ? across((at * 7) % 797, at % 300, (at % 300) + 200)
        : down((at * 11) % 593, at % 400, (at % 400) + 200),
    );
    expect(findTables(page(words, rulings)).length).toBeLessThan(50);
  });
});

describe("frames of cards", () => {
  const frame = (y0: number, y1: number) => [
    across(y0, 45, 520),
    across(y1, 45, 520),
    down(45, y0, y1),
    down(520, y0, y1),
  ];
  const card = (y: number) => [
    ...line(55, y, "H1.1 Mend the ferry steps"),
    ...line(55, y + 15, "Progress"),
    ...[55, 160, 300].flatMap((x, at) => line(x, y + 30, ["Planned", "Begun", "Finished"][at] ?? "")),
    ...line(55, y + 45, "Lead"),
    ...line(55, y + 60, "Harbour Office"),
  ];

  it("one below the other separate no rows of a table", () => {
    const words = [100, 200, 300].flatMap(card);
    const rulings = [95, 195, 295].flatMap((y) => frame(y, y + 85));
    expect(findTables(page(words, rulings)).map(({ strategy }) => strategy)).not.toContain("between-rules");
  });
});
