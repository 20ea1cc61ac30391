/**
 * Files to two short marks by which a later run knows whether anything about them has changed: one of their names, sizes and
 * times, which costs next to nothing, and one of their content, which alone is proof.
 */
import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";
import type { InputFile } from "../schema/dataset.js";
import type { FoundFile } from "./discover.js";
import { readFileContent } from "./files.js";
import { inOrder } from "./sequence.js";

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

export async function markOfTimes(files: readonly FoundFile[]): Promise<string> {
  const hash = createHash("sha256");
  const stated = ({ path }: FoundFile) => stat(path).catch(() => null);
  let at = 0;
  for await (const found of inOrder(files, stated)) {
    hash.update(`${files[at]?.sourceFile}\0${found?.size}\0${found?.mtimeMs}\0`);
    at += 1;
  }
  return hash.digest("hex");
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
  const known = async ({ path, sourceFile }: FoundFile): Promise<ReadContent> => {
    signal?.throwIfAborted();
    const content = await readFileContent(path, sourceFile, maxBytes);
    if (content.kind === "failure") return content.file;
    const source_sha256 = createHash("sha256").update(content.bytes).digest("hex");
    return { source_file: sourceFile, source_sha256, error_code: null };
  };
  for await (const file of inOrder(files, known)) mark.add(file);
  return mark.digest();
}
