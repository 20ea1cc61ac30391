/**
 * Segments of a line that two spaces or more separate, and the columns that they belong to. In: a line, or where
 * segments and columns start, in characters. Out: the segments, or a column for each.
 */

export interface Segment {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A bullet belongs to the text after it, however wide the gap between them is within an indent. */
const SEGMENT = /(?:[\u2022\u25aa\u25e6\u2023\u00b7\uf0a7\uf0b7\uf0d8] {2,6})?\S+(?: \S+)*/g;

export function segmentsOf(text: string): Segment[] {
  return [...text.matchAll(SEGMENT)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/**
 * Assigns a column to each segment, in order, so that the sum of distances between starts and anchors is least.
 * @param starts where the segments start
 * @param anchors where the columns start
 */
export function alignSegments(starts: readonly number[], anchors: readonly number[]): number[] {
  const [n, m] = [starts.length, anchors.length];
  if (n > m) return starts.map((_, index) => Math.min(index, m - 1));
  let cost: number[] = new Array(m + 1).fill(0);
  const taken: boolean[][] = [];
  for (let i = 1; i <= n; i += 1) {
    const next: number[] = new Array(m + 1).fill(Number.POSITIVE_INFINITY);
    const row: boolean[] = new Array(m + 1).fill(false);
    for (let j = i; j <= m; j += 1) {
      const here = (cost[j - 1] ?? 0) + Math.abs((starts[i - 1] ?? 0) - (anchors[j - 1] ?? 0));
      const skip = next[j - 1] ?? Number.POSITIVE_INFINITY;
      row[j] = here <= skip;
      next[j] = Math.min(here, skip);
    }
    taken.push(row);
    cost = next;
  }
  const columns: number[] = new Array(n).fill(0);
  for (let i = n, j = m; i > 0; j -= 1) {
    if (taken[i - 1]?.[j] === true) {
      columns[i - 1] = j - 1;
      i -= 1;
    }
  }
  return columns;
}

/** The column whose anchor is nearest; the first of two. */
export function nearestColumn(start: number, anchors: readonly number[]): number {
  let nearest = 0;
  for (const [column, anchor] of anchors.entries())
    if (Math.abs(anchor - start) < Math.abs((anchors[nearest] ?? 0) - start)) nearest = column;
  return nearest;
}
