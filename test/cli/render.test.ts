import picocolors from "picocolors";
import { describe, expect, it } from "vitest";
import { figure, printable, renderTable, wrap } from "../../src/cli/render.js";
import { renderCounted, renderStated, renderSummary } from "../../src/cli/summary.js";
import { addResult, newTally, reaches } from "../../src/cli/tally.js";
import { wantsColour } from "../../src/cli/terminal.js";
import type { StatedCount } from "../../src/index.js";
import { makeFile, makeReport, makeResult } from "../export/reports.js";

const plain = picocolors.createColors(false);
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

describe("renderSummary", () => {
  it("shows statuses, findings, review and the verdict of each stated count", () => {
    const tally = newTally();
    addResult(tally, makeResult("a", { rows: 3 }));
    const repeated = { file: { ...makeFile("copy", 1), message: "same content" }, reports: [] };
    addResult(tally, repeated);
    expect(renderSummary(tally, "out", ["csv"], look)).toBe(
      [
        "Files           2  parsed 2 · same content as another 1",
        "Reports         1",
        "Deliverables    3  green 2 · unreadable 1",
        "Findings        1  warning 1",
        "Rows to review  1",
        "",
        "Stated against counted: 0 confirmed, 0 contradicted, 1 undetermined",
        "  report  status  stated      counted   verdict",
        "  a       green   2/2 (100%)  1 to 2/2  undetermined",
        "",
        "Written to out: a CSV file for each table, run.json",
      ].join("\n"),
    );
  });

  it("lists 20 reports, those in doubt first, and counts the rest", () => {
    const tally = newTally();
    for (let i = 0; i < 30; i++) {
      const report = makeReport(`r${i}`);
      const verdict = i === 25 ? "contradicted" : "confirmed";
      const stated_counts = report.stated_counts.map((stated) => ({ ...stated, verdict }) as const);
      addResult(tally, { file: makeFile(`r${i}`, 1), reports: [{ ...report, stated_counts }] });
    }
    const lines = renderSummary(tally, "out", ["json"], look).split("\n");
    const first = lines.findIndex((line) => line.startsWith("  report"));
    expect(lines[first + 1]).toMatch(/^ {2}r25 .*contradicted$/);
    expect(lines[first + 20]).toMatch(/^ {2}r18 .*confirmed$/);
    expect(lines[first + 21]).toBe("  … and 10 more reports; see dataset.json");
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
