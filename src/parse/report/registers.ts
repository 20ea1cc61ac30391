/**
 * Tables with statuses that list no deliverables: registers of risks, and figures compared with targets or budgets. In:
 * a row of column headings and the rows under it. Out: whether it is such a table.
 */
import { plainForm } from "../../language/words.js";
import type { Block } from "../../model/block.js";
import type { Profile } from "../../schema/profile.js";
import type { Context } from "../context.js";
import type { FoundHeading, Roles } from "../table-heading.js";

/** Rows that are read, and the share of a column's filled cells that must be figures. */
const ROWS = 12;
const FEWEST_CELLS = 2;
const SHARE = 0.75;
/** Columns of figures from which on it is a table of figures. */
const FEWEST_MEASURED = 2;
/** An amount, a share or a change; a year is a date. */
const FIGURE = /^(?!(?:19|20)\d\d$)[£$€+–-]{0,2}\s?\d[\d.,]*\s?(?:%|k|m|bn)?$/i;

const LISTED = ["organisation", "update"] as const;
/** A column of what a figure is to be, or is. */
const MEASURE = /\b(?:target|actual|achieved|outturn)\b/i;

/** Whether a table lists risks or the like: the heading of its first column after the numbers says so. */
export function isRegister(block: Block | undefined, roles: Roles, profile: Profile): boolean {
  if (block?.kind !== "row") return false;
  const subject = block.cells.find((cell, at) => roles[at] !== "number" && cell.text !== "");
  const plain = ` ${plainForm(subject?.text ?? "")} `;
  return profile.registers.some((word) => plain.includes(` ${word} `));
}

/**
 * Whether a table has several columns of figures that no heading explains, or that are targets and what came of them: it
 * measures, and lists no deliverables.
 */
export function isTableOfFigures({ blocks, column }: Context, index: number, { roles, length }: FoundHeading): boolean {
  const heading = blocks[index];
  const rows: string[][] = [];
  for (let at = index + length; at < blocks.length && rows.length < ROWS; at += 1) {
    const block = blocks[at];
    if (block?.kind !== "row") break;
    rows.push(block.cells.map((cell) => cell.text));
  }
  const texts = roles.map((_, at) => (heading?.kind === "row" ? (heading.cells[at]?.text ?? "") : ""));
  // A list of projects has budgets too, beside who leads them and how they go.
  if (LISTED.every((role) => roles.includes(role)) && !texts.some((text) => MEASURE.test(text))) return false;
  const measured = roles.filter((role, at) => {
    const text = texts[at] ?? "";
    if ((role !== null && role !== "other") || (column(text) !== null && !MEASURE.test(text))) return false;
    const filled = rows.map((row) => row[at] ?? "").filter((cell) => cell !== "");
    return filled.length >= FEWEST_CELLS && filled.filter((cell) => FIGURE.test(cell)).length >= filled.length * SHARE;
  });
  return measured.length >= FEWEST_MEASURED;
}

/** Whether the blocks hold tables with column headings, and all of them are registers. */
export function onlyRegisters({ blocks, headings, profile }: Context, from: number, to: number): boolean {
  let found = false;
  for (let index = from; index < to; index += 1) {
    const heading = headings.get(index);
    if (heading === undefined) continue;
    if (!isRegister(blocks[index], heading.roles, profile)) return false;
    found = true;
  }
  return found;
}
