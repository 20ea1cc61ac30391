import { describe, expect, it } from "vitest";
import { linesOfWords } from "../../src/geometry/text-lines.js";
import type { Word } from "../../src/model/page.js";
import { chunksOfLine, textOfChunk } from "../../src/table/aligned/chunks.js";
import { cutAtStarts } from "../../src/table/aligned/column-starts.js";
import { findTables } from "../../src/table/find-tables.js";
import { line, page } from "./made-page.js";

const cut = (...words: readonly Word[]): string[][] =>
  cutAtStarts(linesOfWords(words).map(chunksOfLine)).map((each) => each.chunks.map(textOfChunk));

/** A row whose title begins at 90 and whose status begins at 202. */
const row = (y: number, number: string, title: string, status: string): Word[] => [
  ...line(50, y, number),
  ...line(90, y, title),
  ...line(202, y, status),
];
const rows = [
  ...row(100, "1", "Mend the bridge", "Red"),
  ...row(120, "2", "Open a school", "Green"),
  ...row(140, "3", "Plant trees", "Amber"),
];

describe("a full cell that leaves less than a gap before the next", () => {
  it("is cut where the short cells of other rows have lines of their own", () => {
    const short = (y: number): Word[] => [...line(50, y, "4"), ...line(400, y, "Red")];
    const title = (y: number, text: string, update: string): Word[] => [...line(90, y, text), ...line(202, y, update)];
    expect(
      cut(
        ...rows.slice(0, 10),
        ...short(156),
        ...title(150, "Light the lower streets", "Works go on"),
        ...title(162, "of town", "until May"),
      ).slice(-3),
    ).toEqual([
      ["Light the lower streets", "Works go on"],
      ["4", "Red"],
      ["of town", "until May"],
    ]);
  });

  it("is cut where other rows show that a column starts there", () => {
    expect(cut(...rows, ...row(160, "4", "Light the lower streets", "Red")).at(-1)).toEqual([
      "4",
      "Light the lower streets",
      "Red",
    ]);
  });

  it("is cut on its further lines as well", () => {
    const further = [...line(90, 172, "and the longer lanes ok"), ...line(202, 172, "begun")];
    const found = cut(...rows, ...row(160, "4", "Light the lower streets", "Not"), ...further);
    expect(found.at(-1)).toEqual(["and the longer lanes ok", "begun"]);
  });

  it("is not full-width text, whose words may start anywhere", () => {
    const text = "We have met twice on them all so far";
    const words = [...line(50, 160, "We have met twice on them all xx"), ...line(202, 160, "so far")];
    expect(words.map((word) => word.text).join(" ")).toHaveLength(text.length + 3);
    expect(cut(...rows, ...words).at(-1)).toHaveLength(1);
  });

  it("is not cut where titles extend over the position", () => {
    const over = [180, 200].flatMap((y) => [
      ...line(50, y, "5"),
      ...line(90, y, "Take down the old and unsafe bridge"),
    ]);
    expect(cut(...rows, ...over, ...row(220, "7", "Light the lower streets", "Red")).at(-1)).toHaveLength(2);
  });
});

describe("rows of cells with full-width text below each", () => {
  const text = (y: number) => line(50, y, "The council has met twice about this and will meet again in the spring");
  const tiers = [100, 140, 180].flatMap((y, at) => [
    ...row(y, String(at + 1), "Mend the bridge", "Red"),
    ...text(y + 14),
    ...text(y + 26),
  ]);

  it("include the text of the last row, which no further row ends", () => {
    const [table] = findTables(page([...tiers, ...line(50, 240, "Printed by the council")]));
    expect(table?.cells.at(-1)?.text.split("\n")).toHaveLength(2);
  });

  it("do not include the paragraph after the table", () => {
    const [table] = findTables(page([...tiers, ...line(50, 224, "Printed by the council")]));
    expect(table?.cells.some((cell) => cell.text.includes("Printed"))).toBe(false);
  });

  it("are none where each value has its label: entries of a list, whose titles would be text of a row", () => {
    const entries = [100, 160].flatMap((y, at) => [
      ...line(50, y, `B${at + 1} Mend the bridge over the lower mill race before the spring`),
      ...["Lead: Head of Parks", "Status: Green", "Done: 75%", "Due: May"].flatMap((value, column) =>
        line(50 + 130 * column, y + 12, value),
      ),
      ...text(y + 24),
    ]);
    expect(findTables(page(entries))).toEqual([]);
  });
});

describe("bottom-aligned rows between rules", () => {
  it("are one row each, though the label is on its last line", () => {
    const words = [100, 130, 160].flatMap((y, at) => [
      ...line(300, y, "Update in May:", { bold: true }),
      ...line(50, y + 12, String(at + 1)),
      ...line(90, y + 12, "Mend the bridge"),
      ...line(300, y + 12, "It is all done"),
    ]);
    const rules = [97, 127, 157, 187].map((y) => ({ x0: 45, y0: y, x1: 500, y1: y, widthPt: 0.5, horizontal: true }));
    const [table] = findTables(page(words, rules));
    expect(table?.rowCount).toBe(3);
    expect(table?.cells.find((cell) => cell.row === 1 && cell.column === 2)?.text).toBe(
      "Update in May:\nIt is all done",
    );
  });
});
