/**
 * What a status summary consists of once its cells are read: labels, and figures that belong together. In: the tokens of a
 * figure. Out: the figure with its text as printed.
 */
import type { Rag } from "../../schema/values.js";
import type { PlacedToken } from "./block-tokens.js";
import type { Figure as Figures } from "./figures.js";
import { nameOfStatus } from "./labels.js";

/** A piece of a statement as printed, and the block that holds it. */
export interface PrintedPiece {
  readonly block: number;
  readonly text: string;
}

export interface Label {
  readonly kind: "label";
  /** Null for the total, and for a status that has no colour. */
  readonly rag: Rag | null;
  readonly also: readonly Rag[];
  readonly isTotal: boolean;
  readonly colour: boolean;
  readonly text: string;
  readonly block: number;
  readonly column: number;
  readonly separated: boolean;
}

export interface Figure {
  readonly kind: "figure";
  readonly count: Figures;
  /** Whether only a number is printed, without total or percentage. */
  readonly bare: boolean;
  readonly printed: readonly PrintedPiece[];
  readonly block: number;
  readonly column: number;
  readonly separated: boolean;
}

export type Entry = Label | Figure;

/** A number or a percentage in a cell of its own. */
export type Plain = PlacedToken & { readonly kind: "number" | "percent"; readonly value: number };

export const isPlain = (token: PlacedToken | undefined): token is Plain =>
  token?.kind === "number" || token?.kind === "percent";

export function figureOf(number: Plain, percent: Plain | null, total: Plain | null): Figure {
  const pieces = [number, total, percent].filter((piece) => piece !== null);
  return {
    kind: "figure",
    count: {
      count: number.value,
      total: total?.value ?? null,
      percent: percent?.value ?? null,
    },
    bare: percent === null && total === null,
    printed: pieces.map(({ block, text }) => ({ block, text })),
    block: number.block,
    column: number.column,
    separated: number.separated,
  };
}

export const isTotal = (token: PlacedToken): boolean => token.kind === "unit" && token.unit === "total";

/** What a label names; a word that is no colour by itself. */
export const nameOf = ({ rag, colour, text }: Label): string => nameOfStatus({ rag: colour ? rag : null, label: text });
