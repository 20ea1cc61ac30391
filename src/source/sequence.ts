/**
 * Files, in the order of their list, to results in the same order: a few begun at once, each given in its turn, and
 * content that comes a second time pointed at its first. Holds a few results and the hashes, however many files there are.
 */
import pLimit from "p-limit";
import type { InputFile } from "../schema/dataset.js";

export interface Limits {
  /** Items worked on at once. */
  readonly atOnce: number;
  /** Items begun before their turn: enough to keep reading busy, few enough that memory does not grow with the input. */
  readonly begun: number;
}

const FEW: Limits = { atOnce: 4, begun: 8 };

/** Gives what comes of the items in the items' order, whatever finishes first. No item is begun long before its turn. */
export async function* inOrder<Item, Result>(
  items: Iterable<Item>,
  work: (item: Item) => Promise<Result>,
  limits: Limits = FEW,
): AsyncGenerator<Result> {
  const limit = pLimit(limits.atOnce);
  const begun: Promise<Result>[] = [];
  try {
    for (const item of items) {
      const result = limit(work, item);
      // A failure is heard of in its turn; until then, or where the reader leaves first, it must not count as unhandled.
      result.catch(() => undefined);
      begun.push(result);
      const first = begun.length < limits.begun ? undefined : begun.shift();
      if (first !== undefined) yield await first;
    }
    for (const result of begun) yield await result;
  } finally {
    limit.clearQueue();
  }
}

interface ReadResult {
  readonly file: InputFile;
  readonly reports: readonly unknown[];
}

/** Reports of content that came before under another name are listed there only, so that their ids stay unique. */
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
