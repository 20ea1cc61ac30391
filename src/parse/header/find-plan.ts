/**
 * The plan that a report's header names, also where its title takes two lines ("… POLICING PLAN" above "2016/2017"). In:
 * blocks. Out: title, years and the number of blocks they take; null where a block begins no such title.
 */
import type { Block } from "../../model/block.js";
import { plainLineAt } from "../plain-lines.js";
import type { HeaderReader } from "./header-reader.js";
import { isTitleLike, type PlanTitle } from "./plan-title.js";
import { holdsYear, yearsOnly } from "./years.js";

/** The first line of a wrapped title ends with one of these, or its second line begins with one. */
const JOINS_AT_END = /(?:\b(?:and|of|for|the|to|in|with|on)|&|,|-)$/i;
const JOINS_AT_START = /^(?:and|of|for|to|in|with|on|&)\s/i;

/** A plan's title that begins at a block, and the number of blocks it takes. */
export interface FoundPlan extends PlanTitle {
  readonly length: number;
}

/** The plan that block `index` names, with the next line where the title or its years continue there. */
export function planAt(blocks: readonly Block[], index: number, header: HeaderReader): FoundPlan | null {
  const line = plainLineAt(blocks, index);
  if (line === null || line === "") return null;
  const inOneLine = header.plan.dated(line);
  if (inOneLine !== null) return { ...inOneLine, length: 1 };
  if (!isTitleLike(line)) return null;
  const next = plainLineAt(blocks, index + 1);
  // Without a year in either line there is no dated plan.
  if (next === null || next === "" || !(holdsYear(line) || holdsYear(next))) return null;
  const years = yearsOnly(next);
  if (years !== null) {
    const title = header.plan.undated(line);
    return title === null ? null : { title, years, length: 2 };
  }
  return continues(blocks, index, line, next, header.plan.dated(next)) ? joined(header, line, next) : null;
}

function joined(header: HeaderReader, line: string, next: string): FoundPlan | null {
  const plan = header.plan.dated(`${line} ${next}`);
  return plan === null ? null : { ...plan, length: 2 };
}

/** @param below the plan that the next line names by itself */
function continues(
  blocks: readonly Block[],
  index: number,
  line: string,
  next: string,
  below: PlanTitle | null,
): boolean {
  if (JOINS_AT_END.test(line)) return true;
  if (below === null) return JOINS_AT_START.test(next);
  // A title of one word ("Strategy 2015/2016") is the end of the line above.
  return !below.title.includes(" ") || isWrapped(blocks, index);
}

/** Largest difference between the heights of lines of one title, as a share of the height. */
const SAME_HEIGHT = 0.08;
/** Width of a space, as a multiple of a line's height. */
const SPACE = 0.2;

/**
 * Whether a line of a page continues in the next: in type of the same size, and as wide as the page's text allows, so that the
 * next line's first word had no room on it.
 */
function isWrapped(blocks: readonly Block[], index: number): boolean {
  const [upper, lower] = [blocks[index], blocks[index + 1]];
  const [box, below] = [upper?.place.bbox ?? null, lower?.place.bbox ?? null];
  if (lower?.kind !== "line" || lower.gapBefore || box === null || below === null) return false;
  const [height, other] = [box[3] - box[1], below[3] - below[1]];
  if (Math.abs(height - other) > SAME_HEIGHT * height || upper?.place.page !== lower.place.page) return false;
  const word = ((below[2] - below[0]) * lower.text.search(/\s|$/)) / Math.max(1, lower.text.length);
  const right = rightEdgeAround(blocks, index);
  return box[2] <= right && box[2] + SPACE * height + word > right;
}

/** Most blocks before and after a title that show how wide the text of its page is. */
const REACH = 60;

/** The right edge of a page's text beside the two lines that begin at a block. */
function rightEdgeAround(blocks: readonly Block[], index: number): number {
  const page = blocks[index]?.place.page;
  let right = 0;
  for (let at = Math.max(0, index - REACH); at < Math.min(blocks.length, index + REACH); at += 1) {
    const place = blocks[at]?.place;
    if (at !== index && at !== index + 1 && place?.page === page) right = Math.max(right, place?.bbox?.[2] ?? 0);
  }
  return right;
}
