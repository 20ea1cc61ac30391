/**
 * The inputs of an audit. In: inputs as a user gives them. Out: files with their reports, one at a time, each with the path
 * and the profile it was read with; both are null for datasets, which were audited when they were written.
 */
import { access } from "node:fs/promises";
import { join } from "node:path";
import {
  type AuditableResult,
  DATASET_FILE,
  type Dataset,
  findSources,
  type InputFile,
  ingest,
  type Profile,
  type RecognitionSettings,
  type Report,
  RUN_FILE,
  readDataset,
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

interface Reading {
  readonly profile: Profile;
  readonly profileGiven: boolean;
  readonly jobs?: number;
  readonly recognition: RecognitionSettings;
}

/**
 * Files to read come last, after the datasets, as one input: their names are unique only together.
 * @throws UsageError if a profile is given for a dataset, InputError if an input does not exist
 */
export async function inputsOf(inputs: readonly string[], reading: Reading): Promise<Inputs> {
  const datasets: string[] = [];
  const readable: string[] = [];
  for (const input of inputs) ((await isDataset(input)) ? datasets : readable).push(input);
  const [dataset] = datasets;
  if (dataset !== undefined && reading.profileGiven)
    throw new UsageError(`${dataset} was audited when it was written; --profile is for reports`);
  const found = readable.length === 0 ? [] : (await findSources(readable)).files;
  const paths = new Map(found.map(({ sourceFile, path }) => [sourceFile, path]));
  return {
    results: resultsOf(datasets, readable, paths, reading),
    profile: readable.length > 0 ? reading.profile : null,
  };
}

async function* resultsOf(
  datasets: readonly string[],
  readable: readonly string[],
  paths: Map<string, string>,
  { profile, jobs, recognition }: Reading,
): AsyncGenerator<AuditInput> {
  for (const [run, input] of datasets.entries())
    for (const result of resultsIn(await readDataset(input))) yield { result, path: null, profile: null, run };
  if (readable.length === 0) return;
  const read = ingest(readable, { profile, recognition, ...(jobs !== undefined && { jobs }) });
  for await (const result of tracked(read, { rules: profile.rules }))
    yield { result, path: pathOf(result.file, paths), profile, run: datasets.length };
}

/** Where the document is; that of a file in another, after that of its container, is added to `paths`. */
function pathOf({ source_file, container }: InputFile, paths: Map<string, string>): string | null {
  const known = paths.get(source_file) ?? null;
  const outer = container === null ? undefined : paths.get(container);
  if (known !== null || container === null || outer === undefined) return known;
  const path = outer + source_file.slice(container.length);
  paths.set(source_file, path);
  return path;
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
async function isDataset(input: string): Promise<boolean> {
  if (await exists(join(input, DATASET_FILE))) return true;
  return (await exists(join(input, RUN_FILE))) && (await exists(join(input, "files.csv")));
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
