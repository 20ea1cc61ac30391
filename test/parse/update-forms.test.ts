import { describe, expect, it } from "vitest";
import { HEADER, reportOf } from "./read-text.js";

const TITLES = ["Open the library", "Plant the trees", "Mend the roof"];

/** Dates and texts of the updates of three rows, that a tab-separated table gives in its last column. */
const updatesOf = (...cells: string[]) => {
  const rows = cells.map((cell, at) => `${at + 1}\tFIRE\t${TITLES[at]}\tG\t"${cell.replaceAll("|", "\n")}"`);
  const report = reportOf(...HEADER, "No\tLead\tDeliverable\tRAG\tUpdate", ...rows);
  return report?.deliverables.map(({ updates }) => updates.map(({ date, text }) => `${date ?? "?"} ${text}`));
};

describe("headings that most rows begin with", () => {
  it.each([
    [
      "an ISO date and a space",
      "2022-09-01 It began.|2022-08-02 It was let.",
      "2022-09-03 It ends.",
      "2022-09-01",
      "2022-08-02",
    ],
    [
      "a date in words and a space",
      "1 September 2022 It began.|2 August 2022 It was let.",
      "3 May 2022 It ends.",
      "2022-09-01",
      "2022-08-02",
    ],
    [
      "a date in bullets",
      "- 01.09.22: It began.|- 02.08.22: It was let.",
      "- 03.09.22: It ends.",
      "2022-09-01",
      "2022-08-02",
    ],
    [
      "a date with a name",
      "01.09.22 (JS): It began.|02.08.22 (PB): It was let.",
      "03.09.22 (JS): It ends.",
      "2022-09-01",
      "2022-08-02",
    ],
    ["a Roman month", "1.IX.22: It began.|2.VIII.22: It was let.", "3.IX.22: It ends.", "2022-09-01", "2022-08-02"],
    ["a date without a year", "1 Sept – It began.|2 Aug – It was let.", "3 Sept – It ends.", "?", "?"],
    ["a term", "Autumn: It began.|Spring: It was let.", "Autumn: It ends.", "?", "?"],
    ["a quarter", "Q2: It began.|Q1: It was let.", "Q2: It ends.", "?", "?"],
    [
      "emphasis that is no Markdown",
      "*01.09.22* It began.|*02.08.22* It was let.",
      "*03.09.22* It ends.",
      "2022-09-01",
      "2022-08-02",
    ],
  ])("part updates: %s", (_name, first, second, one, two) => {
    expect(updatesOf(first, second)?.[0]).toEqual([`${one} It began.`, `${two} It was let.`]);
  });

  it("part updates within a line, behind a sentence", () => {
    expect(updatesOf("Autumn: It began. Spring: It was let.", "Autumn: It ends. So far: so good.")).toEqual([
      ["? It began.", "? It was let."],
      ["? It ends. So far: so good."],
    ]);
  });

  it("keep a date without a year as printed, and make no accusation of it", () => {
    const report = reportOf(
      ...HEADER,
      "No\tLead\tDeliverable\tRAG\tUpdate",
      "1\tFIRE\tOpen the library\tG\t30 Aug – It began.",
      "2\tFIRE\tPlant the trees\tG\t31 Aug – It ends.",
    );
    expect(report?.deliverables.map(({ updates }) => updates[0])).toMatchObject([
      { date: null, date_raw: "30 Aug", heading: "30 Aug –", text: "It began." },
      { date: null, date_raw: "31 Aug", heading: "31 Aug –", text: "It ends." },
    ]);
    expect(report?.findings.map(({ rule }) => rule)).not.toContain("update-date-invalid");
  });

  it("leave dated bullets in the block of another heading", () => {
    expect(
      updatesOf("Update 01.09.22: It began.|- 02.08.22: let", "Update 03.09.22: It ends.|- 04.08.22: let"),
    ).toEqual([["2022-09-01 It began.\n- 02.08.22: let"], ["2022-09-03 It ends.\n- 04.08.22: let"]]);
  });

  it("are none where a single row begins so", () => {
    expect(updatesOf("Spring: a time to plant.", "It began.", "It ends.")?.[0]).toEqual(["? Spring: a time to plant."]);
  });
});

it("takes classes of a school for no headings, and brackets for a sign", () => {
  expect(updatesOf("Year 6: all read. Year 5: half read.", "Year 6: all count. Year 5: half count.")).toEqual([
    ["? Year 6: all read. Year 5: half read."],
    ["? Year 6: all count. Year 5: half count."],
  ]);
  expect(updatesOf("Update 01.09.22: It began.|[02.08.22] It was let.", "It ends.")?.[0]).toEqual([
    "2022-09-01 It began.",
    "2022-08-02 It was let.",
  ]);
});

it("reads a word on the line above its date as one heading", () => {
  expect(updatesOf("Update|01.09.22: It began.", "Update|02.09.22: It ends.")).toEqual([
    ["2022-09-01 It began."],
    ["2022-09-02 It ends."],
  ]);
});

describe("a line that a sentence is wrapped before", () => {
  const list = (...lines: string[]) =>
    reportOf(
      ...HEADER,
      "",
      "1. FIRE Open the library: G",
      ...lines,
      "2. FIRE Plant the trees in every street of the town: G",
      "Update 05.09.22: All is planted and the last of the trees was given its stake on Monday.",
    )?.deliverables[0]?.updates.map(({ date }) => date);

  it("begins no update with a date that only a stop or a space parts from what follows", () => {
    expect(
      list(
        "Update 01.09.22: The room was let to the choir from the winter of last year. It was empty from the end of",
        "January 2021. The choir pays its rent by the month and the room is let until the end of the year. It had been",
      ),
    ).toEqual(["2022-09-01"]);
    expect(
      list(
        "Update 01.09.22: The room was let to the choir from the winter of last year. It was seen by all.",
        "12/08/2022 After that visit the choir paid its rent by the month and the room is let until the year ends.",
      ),
    ).toEqual(["2022-09-01"]);
  });
});
