import { describe, expect, it } from "vitest";
import { auditReport } from "../../src/audit/audit.js";
import { example } from "../../src/audit/example.js";
import { rowsOf } from "../../src/audit/example-rows.js";
import type { Bound } from "../../src/audit/view.js";
import { auditContent, raised, SETTINGS } from "./raised.js";

const figures = ({ rag, expected, actual }: { rag: unknown; expected: unknown; actual: unknown }) => [
  rag,
  expected,
  actual,
];

describe("stated counts compared with rows", () => {
  it.each([
    ["GGA", "3/3", [["green", "2", "3"]]],
    ["GGA", "2/3", []],
    ["GG?", "1/3", [["green", "2 to 3", "1"]]],
    ["GG?", "2/3", []],
    ["GG?", "3/3", []],
    ["GG??", "5/4", [["green", "2 to 4", "5"]]],
    ["AAA", "0/3", []],
    ["GAA", "0/3", [["green", "1", "0"]]],
    ["???", "0/3", []],
  ])("rows %s stated as %s green mismatch in %j", (letters, green, expected) => {
    expect(raised("count-mismatch", { rows: rowsOf(letters), stated: { green } }).map(figures)).toEqual(expected);
  });

  it.each([
    ["GG?", "2/3", 1],
    ["GG?", "3/3", 1],
    ["GG?", "4/3", 0],
    ["GGA", "2/3", 0],
    ["???", "0/3", 1],
    ["???", "3/3", 1],
  ])("rows %s stated as %s green leave %i count unverifiable", (letters, green, count) => {
    expect(raised("count-unverifiable", { rows: rowsOf(letters), stated: { green } })).toHaveLength(count);
  });

  it("names the deciding and the unreadable rows, with runs of numbers as ranges", () => {
    const [finding] = raised("count-unverifiable", { rows: rowsOf("GGGAG?A?"), stated: { green: "6/8 (75%)" } });
    expect(finding?.message).toBe(
      "The report states 6/8 (75%) green; rows 1 to 3 and 5 (4) are green and rows 6 and 8 could not be read, so 6 can be neither confirmed nor contradicted.",
    );
  });

  it("names an unnumbered row by its line", () => {
    const [finding] = raised("count-mismatch", { rows: [{ number: null }, { rag: "red" }], stated: { green: "2/2" } });
    expect(finding?.message).toBe("The report states 2/2 green, but the unnumbered row on line 2 is green.");
  });

  it("has no rows to compare with if the report has none, but still checks sums and percentages", () => {
    const stated = { green: "3/5 (70%)", amber: "1/4 (25%)" };
    const { report, facts } = example({ rows: [], stated });
    const rules = auditReport(report, facts, SETTINGS).map(({ rule, rag }) => [rule, rag]);
    expect(rules).toEqual([
      ["totals-disagree", null],
      ["counts-sum", null],
      ["percent-mismatch", "green"],
      ["percent-impossible", "green"],
    ]);
  });

  it("compares a stated limit with the rows", () => {
    const limits = (limit: Bound["limit"], figure: number, isPercent: boolean, letters: string) =>
      auditContent({
        rows: rowsOf(letters),
        stated: {},
        bounds: [{ rag: "red", raw: "said of red", limit, figure, isPercent }],
      }).flatMap(({ rule, expected, actual }) => (rule.startsWith("count-") ? [[rule, expected, actual]] : []));
    expect(limits("below", 2, false, "GGR")).toEqual([]);
    expect(limits("below", 1, false, "GGR")).toEqual([["count-mismatch", "1", "less than 1"]]);
    expect(limits("below", 1, true, "GGR")).toEqual([["count-mismatch", "1", "less than 1%"]]);
    expect(limits("below", 1, true, "GGG")).toEqual([]);
    expect(limits("below", 2, false, "GR?")).toEqual([["count-unverifiable", "1 to 2", "less than 2"]]);
    expect(limits("at-least", 50, true, "GR")).toEqual([]);
  });

  it("raises nothing about a count whose status is unknown", () => {
    const { report, facts } = example({ rows: rowsOf("GG"), stated: { green: "7/9 (1%)" } });
    const unknown = report.stated_counts.map((stated) => ({ ...stated, rag: null, label: "Purple" }));
    expect(auditReport({ ...report, stated_counts: unknown }, facts, SETTINGS)).toEqual([]);
  });

  it("is not raised if only a percentage is stated", () => {
    expect(raised("count-mismatch", { rows: rowsOf("GA"), stated: { green: "100%" } })).toEqual([]);
  });
});

