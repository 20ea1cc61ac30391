/**
 * Files to two short marks by which a later run knows whether anything about them has changed: one of their names, sizes and
 * times, which costs next to nothing, and one of their content, which alone is proof.
 */
import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import type { InputFile } from "../schema/dataset.js";
import type { FoundFile } from "./discover.js";
import { readFileContent } from "./files.js";

/** What is known of a file's content: its hash, or why there is none. */
type ReadContent = Pick<InputFile, "source_file" | "source_sha256" | "error_code">;

/** Gathers the mark of many files' content, in their order. */
export class ContentMark {
  readonly #hash = createHash("sha256");

  add({ source_file, source_sha256, error_code }: ReadContent): void {
    this.#hash.update(`${source_file}\0${source_sha256 ?? error_code}\0`);
  }

  /** To be asked once. */
  digest(): string {
    return this.#hash.digest("hex");
  }
}

export function markOfTimes(files: readonly FoundFile[]): string {
  const hash = createHash("sha256");
  for (const { path, sourceFile } of files) {
    hash.update(`${sourceFile}\0${timesOf(path)}\0`);
  }
  return hash.digest("hex");
}

/** Size and time of last change; the same for all that cannot be looked at. */
function timesOf(path: string): string {
  try {
    const { size, mtimeMs } = statSync(path);
    return `${size} ${mtimeMs}`;
  } catch {
    return "";
  }
}

/**
 * @param maxBytes of one file; a larger one is not read
 * @throws the signal's reason
 */
export async function markOfContent(
  files: readonly FoundFile[],
  maxBytes: number,
  signal?: AbortSignal,
): Promise<string> {
  const mark = new ContentMark();
  for (const { path, sourceFile } of files) {
    const content = readFileContent(path, sourceFile, maxBytes);
    if (content.kind === "failure") mark.add(content.file);
    else {
      const source_sha256 = createHash("sha256").update(content.bytes).digest("hex");
      mark.add({ source_file: sourceFile, source_sha256, error_code: null });
    }
    // Without this nobody would hear of a Ctrl-C before the end.
    await setImmediate();
    signal?.throwIfAborted();
  }
  return mark.digest();
}
