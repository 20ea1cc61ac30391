import { describe, expect, it } from "vitest";
import type { Word } from "../../src/model/page.js";
import { textOfChunk } from "../../src/table/aligned/chunks.js";
import { rowsOfWords } from "../../src/table/rows/joined-rows.js";
import { line } from "./made-page.js";

/** A row of four cells whose update's lines are `pitch` points apart around the row's middle. */
const row = (middle: number, number: string, title: string, update: readonly string[], pitch = 24): Word[] => [
  ...line(50, middle, number),
  ...line(90, middle, title),
  ...update.flatMap((text, at) => line(250, middle + (at - (update.length - 1) / 2) * pitch, text)),
  ...line(480, middle, "Red"),
];
const head = [...line(50, 80, "No"), ...line(90, 80, "Title"), ...line(250, 80, "Update"), ...line(480, 80, "RAG")];
/** A row whose short cells are between the lines of its update, which shows that cells are centred vertically. */
const wrapped = (middle: number, number: string): Word[] =>
  row(middle, number, "Visit the schools", ["All the schools of the lower", "town had a visit"], 12);

const rows = (words: readonly Word[]): string[][] => rowsOfWords(words).map((each) => each.chunks.map(textOfChunk));

describe("rows with vertically centred cells", () => {
  it("take the paragraphs that are centred on them, not the nearest ones", () => {
    const words = [
      ...head,
      ...wrapped(110, "1"),
      ...row(160, "2", "Light the path", ["The work starts soon", "Site and date", "North in May"]),
      ...row(208, "3", "Print a leaflet", ["No printer was found"]),
    ];
    expect(rows(words)).toEqual([
      ["No", "Title", "Update", "RAG"],
      ["1", "Visit the schools", "All the schools of the lower town had a visit", "Red"],
      ["2", "Light the path", "The work starts soon Site and date North in May", "Red"],
      ["3", "Print a leaflet", "No printer was found", "Red"],
    ]);
  });

  it("take paragraphs around an empty middle, also directly below the headings and at the end", () => {
    const words = [
      ...head,
      ...row(120, "1", "Light the path", ["The work starts soon", "It ends in May"], 30),
      ...wrapped(165, "2"),
      ...row(210, "3", "Print a leaflet", ["No printer was found", "None was asked"], 30),
    ];
    expect(rows(words).slice(1)).toEqual([
      ["1", "Light the path", "The work starts soon It ends in May", "Red"],
      ["2", "Visit the schools", "All the schools of the lower town had a visit", "Red"],
      ["3", "Print a leaflet", "No printer was found None was asked", "Red"],
    ]);
  });

  it("read a nested table of two columns as lines of its cell", () => {
    const words = [
      ...head,
      ...wrapped(110, "1"),
      ...row(170, "2", "Light the path", ["The work on all sites starts soon", "Site", "North"]),
      ...[170, 194].flatMap((y) => line(330, y, y === 170 ? "Done" : "Twenty")),
      ...row(224, "3", "Print a leaflet", ["No printer was found"]),
    ];
    expect(rows(words)[2]).toEqual([
      "2",
      "Light the path",
      "The work on all sites starts soon Site Done North Twenty",
      "Red",
    ]);
  });

  it("leave out lines that no row can take and stay centred", () => {
    const words = [
      ...head,
      ...wrapped(110, "1"),
      ...line(250, 132, "A line that no row has a match for"),
      ...row(180, "2", "Light the path", ["The work starts soon"]),
    ];
    expect(rows(words)).toContainEqual(["A line that no row has a match for"]);
  });

  it("are detected by cells between the lines of others: without these, lines below a row stay below it", () => {
    const words = [1, 2, 3].flatMap((at) => [
      ...row(60 + 48 * at, String(at), "Light the path", ["The work starts soon"]),
      ...line(250, 84 + 48 * at, "Site and date"),
    ]);
    expect(rows(words).filter((each) => each.length === 1)).toHaveLength(3);
  });
});
