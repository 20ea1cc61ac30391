/** Headings on one band of colour, above text in columns that nothing is drawn around. */
import { describe, expect, it } from "vitest";
import type { Fill, Table, Word } from "../../src/model/page.js";
import { findTables } from "../../src/table/find-tables.js";
import { across, line, page } from "./made-page.js";

const texts = (table: Table | undefined): string[][] =>
  Array.from({ length: table?.rowCount ?? 0 }, (_, row) =>
    (table?.cells ?? []).filter((cell) => cell.row === row && cell.text !== "").map((cell) => cell.text),
  );
const two = (y: number, left: string, right: string): Word[] => [...line(55, y, left), ...line(200, y, right)];
const band: Fill = { bbox: [50, 100, 500, 116], colour: "#1f4e79" };
const white = { colour: "#ffffff" };
const headings = [...line(55, 103, "Theme", white), ...line(200, 103, "What was done", white)];

describe("two headings on a band of colour", () => {
  it("make a table of the texts below, whose cells take several lines", () => {
    const words = [
      ...headings,
      ...two(122, "Clean rivers", "Walked the bank from the mill to the weir and took"),
      ...line(200, 134, "water samples at nine places"),
      ...two(152, "Safe paths", "Cut back the hedges along the towpath"),
      ...two(170, "Warm homes", "Sent a surveyor to each house without loft"),
      ...line(200, 182, "insulation"),
    ];
    expect(findTables(page(words, [], [band])).map(texts)).toEqual([
      [
        ["Theme", "What was done"],
        ["Clean rivers", "Walked the bank from the mill to the weir and took\nwater samples at nine places"],
        ["Safe paths", "Cut back the hedges along the towpath"],
        ["Warm homes", "Sent a surveyor to each house without loft\ninsulation"],
      ],
    ]);
  });

  it("leave a note below the last row out", () => {
    const words = [
      ...headings,
      ...two(122, "Clean rivers and their lakes", "Walked the bank from the mill down to the weir and took samples"),
      ...two(138, "Safe paths", "Cut back the hedges along the path"),
      ...two(154, "Warm homes", "Sent a surveyor to each house"),
      ...line(55, 182, "Source: survey of May"),
    ];
    const [table] = findTables(page(words, [], [band]));
    expect(texts(table).at(-1)).toEqual(["Warm homes", "Sent a surveyor to each house"]);
  });

  it("make no table of a title on the band and text over its width below", () => {
    const words = [
      ...line(55, 103, "What was done", white),
      ...line(55, 122, "The bank was walked from the mill to the weir and water samples were taken at nine"),
      ...line(55, 134, "places, of which two were found to be clean and seven were not so clean as before."),
    ];
    expect(findTables(page(words, [], [band]))).toEqual([]);
  });

  it("make a table of rows with lines below them, though a cell is empty", () => {
    const words = [
      ...headings,
      ...two(124, "Clean rivers", "Walked the bank"),
      ...line(55, 146, "Safe paths"),
      ...two(168, "Warm homes", "Sent a surveyor"),
    ];
    const lines = [138, 160, 182].map((y) => across(y, 50, 500));
    expect(findTables(page(words, lines, [band])).map(texts)).toEqual([
      [
        ["Theme", "What was done"],
        ["Clean rivers", "Walked the bank"],
        ["Safe paths"],
        ["Warm homes", "Sent a surveyor"],
      ],
    ]);
  });
});
