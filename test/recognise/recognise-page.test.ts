import { describe, expect, it } from "vitest";
import { turned } from "../../src/geometry/turned-picture.js";
import { boxAsShown } from "../../src/model/page.js";
import { recognisePage } from "../../src/recognise/recognise-page.js";
import { LanguageError, recogniserFor } from "../../src/source/recognition/engine.js";
import { findTablesOfPages } from "../../src/table/find-tables.js";
import { drawTable, type Pen, pagePicture } from "./picture.js";

const SIZE = { widthPt: 450, heightPt: 300 };

function drawPage(pen: Pen): void {
  drawTable(pen, {
    left: 60,
    top: 60,
    widths: [90, 400, 150, 110],
    rowHeight: 70,
    fontPx: 24,
    rows: [
      ["No", "Action", "Lead", "RAG"],
      ["1", "Plant hedges along the lane", "Parks", "G"],
      ["2", "Mend the roof of the hall", "Estates", "R"],
    ],
    fill: (row, column) => (row === 0 ? "#1f3864" : column === 3 ? (["#00b050", "#ff0000"][row - 1] ?? null) : null),
  });
}

const cellsOf = (page: ReturnType<typeof recognisePage>): string[][] =>
  (findTablesOfPages([page])[0] ?? [])
    .map((table) => table.cells.filter(({ row }) => row > 0).map(({ text }) => text))
    .sort((a, b) => b.length - a.length);

describe("a page recognised from its picture", () => {
  it("gives the words of a table, black on red and green as well, in a shadow and at a slant", async () => {
    const recognise = await recogniserFor("eng");
    const picture = pagePicture(900, 600, drawPage, { slant: 1.4, shadow: 0.25, noise: 8 });
    const page = recognisePage({ number: 1, ...SIZE, picture }, recognise);
    expect(cellsOf(page)[0]).toEqual([
      "1",
      "Plant hedges along the lane",
      "Parks",
      "G",
      "2",
      "Mend the roof of the hall",
      "Estates",
      "R",
    ]);
    expect(page.words.every(({ confidence }) => confidence !== undefined && confidence > 0.3)).toBe(true);
    expect(page.skew).toBeCloseTo(1.4, 0);
  });

  it("turns a page that stands on its head, and says where its words are as it is shown", async () => {
    const recognise = await recogniserFor("eng");
    const picture = turned(pagePicture(900, 600, drawPage), 180);
    const page = recognisePage({ number: 1, ...SIZE, picture }, recognise);
    expect(page.turn).toBe(180);
    const word = page.words.find(({ text }) => text === "Estates");
    const [x0, top] = word === undefined ? [0, 0] : boxAsShown(word.bbox, page);
    expect(x0).toBeLessThan(SIZE.widthPt / 2);
    expect(top).toBeLessThan(SIZE.heightPt / 2 + 60);
  });

  it("refuses a language that is not installed, and says how to install it", async () => {
    await expect(recogniserFor("xyz")).rejects.toThrow(LanguageError);
    await expect(recogniserFor("xyz")).rejects.toThrow(/npm install/);
    await expect(recogniserFor("../eng")).rejects.toThrow(LanguageError);
  });
});
