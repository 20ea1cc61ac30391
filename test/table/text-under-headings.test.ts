/** Paragraphs and lists side by side below headings: a table, though the page reads like two columns of prose. */
import { describe, expect, it } from "vitest";
import type { Fill, Table, Word } from "../../src/model/page.js";
import { findTables } from "../../src/table/find-tables.js";
import { across, down, line, page } from "./made-page.js";

const texts = (table: Table | undefined): string[][] =>
  Array.from({ length: table?.rowCount ?? 0 }, (_, row) =>
    (table?.cells ?? []).filter((cell) => cell.row === row).map((cell) => cell.text.replaceAll("\n", " / ")),
  );
const band: Fill = { bbox: [50, 100, 550, 116], colour: "#1f4e79" };
const headings = [...line(55, 103, "For the new road"), ...line(305, 103, "Against the new road")];
const two = (y: number, left: string, right: string): Word[] => [...line(55, y, left), ...line(305, y, right)];
const found = (words: readonly Word[], fills: readonly Fill[] = [], rules = [across(115, 50, 550)]): string[][][] =>
  findTables(page(words, rules, fills)).map(texts);

/** Lines of two lists, each item on a line. */
const items = (y: number, count: number, bullet: string): Word[] =>
  Array.from({ length: count }, (_, at) =>
    two(y + 12 * at, `${bullet}Lorries stay out of the old town`, `${bullet}Meadows by the river are built over`),
  ).flat();

describe("text in two columns below two headings", () => {
  it("is one row of lists where nothing separates their items", () => {
    const [table, ...others] = found([...headings, ...items(120, 9, "• ")]);
    expect(others).toEqual([]);
    expect(table?.length).toBe(2);
    expect(table?.[0]).toEqual(["For the new road", "Against the new road"]);
    expect(table?.[1]?.map((text) => text.split(" / ").length)).toEqual([9, 9]);
  });

  it("has rows where strips without words are wider than those between lines", () => {
    const words = [...headings, ...items(120, 6, "• "), ...items(200, 5, "• ")];
    expect(found(words, [band], [])[0]?.map((row) => row.map((text) => text.split(" / ").length))).toEqual([
      [1, 1],
      [6, 6],
      [5, 5],
    ]);
  });

  it("is one row of lists where their bullets are drawn", () => {
    const marks = [44, 294].flatMap((x) =>
      Array.from({ length: 9 }, (_, at): Fill => {
        const y = 123 + 12 * at;
        return { bbox: [x, y, x + 3, y + 3], colour: "#000000" };
      }),
    );
    expect(found([...headings, ...items(120, 9, "")], [band, ...marks], [])[0]?.length).toBe(2);
    expect(found([...headings, ...items(120, 9, "")], [band], [])).toEqual([]);
  });

  it("is none where the headings are the two ends of a running head", () => {
    const words = [...line(55, 103, "Annual review"), ...line(510, 103, "Page ten"), ...items(120, 9, "• ")];
    expect(found(words)).toEqual([]);
  });

  it("is none where it is prose", () => {
    const prose = Array.from({ length: 9 }, (_, at) =>
      two(120 + 12 * at, "the lorries that went through the old town", "and the meadows by the river that had been"),
    ).flat();
    expect(found([...headings, ...prose], [band], [])).toEqual([]);
  });

  it("ends where text runs across both columns", () => {
    const after = line(
      55,
      236,
      "The council has asked the county for a survey of the traffic through the old town and",
    );
    const [table] = found([...headings, ...items(120, 9, "• "), ...after]);
    expect(table?.at(-1)?.join(" ")).not.toContain("council");
  });

  it("keeps a bullet with its item where columns are close", () => {
    const list = (y: number, left: string): Word[] => [
      ...line(55, y, `• ${left}`),
      ...line(250, y, "• Meadows by the river"),
    ];
    const words = [
      ...line(55, 103, "For the new road"),
      ...line(250, 103, "Against the new road"),
      ...list(120, "Lorries stay out of the old town"),
      ...list(132, "The bus is on time"),
      ...list(144, "Children walk to school alone"),
      ...list(156, "The old bridge can be mended"),
    ];
    const [table] = found(words);
    expect(table?.map((row) => row.length)).toEqual([2, 2]);
    expect(table?.[1]?.[1]).toBe(Array.from({ length: 4 }, () => "• Meadows by the river").join(" / "));
  });
});

describe("a band of headings on top of a ruled table", () => {
  const rules = [...[116, 140, 164].map((y) => across(y, 50, 550)), ...[50, 300, 550].map((x) => down(x, 116, 164))];
  const rows = [...two(122, "Lorries stay out", "Meadows are built over"), ...two(146, "It is quick", "It is dear")];

  it("is its first row, though no rule is drawn around it", () => {
    expect(found([...headings, ...rows], [band], rules)).toEqual([
      [
        ["For the new road", "Against the new road"],
        ["Lorries stay out", "Meadows are built over"],
        ["It is quick", "It is dear"],
      ],
    ]);
  });

  it("is its title where one text is on it", () => {
    expect(found([...line(55, 103, "The new road"), ...rows], [band], rules)[0]?.length).toBe(2);
  });
});

describe("lists in the cells of a ruled table", () => {
  it("are not cut into rows where their bullets are drawn", () => {
    const rules = [...[98, 116, 240].map((y) => across(y, 40, 550)), ...[40, 290, 550].map((x) => down(x, 98, 240))];
    const marks = [46, 296].flatMap((x) =>
      Array.from(
        { length: 9 },
        (_, at): Fill => ({ bbox: [x, 123 + 12 * at, x + 3, 126 + 12 * at], colour: "#000000" }),
      ),
    );
    expect(found([...headings, ...items(120, 9, "")], marks, rules)[0]?.length).toBe(2);
  });
});
