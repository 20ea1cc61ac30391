/** Further cells of rows, with texts of every kind, through each form in which a dataset is kept. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readDataset } from "../../src/export/read-dataset.js";
import { writeDataset } from "../../src/export/write-dataset.js";
import { pack, reportOf, unpack } from "../../src/pipeline/packed-file.js";
import type { Deliverable } from "../../src/schema/dataset.js";
import { RAGS } from "../../src/schema/statuses.js";
import { type Seeded, seeded } from "../property/seeded.js";
import { datasetOf } from "./dataset-of.js";
import { makeResult, resultsOf } from "./reports.js";

const PIECES = ["Due", " ", "\n", "\r\n", "\t", '"', "'", ",", ";", "=1+1", "–", "é", "🙂", "|", "\\", "null", ""];

let out: string;
beforeEach(() => {
  out = join(mkdtempSync(join(tmpdir(), "ragtally-cells-")), "out");
});
afterEach(() => rmSync(join(out, ".."), { recursive: true, force: true }));

const many = <Value>(random: Seeded, most: number, make: () => Value): Value[] =>
  Array.from({ length: random.below(most + 1) }, make);

function resultOf(seed: number) {
  const random = seeded(seed);
  const text = (): string => many(random, 6, () => random.pick(PIECES)).join("");
  const maybe = <Value>(value: Value): Value | null => random.pick([value, null]);
  const result = makeResult("a", { rows: 1 + random.below(4) });
  const reports = result.reports.map((report) => ({
    ...report,
    deliverables: report.deliverables.map(
      (row): Deliverable => ({
        ...row,
        group: maybe(text()),
        statuses: many(random, 3, () => ({
          heading: text(),
          period: maybe(text()),
          raw: maybe(text()),
          rag: maybe(random.pick(RAGS)),
          chosen: random.pick([true, false]),
        })),
        other_columns: many(random, 5, () => ({ heading: text(), text: text() })),
      }),
    ),
  }));
  return { ...result, reports };
}

const SEEDS = Array.from({ length: 20 }, (_, seed) => seed);

it.each(SEEDS)("come back from a written dataset, from the cache and from CSV as they were (seed %i)", async (seed) => {
  const result = resultOf(seed);
  const rows = result.reports.flatMap(({ deliverables }) => deliverables);
  await writeDataset(resultsOf(result), out, { rawCsv: true });
  expect(await readDataset(out)).toEqual(await datasetOf(resultsOf(result)));
  expect(unpack(pack(result, ["csv", "json"])).reports.map(reportOf)).toEqual(result.reports);
  const read = (table: string): Record<string, string>[] =>
    parse(readFileSync(join(out, `${table}.csv`)), { columns: true, record_delimiter: ["\r\n", "\n", "\r"] });
  expect(read("deliverable_columns").map((row) => [row.deliverable_id, row.sequence, row.heading, row.text])).toEqual(
    rows.flatMap((row) =>
      row.other_columns.map(({ heading, text }, at) => [row.deliverable_id, String(at + 1), heading, text]),
    ),
  );
  expect(read("deliverable_statuses").map((row) => [row.deliverable_id, row.raw, row.rag, row.chosen])).toEqual(
    rows.flatMap((row) =>
      row.statuses.map(({ raw, rag, chosen }) => [row.deliverable_id, raw ?? "", rag ?? "", String(chosen)]),
    ),
  );
});
