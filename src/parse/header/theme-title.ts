/**
 * A theme's title: after its number ("THEME 2: HELPING VICTIMS") or on the next line, and on two lines where it wraps. In:
 * the line with the number. Out: the title and the blocks that hold it; null where none is printed.
 */
import type { Context } from "../context.js";
import { plainLineAt } from "../plain-lines.js";
import { isNamed, isTitleLike } from "./plan-title.js";

/** Words that one line of a theme's title has at most. */
const LONGEST_LINE = 12;
const ENDS_OPEN = /\b(?:and|of|for|the|to|in|with|on)$|[&,]$/i;

export interface ThemeTitle {
  readonly text: string;
  readonly pieces: readonly { readonly block: number; readonly text: string }[];
}

/** Reads the title of the theme that block `index` numbers; `printed` is the title after the number, if any. */
export function themeTitle(
  context: Context,
  index: number,
  printed: string | null,
  bodyFrom: number,
): ThemeTitle | null {
  const { blocks } = context;
  const line = plainLineAt(blocks, index) ?? "";
  const below = index + 1 < bodyFrom ? plainLineAt(blocks, index + 1) : null;
  const next = below !== null && isTitlePart(context, below) ? below : null;
  const pieces = printed === null ? [] : [{ block: index, text: printed }];
  if (next !== null && nextLineContinuesTitle(context, index, line, printed, next, bodyFrom))
    pieces.push({ block: index + 1, text: next });
  return pieces.length === 0 ? null : { text: pieces.map((piece) => piece.text).join(" "), pieces };
}

function nextLineContinuesTitle(
  context: Context,
  index: number,
  line: string,
  printed: string | null,
  next: string,
  bodyFrom: number,
): boolean {
  const gap = context.blocks[index + 1]?.gapBefore === true;
  if (printed === null) return /[:–—-]\s*$/.test(line) || (!gap && /\d\s*$/.test(line));
  // A title with a period after it on its line has ended there.
  if (!line.endsWith(printed)) return false;
  if (ENDS_OPEN.test(printed)) return true;
  const after = context.blocks[index + 2];
  const isLast = index + 2 >= bodyFrom || after?.gapBefore === true || after?.kind === "row";
  return !gap && isLast && sameCase(printed, next);
}

function isTitlePart(context: Context, line: string): boolean {
  if (line === "" || !isTitleLike(line) || line.split(" ").length > LONGEST_LINE || /\d/.test(line)) return false;
  const { header } = context;
  return (
    isNamed(line) &&
    header.version(line) === null &&
    header.plan.dated(line) === null &&
    header.rating.rating(line) === null &&
    context.column(line) === null &&
    context.status.readLabel(line) === null &&
    !/\bkey\b|\bsummary\b/i.test(line)
  );
}

const sameCase = (a: string, b: string): boolean => (a === a.toUpperCase()) === (b === b.toUpperCase());
