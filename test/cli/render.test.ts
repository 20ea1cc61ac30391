import picocolors from "picocolors";
import { describe, expect, it } from "vitest";
import { endingOf, UsageError } from "../../src/cli/exit.js";
import { figure, printable, renderTable, wrap } from "../../src/cli/render.js";
import { renderSummary } from "../../src/cli/summary.js";
import { addResult, newTally, reaches, type Tally } from "../../src/cli/tally.js";
import { wantsColour } from "../../src/cli/terminal.js";
import { renderCounted, renderStated } from "../../src/cli/verdicts.js";
import type { WritableResult } from "../../src/export/write-dataset.js";
import { type Format, outlineOf, type StatedCount } from "../../src/internal.js";
import { makeFile, makeReport, makeResult } from "../export/reports.js";

const plain = picocolors.createColors(false);
const addReports = (tally: Tally, { file, reports }: WritableResult): void =>
  addResult(tally, { file, reports: reports.map(outlineOf) });
const look = { colours: plain, width: 100 };

describe("renderTable", () => {
  it("aligns columns and wraps the last one under itself", () => {
    const rows = [
      ["a", "10", "one two three four five six"],
      ["bbb", "9", "seven"],
    ];
    expect(renderTable(rows, { width: 33, indent: 1, align: ["left", "right"] })).toEqual([
      " a    10  one two three four five",
      "          six",
      " bbb   9  seven",
    ]);
  });

  it("does not count colours as width", () => {
    const { red } = picocolors.createColors(true);
    const [first, second] = renderTable(
      [
        [red("a"), "x"],
        ["bb", "y"],
      ],
      { width: 80 },
    );
    expect(first).toBe(`${red("a")}   x`);
    expect(second).toBe("bb  y");
  });

  it("keeps a word whole that is wider than the line", () => {
    expect(wrap("a bbbbbbbb c", 4)).toEqual(["a", "bbbbbbbb", "c"]);
  });
});

describe("figures", () => {
  it.each([
    [0, "0"],
    [999, "999"],
    [1000, "1,000"],
    [1234567, "1,234,567"],
  ])("writes %i as %s", (number, text) => expect(figure(number)).toBe(text));

  const stated = { counted_min: 12, counted_max: 12, counted_total: 15 } as StatedCount;
  it.each([
    [15, 15, 100, "15/15 (100%)"],
    [0, 15, 0, "0/15 (0%)"],
    [8, null, 57, "8 (57%)"],
    [null, null, 57, "57%"],
    [8, 14, null, "8/14"],
    [0, null, null, "0"],
  ])("writes stated %s of %s, %s per cent as %s", (stated_count, stated_total, stated_percent, text) => {
    expect(renderStated({ ...stated, stated_count, stated_total, stated_percent })).toBe(text);
  });

  it("writes a counted range only where there is one", () => {
    expect(renderCounted(stated)).toBe("12/15");
    expect(renderCounted({ ...stated, counted_max: 15 })).toBe("12 to 15/15");
  });
});

describe("printable", () => {
  it("shows control characters and keeps one line", () => {
    expect(printable("a\nb\u001b[31m\u009bc")).toBe("a b\ufffd[31m\ufffdc");
  });
});

describe("endingOf", () => {
  it("shows control characters of a name in a message, and keeps its lines", () => {
    const error = new UsageError("several files match:\n  a\u001b[2J.md\n  b\r.md");
    expect(endingOf(error)).toEqual({ code: 2, message: "several files match:\n  a\ufffd[2J.md\n  b\ufffd.md" });
  });
});

