/**
 * What a status summary consists of: labels, counts, figures, and words for the figures.
 */
import type { Rag } from "../../schema/values.js";
import type { Count } from "./count.js";

export type Unit = "count" | "percent" | "both" | "total";

export type ScannedToken = { readonly text: string } & (
  | { readonly kind: "label"; readonly rag: Rag; readonly colour: boolean }
  | { readonly kind: "count"; readonly count: Count }
  | { readonly kind: "number" | "percent"; readonly value: number }
  | { readonly kind: "unit"; readonly unit: Unit }
  | { readonly kind: "other" }
);
