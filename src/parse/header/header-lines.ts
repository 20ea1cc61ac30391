/**
 * A head's lines without markup, and titles that go over two of them ("… POLICING PLAN" above "2016/2017"). In: blocks.
 * Out: their text as a reader sees it; null for table rows.
 */
import { hasIrregularSpaces } from "../../language/spaces.js";
import type { Block } from "../../model/block.js";
import type { HeadReader } from "./header.js";
import { isTitleLike, type PlanTitle } from "./plan-title.js";
import { holdsYear, yearsAlone } from "./years.js";

/** Longest line that is freed of its markup; longer ones are no head. */
const LONGEST = 2000;
/** A wrapped title's first line ends with one of these, or its second begins with one. */
const JOINS_AT_END = /(?:\b(?:and|of|for|the|to|in|with|on)|&|,|-)$/i;
/** Any sign that `unmarked` takes away; most lines have none. */
const MARKED = /[>#*_]|^[=~–—-]/;
const JOINS_AT_START = /^(?:and|of|for|to|in|with|on|&)\s/i;

/** A line without Markdown's signs for headings, bold type, quotes and rules, and with single spaces. */
export function unmarked(text: string): string {
  if (text.length > LONGEST || !(hasIrregularSpaces(text) || MARKED.test(text))) return text;
  const plain = text
    .replace(/\s+/g, " ")
    .replace(/^(?:>\s?)*(?:#{1,6} )?/, "")
    .replace(/ #{1,6}$/, "")
    .replace(/\*\*|__/g, "")
    .replace(/^([*_])(?=\S)(.*\S)\1$/, "$2")
    .trim();
  return /^[=_*~–—-]{3,}$/.test(plain) ? "" : plain;
}

const headLines = new WeakMap<readonly Block[], (string | null | undefined)[]>();

/** The line of block `index` without its markup, or null where that is no line. Kept, as many look at the same lines. */
export function headLineAt(blocks: readonly Block[], index: number): string | null {
  let lines = headLines.get(blocks);
  if (lines === undefined) {
    lines = new Array(blocks.length);
    headLines.set(blocks, lines);
  }
  let line = lines[index];
  if (line === undefined) {
    const block = blocks[index];
    line = block?.kind === "line" ? unmarked(block.text) : null;
    lines[index] = line;
  }
  return line;
}

/** A plan's title that begins at a block, and the number of blocks it takes. */
export interface FoundPlan extends PlanTitle {
  readonly length: number;
}

/** The plan that block `index` names, with the next line where the title or its years go on there. */
export function planAt(blocks: readonly Block[], index: number, head: HeadReader): FoundPlan | null {
  const line = headLineAt(blocks, index);
  if (line === null || line === "") return null;
  const whole = head.plan.dated(line);
  if (whole !== null) return { ...whole, length: 1 };
  if (!isTitleLike(line)) return null;
  const next = headLineAt(blocks, index + 1);
  // Neither line alone nor both together name a plan without a year.
  if (next === null || next === "" || !(holdsYear(line) || holdsYear(next))) return null;
  const years = yearsAlone(next);
  if (years !== null) {
    const title = head.plan.undated(line);
    return title === null ? null : { title, years, length: 2 };
  }
  const below = head.plan.dated(next);
  if (below === null && !JOINS_AT_END.test(line) && !JOINS_AT_START.test(next)) return null;
  // A title of one word ("Strategy 2015/2016") is the end of the line above.
  if (below?.title.includes(" ") === true && !JOINS_AT_END.test(line)) return null;
  const joined = head.plan.dated(`${line} ${next}`);
  return joined === null ? null : { ...joined, length: 2 };
}
