/**
 * One change of a file at a time, also among programs. In: the file's path and the work. While it is done there is a hidden file beside
 * it; who finds that file waits. One that a killed program left is removed when it is old.
 */
import { open, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { OutputError, outputError } from "./output-error.js";

/** A change takes milliseconds. */
const OLD_MS = 10_000;
const PAUSE_MS = 20;
const LONGEST_WAIT_MS = 15_000;

/** @throws OutputError if the folder cannot be written, or another program does not finish its change */
export async function withFileLock<Value>(path: string, work: () => Promise<Value>): Promise<Value> {
  const lock = join(dirname(path), `.${basename(path)}.lock`);
  await take(lock, path);
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

async function take(lock: string, path: string): Promise<void> {
  for (let waited = 0; waited < LONGEST_WAIT_MS; waited += PAUSE_MS) {
    try {
      await (await open(lock, "wx")).close();
      return;
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw outputError(error, path);
    }
    const stats = await stat(lock).catch(() => null);
    if (stats !== null && Date.now() - stats.mtimeMs > OLD_MS) await rm(lock, { force: true });
    else await wait(PAUSE_MS);
  }
  throw new OutputError(`${path} is being changed by another program; try again`);
}
