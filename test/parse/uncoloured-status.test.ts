/** Words of statuses that say no colour: kept as printed, never left in the title, never read as a status. */
import { describe, expect, it } from "vitest";
import { HEADER, reportOf } from "./read-text.js";

const rowsOf = (ahead: readonly string[], ...texts: string[]) =>
  reportOf(
    ...HEADER,
    ...ahead,
    ...texts.flatMap((text, at) => [`${at + 1} ${text}`, `Update ${at + 1}.09.22: Work goes on.`]),
  )?.deliverables.map((row) => [row.organisations.join(), row.title, row.rag, row.rag_raw]);

describe("a status without a colour in running text", () => {
  it("is kept after the title", () => {
    const head = ["No Organisation Deliverable RAG"];
    expect(rowsOf(head, "FORCE Light the path Green", "FORCE Mend a wall Delayed", "MC Plant a tree On hold")).toEqual([
      ["FORCE", "Light the path", "green", "Green"],
      ["FORCE", "Mend a wall", null, "Delayed"],
      ["MC", "Plant a tree", null, "On hold"],
    ]);
  });

  it("is kept before the title, and is not read as an organisation", () => {
    const head = ["No Status Organisation Deliverable"];
    expect(rowsOf(head, "Green FORCE Light the path", "Delayed MC Mend a wall", "On hold MC Plant a tree")).toEqual([
      ["FORCE", "Light the path", "green", "Green"],
      ["MC", "Mend a wall", null, "Delayed"],
      ["MC", "Plant a tree", null, "On hold"],
    ]);
  });

  it.each([
    ["counts", ["Humming 2/3 (67%)", "Wobbling 1/3 (33%)"]],
    ["a list", ["Status key: Humming, Wobbling"]],
  ])("is known by the key's %s", (_, key) => {
    const head = [...key, "", "No Organisation Deliverable Status"];
    expect(
      rowsOf(head, "FORCE Light the path Humming", "FORCE Mend a wall Wobbling", "MC Plant a tree Humming"),
    ).toEqual([
      ["FORCE", "Light the path", null, "Humming"],
      ["FORCE", "Mend a wall", null, "Wobbling"],
      ["MC", "Plant a tree", null, "Humming"],
    ]);
  });

  it("is the status that the key defines", () => {
    const head = ["G = humming, A = delayed", "", "No Organisation Deliverable Status"];
    expect(rowsOf(head, "FORCE Light the path Humming", "FORCE Mend a wall Delayed")?.map((row) => row[2])).toEqual([
      "green",
      "amber",
    ]);
  });

  it("does not take words of a title that has no status", () => {
    const head = ["Pages 2/3", "Humming 2/3 (67%)", "", "No Organisation Deliverable RAG"];
    expect(
      rowsOf(head, "FORCE Number the Pages", "FORCE Stop the Humming", "MC Review cases pending appeal Green"),
    ).toEqual([
      ["FORCE", "Number the Pages", null, null],
      ["FORCE", "Stop the Humming", null, null],
      ["MC", "Review cases pending appeal", "green", "Green"],
    ]);
  });
});
