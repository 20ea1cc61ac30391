import { describe, expect, it } from "vitest";
import { auditReport } from "../../src/audit/audit.js";
import { example } from "../../src/audit/example.js";
import { rowsOf } from "../../src/audit/example-rows.js";
import { RULE_IDS } from "../../src/audit/registry.js";
import { renderExample } from "../../src/audit/render-example.js";
import { auditContent, SETTINGS } from "./raised.js";

const FAULTY = {
  rows: [
    { number: "2", title: null },
    { number: null, title: null, updates: [] },
    { number: null, rag: null },
    { number: "2" },
  ],
  stated: { green: "9/9 (50%)", amber: "1/3 (33%)" },
  rating: "good",
  unassigned: ["A.", "B."],
} as const;

describe("findings", () => {
  it("have unique ids built from report, rule, row and status", () => {
    const ids = auditContent(FAULTY).map((finding) => finding.finding_id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(
      expect.arrayContaining([
        "example/count-mismatch/green",
        "example/number-gap/1",
        "example/number-inferred",
        "example/number-inferred~2",
        "example/title-missing/2",
        "example/text-unassigned~2",
      ]),
    );
  });

  it("are in the order of the rules and then of the report", () => {
    const findings = auditContent(FAULTY);
    const places = findings.map((finding) => RULE_IDS.indexOf(finding.rule));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    const titles = findings.filter((finding) => finding.rule === "title-missing");
    expect(titles.map((finding) => finding.line_first)).toEqual([2, 3]);
  });

  it("are the same each time and leave the report unchanged", () => {
    const { report, facts } = example(FAULTY);
    const before = structuredClone(report);
    expect(auditReport(report, facts, SETTINGS)).toEqual(auditReport(report, facts, SETTINGS));
    expect(report).toEqual(before);
  });

  it("have the source position of what they are about", () => {
    const { report, facts } = example({ rows: rowsOf("GA"), stated: { green: "2/2" } });
    const bbox: [number, number, number, number] = [1, 2, 3, 4];
    const place = { source_file: "plans/a.pdf", page: 7, line_first: null, line_last: null, bbox };
    const stated_counts = report.stated_counts.map((stated) => ({ ...stated, ...place }));
    const [finding] = auditReport({ ...report, stated_counts }, facts, SETTINGS);
    expect(finding).toMatchObject({ rule: "count-mismatch", ...place });
  });
});

describe("severity settings", () => {
  it("switch a rule off with off and do not affect the others", () => {
    const all = auditContent(FAULTY);
    const fewer = auditContent(FAULTY, { severity: { "title-missing": "off" } });
    expect(fewer).toEqual(all.filter((finding) => finding.rule !== "title-missing"));
    expect(fewer.length).toBeLessThan(all.length);
  });

  it("replace the rule's default severity", () => {
    const findings = auditContent(FAULTY, { severity: { "title-missing": "error", "count-mismatch": "info" } });
    const severities = new Map(findings.map((finding) => [finding.rule, finding.severity]));
    expect(severities.get("title-missing")).toBe("error");
    expect(severities.get("count-mismatch")).toBe("info");
    expect(severities.get("number-duplicate")).toBe("error");
  });
});

it("renders an example as a table followed by the report's other statements", () => {
  const text = renderExample(
    example({
      rows: [
        { organisations: ["FORCE", "NHS"], organisationsPrinted: "F0RCE/NHS", painted: "amber" },
        {
          number: "12",
          inferred: true,
          organisations: [],
          title: null,
          rag: null,
          updates: [{ raw: "31.11.19" }, { text: "On." }],
        },
      ],
      stated: { green: "1/2 (50%)" },
      quarter: ["2019-10-01", "2019-12-31"],
      rating: "good",
    }),
  );
  expect(text.split("\n")).toEqual([
    "No             Organisations                    Title     RAG                    Updates",
    '1              FORCE/NHS (printed "F0RCE/NHS")  Action 1  green (painted amber)  2019-11-18',
    '12 (inferred)  -                                -         -                      31.11.19 (no such day), undated "On."',
    "States: green 1/2 (50%)",
    "Quarter: 2019-10-01 to 2019-12-31",
    "Overall rating: good",
  ]);
});
