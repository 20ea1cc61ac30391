/** The table of stated counts on the audit page: the verdict on the whole claim and on each of its parts. */
import { expect, it } from "vitest";
import { type ExampleContent, example } from "../../src/audit/example.js";
import { rowsOf } from "../../src/audit/example-rows.js";
import { countStatuses } from "../../src/audit-page/chart.js";
import { renderCounts } from "../../src/audit-page/counts-table.js";
import type { Markup } from "../../src/audit-page/markup.js";

function tableOf(content: ExampleContent): string {
  const { report } = example(content);
  return (renderCounts(report, countStatuses(report), ["one row is green"], "title") as Markup).text;
}

it("shows the verdict on the whole claim, and that on each part that is stated", () => {
  const table = tableOf({ rows: rowsOf("GAAA"), stated: { green: "1/1 (100%)" } });
  expect(table).toContain('data-label="Verdict" class="contradicted">contradicted</td>');
  expect(table).toContain('count <span class="confirmed">confirmed</span>');
  expect(table).toContain('total <span class="contradicted">contradicted</span>');
  expect(table).toContain('percentage <span class="contradicted">contradicted</span>');
});

it("shows no verdict on a part that is not stated", () => {
  const table = tableOf({ rows: rowsOf("GAAA"), stated: { green: "1" } });
  expect(table).toContain("count <span");
  expect(table).not.toMatch(/total <span|percentage <span/);
});

it("says where it is not certain how many rows there are", () => {
  expect(tableOf({ rows: rowsOf("GAAA"), stated: { green: "1" }, lostRows: 2 })).toContain("the report has: 4 to 6.");
  expect(tableOf({ rows: rowsOf("GAAA"), stated: { green: "1" } })).not.toContain("not certain");
});
