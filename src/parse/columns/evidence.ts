/** Evidence for the roles of a column: weights that add up, positive for a role and negative against it. */
import type { ColumnRole } from "../../schema/profile.js";

export type Evidence = { readonly [role in ColumnRole]?: number };

export function addEvidence(...all: readonly Evidence[]): { [role in ColumnRole]?: number } {
  const sum: { [role in ColumnRole]?: number } = {};
  for (const each of all)
    for (const [role, weight] of Object.entries(each) as [ColumnRole, number][]) sum[role] = (sum[role] ?? 0) + weight;
  return sum;
}

export const scaled = (evidence: Evidence, factor: number): Evidence =>
  Object.fromEntries(Object.entries(evidence).map(([role, weight]) => [role, weight * factor]));
