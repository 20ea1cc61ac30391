/**
 * Where tables of deliverables begin: head rows, and in text taken out cell by cell, heads whose cells stand on lines
 * of their own or all on one. In: a document's blocks. Out: the roles of the columns, by the block they begin at.
 */
import { type HeadingReader, headingReader, knownHeadings } from "../language/headings.js";
import { isLabel } from "../language/labels.js";
import { plainForm } from "../language/words.js";
import type { Block } from "../model/block.js";
import type { Profile } from "../schema/profile.js";
import { linesHeading } from "./heading-line.js";
import { runHeading } from "./heading-run.js";
import { LONGEST_LINE } from "./heading-text.js";
import { inferRoles } from "./infer-roles.js";
import type { StatusReader } from "./status.js";
import { type FoundHeading, type Roles, readTableHeading, wantsTitle } from "./table-heading.js";

export function findHeadings(
  blocks: readonly Block[],
  profile: Profile,
  status: StatusReader,
): Map<number, FoundHeading> {
  const role = headingReader(profile);
  const known = knownHeadings(profile);
  const found = new Map<number, FoundHeading>();
  const lines = new Map<string, readonly string[]>();
  const rolesOfHead = new Map<string, Roles>();
  const unnamed: number[] = [];
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index];
    if (block === undefined) break;
    const heading =
      block.kind === "row"
        ? rowHeading(
            block.cells.map((cell) => cell.text),
            role,
          )
        : (runHeading(blocks, index, role, lines, status) ?? linesHeading(blocks, index, role, known));
    if (heading === null) continue;
    if (
      heading.roles[0] !== "number" &&
      !headsDeliverables(heading.roles) &&
      isKey(blocks[index + heading.length], status)
    )
      continue;
    // A head that comes again means what it meant, though fewer rows under it say so.
    const text = block.kind === "row" ? block.cells.map((cell) => plainForm(cell.text)).join("|") : null;
    const before = text === null ? undefined : rolesOfHead.get(text);
    const roles =
      before ?? (block.kind === "row" ? inferRoles(heading.roles, blocks, index + 1, status) : heading.roles);
    if (wantsTitle(roles)) continue;
    if (text !== null) rolesOfHead.set(text, roles);
    const isUnnamed = wantsTitle(heading.roles);
    found.set(index, { ...heading, roles, isUnnamed });
    if (isUnnamed) unnamed.push(index);
    index += heading.length - 1;
  }
  // Beside tables whose titles are headed as such, those of another name are another paper's: risks, indicators.
  if (unnamed.length < found.size) for (const index of unnamed) found.delete(index);
  return found;
}

function rowHeading(cells: readonly string[], role: HeadingReader): FoundHeading | null {
  // Most rows are a deliverable's: they begin with its label, or hold a text no heading is as long as.
  if (isLabel(cells[0] ?? "") || cells.some((cell) => cell.length > LONGEST_LINE)) return null;
  const roles = readTableHeading(cells, role);
  return roles === null ? null : { roles, length: 1 };
}

/** Number, title and who is to deliver it, or updates behind both: no key has these, whatever its first column is. */
function headsDeliverables(roles: Roles): boolean {
  const [number, title, update] = [roles.indexOf("number"), roles.indexOf("title"), roles.indexOf("update")];
  return number >= 0 && title >= 0 && (roles.includes("organisation") || (number < title && title < update));
}

/** "Status | Description | Number" heads a key, not deliverables, when a status stands under it. */
function isKey(next: Block | undefined, status: StatusReader): boolean {
  if (next === undefined) return false;
  const first =
    next.kind === "row"
      ? (next.cells.find((cell) => cell.text !== "")?.text ?? "")
      : (next.text.split(/\s{2,}/)[0] ?? "");
  return status.readLabel(first) !== null;
}
