/**
 * Helpers for sorted numbers: clusters of close values, lookups in sorted lists, quantiles; and disjoint sets of
 * indexes.
 */

/** Means of the values' clusters, ascending; a cluster spans at most `tolerance`. */
export function clusterValues(values: readonly number[], tolerance: number): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const means: number[] = [];
  let start = 0;
  let sum = 0;
  let count = 0;
  for (const value of sorted) {
    if (count > 0 && value - start > tolerance) {
      means.push(sum / count);
      count = 0;
    }
    if (count === 0) {
      start = value;
      sum = 0;
    }
    sum += value;
    count += 1;
  }
  if (count > 0) means.push(sum / count);
  return means;
}

/** Index of the interval of ascending `bounds` that holds `value`; -1 outside them. */
export function intervalOf(bounds: readonly number[], value: number): number {
  let low = 0;
  let high = bounds.length - 1;
  if (high < 1 || value < (bounds[0] ?? 0) || value > (bounds[high] ?? 0)) return -1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((bounds[middle] ?? 0) <= value) low = middle;
    else high = middle;
  }
  return low;
}

/** Index of the value of ascending `values` nearest to `value`; -1 where there is none. */
export function nearestIndex(values: readonly number[], value: number): number {
  if (values.length === 0) return -1;
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  const before = low - 1;
  return before >= 0 && value - (values[before] ?? 0) < Math.abs((values[low] ?? 0) - value) ? before : low;
}

/** The value below which `share` (0 to 1) of the values lie; 0 for none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/**
 * A partition of the indexes 0 to size - 1: `find` gives the representative of an index's set, `join` merges two sets.
 */
export interface DisjointSets {
  readonly find: (index: number) => number;
  readonly join: (one: number, other: number) => void;
}

export function disjointSets(size: number): DisjointSets {
  const parent = Int32Array.from({ length: size }, (_, index) => index);
  const find = (index: number): number => {
    let root = index;
    while ((parent[root] ?? root) !== root) root = parent[root] ?? root;
    let at = index;
    while (at !== root) {
      const next = parent[at] ?? root;
      parent[at] = root;
      at = next;
    }
    return root;
  };
  return {
    find,
    join: (one, other) => {
      parent[find(one)] = find(other);
    },
  };
}