describe("stated totals", () => {
  it("raises a wrong total once for each status that states it", () => {
    const findings = raised("total-mismatch", {
      rows: rowsOf("GA"),
      stated: { green: "1/3", amber: "1/3", red: "0/2" },
    });
    expect(findings.map(figures)).toEqual([
      ["green", "2", "3"],
      ["amber", "2", "3"],
    ]);
  });

  it("treats 0 out of 0 as a different total, and locates the finding there", () => {
    const [finding, ...more] = raised("totals-disagree", { rows: rowsOf("GA"), stated: { green: "1/2", red: "0/0" } });
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ expected: "2", actual: "2, 0", rag: null, line_first: 5 });
  });
});

describe("sums", () => {
  it.each([
    [{ green: "2/3", amber: "1/3", red: "0/0" }, []],
    [{ green: "2/3", amber: "0/3" }, [["3", "2"]]],
    [{ green: "2/3" }, []],
    [{ green: "2", amber: "0" }, []],
    [{ green: "0/0", amber: "0/0" }, []],
    [{ green: "2/3", amber: "33%" }, []],
    [{ green: "3/5", amber: "1/4" }, [["5", "4"]]],
    [{ green: "4/4", amber: "0/4", red: "1/5" }, [["4", "5"]]],
  ])("counts %j give %j", (stated, expected) => {
    const findings = raised("counts-sum", { rows: [], stated });
    expect(findings.map((finding) => [finding.expected, finding.actual])).toEqual(expected);
  });

  it.each([
    ["GGA?", 0],
    ["GGA", 1],
    ["GGA??", 1],
  ])("rows %s stated as 2 green and 1 amber beside a total of 4 leave %i sum that is wrong", (letters, count) => {
    const stated = { green: "2/4", amber: "1/4" };
    const { report, facts } = example({ rows: rowsOf(letters), stated });
    const sumsIn = (stated_counts: typeof report.stated_counts) =>
      auditReport({ ...report, stated_counts }, facts, SETTINGS).filter(({ rule }) => rule === "counts-sum");
    const alone = report.stated_counts.map((one) => ({ ...one, stated_raw: String(one.stated_count) }));
    expect(sumsIn(alone)).toHaveLength(count);
    expect(sumsIn(report.stated_counts)).toHaveLength(1);
  });

  it("counts a status once if a table and a sentence both state it", () => {
    const { report, facts } = example({ rows: rowsOf("GGA"), stated: { green: "2/3", amber: "1/3" } });
    const twice = [...report.stated_counts, ...report.stated_counts];
    expect(auditReport({ ...report, stated_counts: twice }, facts, SETTINGS)).toEqual([]);
  });

  it("accepts a label of unknown status as a further status or as the total", () => {
    const { report, facts } = example({ rows: [], stated: { green: "2/3", amber: "1/3", red: "1/3" } });
    const relabelled = report.stated_counts.map((one) => (one.rag === "red" ? { ...one, rag: null } : one));
    expect(auditReport({ ...report, stated_counts: relabelled }, facts, SETTINGS)).toEqual([]);
  });

  it.each([
    [{ green: "33%", amber: "33%", red: "33%" }, []],
    [{ green: "50%", amber: "51%" }, []],
    [{ green: "50%", amber: "52%" }, ["102%"]],
    [{ green: "50.0%", amber: "50.2%" }, ["100.2%"]],
    [{ green: "50.0%", amber: "50.1%" }, []],
    [{ green: "60%", amber: "39.3%" }, ["99.3%"]],
    [{ green: "100%" }, []],
    [{ green: "50%", red: "0/0 (10%)" }, []],
    [{ green: "2/2 (100%)", red: "0/0 (0%)" }, []],
    [{ green: "2/4 (50%)", amber: "1/4 (25%)", red: "0/0 (0%)" }, ["75%"]],
    [{ green: "2/4 (50%)", amber: "1/5 (20%)" }, []],
    [{ green: "2/4 (50%)", amber: "1/4 (25%)", red: "1/4" }, []],
    [{ green: "2/4 (50%)", amber: "1/4 (25%)", red: "0/4" }, ["75%"]],
    [{ green: "2/4 (50%)", amber: "1/4 (25%)", red: "0/0 (10%)" }, []],
  ])("percentages %j give %j", (stated, expected) => {
    expect(raised("percents-sum", { rows: [], stated }).map((finding) => finding.actual)).toEqual(expected);
  });
});
