/**
 * The head row of a table: cells to the roles of its columns. A heading cut by a cell border ("Organisa | tion Specific
 * deliverables") is put together first.
 */
import type { HeadingReader } from "../language/headings.js";
import { onOneLine } from "../language/spaces.js";
import type { ColumnRole } from "../schema/profile.js";
import type { Column } from "./columns/column.js";

export type Roles = readonly ColumnRole[];

/** A head as found among a document's blocks. */
export interface FoundHeading {
  readonly roles: Roles;
  /** Blocks it takes. */
  readonly length: number;
  /** Every printed column. */
  readonly columns: readonly Column[];
  /** Whether no heading says what the titles are: many a table has numbers, words and colours. */
  readonly isUnnamed: boolean;
  /** Whether the cells of a status column are statuses. */
  readonly hasStatuses: boolean;
}

/** The headings as printed, and as they may have been before a border cut one or one ran over its cell. */
export function headingVariants(cells: readonly string[], role: HeadingReader): readonly (readonly string[])[] {
  if (!rolesOf(cells, role).includes(null)) return [cells];
  const variants = [cells, joinCut(cells, role), splitGlued(cells, role)];
  const named = variants.map((each) => new Set(rolesOf(each, role).filter((found) => found !== null)).size);
  return variants.filter((_, at) => at === 0 || (named[at] ?? 0) > (named[0] ?? 0));
}

/** Splits a heading that ran over its cell into the next one's: "OrganisationMilestone" beside an empty cell. */
function splitGlued(cells: readonly string[], role: HeadingReader): string[] {
  const out = [...cells];
  for (let index = 0; index + 1 < out.length; index += 1) {
    const glued = out[index] ?? "";
    if (glued === "" || out[index + 1] !== "") continue;
    for (const match of glued.matchAll(/(?<=[\p{Ll}.\p{Lu}])(?=\p{Lu}\p{Ll})/gu)) {
      const [left, right] = [glued.slice(0, match.index), glued.slice(match.index)];
      if (role(left) === null || role(right) === null || role(left) === role(right)) continue;
      out[index] = left;
      out[index + 1] = right;
      break;
    }
  }
  return out;
}

function rolesOf(cells: readonly string[], role: HeadingReader): (ColumnRole | null)[] {
  const roles = cells.map((cell) => role(onOneLine(cell)));
  // After statuses or updates a second column of actions is of others: of those to come.
  const title = roles.indexOf("title");
  const after = roles.findIndex((found, at) => at > title && (found === "status" || found === "update"));
  return title < 0 || after < 0 ? roles : roles.map((found, at) => (at > after && found === "title" ? "other" : found));
}

/** Moves the first word of a cell back to the heading it was cut from, wherever that makes the heading known. */
function joinCut(cells: readonly string[], role: HeadingReader): string[] {
  const out = [...cells];
  for (let index = 0; index + 1 < out.length; index += 1) {
    const [left, right] = [out[index] ?? "", out[index + 1] ?? ""];
    if (left === "" || right === "" || role(left) !== null) continue;
    const [, first, rest] = /^(\S+)\s*(.*)$/s.exec(right) ?? [];
    if (first === undefined || role(left + first) === null) continue;
    out[index] = left + first;
    out[index + 1] = rest ?? "";
  }
  return out;
}
