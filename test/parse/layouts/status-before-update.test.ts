/** Statuses that begin the text of one column: under which headings, in which forms, and where they are left alone. */
import { expect, it } from "vitest";
import { reportOf } from "../read-text.js";

const TITLES = ["Open a hub", "Fix a roof", "Paint a wall"];
const read = (heading: string, ...cells: string[]) =>
  reportOf(
    "Brackley Community Plan 2022-2023",
    "",
    `Ref\tAction\tLead\t${heading}`,
    ...cells.map((cell, at) => `${at + 1}\t${TITLES[at]}\tBC\t${cell}`),
  )?.deliverables.map(({ rag, rag_raw, updates }) => [rag, rag_raw, updates.map(({ text }) => text).join(" / ")]);

it.each(["Status and progress", "Progress / RAG", "RAG status & comments"])("under %s are the rows'", (heading) => {
  expect(read(heading, "Green: It is open.", "Amber – The slates are late.", "Red. No paint came.")).toEqual([
    ["green", "Green", "It is open."],
    ["amber", "Amber", "The slates are late."],
    ["red", "Red", "No paint came."],
  ]);
});

it("are missing in a cell that begins with another word", () => {
  const found = read("Status and progress", "Green: It is open.", "Amber: The slates are late.", "No paint came.");
  expect(found?.at(-1)).toEqual([null, null, "No paint came."]);
});

it("are none where most cells begin with other words", () => {
  const found = read("Status and progress", "Green paint came.", "The slates are late.", "No paint came.");
  expect(found?.map(([rag]) => rag) ?? []).not.toContain("green");
});
