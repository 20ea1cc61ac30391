/** The letters by which strips of statuses name them, so that they can be read without colours. */
import type { Rag } from "../schema/values.js";

/** N is "not started", C "complete". */
export const STATUS_LETTERS: Readonly<Record<Rag, string>> = {
  green: "G",
  amber: "A",
  red: "R",
  white: "N",
  blue: "C",
};
