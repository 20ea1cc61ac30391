/**
 * The parts of a store to a dataset: the same bytes, apart from `run.json`, as one run over all files. The documents are walked as in
 * such a run, but each result comes from the shard that has it. One shard is open at a time.
 */

import { hashFile } from "../../export/file-hashes.js";
import { checkFolder } from "../../export/output-folder.js";
import { RecordFile } from "../../export/shard-store/record-file.js";
import type { ShardPlan } from "../../export/shard-store/shard-plan.js";
import { shardStates } from "../../export/shard-store/shard-states.js";
import { filesOf, partPath, ShardError } from "../../export/shard-store/store.js";
import type { WriteOptions, Written } from "../../export/write-dataset.js";
import type { ReportOutline } from "../../model/outline.js";
import type { FoundFile } from "../../source/discover.js";
import { readDocumentsOf } from "../documents.js";
import { unpack } from "../packed-file.js";
import type { TrackedResult } from "../series/additions.js";
import { type ReadFile, writePacked } from "../write-packed.js";
import { refuseOtherProgram } from "./run-shard.js";

export interface MergeShardsOptions
  extends Pick<WriteOptions<TrackedResult<ReportOutline>>, "onResult" | "signal" | "runOptions" | "runOutcome"> {
  readonly onRead?: (read: ReadFile) => void;
}

export interface MergedShards extends Written {
  readonly plan: ShardPlan;
}

/** One at a time and none ahead of its turn: what is read next is always in the shard that is open, or in the one after it. */
const IN_TURN = { atOnce: 1, started: 1 };

/** @throws ShardError for shards that are not done or not whole; OutputError; the signal's reason */
export async function mergeShards(store: string, out: string, options: MergeShardsOptions = {}): Promise<MergedShards> {
  await checkFolder(out);
  const { plan, missing, done } = await shardStates(store);
  await refuseOtherProgram(plan, store);
  if (missing.length > 0)
    throw new ShardError(`${store}: not done yet: ${rangesText(missing)}; see \`ragtally shard run\``);
  for (const [index, { program, part_sha256 }] of done) {
    const hash = await hashFile(partPath(store, index)).catch(() => null);
    if (program !== plan.program || hash !== part_sha256)
      throw new ShardError(
        `${partPath(store, index)} is not what its shard wrote; remove its .json and run the shard again`,
      );
  }
  const parts = new Parts(store, plan);
  const fileNames = new Set(plan.member_like_names);
  try {
    const results = readDocumentsOf(parts.files(), parts.read, IN_TURN, { fileNames, rereads: false });
    const { rules } = plan.reading.profile;
    const written = await writePacked(results, out, {
      ...plan.writing,
      hiddenCount: plan.hidden_files,
      rules,
      ...options,
    });
    return { ...written, plan };
  } finally {
    parts.close();
  }
}

class Parts {
  readonly #store: string;
  readonly #plan: ShardPlan;
  #part: RecordFile | null = null;

  constructor(store: string, plan: ShardPlan) {
    this.#store = store;
    this.#plan = plan;
  }

  *files(): Generator<FoundFile> {
    for (const [index, shard] of this.#plan.shards.entries()) {
      this.close();
      this.#part = new RecordFile(partPath(this.#store, index));
      yield* filesOf(this.#store, shard);
    }
  }

  readonly read = async ({ sourceFile }: FoundFile) => {
    if (this.#part === null) throw new Error("a document was asked for before its shard was opened");
    const [head, rows, digests] = this.#part.parts(sourceFile);
    if (head === undefined || rows === undefined || digests === undefined)
      throw new ShardError(`the part with ${sourceFile} is not one of a shard; run the shard again`);
    return unpack({ head, rows, digests });
  };

  close(): void {
    this.#part?.close();
    this.#part = null;
  }
}

/** "0-3, 7" */
export function rangesText(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(", ");
}
