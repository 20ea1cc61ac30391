import { tmpdir } from "node:os";
import { expect, it } from "vitest";
import { html } from "../../src/audit-page/markup.js";
import { renderHistory } from "../../src/audit-page/strip.js";
import { HistoryStrips } from "../../src/pipeline/audit-page/history-strips.js";
import { follow, reportOf, titled } from "../track/followed.js";

const PLANS = ["Melford", "Wenlow", "Tarn"];

async function drawn(most?: number) {
  const strips = new HistoryStrips(tmpdir(), most);
  try {
    let findingsBefore = 0;
    for (const [index, plan] of PLANS.entries()) {
      const content = { rows: titled(["Reopen the counter", "Light the path"]) };
      const named = (quarter: number) =>
        reportOf(quarter, content, { report_id: `${plan}-${quarter}`, plan_title: `${plan} plan` });
      const { results } = await follow([named(1), named(2)]);
      for (const { reports, tracks } of results)
        for (const report of reports) {
          const own = tracks.filter(({ members }) => members[0]?.report_id === report.report_id);
          await strips.add(report, own, { index: 2 * index + 1, findingsBefore }, 0);
          findingsBefore += report.findings.length;
        }
    }
    const { strips: drawings, left } = await strips.render();
    return html`${renderHistory(drawings, left)}`.text;
  } finally {
    await strips.close();
  }
}

it("draws every plan with several reports, by name", async () => {
  const titles = [...(await drawn()).matchAll(/<h3[^>]*>(\w+)/g)].map(([, name]) => name);
  expect(titles).toEqual(["Melford", "Tarn", "Wenlow"]);
});

it("leaves out whole plans over its limit, and says how many", async () => {
  const text = await drawn(9);
  expect(text.match(/<h3/g)?.length ?? 0).toBeLessThan(3);
  expect(text).toMatch(/more (?:plan or theme is|plans and themes are) left out, over the page’s limit/);
});

it("is nothing where no plan has two reports", () => {
  expect(renderHistory([], 0)).toBeNull();
});
