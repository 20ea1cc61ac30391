/** Statuses in one text with a title: what may be a word of the title is none. */
import { describe, expect, it } from "vitest";
import { HEADER, reportOf, rowsOf } from "./read-text.js";

const rowsWith = (...lines: string[]) => rowsOf(reportOf(...HEADER, ...lines));
const update = (number: number) => `Update ${number}.09.22: Work goes on.`;

describe("a status before the title", () => {
  const rows = (...titles: string[]) =>
    rowsWith("No RAG Deliverable", ...titles.flatMap((title, at) => [`${at + 1} ${title}`, update(at + 1)]));

  it("is not an article or initial of the title", () => {
    const found = rows("G Light the path", "A Mend a wall", "A B roads are mended", "A review of parking is done");
    expect(found).toEqual([
      ["1", "", "Light the path", "green"],
      ["2", "", "Mend a wall", "amber"],
      ["3", "", "A B roads are mended", null],
      ["4", "", "A review of parking is done", null],
    ]);
  });

  it("is not an article of a title in a row that alone lacks an organisation", () => {
    const found = rowsWith(
      "No\tOrganisation\tRAG\tDeliverable",
      "1\tFORCE\tG\tLight the path",
      "2\tFORCE\tA\tMend a wall",
      "3\tA Team sessions are held",
      update(3),
    );
    expect(found?.[2]).toEqual(["3", "", "A Team sessions are held", null]);
  });

  it("is not a colour that begins the title where the other rows print letters", () => {
    const found = rows("G Light the path", "A Mend a wall", "R Paint a door", "Green Homes grants are paid");
    expect(found?.[3]).toEqual(["4", "", "Green Homes grants are paid", null]);
  });

  it("keeps a row whose title begins with a colour in the middle of its sentence", () => {
    const found = rows("G Light the path", "A Mend a wall", "R Paint a door", "Green spaces are mapped");
    expect(found?.[3]).toEqual(["4", "", "Green spaces are mapped", null]);
  });
});

describe("a status after the title", () => {
  const rows = (...titles: string[]) =>
    rowsWith(
      "No Organisation Deliverable RAG",
      ...titles.flatMap((title, at) => [`${at + 1} FORCE ${title}`, update(at + 1)]),
    );
  const TITLES = ["Light the path G", "Mend a wall A", "Paint a door R"];

  it.each([
    "Deliver the A Team sessions",
    "Extend the Green Homes scheme",
    "Help people with hepatitis C",
    "Open Plan B",
  ])("is no word within or at the end of “%s”", (title) => {
    expect(rows(...TITLES, title)?.[3]).toEqual(["4", "FORCE", title, null]);
  });

  it("is read after a title that contains such a word", () => {
    expect(rows(...TITLES, "Repair the A B roads R")?.[3]).toEqual(["4", "FORCE", "Repair the A B roads", "red"]);
  });

  it("is no letter of a status that the key does not list", () => {
    const key = ["Green 1/2 (50%)", "Amber 1/2 (50%)", "Red 0/2 (0%)", "No Organisation Deliverable RAG"];
    const found = rowsWith(...key, "1 FORCE Light the path G", update(1), "2 FORCE Extend Building C", update(2));
    expect(found?.[1]).toEqual(["2", "FORCE", "Extend Building C", null]);
  });

  it("is not a single letter where hardly any row has one", () => {
    const found = rows("Light the path", "Mend a wall", "Paint a door", "Finish block extension at Site C");
    expect(found?.map((row) => row[3])).toEqual([null, null, null, null]);
  });

  it("ends where an update begins on the same line, and the next row is still read", () => {
    const found = rowsWith(
      "No Organisation Deliverable RAG",
      `1 FORCE Light the Melford path G ${update(1)}`,
      `2 FORCE Mend a wall ${update(2)}`,
      `3 FORCE Paint a door R ${update(3)}`,
    );
    expect(found).toEqual([
      ["1", "FORCE", "Light the Melford path", "green"],
      ["2", "FORCE", "Mend a wall", null],
      ["3", "FORCE", "Paint a door", "red"],
    ]);
  });
});

it("does not read a single letter before a title as an organisation", () => {
  const found = rowsWith(
    "No Organisation Deliverable RAG",
    "1 FORCE Light the path G",
    update(1),
    "2 A B road opens G",
  );
  expect(found?.[1]).toEqual(["2", "", "A B road opens", "green"]);
});
