/**
 * What a status summary consists of once its cells are read: labels, and figures that belong together. In: the tokens of a
 * figure. Out: the figure with its text as printed.
 */
import type { Rag } from "../../schema/values.js";
import type { Count } from "./count.js";
import type { Token } from "./tokens.js";

/** A piece of a statement as printed, and the block that holds it. */
export interface PrintedPiece {
  readonly block: number;
  readonly text: string;
}

export interface Label {
  readonly kind: "label";
  /** Null for the total. */
  readonly rag: Rag | null;
  readonly colour: boolean;
  readonly text: string;
  readonly block: number;
  readonly column: number;
  readonly separated: boolean;
}

export interface Figure {
  readonly kind: "figure";
  readonly count: Count;
  /** Whether only a number is printed, without total or percentage. */
  readonly bare: boolean;
  readonly printed: readonly PrintedPiece[];
  readonly block: number;
  readonly column: number;
  readonly separated: boolean;
}

export type Entry = Label | Figure;

/** A number or a percentage in a cell of its own. */
export type Plain = Token & { readonly kind: "number" | "percent"; readonly value: number };

export const isPlain = (token: Token | undefined): token is Plain =>
  token?.kind === "number" || token?.kind === "percent";

export function figureOf(number: Plain, percent: Plain | null, total: Plain | null): Figure {
  const pieces = [number, total, percent].filter((piece) => piece !== null);
  return {
    kind: "figure",
    count: {
      count: number.value,
      total: total?.value ?? null,
      percent: percent?.value ?? null,
      isComplete: total !== null && percent !== null,
    },
    bare: percent === null && total === null,
    printed: pieces.map(({ block, text }) => ({ block, text })),
    block: number.block,
    column: number.column,
    separated: number.separated,
  };
}

export const isTotal = (token: Token): boolean => token.kind === "unit" && token.unit === "total";
