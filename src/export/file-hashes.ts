/** Hashes of the files in an output folder, and whether the folder still has exactly those files. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";

/** SHA-256 in hexadecimal, by file name. */
export type FileHashes = Readonly<Record<string, string>>;

/** Whether the folder contains files with these hashes and, apart from dot files, nothing else. */
export async function holdsExactly(folder: string, expected: FileHashes): Promise<boolean> {
  const names = await readdir(folder).catch(() => []);
  const shown = names.filter((name) => !name.startsWith("."));
  if (shown.length !== Object.keys(expected).length) return false;
  for (const name of shown) {
    const hashThen = expected[name];
    if (hashThen === undefined) return false;
    const hash = await hashFile(join(folder, name)).catch(() => null);
    if (hash !== hashThen) return false;
  }
  return true;
}

/** SHA-256 of a file, in hexadecimal. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}
