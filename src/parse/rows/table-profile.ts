/**
 * What one table's rows have in common, read once before its rows are: which status column counts, and whether titles begin
 * with their numbers. In: the table's columns and rows. Out: what the reading of each row goes by.
 */
import { ragOfColour } from "../../language/colours.js";
import { repairedLabels } from "../../language/misread-labels.js";
import { countInLetters, labelForm, splitLabel } from "../../language/row-labels.js";
import type { RowBlock } from "../../model/block.js";
import type { ColumnRole } from "../../schema/profile.js";
import type { Column } from "../columns/column.js";
import type { StatusChoice } from "../columns/status-column.js";
import type { HeadingGrammar } from "../update-heading.js";
import { shadeOf } from "./row-shade.js";
import { holdUpdates } from "./title-updates.js";

export interface TableProfile {
  readonly columns: readonly Column[];
  readonly status: StatusChoice;
  /** Whether each title begins with the row's label. */
  readonly labelsInTitles: boolean;
  /** Whether the first row that is seen of a number's column holds it: rows without one share it or continue. */
  readonly isNumbered: boolean;
  /** Whether single letters are the rows' labels. */
  readonly countsInLetters: boolean;
  /** Labels that recognition has misread, as they must be; null where that is not known. */
  readonly repairedLabels: ReadonlyMap<RowBlock, string | null>;
  /** Whether each row's shade says how it stands, as no column does. */
  readonly paintsRows: boolean;
  /** Whether the column of titles has the updates below them. */
  readonly updatesInTitles: boolean;
  readonly hasRole: (role: ColumnRole) => boolean;
}

const FEWEST = 2;
/** Titles that may lack a label of a list whose titles have them, as a share. */
const MISSING = 0.1;

export function tableProfile(
  columns: readonly Column[],
  rows: readonly RowBlock[],
  status: StatusChoice,
  hasCounts: boolean,
  update: HeadingGrammar,
): TableProfile {
  const roles = new Set(columns.map(({ role }) => role));
  return {
    columns,
    status,
    labelsInTitles: !roles.has("number") && titlesAreLabelled(columns, rows),
    isNumbered: roles.has("number"),
    countsInLetters: areLettered(columns, rows),
    repairedLabels: labelRepairs(columns, rows),
    paintsRows: !roles.has("status") && areShaded(rows, hasCounts),
    updatesInTitles: !roles.has("update") && titlesHoldUpdates(columns, rows, update),
    hasRole: (role) => roles.has(role),
  };
}

/** Whether titles begin with different labels of few forms: "700 MHz Clearance" alone is a name. */
function titlesAreLabelled(columns: readonly Column[], rows: readonly RowBlock[]): boolean {
  const at = columns.findIndex(({ role }) => role === "title");
  const titles = rows.map(({ cells }) => cells[at]?.text.trim() ?? "").filter((text) => text !== "");
  const labels = titles.flatMap((title) => splitLabel(title)?.label ?? []);
  if (labels.length < FEWEST || labels.length < titles.length * (1 - MISSING)) return false;
  const forms = new Set(labels.map((label) => labelForm(label).replace(/a$/, "")));
  if (new Set(labels).size < labels.length || forms.size > Math.max(1, labels.length / 3)) return false;
  // Codes of several parts are no names' numbers, in whatever order they come.
  return labels.every((label) => /\p{L}|\d\D+\d/u.test(label)) || ascends(labels);
}

/** Only what was recognised from a picture is repaired. */
function labelRepairs(columns: readonly Column[], rows: readonly RowBlock[]): ReadonlyMap<RowBlock, string | null> {
  const at = columns.findIndex(({ role }) => role === "number");
  const recognised = rows.filter(({ cells }) => cells[at]?.confidence !== undefined);
  const repaired = repairedLabels(recognised.map(({ cells }) => cells[at]?.text.trim() ?? ""));
  return new Map(
    [...repaired].flatMap(([index, label]) => {
      const row = recognised[index];
      return row === undefined ? [] : [[row, label] as const];
    }),
  );
}

function titlesHoldUpdates(columns: readonly Column[], rows: readonly RowBlock[], update: HeadingGrammar): boolean {
  const at = columns.findIndex(({ role }) => role === "title");
  return holdUpdates(
    rows.flatMap(({ cells }) => cells[at] ?? []),
    update,
  );
}

function areLettered(columns: readonly Column[], rows: readonly RowBlock[]): boolean {
  const at = columns.findIndex(({ role }) => role === "number");
  return at >= 0 && countInLetters(rows.map(({ cells }) => cells[at]?.text.trim() ?? ""));
}

/** Whether each label comes after the one before it, as far as their figures tell. */
function ascends(labels: readonly string[]): boolean {
  const figures = labels.map((label) => (label.match(/\d+/g) ?? []).map(Number));
  const steps = figures.slice(1).filter((now, at) => {
    const before = figures[at] ?? [];
    for (let index = 0; index < Math.min(now.length, before.length); index += 1)
      if (now[index] !== before[index]) return (now[index] ?? 0) > (before[index] ?? 0);
    return true;
  });
  return steps.length >= (figures.length - 1) * 0.75;
}

/** Different shades that say that rows are shaded by status, where the report does not count its statuses. */
const SHADES = 3;

/** Whether rows are shaded in colours of statuses: two colours may be a pattern, unless the report counts its statuses. */
export function areShaded(rows: readonly Pick<RowBlock, "cells">[], hasCounts: boolean): boolean {
  const shades = rows.flatMap((row) => shadeOf(row) ?? []);
  const different = new Set(shades.map(ragOfColour)).size;
  return shades.length * 2 > rows.length && different >= (hasCounts ? 2 : SHADES);
}
