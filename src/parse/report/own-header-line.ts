/**
 * Whether a line that is repeated on several pages belongs to a report's own header. In: the line, and the first line
 * with the same words. Out: yes for the first that names a plan or period, and for one above another theme or period
 * than the first, as in a file with several reports of one plan; no for any other, which is furniture.
 */
import type { Block } from "../../model/block.js";
import type { HeaderReader } from "../header/header-reader.js";
import { plainLineAt } from "../plain-lines.js";

/** Blocks after a header line within which the same header states its period. */
const HEADER_REACH = 8;
/** Lines below the period within which the theme may be named. */
const THEME_REACH = 12;

export function isOwnHeaderLine(blocks: readonly Block[], index: number, first: number, header: HeaderReader): boolean {
  const period = periodBelow(blocks, index, header);
  if (index === first) return period !== null || namesPlan(blocks, index, header);
  return period !== null && period !== periodBelow(blocks, first, header);
}

function namesPlan(blocks: readonly Block[], index: number, header: HeaderReader): boolean {
  const line = plainLineAt(blocks, index);
  return line !== null && (header.plan.dated(line) !== null || header.plan.undated(line) !== null);
}

function periodBelow(blocks: readonly Block[], index: number, header: HeaderReader): string | null {
  const line = plainLineAt(blocks, index);
  if (line === null || !(namesPlan(blocks, index, header) || header.period.read(line) !== null)) return null;
  let themeAbove: number | null | undefined;
  for (let at = index; at < blocks.length && at < index + HEADER_REACH; at += 1) {
    const below = plainLineAt(blocks, at);
    const stated = below === null ? undefined : header.period.read(below)?.fields;
    themeAbove ??= stated?.themeNumber;
    if (stated?.quarter === undefined) continue;
    const theme = themeAbove ?? themeBelow(blocks, at, header);
    return `${theme}/${stated.quarter}/${stated.publishedMonth}`;
  }
  return null;
}

/** The theme that a header names below its period: the status key may be between them. */
function themeBelow(blocks: readonly Block[], index: number, header: HeaderReader): number | null {
  for (let at = index + 1; at < blocks.length && at <= index + THEME_REACH; at += 1) {
    const below = plainLineAt(blocks, at);
    const theme = below === null ? undefined : header.period.read(below)?.fields.themeNumber;
    if (theme !== undefined) return theme;
  }
  return null;
}
