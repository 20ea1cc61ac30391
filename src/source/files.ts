/**
 * Reads one file. In: its path. Out: its bytes, or the failure that its row in the files table records.
 * Never throws because of the file: a missing, forbidden, special, empty or too large file is a failure.
 */
import { createHash } from "node:crypto";
import { closeSync, constants, openSync, readSync, statSync } from "node:fs";
import { access, open, stat } from "node:fs/promises";
import type { InputFile } from "../schema/dataset.js";
import { onDisk } from "./file-path.js";

/** Default size limit in bytes: a file is held in memory completely. */
export const DEFAULT_MAX_BYTES = 256 * 1024 * 1024;

/** SHA-256 of zero bytes, in hexadecimal. */
export const EMPTY_SHA256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

export type FileContent =
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | { readonly kind: "failure"; readonly file: InputFile };

type KnownContent = Partial<Pick<InputFile, "source_sha256" | "bytes">>;

/** The row of a file that could not be read. */
export function failedFile(source_file: string, code: string, message: string, known: KnownContent = {}): InputFile {
  const content = { source_sha256: null, bytes: null, pages: null, ...known };
  return {
    source_file,
    container: null,
    ...content,
    outcome: "failed",
    error_code: code,
    message,
    report_count: 0,
  };
}

/**
 * Reads synchronously: the callers have nothing else to do meanwhile, and small files are read several times as fast.
 * @param maxBytes a file larger than this fails as `TOO_LARGE` and is not opened
 */
export function readFileContent(path: string, sourceFile: string, maxBytes: number): FileContent {
  const fail = (code: string, message: string, known: KnownContent = {}): FileContent => ({
    kind: "failure",
    file: failedFile(sourceFile, code, message, known),
  });
  try {
    const stats = statSync(onDisk(path));
    if (stats.isDirectory()) return fail("UNREADABLE", "a folder that may not be listed");
    if (!stats.isFile()) return fail("UNSUPPORTED", "not a file but a pipe, socket or device");
    if (stats.size > maxBytes) {
      return fail("TOO_LARGE", `${stats.size} bytes, over the limit of ${maxBytes}`, { bytes: stats.size });
    }
    const bytes = readBounded(path, stats.size);
    if (bytes.byteLength > 0) return { kind: "bytes", bytes };
    return fail("EMPTY", "the file is empty", { bytes: 0, source_sha256: EMPTY_SHA256 });
  } catch (error) {
    const [code, message] = failureOf(error);
    return fail(code, message);
  }
}

/** Bytes of a file, 0 for one that cannot be asked; and whether this program may read it. */
export async function probeFile(path: string): Promise<{ readonly bytes: number; readonly isReadable: boolean }> {
  const place = onDisk(path);
  const stats = await stat(place).catch(() => null);
  const isRefused = await access(place, constants.R_OK).then(
    () => false,
    () => true,
  );
  return { bytes: stats?.size ?? 0, isReadable: stats?.isFile() === true && !isRefused };
}

/** A file's hash and size; reads the file piece by piece. */
export async function hashFile(path: string): Promise<{ readonly sha256: string; readonly bytes: number }> {
  const hash = createHash("sha256");
  let bytes = 0;
  const handle = await open(onDisk(path), constants.O_RDONLY | constants.O_NONBLOCK);
  for await (const piece of handle.createReadStream()) {
    hash.update(piece);
    bytes += piece.length;
  }
  return { sha256: hash.digest("hex"), bytes };
}

/** Reads at most `size` bytes, because a file may grow, and never blocks, because it may have become a pipe. */
function readBounded(path: string, size: number): Uint8Array {
  const descriptor = openSync(onDisk(path), constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const bytes = new Uint8Array(size);
    let length = 0;
    while (length < size) {
      const bytesRead = readSync(descriptor, bytes, length, size - length, length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return bytes.subarray(0, length);
  } finally {
    closeSync(descriptor);
  }
}

function failureOf(error: unknown): readonly [code: string, message: string] {
  const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
  if (code === "ENOENT") return ["VANISHED", "the file is gone, or is a link that leads nowhere"];
  if (code === "EACCES" || code === "EPERM") return ["UNREADABLE", "no permission to read the file"];
  if (code === "ELOOP") return ["UNREADABLE", "a link that leads back to itself"];
  return ["UNREADABLE", `the file could not be read (${code})`];
}
