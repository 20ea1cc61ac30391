/**
 * Titles of papers after a report. In: a document's blocks and the index of a page's first line. Out: whether it opens an
 * account of a meeting, or is a title in larger type than the lines above it.
 */
import type { Block } from "../../model/block.js";
import { isNamed, isTitleLike } from "../header/plan-title.js";
import { plainLineAt } from "../plain-lines.js";
import { opensMeeting } from "./minutes.js";

/** A line is in larger type from this multiple of the usual height of lines. */
const LARGER = 1.15;
/** Lines before a title whose heights show which is usual. */
const FEWEST_LINES = 6;
const MOST_LINES = 60;

export function isPaperTitle(blocks: readonly Block[], index: number): boolean {
  const line = plainLineAt(blocks, index);
  if (line === null) return false;
  return opensMeeting(line) || (isTitleLike(line) && isNamed(line) && isInLargerType(blocks, index));
}

/** Whether a line is printed larger than the lines above it. */
function isInLargerType(blocks: readonly Block[], index: number): boolean {
  const heightAt = (at: number): number | null => {
    const block = blocks[at];
    const box = block?.kind === "line" ? block.place.bbox : null;
    return box === null ? null : box[3] - box[1];
  };
  const own = heightAt(index);
  const above: number[] = [];
  for (let at = index - 1; at >= 0 && above.length < MOST_LINES; at -= 1) {
    const height = heightAt(at);
    if (height !== null) above.push(height);
  }
  const usual = above.sort((a, b) => a - b)[above.length >> 1];
  return own !== null && usual !== undefined && above.length >= FEWEST_LINES && own >= LARGER * usual;
}
