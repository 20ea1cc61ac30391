/**
 * An output folder that is replaced completely or not at all. A run writes to a hidden folder beside it, which is moved into place
 * at the end. A folder that contains anything but a former output and dot files is refused with an `OutputError`.
 */
import { randomBytes } from "node:crypto";
import { chmod, cp, lstat, mkdir, readdir, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { DESCRIPTION_FILES } from "./describe/write-descriptions.js";
import { hashFile } from "./file-hashes.js";
import { withFileLock } from "./file-lock.js";
import { FORMAT_FILES } from "./formats/output-formats.js";
import { OutputError, outputError } from "./output-error.js";

/** Written with every output; an output folder is recognised by this file and by how it starts. */
export const RUN_FILE = "run.json";
export const TOOL_NAME = "ragtally";
export const RUN_FILE_START = `{\n "tool": "${TOOL_NAME}"`;

const OUTPUT_FILES: ReadonlySet<string> = new Set([...FORMAT_FILES, ...DESCRIPTION_FILES, RUN_FILE]);

/** What a folder of one kind contains, by which a former output is told from other files. */
export interface FolderKind {
  /** A file that is in every such folder, and how it starts. */
  readonly marker: string;
  readonly start: string;
  /** Whether an output may have a file of that name. */
  readonly mayHold: (name: string) => boolean;
}

const DATASET_FOLDER: FolderKind = {
  marker: RUN_FILE,
  start: RUN_FILE_START,
  mayHold: (name) => OUTPUT_FILES.has(name),
};

/** The folder of a run that was killed is removed by a later run when it is this old; a newer one may be in use. */
const LEFTOVER_AGE_MS = 24 * 60 * 60 * 1000;

export interface StagedFolder {
  /** The hidden folder to write to. */
  readonly path: string;
  /**
   * Moves it into place, with the dot files of the folder it replaces.
   * @param replaces SHA-256 of the marker of that folder where it must be the same as before, null where none was there
   * @throws OutputError
   */
  commit(replaces?: string | null): Promise<void>;
  discard(): Promise<void>;
}

/** Checks before a run whether the folder may be replaced. @throws OutputError */
export async function checkFolder(out: string): Promise<void> {
  try {
    await listDotFiles(await targetOf(out), out, DATASET_FOLDER);
  } catch (error) {
    throw outputError(error, out);
  }
}

/** @param kind what the folder is to contain: a dataset by default @throws OutputError */
export async function stageFolder(out: string, kind = DATASET_FOLDER): Promise<StagedFolder> {
  const target = await targetOf(out);
  const prefix = join(dirname(target), `.${basename(target)}.${TOOL_NAME}-`);
  const path = `${prefix}new-${randomBytes(4).toString("hex")}`;
  try {
    await mkdir(dirname(target), { recursive: true });
    await withFileLock(target, () => recover(target, prefix, kind));
    await listDotFiles(target, out, kind);
    await mkdir(path);
  } catch (error) {
    throw outputError(error, out);
  }
  return {
    path,
    async commit(replaces) {
      try {
        const dotFiles = await listDotFiles(target, out, kind);
        for (const name of dotFiles)
          await cp(join(target, name), join(path, name), { recursive: true, verbatimSymlinks: true });
        await withFileLock(target, async () => {
          if (replaces !== undefined) await refuseOtherRun(join(target, kind.marker), replaces, out);
          await moveIntoPlace(path, target, `${prefix}old`);
        });
      } catch (error) {
        throw outputError(error, out);
      }
    },
    discard: () => rm(path, { recursive: true, force: true }),
  };
}

/** The folder that is replaced: for a link, the one to which it leads. */
async function targetOf(out: string): Promise<string> {
  const target = await realpath(out).catch(() => resolve(out));
  if (target === process.cwd()) throw new OutputError(`${out} is the current folder and cannot be replaced`);
  return target;
}

/** @throws OutputError where another run has written the folder since its marker had the hash */
async function refuseOtherRun(marker: string, hash: string | null, out: string): Promise<void> {
  if ((await hashFile(marker).catch(() => null)) === hash) return;
  throw new OutputError(`${out} was written by another run while this one was reading; run this one again`);
}

async function moveIntoPlace(path: string, target: string, old: string): Promise<void> {
  const before = await stat(target).catch(() => null);
  if (before === null) return rename(path, target);
  await chmod(path, before.mode & 0o7777);
  await rename(target, old);
  try {
    await rename(path, target);
  } catch (error) {
    await rename(old, target);
    throw error;
  }
  await removeOld(old);
}

/** Removes an old output as far as possible: a failure does no harm, as the new output is in its place. */
async function removeOld(old: string): Promise<void> {
  await chmod(old, 0o700).catch(() => undefined);
  await rm(old, { recursive: true, force: true }).catch(() => undefined);
}

/** Repairs what a killed run left: an old output that was moved away but not replaced, and incomplete folders. */
async function recover(target: string, prefix: string, { marker }: FolderKind): Promise<void> {
  if (await exists(`${prefix}old`)) {
    if (await exists(target)) await removeOld(`${prefix}old`);
    else await rename(`${prefix}old`, target);
  }
  const folder = dirname(prefix);
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if (!path.startsWith(`${prefix}new-`)) continue;
    const { mtimeMs } = await stat(join(path, marker)).catch(() => stat(path));
    if (Date.now() - mtimeMs > LEFTOVER_AGE_MS) await rm(path, { recursive: true, force: true });
  }
}

/** Names of the dot files to keep. @throws OutputError if the folder contains anything that no run wrote */
async function listDotFiles(target: string, out: string, kind: FolderKind): Promise<string[]> {
  if (!(await exists(target))) return [];
  if (!(await stat(target)).isDirectory()) throw new OutputError(`${out} is not a folder`);
  const names = (await readdir(target)).sort();
  const dotFiles = names.filter((name) => name.startsWith("."));
  const others = names.filter((name) => !name.startsWith("."));
  const foreign = (await isFormerOutput(target, kind)) ? others.filter((name) => !kind.mayHold(name)) : others;
  if (foreign.length === 0) return dotFiles;
  const examples = foreign.slice(0, 3).join(", ") + (foreign.length > 3 ? ", …" : "");
  throw new OutputError(
    `${out} holds files that are not a former output (${examples}) and would be lost; choose another folder or move them`,
  );
}

async function isFormerOutput(folder: string, { marker, start }: FolderKind): Promise<boolean> {
  const text = await readFile(join(folder, marker), "utf8").catch(() => "");
  return text.startsWith(start);
}

async function exists(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => null)) !== null;
}
