/** Halves of a five-point scale, amber/green and amber/red: values only where the report shows that its scale has them. */
import { describe, expect, it } from "vitest";
import { BUILTIN_PROFILE, readBytes } from "../../../src/index.js";
import type { Report } from "../../../src/schema/dataset.js";
import { reportOf } from "../read-text.js";

const HEAD = ["Stow Policing Plan 2021-2022", "Qtr 3 (January 2022)"];
const TITLES = ["More patrols", "Fewer thefts", "A new van", "A new app", "Brighter lanes", "Longer hours"];
const rowsWith = (...statuses: string[]): string[] => [
  "Ref\tDeliverable\tOrg\tStatus\tUpdate",
  ...statuses.map((status, at) => `${at + 1}\t${TITLES[at]}\tPOLICE\t${status}\t${at + 3}.1.22 Patrols doubled.`),
];
const statusesOf = (report: Report | undefined) => report?.deliverables.map(({ rag }) => rag);

describe("a half", () => {
  it.each([
    ["Amber/Green", "amber-green"],
    ["Amber / Green", "amber-green"],
    ["amber-green", "amber-green"],
    ["AMBER/GREEN", "amber-green"],
    ["Green/Amber", "amber-green"],
    ["A/G", "amber-green"],
    ["G/A", "amber-green"],
    ["AG", "amber-green"],
    ["Amber/Green (A/G)", "amber-green"],
    ["Amber/Red", "amber-red"],
    ["Red/Amber", "amber-red"],
    ["A/R", "amber-red"],
    ["R/A", "amber-red"],
    ["AR", "amber-red"],
    ["Amber/Red (was Amber)", "amber-red"],
    ["Amber/Red ▼", "amber-red"],
  ])("is read from %j", (printed, rag) => {
    const report = reportOf(...HEAD, "", ...rowsWith("Green", "Amber", "A/G", "A/R", printed));
    expect(statusesOf(report)).toEqual(["green", "amber", "amber-green", "amber-red", rag]);
  });

  it.each(["Green → Amber", "Amber → Red", "Amber, Green", "Green and Amber", "Red/Amber/Green"])(
    "is not read from %j",
    (printed) => {
      const [last] = statusesOf(reportOf(...HEAD, "", ...rowsWith("A/G", "A/R", "Green", printed)))?.slice(-1) ?? [];
      expect(last === "amber-green" || last === "amber-red").toBe(false);
    },
  );
});

describe("a scale has halves", () => {
  const ONE = rowsWith("Green", "Amber/Red", "Red");

  it.each([
    ["the key defines one", ["Green = on track; Amber = late; Amber/Red = in doubt; Red = stopped"]],
    ["the key counts them", ["Green 1/3 (33%)", "Amber 0/3 (0%)", "Amber/Red 1/3 (33%)", "Red 1/3 (33%)"]],
    ["the header speaks of a five-point scale", ["Each action is rated on a five-point scale."]],
    ["the header names both", ["Ratings: Red – Amber/Red – Amber – Amber/Green – Green"]],
  ])("where %s", (_name, key) => {
    expect(statusesOf(reportOf(...HEAD, ...key, "", ...ONE))).toEqual(["green", "amber-red", "red"]);
  });

  it("where two rows use them, each another one", () => {
    expect(statusesOf(reportOf(...HEAD, "", ...rowsWith("A/G", "Red", "A/R")))).toEqual([
      "amber-green",
      "red",
      "amber-red",
    ]);
  });

  it("and their stated counts are compared with their rows", () => {
    const key = ["Green 1/3 (33%)", "Amber/Green 1/3 (33%)", "Amber 0/3 (0%)", "Amber/Red 0/3 (0%)", "Red 1/3 (33%)"];
    const report = reportOf(...HEAD, ...key, "", ...rowsWith("Green", "Amber/Green", "Red"));
    expect(report?.stated_counts.map(({ rag, verdict }) => [rag, verdict])).toEqual([
      ["green", "confirmed"],
      ["amber-green", "confirmed"],
      ["amber", "confirmed"],
      ["amber-red", "confirmed"],
      ["red", "confirmed"],
    ]);
    expect(report?.findings.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});

describe("a single row between two statuses", () => {
  it.each([
    ["no key", []],
    ["a plain key", ["Green = on track; Amber = late; Red = stopped"]],
    ["plain counts", ["Green 1/3 (33%)", "Amber 0/3 (0%)", "Red 1/3 (33%)"]],
    ["a sentence about both statuses", ["Red/Amber actions are escalated to the board."]],
    ["a five-point plan", ["Our five-point plan is on course."]],
  ])("is null with a reason beside %s", (_name, key) => {
    const [, row] = reportOf(...HEAD, ...key, "", ...rowsWith("Green", "Red/Amber", "Red"))?.deliverables ?? [];
    expect(row).toMatchObject({ rag: null, rag_raw: "Red/Amber", review_reasons: ["status-unknown"] });
  });

  it("is no half where the key counts two statuses together", () => {
    const report = reportOf(
      ...HEAD,
      "Green 1/3 (33%)",
      "Amber/Red 2/3 (67%)",
      "",
      ...rowsWith("Green", "Amber", "Red"),
    );
    expect(statusesOf(report)).toEqual(["green", "amber", "red"]);
    expect(report?.findings.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});

it("takes the initials of an organisation for no statuses", () => {
  const rows = ["AG", "AR", "AG"].map((lead, at) => `${at + 1}\t${TITLES[at]}\t${lead}\tG\t3.1.22 Done.`);
  const report = reportOf(...HEAD, "", "Ref\tDeliverable\tLead\tRAG\tUpdate", ...rows);
  expect(report?.deliverables.map(({ organisations, rag }) => [organisations, rag])).toEqual([
    [["AG"], "green"],
    [["AR"], "green"],
    [["AG"], "green"],
  ]);
});

it("reads columns of one heading, of which each row fills one, as one column", () => {
  const csv = [
    "Ref,Project,Lead,RAG,RAG,Comments",
    "1,Replace the pontoon,MARINE,Amber,,Let in May.",
    "2,Move the archive,CULTURE,,Red,Late.",
    "3,New portal,DIGITAL,,Green,Live.",
  ].join("\n");
  const [report] = readBytes(Buffer.from(csv), "a.csv", BUILTIN_PROFILE).reports;
  expect(statusesOf(report)).toEqual(["amber", "red", "green"]);
  expect(report?.deliverables[1]?.statuses.map(({ raw, chosen }) => [raw, chosen])).toEqual([
    [null, false],
    ["Red", true],
  ]);
});
