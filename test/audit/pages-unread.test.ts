/** Pages of a report that could not be read: what its rows do not show may be on them. */
import { describe, expect, it } from "vitest";
import type { ExampleContent } from "../../src/audit/example.js";
import { rowsOf } from "../../src/audit/example-rows.js";
import { auditContent } from "./raised.js";

const rules = (content: ExampleContent) => auditContent({ ...content, unreadPages: [2] }).map(({ rule }) => rule);

describe("a page that could not be read", () => {
  it("is named by a finding", () => {
    const [finding] = auditContent({ rows: rowsOf("GGA"), unreadPages: [2, 3] }).filter(
      ({ rule }) => rule === "pages-unread",
    );
    expect(finding?.message).toBe("Pages 2-3 of the file could not be read, and rows of the report may be on them.");
  });

  it("leaves counts and totals open that its rows may make up", () => {
    expect(rules({ rows: rowsOf("GGA"), stated: { green: "3/5 (60%)", amber: "2/5 (40%)" } })).toEqual([
      "count-unverifiable",
      "count-unverifiable",
      "pages-unread",
    ]);
  });

  it("excuses no count or total that is below what was read", () => {
    expect(rules({ rows: rowsOf("GGA"), stated: { green: "1/2 (50%)" } })).toEqual([
      "count-mismatch",
      "total-mismatch",
      "pages-unread",
    ]);
  });

  it("leaves a stated share of the rows open", () => {
    const bounds = [{ rag: "green", raw: "Over 80% are green", limit: "above", figure: 80, isPercent: true }] as const;
    expect(rules({ rows: rowsOf("GGA"), stated: {}, bounds })).not.toContain("count-mismatch");
  });
});
