/**
 * The inputs of an audit. In: inputs as a user gives them. Out: files with their reports, one at a time, each with the path where it
 * is found and the profile it was read with; that is null for datasets, which were audited when they were written.
 */
import { access } from "node:fs/promises";
import { join } from "node:path";
import {
  type AuditableResult,
  DATASET_FILE,
  type Dataset,
  type FileResult,
  findFiles,
  type IngestOptions,
  ingest,
  type Profile,
  type Report,
  RUN_FILE,
  readDataset,
  SourcePaths,
  sourcesOfDataset,
  type Track,
  tracked,
  type WritableResult,
} from "../../internal.js";
import { UsageError } from "../exit.js";

export interface AuditInput {
  readonly result: AuditableResult;
  readonly path: string | null;
  readonly profile: Profile | null;
  /** Index of the run in which it was tracked: each dataset is a run of its own, all other files together are one. */
  readonly run: number;
}

export interface Inputs {
  readonly results: AsyncIterable<AuditInput>;
  /** Null if everything comes from datasets. */
  readonly profile: Profile | null;
}

/** How reports are read, and what only reports that are read can have. */
export interface AuditReading extends IngestOptions {
  readonly profile: Profile;
  /** Options given that datasets cannot have, as their reports were audited when they were written. */
  readonly onlyForReports: readonly string[];
  readonly onRead: (result: FileResult) => void;
}

/**
 * Files to read come last, after the datasets, as one input: their names are unique only together.
 * @throws UsageError if an option is given that a dataset cannot have, InputError if an input does not exist
 */
export async function inputsOf(inputs: readonly string[], reading: AuditReading): Promise<Inputs> {
  const datasets: string[] = [];
  const readable: string[] = [];
  for (const input of inputs) ((await isDataset(input)) ? datasets : readable).push(input);
  const [dataset] = datasets;
  const [option] = reading.onlyForReports;
  if (dataset !== undefined && option !== undefined)
    throw new UsageError(`${dataset} was audited when it was written; ${option} is for reports`);
  const found = readable.length === 0 ? [] : (await findFiles(readable, reading.skip)).files;
  return {
    results: resultsOf(datasets, readable, new SourcePaths(found), reading),
    profile: readable.length > 0 ? reading.profile : null,
  };
}

async function* resultsOf(
  datasets: readonly string[],
  readable: readonly string[],
  paths: SourcePaths,
  reading: AuditReading,
): AsyncGenerator<AuditInput> {
  for (const [run, input] of datasets.entries()) {
    const sources = await sourcesOfDataset(input);
    for (const result of resultsIn(await readDataset(input)))
      yield { result, path: sources?.paths.of(result.file) ?? null, profile: null, run };
  }
  if (readable.length === 0) return;
  const { profile, signal, onRead } = reading;
  const following = { rules: profile.rules, onRead, ...(signal !== undefined && { signal }) };
  for await (const result of tracked(ingest(readable, reading), following))
    yield { result, path: paths.of(result.file), profile, run: datasets.length };
}

/** A dataset's results by file, each with the tracks that begin in its reports. */
function resultsIn({ files, reports, tracks }: Dataset): WritableResult[] {
  const byFile = new Map(
    files.map((file) => [file.source_file, { file, reports: [] as Report[], tracks: [] as Track[] }]),
  );
  const fileOf = new Map<string, string>();
  for (const report of reports) {
    byFile.get(report.source_file)?.reports.push(report);
    fileOf.set(report.report_id, report.source_file);
  }
  for (const track of tracks) byFile.get(fileOf.get(track.members[0]?.report_id ?? "") ?? "")?.tracks.push(track);
  return [...byFile.values()];
}

/** A folder written without `dataset.json` is a dataset too; otherwise its CSV files would be read as files without reports. */
export async function isDataset(input: string): Promise<boolean> {
  if (await exists(join(input, DATASET_FILE))) return true;
  return (await exists(join(input, RUN_FILE))) && (await exists(join(input, "files.csv")));
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
