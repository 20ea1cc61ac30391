/** Words of a status before a title in one text: a status where the report bears it out, else the title's first word. */
import { describe, expect, it } from "vitest";
import { HEADER, reportOf as read } from "./read-text.js";

const reportOf = (...lines: string[]) => read(...HEADER, ...lines);

/** Rows whose texts are joined by spaces, or by tabs where the heading has them. */
function rowsOf(heading: string, ...texts: string[]) {
  const tab = heading.includes("\t") ? "\t" : " ";
  const lines = texts.flatMap((text, at) => [`${at + 1}${tab}${text}`, `Update ${at + 1}.09.22: Work goes on.`]);
  return reportOf(...heading.split("\n"), ...lines)?.deliverables.map(({ title, rag, review_reasons }) => [
    title,
    rag,
    review_reasons.includes("status-doubtful"),
  ]);
}
const last = (...texts: string[]) => rowsOf("No RAG Deliverable", ...texts)?.at(-1);
const WORDS = ["Green Light the path", "Amber Mend a wall", "Red Paint a door"];

describe("a status's word before a title", () => {
  it("is the status where the other rows have their status there", () => {
    expect(last(...WORDS, "Green Plant a tree")).toEqual(["Plant a tree", "green", false]);
    expect(last("Green Light the path")).toEqual(["Light the path", "green", false]);
  });

  it("belongs to the title where it begins a name in the profile", () => {
    expect(last(...WORDS, "Green Homes grants are paid")).toEqual(["Green Homes grants are paid", null, true]);
  });

  it("belongs to the title although an organisation follows the title", () => {
    const others = WORDS.map((text) => `${text} MC`);
    const found = rowsOf("No RAG Deliverable Owner", ...others, "Green Lanes are mapped MC");
    expect(found?.at(-1)).toEqual(["Green Lanes are mapped", null, true]);
    expect(found?.[0]).toEqual(["Light the path", "green", false]);
  });

  it("belongs to the title where the report has the two words within a sentence", () => {
    const kites = "Red Kites are counted";
    expect(last(...WORDS, kites)).toEqual(["Kites are counted", "red", false]);
    const heading = "No RAG Deliverable";
    const found = rowsOf(heading, "Green Feed the Red Kites of the moor", "Amber Mend a wall", kites);
    expect(found?.at(-1)).toEqual([kites, null, true]);
  });

  it("belongs to the title where hardly any row has a status", () => {
    const found = last("Light the path", "Mend a wall", "Paint a door", "Green Heath fires are put out");
    expect(found).toEqual(["Green Heath fires are put out", null, true]);
  });

  it("belongs to the title where the other rows print that status with another word", () => {
    const found = last("On track Light the path", "At risk Mend a wall", "Green Heath fires are put out");
    expect(found).toEqual(["Green Heath fires are put out", null, true]);
  });

  it("belongs to the title where it is a verb that no key lists", () => {
    expect(last(...WORDS, "Complete Phase 2 works")).toEqual(["Complete Phase 2 works", null, true]);
    const keyed = rowsOf(
      "Complete 1/4 (25%)\nGreen 3/4 (75%)\nNo RAG Deliverable",
      ...WORDS,
      "Complete Light the yard",
    );
    expect(keyed?.at(-1)).toEqual(["Light the yard", "blue", false]);
  });

  it("belongs to the title where a complete table has its statuses in cells of their own", () => {
    const cells = WORDS.map((text) => text.replace(" ", "\t"));
    const found = rowsOf("No\tRAG\tDeliverable", ...cells, "Green Heath fires are put out");
    expect(found?.at(-1)).toEqual(["Green Heath fires are put out", null, true]);
  });

  it("is the status where an organisation is between it and the title", () => {
    const found = rowsOf("No RAG Organisation Deliverable", "Complete FORCE Light the path", "Amber FORCE Mend a wall");
    expect(found?.[0]).toEqual(["Light the path", "blue", false]);
  });
});

it("does not read a name that begins with a status's word as the label of a count", () => {
  const key = ["Green 2/3 (67%)", "Amber 1/3 (33%)", "Blue Badge 12 (40%)", ""];
  const report = reportOf(...key, "No Organisation Deliverable RAG", "1 FORCE Light the path G", "2 MC Mend a wall A");
  expect(report?.stated_counts.map(({ rag, stated_count }) => [rag, stated_count])).toEqual([
    ["green", 2],
    ["amber", 1],
  ]);
});