describe("renderSummary", () => {
  const scope = (format: Format) => ({
    out: "out",
    formats: [format],
    latest: false,
    corrections: null,
    hiddenCount: 0,
    former: null,
    addition: null,
    isUnchanged: false,
  });

  it("shows statuses, tracks, findings, review, verdicts, and why a person should look at a report", () => {
    const tally = newTally();
    addReports(tally, makeResult("a", { rows: 3 }));
    const repeated = { file: { ...makeFile("copy", 1), message: "same content" }, reports: [] };
    addReports(tally, repeated);
    expect(renderSummary(tally, scope("csv"), look)).toBe(
      [
        "Files           2  parsed 2 · same content as another 1",
        "Reports         1",
        "Deliverables    3  green 2 · unreadable 1",
        "Tracks          0",
        "Findings        1  warning 1",
        "Rows to review  1",
        "",
        "Stated against counted: 0 confirmed, 0 contradicted, 1 undetermined",
        "  report  status  stated      counted   verdict",
        "  a       green   2/2 (100%)  1 to 2/2  undetermined",
        "",
        "To look at first: 1 of 1 report",
        "  a.txt, page 1  1 status unreadable, 1 count undetermined",
        "",
        "Written to out:  a CSV file for each table, run.json",
      ].join("\n"),
    );
  });

  it("lists 20 reports with their verdicts, those in doubt first, and counts the rest", () => {
    const tally = newTally();
    for (let i = 0; i < 30; i++) {
      const report = makeReport(`r${i}`);
      const verdict = i === 25 ? "contradicted" : "confirmed";
      const stated_counts = report.stated_counts.map((stated) => ({ ...stated, verdict }) as const);
      addReports(tally, { file: makeFile(`r${i}`, 1), reports: [{ ...report, stated_counts }] });
    }
    const lines = renderSummary(tally, scope("json"), look).split("\n");
    const first = lines.findIndex((line) => line.startsWith("  report"));
    expect(lines[first + 1]).toMatch(/^ {2}r25 .*contradicted$/);
    expect(lines[first + 20]).toMatch(/^ {2}r18 .*confirmed$/);
    expect(lines[first + 21]).toBe("  … and 10 more reports; see dataset.json");
  });

  it("ranks reports by contradicted counts, errors, unreadable rows and open counts, and no confirmed one", () => {
    const tally = newTally();
    const clean = (name: string) => {
      const report = makeReport(name);
      const deliverables = report.deliverables.map((row) => ({ ...row, rag: "green" }) as const);
      const stated_counts = report.stated_counts.map((stated) => ({ ...stated, verdict: "confirmed" }) as const);
      return { ...report, deliverables, stated_counts, findings: [] };
    };
    const finding = (severity: "error" | "warning", rule: string) => {
      const [one] = makeReport("x").findings;
      if (one === undefined) throw new Error("no finding to change");
      return { ...one, severity, rule };
    };
    const unreadable = { ...clean("unreadable"), deliverables: makeReport("unreadable").deliverables };
    const wrong = ["count-mismatch", "count-mismatch", "percent-mismatch"];
    const errors = { ...clean("errors"), findings: wrong.map((rule) => finding("error", rule)) };
    const [stated] = clean("contradicted").stated_counts;
    if (stated === undefined) throw new Error("no stated count to change");
    const figures = { ...stated, verdict: "contradicted", counted_min: 1, counted_max: 1 } as const;
    const contradicted = { ...clean("contradicted"), stated_counts: [figures] };
    const warned = { ...clean("warned"), findings: [finding("warning", "update-stale")] };
    for (const report of [unreadable, clean("clean"), errors, warned, contradicted])
      addReports(tally, { file: makeFile(report.report_id, 1), reports: [report] });
    const lines = renderSummary(tally, scope("json"), look).split("\n");
    const first = lines.indexOf("To look at first: 3 of 5 reports, the worst first");
    expect(lines.slice(first + 1, first + 5)).toEqual([
      "  contradicted.txt, page 1  1 count contradicted (green 2/2 (100%), counted 1/2)",
      "  errors.txt, page 1        3 errors (2 count-mismatch, percent-mismatch)",
      "  unreadable.txt, page 1    1 status unreadable",
      "",
    ]);
  });

  it("lists the ten worst whatever the order they come in, and counts the rest", () => {
    const reports = Array.from({ length: 30 }, (_, i) => {
      const report = makeReport(`r${String(i).padStart(2, "0")}`);
      return { ...report, findings: report.findings.flatMap((one) => Array(i).fill({ ...one, severity: "error" })) };
    });
    const summary = (order: typeof reports) => {
      const tally = newTally();
      for (const report of order) addReports(tally, { file: makeFile(report.report_id, 1), reports: [report] });
      expect(tally.worst).toHaveLength(10);
      const text = renderSummary(tally, scope("json"), look);
      // The table above it is in the order of the files.
      return text.slice(text.indexOf("To look at first"));
    };
    const lines = summary(reports).split("\n");
    expect(summary(reports.toReversed())).toBe(lines.join("\n"));
    const first = lines.indexOf("To look at first: 30 of 30 reports, the worst first");
    expect(lines[first + 1]).toMatch(/^ {2}r29\.txt/);
    expect(lines[first + 10]).toMatch(/^ {2}r20\.txt/);
    expect(lines[first + 11]).toBe("  … and 20 more reports; see dataset.json");
  });
});

describe("reaches", () => {
  const warning = { error: 0, warning: 1, info: 5 };
  it.each([
    ["error", false],
    ["warning", true],
    ["never", false],
  ] as const)("a warning with the level %s: %s", (level, expected) => expect(reaches(warning, level)).toBe(expected));
});

describe("wantsColour", () => {
  it.each([
    [true, {}, true],
    [true, { NO_COLOR: "1" }, false],
    [true, { NO_COLOR: "" }, true],
    [true, { TERM: "dumb" }, false],
    [false, { FORCE_COLOR: "1" }, false],
  ])("on a terminal: %s, with %j: %s", (isTTY, env, expected) => expect(wantsColour({ isTTY }, env)).toBe(expected));
});
