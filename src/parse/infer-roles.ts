/**
 * What an unknown column holds, from its cells: a column of codes names organisations, a column of statuses states
 * them. In: the rows under a heading. Out: the heading's roles with those gaps filled that the cells leave no doubt of.
 */
import type { Block } from "../model/block.js";
import type { ColumnRole } from "../schema/profile.js";
import type { StatusReader } from "./status.js";
import { type Roles, wantsTitle } from "./table-heading.js";

/** Rows looked at, and the fewest filled cells and the share of them that decide a column. */
const ROWS = 24;
const FEWEST_CELLS = 3;
const SHARE = 0.75;
/** Words of a title, and titles that make a column of them. */
const TITLE_WORDS = 2;
const FEWEST_TITLES = 2;
/** A code of two to eight capitals, several of them parted by the usual marks. */
const CODES = /^[A-Z][A-Z0-9]{1,7}(?:\s*(?:[/&,;+]|\band\b)\s*[A-Z][A-Z0-9]{1,7})*$/;

export function inferRoles(roles: Roles, blocks: readonly Block[], from: number, status: StatusReader): Roles {
  if (!roles.includes(null) || !(roles.includes("title") || wantsTitle(roles))) return roles;
  const rows: string[][] = [];
  for (let index = from; index < blocks.length && index < from + ROWS * 6 && rows.length < ROWS; index += 1) {
    const block = blocks[index];
    if (block?.kind === "row" && block.cells.length >= 3) rows.push(block.cells.map((cell) => cell.text));
  }
  const out: (ColumnRole | null)[] = [...roles];
  const title = wantsTitle(roles) ? wordiest(roles, rows) : null;
  if (title !== null) out[title] = "title";
  roles.forEach((role, column) => {
    if (role !== null || column === title) return;
    const filled = rows.map((row) => row[column] ?? "").filter((cell) => cell !== "");
    const share = (fits: (cell: string) => boolean): number => filled.filter(fits).length / filled.length;
    if (filled.length < FEWEST_CELLS) return;
    if (!out.includes("status") && share((cell) => status.read(cell) !== null) >= SHARE) out[column] = "status";
    else if (!out.includes("organisation") && share((cell) => CODES.test(cell) && status.read(cell) === null) >= SHARE)
      out[column] = "organisation";
  });
  return out;
}

/** The first unknown column whose cells are mostly of several words, or null. */
function wordiest(roles: Roles, rows: readonly (readonly string[])[]): number | null {
  const column = roles.findIndex((role, at) => {
    const filled = rows.map((row) => row[at] ?? "").filter((cell) => cell !== "");
    const worded = filled.filter((cell) => (cell.match(/\p{L}{2,}/gu)?.length ?? 0) >= TITLE_WORDS);
    return role === null && filled.length >= FEWEST_TITLES && worded.length >= filled.length * SHARE;
  });
  return column < 0 ? null : column;
}
