/**
 * Processes items concurrently but in order. In: items. Out: their results in the same order. Keeps only a few results, however
 * many items there are.
 */
import pLimit from "p-limit";

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
