import type { WritableResult } from "../../src/export/write-dataset.js";
import { type Dataset, SCHEMA_VERSION } from "../../src/schema/dataset.js";

/** What `readDataset` must give for results that were written. */
export async function datasetOf(results: AsyncIterable<WritableResult>): Promise<Dataset> {
  const dataset: Dataset = { schema_version: SCHEMA_VERSION, reports: [], tracks: [], files: [] };
  for await (const { file, reports, tracks = [] } of results) {
    dataset.files.push(file);
    dataset.reports.push(...reports);
    dataset.tracks.push(...tracks);
  }
  return dataset;
}
