/**
 * Labels of rows, in text that has lost its cells, that are printed like words of a sentence: below a line whose sentence may
 * continue, before a small letter, closed by another sign, or not the next one on a further page.
 */
import { expect, it } from "vitest";
import { reportOf } from "../read-text.js";

const HEADER = ["HARBOUR RECOVERY PLAN (2022-23)", "THEME 2 UPDATE - QRT 2 UPDATE (September 2022)", ""];
const HEADINGS = ["No.", "Action", "Lead", "Status", "Update"];
const row = (first: string, lead: string, status: string, ...update: string[]) => [first, lead, status, ...update];
const BASIN = row("1 Dredge the inner basin", "FORCE", "Green", "Started in May.");
const OFFICE = row("2 Paint the harbour office", "MC", "Amber", "The paint is bought.");
const RINGS = row("3 Replace the mooring rings", "FORCE", "Red", "None is in.");

function read(...lines: string[]) {
  const rows = reportOf(...HEADER, ...HEADINGS, ...lines)?.deliverables ?? [];
  return rows.map(({ number, title, rag, updates, review_reasons }) => ({
    row: [number, title, rag].join(" "),
    update: updates.map(({ text }) => text).join(" / "),
    reasons: review_reasons,
  }));
}
const rowsOf = (...lines: string[]) => read(...lines).map((each) => each.row);

const THREE = ["1 Dredge the inner basin green", "2 Paint the harbour office amber", "3 Replace the mooring rings red"];

it.each([
  ["a comma", "The paint was bought in June after talks with the crew,"],
  ["a small word", "The paint was bought in June and the work will carry on"],
])("begins a row after a full line that ends with %s, where it is whole", (_, text) => {
  const office = [...OFFICE.slice(0, -1), text];
  expect(rowsOf(...BASIN, ...office, ...RINGS)).toEqual(THREE);
  expect(rowsOf(...BASIN, ...office, ...RINGS, ...row("4 Survey the quay", "MC", "Green", "Done."))).toHaveLength(4);
});

it("begins the last row before a small letter, where it is whole", () => {
  expect(rowsOf(...BASIN, ...OFFICE, ...row("3 eBoat trial", "MC", "Red", "The builder withdrew."))).toEqual([
    ...THREE.slice(0, 2),
    "3 eBoat trial red",
  ]);
});

it("keeps a number before a small letter in the update above it, where no row begins with it", () => {
  const rows = read(...BASIN, ...OFFICE, "3 painters were asked.");
  expect(rows.map((each) => each.row)).toEqual(THREE.slice(0, 2));
  expect(rows.at(-1)).toMatchObject({ update: "The paint is bought. 3 painters were asked.", reasons: [] });
});

it.each([
  "3 of the five builders withdrew. FORCE Green paint was used.",
  "3 painters were asked by MC, Red House was closed",
])("makes no row of a sentence on one line that happens to hold a name and a status: %s", (text) => {
  const rows = read(...BASIN, ...OFFICE, text);
  expect(rows.map((each) => each.row)).toEqual(THREE.slice(0, 2));
  expect(rows.at(-1)?.reasons).toContain("column-doubtful");
});

it("begins a row whose label another sign closes, some labels further on, where it is whole", () => {
  const rows = rowsOf(
    ...row("1. Dredge the inner basin", "FORCE", "Green", "Started in May."),
    ...row("2) Paint the harbour office", "MC", "Amber", "The paint is bought."),
    ...row("5) Replace the mooring rings", "FORCE", "Red", "None is in."),
    ...row("6. Survey the quay", "MC", "Green", "Done."),
  );
  expect(rows).toEqual([...THREE.slice(0, 2), "5 Replace the mooring rings red", "6 Survey the quay green"]);
});

it("begins rows on a page that continues an update for many lines, where the next row is no longer reported", () => {
  const more = [
    "The first coat is on.",
    "The second waits.",
    "The doors are done.",
    "The windows are not.",
    "Rain came.",
  ];
  const rows = read(
    ...[...BASIN, ...OFFICE, `\f${HEADINGS[0]}`, ...HEADINGS.slice(1), ...more],
    ...row("4 Survey the quay", "MC", "Green", "Done."),
    ...row("5 Mend the crane", "FORCE", "Red", "No parts."),
  );
  expect(rows.map((each) => each.row)).toEqual([
    ...THREE.slice(0, 2),
    "4 Survey the quay green",
    "5 Mend the crane red",
  ]);
  expect(rows[1]?.update).toBe(["The paint is bought.", ...more].join(" "));
});

it("doubts a row whose text may hold the next one, which lacks its status", () => {
  const office = [...OFFICE.slice(0, -1), "The paint was bought in June after talks with the crew,"];
  const rows = read(...BASIN, ...office, "3 Replace the mooring rings", "FORCE", "None is in.");
  expect(rows.find((each) => each.row === THREE[1])?.reasons).toContain("column-doubtful");
});

it("doubts a row above cells whose label is on the page before, apart from them", () => {
  const [label = "", ...cells] = ["3", "Replace the mooring rings", "FORCE", "Red", "None is in."];
  const pages = (...next: string[]) => [
    ...["1", "Dredge the inner basin", ...BASIN.slice(1), "2", "Paint the harbour office", ...OFFICE.slice(1)],
    ...[label, `\f${HEADINGS[0]}`, ...HEADINGS.slice(1), ...next, "4", "Survey the quay", "MC", "Green", "Done."],
  ];
  const reasonsOf = (...next: string[]) => read(...pages(...next)).map(({ row, reasons }) => [row, reasons]);
  const [first, second, last] = [THREE[0], THREE[1], "4 Survey the quay green"];
  expect(reasonsOf(...cells)).toEqual([
    [first, []],
    [second, ["column-doubtful"]],
    [last, []],
  ]);
  expect(reasonsOf("The paint dries.", "It is Red and Green.")).toEqual([
    [first, []],
    [second, []],
    [last, []],
  ]);
});
