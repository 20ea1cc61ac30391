/**
 * A shard store: a folder that several machines share. It has `plan.json`, `files.jsonl` (a line for each file, in the order of the
 * dataset), and for each shard that is done `shards/00012.part` and `shards/00012.json`, which is written last. Every file is moved
 * into place when it is complete, so that a machine that dies leaves nothing half done.
 */
import { createHash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";
import { mkdir, readFile, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { z } from "zod";
import { outputError } from "../output-error.js";
import { type Piece, replaceFile, type WrittenFile } from "../replace-file.js";
import { doneSchema, type PlannedFile, planSchema, type Shard, type ShardDone, type ShardPlan } from "./shard-plan.js";

/** A store that cannot be used as asked; the message says what to do. */
export class ShardError extends Error {
  override readonly name = "ShardError";
}

const PLAN = "plan.json";
const FILES = "files.jsonl";
const DIGITS = 5;

export const filesPath = (store: string): string => join(store, FILES);
const shardPath = (store: string, index: number, extension: string): string =>
  join(store, "shards", `${String(index).padStart(DIGITS, "0")}.${extension}`);
export const partPath = (store: string, index: number): string => shardPath(store, index, "part");
const donePath = (store: string, index: number): string => shardPath(store, index, "json");

export const hasPlan = async (store: string): Promise<boolean> =>
  (await stat(join(store, PLAN)).catch(() => null)) !== null;

/** A plan as it is in a store. */
export interface StoredPlan {
  readonly plan: ShardPlan;
  /** Of the file that it is in. */
  readonly sha256: string;
}

/** @throws ShardError */
export async function readPlan(store: string): Promise<StoredPlan> {
  const path = join(store, PLAN);
  const text = await readFile(path, "utf8").catch(() => {
    throw new ShardError(`${path} cannot be read; write a store with \`ragtally shard plan\``);
  });
  const plan = parsed(planSchema, text, path, "write the store again with `ragtally shard plan`");
  return { plan, sha256: createHash("sha256").update(text).digest("hex") };
}

/**
 * What is known of a shard that is done; null for one that is not, or was done for another plan than the store has now.
 * @param planHash SHA-256 of the plan
 * @throws ShardError
 */
export async function readDone(store: string, index: number, planHash: string): Promise<ShardDone | null> {
  const path = donePath(store, index);
  const text = await readFile(path, "utf8").catch(() => null);
  if (text === null) return null;
  const done = parsed(doneSchema, text, path, "remove the file and run the shard again");
  return done.plan_sha256 === planHash ? done : null;
}

function parsed<Value>(schema: z.ZodType<Value>, text: string, path: string, advice: string): Value {
  let content: unknown = null;
  try {
    content = JSON.parse(text);
  } catch {
    throw new ShardError(`${path}: not valid JSON; ${advice}`);
  }
  const { success, data, error } = schema.safeParse(content);
  if (success) return data;
  const [issue] = error.issues;
  throw new ShardError(`${path}: ${issue?.path.join(".")}: ${issue?.message}; ${advice}`);
}

/** @throws OutputError */
export async function writePlan(store: string, plan: ShardPlan): Promise<void> {
  await writeWhole(join(store, PLAN), [`${JSON.stringify(plan, null, 1)}\n`]);
}

/** @throws OutputError */
export async function writeDone(store: string, index: number, done: ShardDone): Promise<void> {
  await writeWhole(donePath(store, index), [`${JSON.stringify(done)}\n`]);
}

/** Writes a file of the store. @throws OutputError */
export async function writeWhole(path: string, pieces: AsyncIterable<Piece> | Iterable<Piece>): Promise<WrittenFile> {
  try {
    await mkdir(dirname(path), { recursive: true });
  } catch (error) {
    throw outputError(error, path);
  }
  return replaceFile(path, pieces);
}

/** The files of a shard. @throws ShardError */
export function filesOf(store: string, { files, offset, length, sha256 }: Shard): PlannedFile[] {
  const path = filesPath(store);
  const bytes = Buffer.alloc(length);
  const file = openSync(path, "r");
  try {
    readSync(file, bytes, 0, length, offset);
  } finally {
    closeSync(file);
  }
  const lines = bytes.toString().split("\n").slice(0, -1);
  if (lines.length !== files || createHash("sha256").update(bytes).digest("hex") !== sha256)
    throw new ShardError(`${path} is not the one that ${PLAN} describes; write the store again`);
  return lines.map((line): PlannedFile => JSON.parse(line));
}
