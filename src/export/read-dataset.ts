/**
 * A folder that `writeDataset` wrote to the dataset in it, checked against the schema; and results to a dataset in memory. A folder
 * without a `dataset.json`, or with one that does not fit the schema, is refused with a `DatasetError`.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Dataset, datasetSchema, SCHEMA_VERSION } from "../schema/dataset.js";
import { DATASET_FILE } from "./formats/json.js";

/** A dataset that cannot be read; the message says where and why. */
export class DatasetError extends Error {
  override readonly name = "DatasetError";
}

const versionSchema = datasetSchema.pick({ schema_version: true });
/** Faults of a dataset that a message lists; the others usually follow from these. */
const LISTED_FAULTS = 3;

/** @throws DatasetError */
export async function readDataset(folder: string): Promise<Dataset> {
  const path = join(folder, DATASET_FILE);
  const fail = (reason: string) => new DatasetError(`${path}: ${reason}`);
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
    if (code === "ENOENT") throw fail("there is no such file; write it with `ragtally ingest --format json`");
    throw fail(`the file cannot be read (${code})`);
  });
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw fail("not valid JSON; write the dataset again");
  }
  // A dataset of another schema does not fit either, and its version says why.
  const written = versionSchema.safeParse(content).data?.schema_version ?? SCHEMA_VERSION;
  if (written !== SCHEMA_VERSION) throw fail(`has schema ${written}, but this version reads ${SCHEMA_VERSION}`);
  const result = datasetSchema.safeParse(content);
  if (!result.success) {
    const faults = result.error.issues.slice(0, LISTED_FAULTS).map((issue) => {
      return `${issue.path.map(String).join(".")}: ${issue.message}`;
    });
    throw fail(`does not fit schema ${SCHEMA_VERSION}: ${faults.join("; ")}`);
  }
  return result.data;
}
