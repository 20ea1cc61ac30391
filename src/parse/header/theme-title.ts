/**
 * A theme's title: behind its number ("THEME 2: HELPING VICTIMS") or on the next line, and over two lines where it wraps.
 * In: the line with the number. Out: the title and where it stands; null where none is printed.
 */
import type { Context } from "../context.js";
import { plainLineAt } from "../plain-lines.js";
import { isNamed, isTitleLike } from "./plan-title.js";

/** A theme's title is a title: at most this many words in one line. */
const LONGEST_THEME = 12;
const ENDS_OPEN = /\b(?:and|of|for|the|to|in|with|on)$|[&,]$/i;

export interface ThemeTitle {
  readonly text: string;
  readonly pieces: readonly { readonly block: number; readonly text: string }[];
}

/** Reads the title of the theme that block `index` numbers; `printed` is what stands behind the number. */
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
  // Behind a title that a period follows on its line, the next line is no part of it.
  if (!line.endsWith(printed)) return false;
  if (ENDS_OPEN.test(printed)) return true;
  const behind = context.blocks[index + 2];
  const last = index + 2 >= bodyFrom || behind?.gapBefore === true || behind?.kind === "row";
  return !gap && last && sameCase(printed, next);
}

function isTitlePart(context: Context, line: string): boolean {
  if (line === "" || !isTitleLike(line) || line.split(" ").length > LONGEST_THEME || /\d/.test(line)) return false;
  const { header: head } = context;
  return (
    isNamed(line) &&
    head.version(line) === null &&
    head.plan.dated(line) === null &&
    head.rating.rating(line) === null &&
    context.column(line) === null &&
    context.status.readLabel(line) === null &&
    !/\bkey\b|\bsummary\b/i.test(line)
  );
}

const sameCase = (a: string, b: string): boolean => (a === a.toUpperCase()) === (b === b.toUpperCase());
