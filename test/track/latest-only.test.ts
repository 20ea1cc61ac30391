import { expect, it } from "vitest";
import { example } from "../../src/audit/example.js";
import type { TrackedResult } from "../../src/pipeline/series/additions.js";
import { latestOnly } from "../../src/pipeline/series/latest-only.js";

it("leaves out how a report was compared with others together with the report", async () => {
  const draft = example({ rows: [{}] }, "draft").report;
  const final = example({ rows: [{}] }, "final").report;
  const compared = ["first", "second"].map((name) => ({ name })) as unknown as TrackedResult["compared"];
  async function* results(): AsyncGenerator<TrackedResult> {
    yield {
      file: {
        ...{ source_file: "both.pdf", source_sha256: null, container: null, bytes: 100, pages: 4 },
        ...{ outcome: "parsed", error_code: null, message: null, report_count: 2 },
      },
      reports: [draft, final],
      tracks: [],
      superseded: [
        { report_id: draft.report_id, by: final.report_id, byFile: "both.pdf" },
      ] as TrackedResult["superseded"],
      compared,
    };
  }
  for await (const result of latestOnly(results())) {
    expect(result.reports.map(({ report_id }) => report_id)).toEqual([final.report_id]);
    expect(result.compared).toEqual([compared[1]]);
    expect(result.file.message).toContain("later versions of 1 of its 2 reports");
  }
});
