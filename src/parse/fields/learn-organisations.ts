/**
 * Learns the names that are alone in a report's column of organisations, before any of its rows is read. In: the report's
 * blocks and headings. Out: the names, in the context's organisations. Where no heading tells the column, or cells may have
 * moved, only codes in their usual place are learned.
 */
import { labelOf } from "../../language/labels.js";
import type { RowBlock } from "../../model/block.js";
import type { Context } from "../context.js";
import type { OrganisationCell } from "../organisation.js";
import type { Roles } from "../table-heading.js";

/** Characters of a cell of codes, at most. */
const LONGEST_CODES = 40;
/** The column of codes where no heading tells it: the second. */
const USUAL_COLUMN = 1;

export function learnOrganisations({ blocks, headings, organisations }: Context, from: number, to: number): void {
  let table: Roles | null = null;
  const names: OrganisationCell[] = [];
  const codes: OrganisationCell[] = [];
  for (let index = from; index < to; index += 1) {
    const block = blocks[index];
    const heading = headings.get(index);
    if (heading !== undefined) {
      table = heading.roles;
      index += heading.length - 1;
    } else if (block?.kind === "row") {
      if (table !== null && block.borders !== "loose" && block.cells.length === table.length)
        addName(names, block, table);
      else codes.push(...codesIn(block, table));
    }
  }
  organisations.learnColumn([...names, ...codes.filter(({ text }) => organisations.isCodes(text))]);
}

function addName(names: OrganisationCell[], block: RowBlock, roles: Roles): void {
  const cell = block.cells[roles.indexOf("organisation")];
  if (cell === undefined || cell.text.trim() === "") return;
  const above = continuesAbove(block, roles) ? names.pop() : undefined;
  names.push(above === undefined ? cell : { text: `${above.text}\n${cell.text}` });
}

function codesIn({ cells }: RowBlock, table: Roles | null): OrganisationCell[] {
  const first = cells[0]?.text ?? "";
  if (cells.length < 3 || (first !== "" && labelOf(first) === null)) return [];
  const cell = cells[table === null ? USUAL_COLUMN : table.indexOf("organisation")];
  return cell === undefined || cell.text.trim() === "" || cell.text.length > LONGEST_CODES ? [] : [cell];
}

/** Whether a row has neither number nor status in a table of these: its cells may be the lower lines of the ones above. */
function continuesAbove({ cells }: RowBlock, roles: Roles): boolean {
  const own = roles.flatMap((role, at) => (role === "number" || role === "status" ? [cells[at]?.text ?? ""] : []));
  return own.length > 0 && own.every((text) => text.trim() === "");
}
