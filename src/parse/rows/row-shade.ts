/** A row's shade: one background behind all its cells. In: a row. Out: the background, where it has a status's colour; else null. */
import { ragOfColour } from "../../language/colours.js";
import type { RowBlock } from "../../model/block.js";

export function shadeOf({ cells }: Pick<RowBlock, "cells">): string | null {
  const filled = cells.filter(({ text }) => text.trim() !== "");
  const [first] = filled;
  const shade = first?.fill ?? null;
  if (shade === null || filled.length < 2) return null;
  return ragOfColour(shade) !== null && filled.every(({ fill }) => fill === shade) ? shade : null;
}
