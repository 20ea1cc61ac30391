/**
 * Processes items concurrently but in order. In: items. Out: their results in the same order, with repeated content
 * reduced to a reference to its first file. Keeps only a few results and the hashes, however many files there are.
 */
import pLimit from "p-limit";
import type { InputFile } from "../schema/dataset.js";

export interface Limits {
  /** Items processed at the same time. */
  readonly atOnce: number;
  /** Items started ahead of their turn: enough to keep all readers busy, few enough to bound memory. */
  readonly started: number;
}

const DEFAULT_LIMITS: Limits = { atOnce: 4, started: 8 };

/** Yields the results in the order of the items, whichever finishes first. No item is started long before its turn. */
export async function* inOrder<Item, Result>(
  items: Iterable<Item>,
  work: (item: Item) => Promise<Result>,
  limits: Limits = DEFAULT_LIMITS,
): AsyncGenerator<Result> {
  const limit = pLimit(limits.atOnce);
  const started: Promise<Result>[] = [];
  try {
    for (const item of items) {
      const result = limit(work, item);
      // A failure is thrown in its turn. Until then, or if the consumer stops first, it must not count as unhandled.
      result.catch(() => undefined);
      started.push(result);
      const first = started.length < limits.started ? undefined : started.shift();
      if (first !== undefined) yield await first;
    }
    for (const result of started) yield await result;
  } finally {
    limit.clearQueue();
  }
}

interface ReadResult {
  readonly file: InputFile;
  readonly reports: readonly unknown[];
}

/** If a file repeats the content of an earlier one, its reports are listed under the earlier one only, so that ids stay unique. */
export async function* withoutRepeats<Result extends ReadResult>(
  results: AsyncIterable<Result>,
): AsyncGenerator<Result | { readonly file: InputFile; readonly reports: readonly [] }> {
  const firstNames = new Map<string, string>();
  for await (const result of results) {
    const { source_sha256, source_file, report_count } = result.file;
    const first = source_sha256 === null ? undefined : firstNames.get(source_sha256);
    if (first !== undefined) {
      const message = `same content as ${first}; its reports are listed there`;
      yield { file: { ...result.file, message }, reports: [] };
      continue;
    }
    if (source_sha256 !== null && report_count > 0) firstNames.set(source_sha256, source_file);
    yield result;
  }
}
