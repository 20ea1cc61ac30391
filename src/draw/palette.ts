/** Colours of the drawing, as "#rrggbb". */
import type { Deliverable, Residue } from "../schema/dataset.js";
import { coloursOf } from "../schema/statuses.js";

export const statusColour = ({ rag }: Deliverable): string => coloursOf(rag ?? "unreadable").drawing;

export interface ResidueStyle {
  readonly colour: string;
  /** Hatched if it is in no field; what was used to read the rest is only tinted. */
  readonly isHatched: boolean;
  readonly label: string;
}

const GREY = "#6b7280";

/** Styles of residue by its reason. */
export const RESIDUE_STYLES: Record<Residue["reason"], ResidueStyle> = {
  head: { colour: "#6d4bc3", isHatched: false, label: "head" },
  key: { colour: "#0e8a94", isHatched: false, label: "key" },
  "column-heading": { colour: "#3f6fb5", isHatched: false, label: "column heading" },
  "total-row": { colour: "#8a8f98", isHatched: false, label: "total" },
  example: { colour: "#8a8f98", isHatched: false, label: "example" },
  template: { colour: "#8a8f98", isHatched: false, label: "empty row" },
  group: { colour: "#8a8f98", isHatched: false, label: "group heading" },
  furniture: { colour: GREY, isHatched: true, label: "furniture" },
  repeated: { colour: GREY, isHatched: true, label: "repeated" },
  stray: { colour: GREY, isHatched: true, label: "stray" },
  struck: { colour: GREY, isHatched: true, label: "struck" },
  removed: { colour: GREY, isHatched: true, label: "removed row" },
  closing: { colour: GREY, isHatched: true, label: "closing" },
  unassigned: { colour: "#d0246b", isHatched: true, label: "unassigned" },
};

export const TEXT_COLOUR = "#1f2430";
export const FAINT_TEXT_COLOUR = "#5c6473";
/** Colour of fields' names, different from all statuses. */
export const FIELD_COLOUR = "#394050";
export const CELL_COLOUR = "#4a7fd0";
export const RUNNER_UP_COLOUR = "#b4632a";
export const BACKGROUND_COLOUR = "#f4f5f7";
export const BORDER_COLOUR = "#d4d7dd";
