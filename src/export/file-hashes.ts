/** An output folder to the hashes of the files in it, to know whether it is as a run left it. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";

/** SHA-256 in hexadecimal, by file name. */
export type FileHashes = Readonly<Record<string, string>>;

/** Whether the folder holds these files as they were, and, dot files aside, nothing else. */
export async function holdsExactly(folder: string, left: FileHashes): Promise<boolean> {
  const names = await readdir(folder).catch(() => []);
  const shown = names.filter((name) => !name.startsWith("."));
  if (shown.length !== Object.keys(left).length) return false;
  for (const name of shown) {
    const expected = left[name];
    if (expected === undefined) return false;
    const hash = createHash("sha256");
    const isRead = await pipeline(createReadStream(join(folder, name)), hash).then(
      () => true,
      () => false,
    );
    if (!isRead || hash.digest("hex") !== expected) return false;
  }
  return true;
}
