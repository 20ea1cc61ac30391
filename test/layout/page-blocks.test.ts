import { describe, expect, it } from "vitest";
import { blocksOfPages } from "../../src/layout/page-blocks.js";
import type { Block } from "../../src/model/block.js";
import type { Page } from "../../src/model/page.js";
import { findTables } from "../../src/table/find-tables.js";
import { across, down, line, page } from "../table/made-page.js";

const read = (...pages: Page[]): Block[] => blocksOfPages(pages, pages.map(findTables));

const brief = (block: Block): string =>
  block.kind === "line" ? block.text : block.cells.map((cell) => cell.text).join(" | ");

const ruled = (y: number) => ({
  words: [
    ...line(55, y + 5, "1"),
    ...line(105, y + 5, "CONSTABULAR"),
    ...line(105, y + 17, "Y"),
    ...line(205, y + 5, "G", { colour: "#00b050" }),
    ...line(55, y + 35, "The update over the whole width"),
  ],
  rulings: [
    ...[y, y + 30, y + 50].map((at) => across(at, 50, 250)),
    ...[50, 250].map((x) => down(x, y, y + 50)),
    ...[100, 200].map((x) => down(x, y, y + 30)),
  ],
});

describe("a page's blocks", () => {
  const { words, rulings } = ruled(200);
  const made = page([...line(50, 100, "A heading"), ...words, ...line(50, 300, "A closing line")], rulings, [
    { bbox: [200, 200, 250, 230], colour: "#ccffcc" },
  ]);

  it("come in reading order, with a cell's lines kept and a spanning cell followed by empty ones", () => {
    expect(read(made).map(brief)).toEqual([
      "A heading",
      "1 | CONSTABULAR\nY | G",
      "The update over the whole width |  | ",
      "A closing line",
    ]);
  });

  it("give the text of a cell over several rows at each place that it covers", () => {
    const over = page(
      [...line(55, 215, "1"), ...line(105, 205, "A"), ...line(105, 225, "B"), ...line(205, 205, "G")],
      [
        ...[200, 240].map((y) => across(y, 50, 250)),
        across(220, 100, 250),
        ...[50, 100, 200, 250].map((x) => down(x, 200, 240)),
      ],
    );
    expect(
      read(over).map((block) => (block.kind === "row" ? block.cells.map((cell) => cell.above ?? cell.text) : [])),
    ).toEqual([
      ["1", "A", "G"],
      ["1", "B", ""],
    ]);
  });

  it("have place, borders, span, fill and the colour of the words", () => {
    const rows = read(made).filter((block) => block.kind === "row");
    expect(rows[0]).toMatchObject({ borders: "sure", place: { page: 1, bbox: [50, 200, 250, 230] } });
    expect(rows[0]?.cells[2]).toMatchObject({ fill: "#ccffcc", colour: "#00b050", bbox: [200, 200, 250, 230] });
    expect(rows[0]?.cells[0]).toMatchObject({ fill: null, colour: null });
    expect(rows[1]?.cells[0]?.span).toBe(3);
  });

  it("start the page once, and have a gap where it is wider than the line spacing", () => {
    const lines = [100, 112, 124, 160, 172].flatMap((y, at) => line(50, y, `Line ${at}`));
    const blocks = read(page(lines));
    expect(blocks.map((block) => block.pageStart)).toEqual([true, false, false, false, false]);
    expect(blocks.map((block) => block.gapBefore)).toEqual([true, false, false, true, false]);
  });

  it("follow a column of prose to its end before the next", () => {
    const text = "words that run on and on";
    const lines = Array.from({ length: 10 }, (_, at) => [
      ...line(50, 100 + at * 12, `left ${at} ${text}`),
      ...line(330, 100 + at * 12, `right ${at} ${text}`),
    ]);
    const order = read(page(lines.flat())).map((block) => brief(block).split(" ")[0]);
    expect(order).toEqual([...Array(10).fill("left"), ...Array(10).fill("right")]);
  });

  it("keep every word exactly once", () => {
    const count = (text: string): number => text.split(/\s+/).filter((word) => word !== "" && word !== "|").length;
    expect(read(made).reduce((sum, block) => sum + count(brief(block)), 0)).toBe(made.words.length);
  });
});

