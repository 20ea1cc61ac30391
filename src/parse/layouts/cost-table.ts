/**
 * The least costs of dividing a sequence, by row and boundary. In: for each row the boundaries at which it may begin. Out: a table
 * that has room for these boundaries alone, as a long document has many rows and many boundaries. It refuses costs at others.
 */

/** The first and the last boundary. */
export type Boundaries = readonly [from: number, to: number];

export const NEVER = Number.POSITIVE_INFINITY;

export class CostTable {
  readonly #rows: readonly { readonly from: number; readonly costs: Float64Array }[];

  constructor(rows: readonly Boundaries[]) {
    this.#rows = rows.map(([from, to]) => ({ from, costs: new Float64Array(to - from + 1).fill(NEVER) }));
  }

  at(row: number, boundary: number): number {
    const own = this.#rows[row];
    return own?.costs[boundary - own.from] ?? NEVER;
  }

  lower(row: number, boundary: number, cost: number): void {
    const own = this.#rows[row];
    if (own !== undefined && cost < this.at(row, boundary)) own.costs[boundary - own.from] = cost;
  }
}
