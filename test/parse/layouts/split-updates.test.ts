/** Updates of a table whose columns are printed one after another, where little shows whose they are. */
import { expect, it } from "vitest";
import { splitUnits } from "../../../src/parse/layouts/split-updates.js";
import { reportOf } from "../read-text.js";

it("leaves the updates of a page without rows open, where their dates rise as no row's do", () => {
  const report = reportOf(
    ...["HARBOUR RECOVERY PLAN (2022-23)", "THEME 2 UPDATE - QRT 2 UPDATE (September 2022)", ""],
    ...["No.", "Action", "1 Dredge the basin", "2 Paint the office"],
    ...["Update", "September 2022: Begun.", "September 2022: Well under way.", "Status", "Green", "Amber"],
    ...[
      "No.",
      "Update",
      "August 2022: Rings were chosen.",
      "September 2022: Lamps came.",
      "July 2022: Lamps were bought.",
    ],
    ...["No.", "Action", "4 Light the pier", "5 Mend the crane"],
    ...["Update", "September 2022: Dark.", "September 2022: Mended.", "Status", "Red", "Green"],
  );
  const rows = report?.deliverables.map(({ number, updates, review_reasons }) => [
    number,
    updates.map(({ text }) => text).join(" / "),
    review_reasons.includes("updates-not-split"),
  ]);
  expect(rows).toEqual([
    ["1", "Begun.", false],
    ["2", "Well under way.", true],
    ["4", "Dark.", false],
    ["5", "Mended.", false],
  ]);
  expect(report?.residue.filter(({ reason }) => reason === "unassigned").map(({ text }) => text)).toEqual([
    "August 2022: Rings were chosen.",
    "September 2022: Lamps came.",
    "July 2022: Lamps were bought.",
  ]);
});

it("divides a column over so many pages that a cost for each row and paragraph would not fit into memory", () => {
  const pages = 40_000;
  const units = Array.from({ length: pages }, () => ({ date: "2022-09-12", lines: 1 }));
  const rows = units.map((_, page) => ({ from: page, to: page + 1, lines: 1, gap: null, isShort: false }));
  const ranges = splitUnits(units, { rows, carries: false, periodStart: null });
  expect(ranges).toHaveLength(pages);
  expect(ranges?.every(([first, last], page) => first === page + 1 && last === page + 1)).toBe(true);
});
