import { describe, expect, it } from "vitest";
import type { Block } from "../../../src/model/block.js";
import { correctReport } from "../../../src/normalise/correct-report.js";
import { normaliseReport } from "../../../src/normalise/normalise.js";
import { parseReports } from "../../../src/parse/parse-reports.js";
import { BUILTIN_PROFILE } from "../../../src/schema/builtin-profile.js";

/** A line of a page whose type has a size, in points. */
const line = (text: string, top: number, size: number, gapBefore = true): Block => ({
  kind: "line",
  text,
  indent: 0,
  gapBefore,
  pageStart: false,
  place: { page: 1, lineFirst: null, lineLast: null, bbox: [40, top, 40 + text.length * size * 0.5, top + size] },
});

const row = (cells: readonly string[], top: number): Block => ({
  kind: "row",
  cells: cells.map((text, at) => ({ text, bbox: [40 + at * 90, top, 130 + at * 90, top + 20] })),
  borders: "sure",
  gapBefore: top === 200,
  pageStart: false,
  place: { page: 1, lineFirst: null, lineLast: null, bbox: [40, top, 500, top + 20] },
});

const BODY = [
  line("Each action has a lead and a status.", 120, 10),
  line("The next paper is due in spring.", 132, 10, false),
  line("Questions go to the programme office.", 144, 10, false),
  row(["No", "Lead", "Action", "RAG"], 200),
  row(["1", "PORT", "Mend the sea wall", "G"], 220),
  row(["2", "BCC", "Count the seals", "A"], 240),
];

const read = (...head: Block[]) => parseReports([...head, ...BODY], BUILTIN_PROFILE)[0]?.header;
const titleOf = (...head: Block[]) => read(...head)?.planTitle ?? null;

describe("a title without a word for a plan", () => {
  it("is the one line that is clearly larger than the text of its page", () => {
    expect(titleOf(line("Our journey to 2030", 60, 22))).toBe("Our journey to 2030");
  });

  it("may take two lines of one size", () => {
    expect(titleOf(line("Warm homes and clean", 60, 22), line("air for everyone", 82, 22, false))).toBe(
      "Warm homes and clean air for everyone",
    );
  });

  it("is read without what says that the paper reports on it, and with its years", () => {
    expect(titleOf(line("Zero Waste Roadmap: six month update", 60, 22))).toBe("Zero Waste Roadmap");
    expect(read(line("Fair Work Outcomes 2021-2025", 60, 22))).toMatchObject({
      planTitle: "Fair Work Outcomes",
      planStartYear: 2021,
      planEndYear: 2025,
    });
  });

  it("is none where a second line is large too: one of them may be an organisation's name", () => {
    expect(titleOf(line("Strathmuir Council", 40, 24), line("Sea Bathing Tracker", 72, 18))).toBeNull();
  });

  it("is none where the second large line has the report's month, and where the line heads a key", () => {
    const dated = line("Fair Work Outcomes, September 2021", 72, 18);
    expect(titleOf(line("Open data", 40, 20), dated)).toBeNull();
    expect(titleOf(dated)).toBe("Fair Work Outcomes");
    expect(titleOf(line("How to fill this in", 40, 20), row(["Colour", "Meaning"], 60))).toBeNull();
  });

  it("is none where no line is larger than the text, or only the period is", () => {
    expect(titleOf(line("Our journey to 2030", 60, 10))).toBeNull();
    expect(titleOf(line("Quarter 2 2021/22", 60, 22))).toBeNull();
  });

  describe("gives a report", () => {
    const SOURCE = { sourceFile: "a.pdf", sha256: "", format: "pdf", index: 0 } as const;
    const reportOf = () => {
      const [printed] = parseReports([line("Our journey to 2030", 60, 22), ...BODY], BUILTIN_PROFILE);
      if (printed === undefined) throw new Error("no report");
      return normaliseReport(printed, SOURCE);
    };
    const corrected = (field: "plan_title" | "version", printed: string, value: string) => {
      const report = reportOf();
      const { report_id } = report;
      const common = { line: 2, report: report_id, deliverable: "" };
      return correctReport(report, [{ ...common, field, printed, value, by: "KM", why: "seen", date: "2032-04-01" }])
        .report;
    };

    it("a reason to look at it, and no key of a plan: several plans may be under one council's name", () => {
      const { review_reasons, plan_title, plan_id } = reportOf();
      expect(review_reasons).toContain("plan-by-size");
      expect([plan_title, plan_id]).toEqual(["Our journey to 2030", null]);
    });

    it("a key once a person says what the plan's name is, be it the same", () => {
      const { plan_id, review_reasons } = corrected("plan_title", "Our journey to 2030", "Our journey to 2030");
      expect([plan_id, review_reasons.includes("plan-by-size")]).toEqual(["our-journey-to-2030", false]);
      expect(corrected("version", "", "Draft").plan_id).toBeNull();
    });
  });
});
