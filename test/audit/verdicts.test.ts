/** Each part of a stated count has a verdict, and the whole has the worst of them. */
import { describe, expect, it } from "vitest";
import { type ExampleContent, example } from "../../src/audit/example.js";
import { rowsOf } from "../../src/audit/example-rows.js";
import { verdictReason } from "../../src/audit/sign-off.js";
import { countRows } from "../../src/model/count-rows.js";
import { rowsRead } from "../../src/model/rows-read.js";
import { raised } from "./raised.js";

const LETTERS = { c: "confirmed", x: "contradicted", u: "undetermined", "-": null } as const;
const verdictOf = (letter: string) => LETTERS[letter as keyof typeof LETTERS];

function greenOf(rows: string, green: string, more: Partial<ExampleContent> = {}) {
  const [stated] = example({ rows: rowsOf(rows), stated: { green }, ...more }).report.stated_counts;
  if (stated === undefined) throw new Error("nothing is stated");
  return stated;
}

/** Verdicts on the count, the total and the percentage, and on the whole. */
const verdictsOf = (rows: string, green: string, more: Partial<ExampleContent> = {}) => {
  const { count_verdict, total_verdict, percent_verdict, verdict } = greenOf(rows, green, more);
  return [count_verdict, total_verdict, percent_verdict, verdict];
};

describe("the verdicts on count, total, percentage and the whole", () => {
  it.each([
    ["2/4 (50%)", "GGAR", "cccc"],
    ["2", "GGAR", "c--c"],
    ["1/1 (100%)", "GAAAARRR", "cxxx"],
    ["0/0 (0%)", "AAR", "cxcx"],
    ["0/0 (5%)", "AAR", "cxxx"],
    ["3/4 (75%)", "GGAR", "xcxx"],
    ["2/4 (75%)", "GGAR", "ccxx"],
    // Right as a share of the rows, though both figures beside it are wrong.
    ["1/2 (50%)", "GGAR", "xxcx"],
    // Cut off or rounded up is less than a point away.
    ["1/8 (12%)", "GAAAAAAA", "cccc"],
    ["1/8 (13%)", "GAAAAAAA", "cccc"],
    // No number of seven rows is 57.9%.
    ["4/7 (57.9%)", "GGGGAAA", "ccxx"],
    ["3/4 (75%)", "GGA?", "ucuu"],
    ["2/4 (50%)", "GGA?", "ucuu"],
    ["4/4 (100%)", "GGA?", "xcxx"],
    ["50%", "GGAR", "--cc"],
    ["50%", "GGA?", "--uu"],
    ["75%", "GGAR", "--xx"],
    ["60%", "GGAR", "--xx"],
    ["2/4 (50%)", "", "uuuu"],
    ["2/4 (75%)", "", "uuxx"],
    ["5/4", "", "ux-x"],
  ])("of %s beside the rows %s are %s", (stated, rows, letters) => {
    expect(verdictsOf(rows, stated)).toEqual([...letters].map(verdictOf));
  });

  it.each([
    ["2/4 (50%)", "uuuu"],
    ["3/5 (60%)", "uuuu"],
    ["1/3 (33%)", "xxux"],
    ["3/5 (90%)", "uuxx"],
    ["75%", "--uu"],
  ])("of %s beside four rows and a page that could not be read are %s", (stated, letters) => {
    expect(verdictsOf("GGAR", stated, { unreadPages: [2] })).toEqual([...letters].map(verdictOf));
  });

  it("leaves a percentage alone open where a row's number is missing", () => {
    const rows = rowsOf("GGAR").map((row, at) => (at === 3 ? { ...row, number: "5" } : row));
    expect(greenOf("", "40%", { rows }).verdict).toBe("undetermined");
  });

  it("gives each name of a status the rows that its other names do not count", () => {
    const state = (label: string, count: number | null, percent: number) => ({
      rag: "amber" as const,
      label,
      stated_raw: `${label} ${percent}%`,
      stated_count: count,
      stated_total: null,
      stated_percent: percent,
    });
    const rows = example({ rows: rowsOf("AAAG") }).report.deliverables;
    const verdicts = (...all: ReturnType<typeof state>[]) =>
      all.map((one) => countRows(one, all, rowsRead(rows, 0)).verdict);
    expect(verdicts(state("Yellow", 1, 25), state("Amber", 2, 50))).toEqual(["confirmed", "confirmed"]);
    expect(verdicts(state("Yellow", 1, 25), state("Amber", 1, 25))).toEqual(["contradicted", "contradicted"]);
    expect(verdicts(state("Yellow", null, 25), state("Amber", null, 50))).toEqual(["undetermined", "undetermined"]);
  });

  it("judges a count that is stated twice by its own figure each time", () => {
    const state = (count: number) => ({
      rag: "green" as const,
      label: "Green",
      stated_raw: `${count}`,
      stated_count: count,
      stated_total: null,
      stated_percent: null,
    });
    const all = [state(2), state(3)];
    const rows = example({ rows: rowsOf("GGA") }).report.deliverables;
    expect(all.map((one) => countRows(one, all, rowsRead(rows, 0)).verdict)).toEqual(["confirmed", "contradicted"]);
  });
});

describe("a percentage that is stated alone", () => {
  it("is reported where another number of rows would give it", () => {
    const [finding] = raised("percent-mismatch", { rows: rowsOf("GGAR"), stated: { green: "75%" } });
    expect(finding?.message).toBe("The report states 75% green, but 2 out of the 4 rows is 50%.");
  });

  it("is reported once where no number of rows gives it", () => {
    const content = { rows: rowsOf("GGAR"), stated: { green: "60%" } };
    expect(raised("percent-mismatch", content)).toEqual([]);
    expect(raised("percent-impossible", content)).toHaveLength(1);
  });

  it("is not reported where a status could not be read", () => {
    expect(raised("percent-mismatch", { rows: rowsOf("GGA?"), stated: { green: "75%" } })).toEqual([]);
  });
});

it.each([
  ["GARA", "1/1 (100%)", "row 1 is green; there are 4 rows, not 1; that is 25%"],
  ["GGAR", "75%", "rows 1 and 2 (2) are green; that is 50%"],
  ["GGAR", "2/4 (50%)", "rows 1 and 2 (2) are green"],
])("of the rows %s and %s the reason for the verdict is: %s", (rows, stated, reason) => {
  expect(verdictReason(greenOf(rows, stated), example({ rows: rowsOf(rows) }).report)).toBe(reason);
});
