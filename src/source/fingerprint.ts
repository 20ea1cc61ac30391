/**
 * Two fingerprints of the input files, by which a later run sees whether anything has changed. In: files. Out: a hash of
 * their names, sizes and times, which is cheap, and one of their content, which alone is proof.
 */
import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import type { InputFile } from "../schema/dataset.js";
import type { FoundFile } from "./discover.js";
import { onDisk } from "./file-path.js";
import { readFileContent } from "./files.js";

/** What is known of a file's content: its hash, or why it has none. */
type ReadContent = Pick<InputFile, "source_file" | "source_sha256" | "error_code">;

/** Combines the content hashes of many files, in their order, into one. */
export class ContentFingerprint {
  readonly #hash = createHash("sha256");

  add({ source_file, source_sha256, error_code }: ReadContent): void {
    this.#hash.update(`${source_file}\0${source_sha256 ?? error_code}\0`);
  }

  /** May be called only once, at the end. */
  digest(): string {
    return this.#hash.digest("hex");
  }
}

export function fingerprintTimes(files: readonly FoundFile[]): string {
  const hash = createHash("sha256");
  for (const { path, sourceFile } of files) {
    hash.update(`${sourceFile}\0${sizeAndTime(path)}\0`);
  }
  return hash.digest("hex");
}

/** Size and time of the last change; the same for all files of which they cannot be read. */
function sizeAndTime(path: string): string {
  try {
    const { size, mtimeMs } = statSync(onDisk(path));
    return `${size} ${mtimeMs}`;
  } catch {
    return "";
  }
}

/**
 * @param maxBytes of one file; a larger one is not read
 * @throws the signal's reason
 */
export async function fingerprintContent(
  files: readonly FoundFile[],
  maxBytes: number,
  signal?: AbortSignal,
): Promise<string> {
  const fingerprint = new ContentFingerprint();
  for (const { path, sourceFile } of files) {
    const content = readFileContent(path, sourceFile, maxBytes);
    if (content.kind === "failure") fingerprint.add(content.file);
    else {
      const source_sha256 = createHash("sha256").update(content.bytes).digest("hex");
      fingerprint.add({ source_file: sourceFile, source_sha256, error_code: null });
    }
    // Lets the process handle a Ctrl-C between files.
    await setImmediate();
    signal?.throwIfAborted();
  }
  return fingerprint.digest();
}
