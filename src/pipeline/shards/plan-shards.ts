/**
 * Inputs to a shard store: all files in the order of the dataset, cut into shards, and how every machine is to read them. The cut
 * depends on the files alone. A store that exists is refused: its shards would belong to another plan.
 */
import { createHash, type Hash } from "node:crypto";
import { resolve } from "node:path";
import { type About, NOTHING_SAID } from "../../export/describe/about.js";
import { DEFAULT_FORMATS } from "../../export/formats/output-formats.js";
import type { PlannedFile, Shard, ShardPlan } from "../../export/shard-store/shard-plan.js";
import { filesPath, hasPlan, ShardError, writePlan, writeWhole } from "../../export/shard-store/store.js";
import { VERSION } from "../../export/version.js";
import { type FormatOptions, formNames } from "../../export/write-dataset.js";
import { DEFAULT_RECOGNITION } from "../../model/recognition.js";
import { BUILTIN_PROFILE } from "../../schema/builtin-profile.js";
import { type FoundFile, findFiles } from "../../source/discover.js";
import { probeFile } from "../../source/files.js";
import { DEFAULT_READ_LIMITS } from "../../source/limits.js";
import { MEMBER_MARK } from "../../source/members/member.js";
import { programHash } from "../../source/program-hash.js";
import { inOrder } from "../../source/sequence.js";
import type { IngestOptions } from "../worker-pool.js";

export interface PlanOptions
  extends Pick<IngestOptions, "profile" | "limits" | "corrections" | "recognition" | "skip">,
    FormatOptions {
  readonly latest?: boolean;
  readonly about?: About;
  /** The file that the corrections come from, which is recorded. */
  readonly correctionsFile?: string;
  /** A shard ends when it has so many files or bytes. */
  readonly mostFiles?: number;
  readonly mostBytes?: number;
}

export const DEFAULT_SHARD = { mostFiles: 500, mostBytes: 64 * 1024 * 1024 };

/** A shard to which files are added. */
type OpenShard = Omit<Shard, "sha256">;
const NOTHING: OpenShard = { files: 0, bytes: 0, offset: 0, length: 0 };

/** Sizes of files that are looked up at the same time. */
const SIZES = { atOnce: 32, started: 256 };

/** @throws InputError, ShardError, OutputError */
export async function planShards(
  inputs: readonly string[],
  store: string,
  options: PlanOptions = {},
): Promise<ShardPlan> {
  if (await hasPlan(store)) throw new ShardError(`${store} has a plan; name another folder, or remove it`);
  const { files, hiddenCount } = await findFiles(inputs, [store, ...(options.skip ?? [])]);
  const shards: Shard[] = [];
  await writeWhole(filesPath(store), linesOf(files, { ...DEFAULT_SHARD, ...options }, shards));
  const { profile = BUILTIN_PROFILE, corrections = [], formats = DEFAULT_FORMATS, rawCsv = false } = options;
  const { latest = false, about = NOTHING_SAID, correctionsFile } = options;
  const plan: ShardPlan = {
    ...{ tool: "ragtally", kind: "shards", version: VERSION, program: await programHash() },
    planned: new Date().toISOString(),
    ...{ inputs: inputs.map((input) => resolve(input)), hidden_files: hiddenCount },
    member_like_names: files.flatMap(({ sourceFile }) => (sourceFile.includes(MEMBER_MARK) ? sourceFile : [])),
    reading: {
      profile,
      limits: { ...DEFAULT_READ_LIMITS, ...options.limits },
      corrections: [...corrections],
      corrections_file: correctionsFile === undefined ? null : resolve(correctionsFile),
      recognition: { ...DEFAULT_RECOGNITION, ...options.recognition },
    },
    writing: { formats: [...formats], rawCsv, latest, about },
    shards,
  };
  await writePlan(store, plan);
  return plan;
}

/** @param shards gets the shards that the lines are cut into */
async function* linesOf(
  files: readonly FoundFile[],
  { mostFiles, mostBytes }: typeof DEFAULT_SHARD,
  shards: Shard[],
): AsyncGenerator<string> {
  const probed = inOrder(files, async (file) => [file, await probeFile(file.path)] as const, SIZES);
  let [open, hash]: [OpenShard, Hash] = [NOTHING, createHash("sha256")];
  const end = (): void => {
    shards.push({ ...open, sha256: hash.digest("hex") });
    [open, hash] = [{ ...NOTHING, offset: open.offset + open.length }, createHash("sha256")];
  };
  for await (const [file, { bytes, isReadable }] of probed) {
    if (open.files > 0 && (open.files >= mostFiles || open.bytes + bytes > mostBytes)) end();
    const line = `${JSON.stringify({ ...file, isReadable } satisfies PlannedFile)}\n`;
    hash.update(line);
    open = {
      ...open,
      files: open.files + 1,
      bytes: open.bytes + bytes,
      length: open.length + Buffer.byteLength(line),
    };
    yield line;
  }
  end();
}

/** Names of the forms in which each shard keeps rows. */
export const formsOfPlan = ({ writing }: ShardPlan): string[] => formNames(writing);
