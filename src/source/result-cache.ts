/**
 * Results by content, kept for the next run. In: a folder, and what besides the content decides a result. Out: results, as
 * bytes, by the content's hash. Several runs may share the folder: an entry is moved into place whole, carries the hash of
 * what it holds, and counts as absent where that does not fit. The folder may be deleted at any time.
 */
import { createHash, randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

/** What one file gave, and what a whole run left. */
const KINDS = ["file", "run"] as const;
type EntryKind = (typeof KINDS)[number];

/** Entries of former versions, which are of no use, end in `.json`. */
const ENTRY = new RegExp(`^[0-9a-f]{64}\\.(?:${KINDS.join("|")}|json)$`);
const RUN = /\.run/;
const ENTRY_OR_DRAFT = new RegExp(`${ENTRY.source.slice(0, -1)}(?:\\.[0-9a-f]{12})?$`);
/** Bytes of the hash before what is kept. */
const HASH_BYTES = 32;
/** An entry's time of last use is renewed when it is older than this. */
const RENEWED_AFTER_MS = 24 * 60 * 60 * 1000;

/** As `readFileContent` does, it waits for the disk without giving way. */
export interface ResultCache {
  read(contentHash: string): Buffer | null;
  /** Keeps the result; a full or forbidden folder is no reason to fail, and keeps nothing. */
  write(contentHash: string, result: Uint8Array): void;
}

const sha256 = (bytes: Uint8Array): Buffer => createHash("sha256").update(bytes).digest();

function keyOf(...parts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\0");
  return hash.digest("hex");
}

/** @param deciding what decides a result besides the content: the program's hash and its settings, as text */
export function openResultCache(folder: string, kind: EntryKind, ...deciding: readonly string[]): ResultCache {
  const run = keyOf(...deciding);
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

/** As far as that can be done. */
function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // What stands in the folder's place is not ours.
  }
}

/** Says that an entry was used, where the folder may be written and no other run is removing it. */
function renew(path: string): void {
  const now = Date.now();
  try {
    if (now - statSync(path).mtimeMs > RENEWED_AFTER_MS) utimesSync(path, now / 1000, now / 1000);
  } catch {
    // It was read all the same.
  }
}

export interface CacheSize {
  /** Files whose results are kept; what runs left is not counted. */
  readonly entries: number;
  readonly bytes: number;
}

/**
 * Removes entries that no run has used for so many days, and what a run that was cut off left half written; what may not be
 * removed is left.
 * @param days 0 removes all
 * @returns what was removed and what is left
 */
export async function pruneCache(folder: string, days: number): Promise<{ removed: CacheSize; left: CacheSize }> {
  const removed = { entries: 0, bytes: 0 };
  const left = { entries: 0, bytes: 0 };
  const oldest = days === 0 ? Number.POSITIVE_INFINITY : Date.now() - days * RENEWED_AFTER_MS;
  for await (const { path, name } of entriesOf(folder)) {
    const found = await stat(path).catch(() => null);
    if (found === null) continue;
    const isHalf = !ENTRY.test(name) && Date.now() - found.mtimeMs > RENEWED_AFTER_MS;
    const isOld = days === 0 || isHalf || found.mtimeMs < oldest;
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

/** Only what bears a name that this module gives: the folder may be any, and other files in it are not touched. */
async function* entriesOf(folder: string): AsyncGenerator<{ path: string; name: string }> {
  for (const shelf of await readdir(folder).catch(() => [])) {
    if (!/^[0-9a-f]{2}$/.test(shelf)) continue;
    for (const name of await readdir(join(folder, shelf)).catch(() => []))
      if (ENTRY_OR_DRAFT.test(name)) yield { path: join(folder, shelf, name), name };
  }
}
