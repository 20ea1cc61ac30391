/** Statuses at the other side of a card or page, beside the labelled values of a list's entry. */
import { expect, it } from "vitest";
import { reportOf } from "../read-text.js";

const HEAD = ["Brackley Climate Plan 2022-2025", ""];
const LAST = ["2.2 Hire a nurse", "Lead: NHS      On track", "Update: Advert out.", ""];
const LABELLED = ["2.2 Hire a nurse", "Lead: NHS", "Status: Green", "Update: Advert out.", ""];

const read = (last: readonly string[], ...lines: string[]) =>
  reportOf(...HEAD, ...lines, "", ...last)?.deliverables.map((row) => ({
    row: [row.number, row.organisations_raw, row.title, row.rag],
    others: row.other_columns.map(({ text }) => text),
    isDoubtful: row.review_reasons.includes("status-doubtful"),
  }));

const HIRED = { row: ["2.2", "NHS", "Hire a nurse", "green"], others: [], isDoubtful: false };

it("are kept beside another one that has a label, and put it in doubt", () => {
  expect(read(LABELLED, "2.1 Open a hub", "Lead: BC      Complete", "Status: Amber", "Update: Begun.")).toEqual([
    { row: ["2.1", "BC", "Open a hub", "amber"], others: ["Complete"], isDoubtful: true },
    HIRED,
  ]);
});

it("are kept beside the first of them, and put it in doubt", () => {
  expect(read(LAST, "2.1 Open a hub", "Lead: BC      Complete", "Partner: NHS      At risk", "Update: Begun.")).toEqual(
    [{ row: ["2.1", "BC", "Open a hub", "blue"], others: ["NHS", "At risk"], isDoubtful: true }, HIRED],
  );
});

it("put no status in doubt that means the same", () => {
  expect(read(LABELLED, "2.1 Open a hub", "Lead: BC      On track", "Status: Green", "Update: Begun.")).toEqual([
    { row: ["2.1", "BC", "Open a hub", "green"], others: ["On track"], isDoubtful: false },
    HIRED,
  ]);
});