describe("furniture", () => {
  const body = (number: number): Page => ({
    ...page([
      ...line(50, 30, "Agenda item 7"),
      ...line(50, 200, `The text of page ${number} is its own`),
      ...line(50, 212, number === 1 ? "and ends so" : "and ends otherwise"),
      ...line(280, 770, `Page ${number}`),
    ]),
    number,
  });

  it("is what is repeated at the edge of the next page, apart from the page number", () => {
    const marked = read(body(1), body(2), body(3)).filter((block) => block.kind === "line" && block.furniture === true);
    expect(marked.map(brief)).toEqual([1, 2, 3].flatMap((number) => ["Agenda item 7", `Page ${number}`]));
  });

  it("is neither in the text area of each page nor on one page only", () => {
    const same = [1, 2].map((number) => ({ ...page(line(50, 400, "The same line")), number }));
    expect(read(...same).some((block) => block.kind === "line" && block.furniture === true)).toBe(false);
    expect(read(body(1)).some((block) => block.kind === "line" && block.furniture === true)).toBe(false);
  });
});

describe("lines at the edges of pages that count up to a number", () => {
  const marked = (head: (number: number) => string) =>
    read(
      ...[1, 2, 3].map((number) => ({
        ...page([...line(50, 30, head(number)), ...line(50, 200, `The text of page ${number} is its own`)]),
        number,
      })),
    ).filter((block) => block.kind === "line" && block.furniture === true);

  it("are furniture where they count the document's pages", () => {
    expect(marked((number) => `Harbour board ${number} of 3`)).toHaveLength(3);
  });

  it.each([
    ["the number is not that of all pages", (number: number) => `Ward ${number} of 9`],
    ["the page has another number", (number: number) => `Ward ${number + 1} of 3`],
    ["their first word heads a group", (number: number) => `Theme ${number} of 3`],
  ])("are none where %s", (_, head) => {
    expect(marked(head)).toEqual([]);
  });
});

describe("words that are set aside", () => {
  const struck = { aside: "struck" } as const;

  it("leave their cell's text and stay with the row", () => {
    const { words, rulings } = ruled(200);
    const [first] = read(page([...words, ...line(105, 205, "OLD", struck)], rulings));
    expect(first).toMatchObject({
      cells: [{ text: "1" }, {}, { text: "G" }],
      asides: [{ text: "OLD", reason: "struck" }],
    });
  });

  it("of a row without other text stay with a neighbour", () => {
    const { words, rulings } = ruled(200);
    const blocks = read(page([...words.slice(0, 4), ...line(55, 235, "Gone for good", struck)], rulings));
    expect(blocks.map(brief)).toEqual(["1 | CONSTABULAR\nY | G"]);
    expect(blocks[0]?.asides).toEqual([{ text: "Gone for good", reason: "struck" }]);
  });

  it("leave their line's text, or stay with the line above", () => {
    const lines = [...line(50, 100, "Mend the"), ...line(92.5, 100, "old", struck), ...line(110, 100, "roof")];
    const blocks = read(page([...lines, ...line(50, 112, "Not this", struck), ...line(50, 124, "Paint it")]));
    expect(blocks.map(brief)).toEqual(["Mend the roof", "Paint it"]);
    expect(blocks[0]?.asides?.map(({ text }) => text)).toEqual(["old", "Not this"]);
  });
});

it("gives the line numbers of a margin as one line of furniture, and no line its number", () => {
  const numbered = Array.from({ length: 12 }, (_, at) => line(20, 100 + at * 14, String(at + 1))).flat();
  const text = [...line(50, 100, "Weir Plan 2031-34"), ...line(50, 142, "The weir was mended.")];
  const blocks = read(page([...numbered, ...text]));
  expect(blocks.map(brief)).toEqual(["Weir Plan 2031-34", "The weir was mended.", "1 2 3 4 5 6 7 8 9 10 11 12"]);
  expect(blocks.map((block) => block.kind === "line" && block.furniture === true)).toEqual([false, false, true]);
});

it("gives the lines beside a drawn table after it, as no row's", () => {
  const { words, rulings } = ruled(200);
  const aside = ["Remarks on the", "state of the plan", "as it is now"].flatMap((text, at) =>
    line(300, 205 + at * 18, text),
  );
  const blocks = read(
    page([...line(50, 100, "A heading over the whole of the page here"), ...words, ...aside], rulings),
  );
  expect(blocks.map(brief)).toEqual([
    "A heading over the whole of the page here",
    "1 | CONSTABULAR\nY | G",
    "The update over the whole width |  | ",
    "Remarks on the",
    "state of the plan",
    "as it is now",
  ]);
  expect(blocks.map((block) => block.kind === "line" && block.isUnassigned === true)).toEqual([
    false,
    false,
    false,
    true,
    true,
    true,
  ]);
});
