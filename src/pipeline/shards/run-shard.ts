/**
 * One shard of a store to its part: its files are read as in a run of one machine, and the results kept. Running a shard again gives
 * the same bytes, so several machines may run the same one. A shard that is done is left as it is. A machine that does not have the
 * files which the plan was made of is refused, lest it record them as lost.
 */
import { type NamedRecord, recordPieces } from "../../export/shard-store/record-file.js";
import type { PlannedFile, Shard, ShardDone, ShardPlan } from "../../export/shard-store/shard-plan.js";
import {
  filesOf,
  partPath,
  readDone,
  readPlan,
  ShardError,
  type StoredPlan,
  writeDone,
  writeWhole,
} from "../../export/shard-store/store.js";
import type { InputFile } from "../../schema/dataset.js";
import { programHash } from "../../source/program-hash.js";
import { type PackedResult, packAgain } from "../packed-file.js";
import { type IngestOptions, readPacked, settingsOf } from "../worker-pool.js";
import type { ReadFile } from "../write-packed.js";
import { formsOfPlan } from "./plan-shards.js";

export interface RunShardOptions
  extends Pick<IngestOptions, "jobs" | "cache" | "signal" | "onFound" | "onPictures" | "onRecognised"> {
  readonly onRead?: (read: ReadFile) => void;
}

export interface RanShard extends ShardDone {
  /** Whether an earlier run had done it. */
  readonly wasDone: boolean;
}

/**
 * @param index from 0
 * @throws ShardError for a shard that the store does not have or another program planned; OutputError; the signal's reason
 */
export async function runShard(store: string, index: number, options: RunShardOptions = {}): Promise<RanShard> {
  const { plan, sha256: planHash } = await checkShards(store, [index]);
  const shard = shardOf(plan, index, store);
  const known = await readDone(store, index, planHash);
  if (known !== null) return { ...known, wasDone: true };
  const files = filesOf(store, shard);
  options.onFound?.(files.length);
  const { jobs, cache } = options;
  const settings = await settingsOf(
    { ...plan.reading, ...(jobs !== undefined && { jobs }), ...(cache !== undefined && { cache }) },
    formsOfPlan(plan),
  );
  const walk = { fileNames: new Set(plan.member_like_names), rereads: true };
  const results = readPacked({ files, ...settings }, options, walk);
  const done = { documents: 0, reports: 0, rows: 0, failed: 0 };
  const refuseMissing = missingCheck(files, store);
  const records = recordsOf(results, ({ file, reports }) => {
    refuseMissing(file);
    done.documents += 1;
    done.reports += reports.length;
    done.rows += reports.reduce((sum, { label }) => sum + label.counts.deliverables, 0);
    done.failed += file.outcome === "failed" ? 1 : 0;
    options.onRead?.({ file });
  });
  const { bytes, sha256 } = await writeWhole(partPath(store, index), recordPieces(records));
  const whole = { plan_sha256: planHash, program: plan.program, ...done, part_bytes: bytes, part_sha256: sha256 };
  await writeDone(store, index, whole);
  return { ...whole, wasDone: false };
}

/**
 * Whether the store has the shards and this program may run them.
 * @throws ShardError
 */
export async function checkShards(store: string, indexes: readonly number[]): Promise<StoredPlan> {
  const stored = await readPlan(store);
  await refuseOtherProgram(stored.plan, store);
  for (const index of indexes) shardOf(stored.plan, index, store);
  return stored;
}

/** How a file fails that is not there for this machine. */
const NOT_THERE: readonly (string | null)[] = ["VANISHED", "UNREADABLE"];

/** @returns a check that throws a ShardError for a file which the plan's machine could read and this one cannot */
function missingCheck(files: readonly PlannedFile[], store: string): (file: InputFile) => void {
  const pathOf = new Map(files.flatMap(({ path, sourceFile, isReadable }) => (isReadable ? [[sourceFile, path]] : [])));
  return ({ source_file, container, error_code, message }) => {
    const path = pathOf.get(source_file);
    if (container !== null || path === undefined || !NOT_THERE.includes(error_code)) return;
    throw new ShardError(
      `${path}: ${message}; it was there when ${store} was planned: give this machine the same files, or plan again without it`,
    );
  };
}

function shardOf({ shards }: ShardPlan, index: number, store: string): Shard {
  const shard = shards[index];
  if (shard === undefined) throw new ShardError(`${store} has shards 0 to ${shards.length - 1}, no ${index}`);
  return shard;
}

async function* recordsOf(
  results: AsyncIterable<PackedResult>,
  onResult: (result: PackedResult) => void,
): AsyncGenerator<NamedRecord> {
  for await (const result of results) {
    onResult(result);
    const { head, rows, digests } = packAgain(result);
    yield { name: result.file.source_file, parts: [head, rows, digests] };
  }
}

/** @throws ShardError */
export async function refuseOtherProgram(plan: ShardPlan, store: string): Promise<void> {
  if (plan.program === (await programHash())) return;
  throw new ShardError(
    `${store} was planned by ragtally ${plan.version} in another build or on another version of Node; use that on every machine, or plan again`,
  );
}
