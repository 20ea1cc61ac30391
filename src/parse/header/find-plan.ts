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
  const below = header.plan.dated(next);
  if (below === null && !JOINS_AT_END.test(line) && !JOINS_AT_START.test(next)) return null;
  // A title of one word ("Strategy 2015/2016") is the end of the line above.
  if (below?.title.includes(" ") === true && !JOINS_AT_END.test(line)) return null;
  const joined = header.plan.dated(`${line} ${next}`);
  return joined === null ? null : { ...joined, length: 2 };
}
