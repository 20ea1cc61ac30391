/** A row's shade: one background behind all its cells. In: a row. Out: the status whose colour it has, or null. */
import { ragOfColour } from "../../language/colours.js";
import type { RowBlock } from "../../model/block.js";
import type { Rag } from "../../schema/values.js";

export function shadeOf({ cells }: Pick<RowBlock, "cells">): Rag | null {
  const filled = cells.filter(({ text }) => text.trim() !== "");
  const [first] = filled;
  const shade = first?.fill ?? null;
  if (shade === null || filled.length < 2) return null;
  return filled.every(({ fill }) => fill === shade) ? ragOfColour(shade) : null;
}
