/** Colours and measures of the drawing, in points and "#rrggbb". */
import type { Deliverable, Residue } from "../schema/dataset.js";
import { coloursOf } from "../schema/statuses.js";

export const statusColour = ({ rag }: Deliverable): string => coloursOf(rag ?? "unreadable").drawing;

export interface AsideStyle {
  readonly colour: string;
  /** Lines across what no field holds; what was used to read the rest is tinted only. */
  readonly isHatched: boolean;
  readonly label: string;
}

const GREY = "#6b7280";

/** Of what was set aside, by its reason. */
export const ASIDE: Record<Residue["reason"], AsideStyle> = {
  head: { colour: "#6d4bc3", isHatched: false, label: "head" },
  key: { colour: "#0e8a94", isHatched: false, label: "key" },
  "column-heading": { colour: "#3f6fb5", isHatched: false, label: "column heading" },
  furniture: { colour: GREY, isHatched: true, label: "furniture" },
  repeated: { colour: GREY, isHatched: true, label: "repeated" },
  stray: { colour: GREY, isHatched: true, label: "stray" },
  closing: { colour: GREY, isHatched: true, label: "closing" },
  unassigned: { colour: "#d0246b", isHatched: true, label: "unassigned" },
};

export const INK = "#1f2430";
export const FAINT = "#5c6473";
/** Of a field's name: no status's colour. */
export const FIELD = "#394050";
export const CELL = "#4a7fd0";
export const PAPER = "#f4f5f7";
export const EDGE = "#d4d7dd";
