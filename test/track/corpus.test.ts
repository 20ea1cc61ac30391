/** The changes that corpus/README.md describes ("What changes from quarter to quarter"), in the sample reports that are text. */
import { join } from "node:path";
import { expect, it } from "vitest";
import { RATING_RULES, SERIES_RULES } from "../../src/audit/registry.js";

// The child processes run what is built, and so does this.
const { ingest, tracked } = (await import(join(process.cwd(), "dist/index.js"))) as typeof import("../../src/index.js");

const RULES = new Set([...SERIES_RULES, ...RATING_RULES].map(({ id }) => id));

it("finds the changes between the sample reports, and no others", async () => {
  const found: Record<string, Record<string, string[]>> = {};
  for await (const { reports } of tracked(ingest(["corpus/*.txt", "corpus/*.md", "corpus/*.html"]))) {
    for (const { source_file, theme_number, findings } of reports) {
      for (const { rule, deliverable_number } of findings) {
        if (!RULES.has(rule)) continue;
        const report = `${source_file.replace(/\.\w+$/, "")} ${theme_number}`;
        found[report] ??= {};
        found[report][rule] ??= [];
        found[report][rule].push(deliverable_number ?? "");
      }
    }
  }
  expect(found).toEqual({
    "tarnshire-theme-1-q2-2021 1": { "deliverable-added": ["11"], "title-changed": ["1", "4", "7", "8"] },
    "tarnshire-theme-1-q3-2021 1": { "deliverable-added": ["12"], "title-changed": ["4", "6", "9"] },
    "tarnshire-theme-2-q2-2021 2": { "status-regressed": ["6"], "title-changed": ["2", "4", "8"] },
    // Row 4 has only updates here: it is matched by its position, and is dropped a quarter later.
    "tarnshire-theme-2-q3-2021 2": { "deliverable-added": ["11"], "title-changed": ["5", "8"] },
    "tarnshire-theme-2-q4-2021 2": {
      "status-regressed": ["2", "5"],
      "deliverable-dropped": ["4"],
      "deliverable-renumbered": ["4", "5", "6", "7", "8", "9", "10"],
      "title-changed": ["6", "7"],
    },
    "tarnshire-theme-3-q3-2022 3": {
      "status-regressed": ["2"],
      "deliverable-renumbered": ["5", "6", "7", "8"],
      "title-changed": ["6"],
    },
    // The second row numbered 4 is numbered 5 here, row 6 and row 8 are gone, and row 7 is row 6.
    "wendle-priorities-2-and-3-q3-2022 2": {
      "deliverable-dropped": ["6", "8"],
      "deliverable-renumbered": ["5", "6"],
      "title-changed": ["1", "5", "6"],
    },
    "wendle-priority-1-q2-2022 1": { "status-regressed": ["7"], "title-changed": ["4"] },
    "wendle-priority-1-q3-2022 1": {
      "deliverable-dropped": ["8"],
      "deliverable-renumbered": ["8"],
      "title-changed": ["2", "5"],
    },
    "wendle-priority-3-q4-2022 3": { "deliverable-added": ["7"], "title-changed": ["3", "4"] },
  });
});
