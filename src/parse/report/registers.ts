/**
 * Tables with statuses that list no deliverables: registers of risks, and figures held against targets or budgets. In:
 * a head row and the rows under it. Out: whether it is one.
 */
import { plainForm } from "../../language/words.js";
import type { Block } from "../../model/block.js";
import type { Profile } from "../../schema/profile.js";
import type { Context } from "../context.js";
import type { Roles } from "../table-heading.js";

/** Rows looked at, and the share of a column's cells that makes it one of figures. */
const ROWS = 12;
const FEWEST_CELLS = 2;
const SHARE = 0.75;
/** Columns of figures from which on a table measures. */
const FEWEST_MEASURED = 2;
/** An amount, a share or a change; a year is a date. */
const FIGURE = /^(?!(?:19|20)\d\d$)[£$€+–-]{0,2}\s?\d[\d.,]*\s?(?:%|k|m|bn)?$/i;

/** Whether the table headed at a block lists risks or the like: its first column behind the numbers is named so. */
export function isRegister(block: Block | undefined, roles: Roles, profile: Profile): boolean {
  if (block?.kind !== "row") return false;
  const subject = block.cells.find((cell, at) => roles[at] !== "number" && cell.text !== "");
  const plain = ` ${plainForm(subject?.text ?? "")} `;
  return profile.registers.some((word) => plain.includes(` ${word} `));
}

/** Whether a table has several unknown columns of figures: amounts or measures, and not what is to be done. */
export function isMeasured(blocks: readonly Block[], index: number, roles: Roles): boolean {
  const rows: string[][] = [];
  for (let at = index + 1; at < blocks.length && rows.length < ROWS; at += 1) {
    const block = blocks[at];
    if (block?.kind !== "row") break;
    rows.push(block.cells.map((cell) => cell.text));
  }
  const measured = roles.filter((role, column) => {
    if (role !== null) return false;
    const filled = rows.map((row) => row[column] ?? "").filter((cell) => cell !== "");
    return filled.length >= FEWEST_CELLS && filled.filter((cell) => FIGURE.test(cell)).length >= filled.length * SHARE;
  });
  return measured.length >= FEWEST_MEASURED;
}

/** Whether the blocks head tables, and all of them are registers. */
export function isAllRegisters({ blocks, headings, profile }: Context, from: number, to: number): boolean {
  let found = false;
  for (let index = from; index < to; index += 1) {
    const heading = headings.get(index);
    if (heading === undefined) continue;
    if (!isRegister(blocks[index], heading.roles, profile)) return false;
    found = true;
  }
  return found;
}
