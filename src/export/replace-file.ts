/**
 * A file that is replaced completely or not at all. In: its path and its content, in pieces. Out: the file, written beside its place and
 * then moved there. The file that a link leads to is replaced, and may be read by the same persons as before.
 */
import { createHash, randomBytes } from "node:crypto";
import { chmod, open, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { outputError } from "./output-error.js";

export type Piece = string | Uint8Array;

export interface WrittenFile {
  readonly bytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
}

/** A hidden path beside a file, which no other program uses. */
export const besideOf = (path: string): string =>
  join(dirname(path), `.${basename(path)}.${randomBytes(4).toString("hex")}`);

/** @throws OutputError, and what the pieces throw; the file is as before then, and nothing is beside it */
export async function replaceFile(path: string, pieces: AsyncIterable<Piece> | Iterable<Piece>): Promise<WrittenFile> {
  let beside: string | null = null;
  try {
    const { target, mode } = await replaced(path);
    beside = besideOf(target);
    const written = await writeNew(beside, pieces, mode);
    // The mode of a new file is without what the user's mask takes away. Some file systems have no modes.
    if (mode !== undefined) await chmod(beside, mode).catch(() => undefined);
    await rename(beside, target);
    return written;
  } catch (error) {
    if (beside !== null) await rm(beside, { force: true }).catch(() => undefined);
    throw outputError(error, path);
  }
}

async function replaced(path: string): Promise<{ readonly target: string; readonly mode?: number }> {
  try {
    const target = await realpath(path);
    return { target, mode: (await stat(target)).mode };
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return { target: path };
    throw error;
  }
}

async function writeNew(
  path: string,
  pieces: AsyncIterable<Piece> | Iterable<Piece>,
  mode: number | undefined,
): Promise<WrittenFile> {
  const hash = createHash("sha256");
  let bytes = 0;
  const file = await open(path, "wx", mode);
  try {
    for await (const piece of pieces) {
      await file.appendFile(piece);
      hash.update(piece);
      bytes += Buffer.byteLength(piece);
    }
    // Before it is moved: otherwise a machine that fails may leave an empty file in its place.
    await file.sync();
  } finally {
    await file.close();
  }
  return { bytes, sha256: hash.digest("hex") };
}
