/**
 * A cache of results between runs. In: a folder, and everything besides the content that a result depends on. Out: results,
 * as bytes, by the content's hash. Several runs may share the folder: an entry is written completely before it is moved into
 * place, and one that does not match the hash in it counts as absent. The folder may be deleted at any time.
 */
import { createHash, randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

/** The results of one file, those of a complete run, and what was recognised of a page. */
const KINDS = ["file", "run", "page"] as const;
type EntryKind = (typeof KINDS)[number];

/** Entries that end in `.json` are from earlier versions and cannot be used. */
const ENTRY = new RegExp(`^[0-9a-f]{64}\\.(?:${KINDS.join("|")}|json)$`);
const RUN = /\.run/;
const ENTRY_OR_DRAFT = new RegExp(`${ENTRY.source.slice(0, -1)}(?:\\.[0-9a-f]{12})?$`);
/** Length of the hash at the start of an entry. */
const HASH_BYTES = 32;
/** An entry's time of last use is renewed when it is older than this. */
const RENEWED_AFTER_MS = 24 * 60 * 60 * 1000;

/** Reads and writes synchronously, as `readFileContent` does. */
export interface ResultCache {
  read(contentHash: string): Buffer | null;
  /** Stores the result. A folder that is full or may not be written is not an error; nothing is stored then. */
  write(contentHash: string, result: Uint8Array): void;
}

const sha256 = (bytes: Uint8Array): Buffer => createHash("sha256").update(bytes).digest();

function keyOf(...parts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\0");
  return hash.digest("hex");
}

/** @param dependencies what a result depends on besides the content: the program's hash and its settings, as text */
export function openResultCache(folder: string, kind: EntryKind, ...dependencies: readonly string[]): ResultCache {
  const run = keyOf(...dependencies);
  const placeOf = (contentHash: string): readonly [folder: string, path: string] => {
    const key = keyOf(run, contentHash);
    const shelf = join(folder, key.slice(0, 2));
    return [shelf, join(shelf, `${key}.${kind}`)];
  };
  return {
    read(contentHash) {
      const [, path] = placeOf(contentHash);
      try {
        const entry = readFileSync(path);
        const result = entry.subarray(HASH_BYTES);
        if (!sha256(result).equals(entry.subarray(0, HASH_BYTES))) return null;
        renew(path);
        return result;
      } catch {
        return null;
      }
    },
    write(contentHash, result) {
      const [shelf, path] = placeOf(contentHash);
      const draft = `${path}.${randomBytes(6).toString("hex")}`;
      try {
        mkdirSync(shelf, { recursive: true, mode: 0o700 });
        writeFileSync(draft, Buffer.concat([sha256(result), result]));
        renameSync(draft, path);
      } catch {
        remove(draft);
      }
    },
  };
}

/** Removes a file if that is possible. */
function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Something else is at the folder's path; leave it alone.
  }
}

/** Updates an entry's time of last use, if the folder may be written and no other run is removing the entry. */
function renew(path: string): void {
  const now = Date.now();
  try {
    if (now - statSync(path).mtimeMs > RENEWED_AFTER_MS) utimesSync(path, now / 1000, now / 1000);
  } catch {
    // The entry was read, which is enough.
  }
}

export interface CacheSize {
  /** Files with a stored result; entries of complete runs are not counted. */
  readonly entries: number;
  readonly bytes: number;
}

/**
 * Removes entries that no run has used for a number of days, and incomplete files of interrupted runs. Files that may not
 * be removed stay.
 * @param days 0 removes everything
 * @returns the sizes of what was removed and what is left
 */
export async function pruneCache(folder: string, days: number): Promise<{ removed: CacheSize; left: CacheSize }> {
  const removed = { entries: 0, bytes: 0 };
  const left = { entries: 0, bytes: 0 };
  const oldest = days === 0 ? Number.POSITIVE_INFINITY : Date.now() - days * RENEWED_AFTER_MS;
  for await (const { path, name } of entriesOf(folder)) {
    const found = await stat(path).catch(() => null);
    if (found === null) continue;
    const isAbandonedDraft = !ENTRY.test(name) && Date.now() - found.mtimeMs > RENEWED_AFTER_MS;
    const isOld = days === 0 || isAbandonedDraft || found.mtimeMs < oldest;
    const isRemoved =
      isOld &&
      (await rm(path, { force: true }).then(
        () => true,
        () => false,
      ));
    const size = isRemoved ? removed : left;
    if (!RUN.test(name)) size.entries += 1;
    size.bytes += found.size;
  }
  return { removed, left };
}

export async function sizeOfCache(folder: string): Promise<CacheSize> {
  const size = { entries: 0, bytes: 0 };
  for await (const { path, name } of entriesOf(folder)) {
    const found = await stat(path).catch(() => null);
    if (found === null) continue;
    if (!RUN.test(name)) size.entries += 1;
    size.bytes += found.size;
  }
  return size;
}

/** Only files with a name that this module gives: users may choose any folder, and other files in it are not touched. */
async function* entriesOf(folder: string): AsyncGenerator<{ path: string; name: string }> {
  for (const shelf of await readdir(folder).catch(() => [])) {
    if (!/^[0-9a-f]{2}$/.test(shelf)) continue;
    for (const name of await readdir(join(folder, shelf)).catch(() => []))
      if (ENTRY_OR_DRAFT.test(name)) yield { path: join(folder, shelf, name), name };
  }
}
