/** Rows and statuses in doubt: a figure that they leave open is not called wrong, and one that they do not is. */
import { describe, expect, it } from "vitest";
import type { ExampleContent } from "../../src/audit/example.js";
import { rowsOf } from "../../src/audit/example-rows.js";
import { auditContent, raised } from "./raised.js";

const rules = (content: ExampleContent) => auditContent(content).map(({ rule }) => rule);
const UNNUMBERED = { number: null, reasons: ["number-unreadable"] } as const;

describe("text that may be a lost row", () => {
  const lost = (green: string): ExampleContent => ({ rows: rowsOf("GGGA"), stated: { green }, lostRows: 1 });

  it("leaves open a count, a total and a percentage that it may make up", () => {
    expect(rules(lost("4/5 (80%)"))).toEqual(["count-unverifiable"]);
    expect(rules(lost("3/5 (60%)"))).toEqual(["count-unverifiable"]);
    expect(rules(lost("80%"))).toEqual([]);
    expect(rules(lost("4 (80%)"))).toEqual(["count-unverifiable"]);
  });

  it("does not excuse figures that it cannot make up", () => {
    expect(rules(lost("5/6 (83%)"))).toEqual(["count-mismatch", "total-mismatch", "percent-impossible"]);
    expect(rules(lost("4 (50%)"))).toEqual(["count-unverifiable", "percent-mismatch"]);
    expect(raised("total-mismatch", lost("4/6"))[0]?.message).toBe(
      "The report states 4/6 green, out of a total of 6, but has 4 to 5 rows.",
    );
  });

  it("is named as the reason", () => {
    expect(raised("count-unverifiable", lost("4/5 (80%)"))[0]?.message).toBe(
      "The report states 4/5 (80%) green; rows 1 to 3 (3) are green and text that no field took may have 1 more row, so 4 can be neither confirmed nor contradicted.",
    );
  });
});

describe("a row that may be a part of another", () => {
  const content = (stated: ExampleContent["stated"]): ExampleContent => ({
    rows: [...rowsOf("GGAR"), { rag: "green", ...UNNUMBERED }],
    ...(stated && { stated }),
  });

  it("leaves open whether it counts", () => {
    const found = rules(content({ green: "2/4 (50%)", amber: "1/4 (25%)" }));
    expect(found.filter((rule) => /count-|total-|percent-/.test(rule))).toEqual(["count-unverifiable"]);
  });

  it("does not excuse a count that is wrong with and without it", () => {
    expect(raised("count-mismatch", content({ green: "4/5 (80%)" }))[0]?.message).toBe(
      "The report states 4/5 (80%) green, but rows 1 and 2 and the unnumbered row on line 6 (3) are green and the unnumbered row on line 6 may be a part of another row, so there are 2 to 3.",
    );
  });
});

it("a status that was chosen by the stated counts does not confirm them", () => {
  const rows = rowsOf("GGA").map((row) => ({ ...row, reasons: ["status-by-counts"] as const }));
  expect(rules({ rows, stated: { green: "2/3 (67%)" } })).toEqual(["count-unverifiable"]);
});
