/** Lines that belong to the page and to no row of a list: page numbers, protective markings, running heads. */
import { isPageNumberOrMarking } from "../../language/page-numbers.js";
import type { Block } from "../../model/block.js";
import type { Profile } from "../../schema/profile.js";

export const isFurniture = (block: Block, profile: Profile): boolean =>
  block.kind === "line" && (block.furniture === true || isPageNumberOrMarking(block.text, profile));
