import { tmpdir } from "node:os";
import { expect, it } from "vitest";
import { StatusWide } from "../../src/export/status-wide.js";
import { outlineOf } from "../../src/model/outline.js";
import type { Report, Track } from "../../src/schema/dataset.js";
import { makeReport } from "./reports.js";

const outline = (name: string, changes: Partial<Report> = {}) => outlineOf({ ...makeReport(name), ...changes });
const member = (report_id: string, period_start: string | null, rag: "green" | "red" | null) => ({
  ...{ deliverable_id: `${report_id}#1`, report_id, period_start, rag },
  ...{ match: "title" as const, similarity: 1 },
});
const track = (members: Track["members"]): Track => ({
  ...{ track_id: members[0]?.deliverable_id ?? "", number: "1", title: "Paint the quay", members },
});

async function tableOf(...files: [reports: Parameters<StatusWide["add"]>[0], tracks: Track[]][]) {
  const wide = new StatusWide(tmpdir());
  try {
    for (const [reports, tracks] of files) await wide.add(reports, tracks);
    const columns = wide.columns().map(({ name }) => name);
    const rows = [];
    for await (const row of wide.rows()) rows.push(columns.map((name) => row[name] ?? null));
    return { columns: columns.slice(2), rows: rows.map((row) => row.slice(2)) };
  } finally {
    await wide.close();
  }
}

it("has a column for each period of any track, in order, and a row for each track", async () => {
  const first = track([member("a", "2019-07-01", "green"), member("b", "2019-10-01", null)]);
  const second = track([member("c", "2019-04-01", "red"), member("a2", "2019-07-01", "green")]);
  expect(await tableOf([[outline("a")], [first]], [[outline("c")], [second]])).toEqual({
    columns: ["track_id", "number", "title", "2019-04-01", "2019-07-01", "2019-10-01"],
    rows: [
      ["a#1", "1", "Paint the quay", null, "green", "unreadable"],
      ["c#1", "1", "Paint the quay", "red", "green", null],
    ],
  });
});

it("takes the month of publication for reports that print no more, wherever their row is in the dataset", async () => {
  const month = (name: string, published_month: string) => outline(name, { period_start: null, published_month });
  const both = track([member("a", null, "green"), member("b", null, "red")]);
  const { columns, rows } = await tableOf([[month("a", "2020-03")], [both]], [[month("b", "2020-06")], []]);
  expect(columns.slice(3)).toEqual(["2020-03", "2020-06"]);
  expect(rows).toEqual([["a#1", "1", "Paint the quay", "green", "red"]]);
});

it("has its own columns where nothing is followed", async () => {
  expect(await tableOf([[outline("a")], []])).toEqual({ columns: ["track_id", "number", "title"], rows: [] });
});
