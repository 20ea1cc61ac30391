/**
 * Numbers that were not printed, from their neighbours, and rows whose head was lost while their update stayed. Only
 * where the neighbours leave one answer: what they leave open stays null.
 */
import { compareDates } from "../language/dates.js";
import { plainNumber } from "../language/labels.js";
import { coverPlaces } from "../model/place.js";
import type { PrintedRow } from "../model/printed.js";

/** Gives unnumbered rows the numbers that are missing between the numbered ones around them. */
export function inferNumbers(rows: readonly PrintedRow[]): void {
  for (let index = 0; index < rows.length; index += 1) {
    if (rows[index]?.number !== null) continue;
    let end = index;
    while (end < rows.length && rows[end]?.number === null) end += 1;
    const before = index === 0 ? 0 : plainNumber(rows[index - 1]?.number ?? null);
    const after = end === rows.length ? null : plainNumber(rows[end]?.number ?? null);
    const count = end - index;
    const sure = before !== null && (end === rows.length ? index > 0 : after !== null && after - before - 1 === count);
    for (let at = index; at < end; at += 1) {
      const row = rows[at];
      if (row === undefined) continue;
      row.reasons.push(sure ? "number-inferred" : "number-unreadable");
      if (!sure || before === null) continue;
      row.number = String(before + 1 + at - index);
      row.numberSource = "inferred";
    }
    index = end;
  }
}

/** Whether just the number behind a row's own is missing. */
function missesNext(rows: readonly PrintedRow[], index: number): boolean {
  const here = plainNumber(rows[index]?.number ?? null);
  return here !== null && plainNumber(rows[index + 1]?.number ?? null) === here + 2;
}

/** 1 where a report prints its oldest update first, -1 where the latest, 0 where it cannot be told. */
function dateOrder(rows: readonly PrintedRow[]): number {
  let sum = 0;
  for (const [index, row] of rows.entries()) {
    // A row before a missing number may hold two rows' updates: it says nothing of the order.
    if (missesNext(rows, index)) continue;
    const dates = row.updates.flatMap((update) => (update.date === null ? [] : [update.date]));
    for (let index = 1; index < dates.length; index += 1)
      sum += compareDates(dates[index] ?? "", dates[index - 1] ?? "");
  }
  return Math.sign(sum);
}

/**
 * Splits a row before a missing number where its dated blocks start anew: 3 (December, October, then December again)
 * before 5 holds the updates of 4, whose head was lost.
 */
export function splitLostHeads(rows: readonly PrintedRow[]): PrintedRow[] {
  const order = dateOrder(rows);
  if (order === 0) return [...rows];
  return rows.flatMap((row, index) => {
    const here = plainNumber(row.number);
    if (here === null || !missesNext(rows, index)) return [row];
    const breaks: number[] = [];
    let last: string | null = null;
    row.updates.forEach((update, at) => {
      if (update.date === null) return;
      if (last !== null && compareDates(update.date, last) === -order) breaks.push(at);
      last = update.date;
    });
    const at = breaks[0];
    const first = at === undefined ? undefined : row.updates[at];
    if (breaks.length !== 1 || at === undefined || first === undefined) return [row];
    const updates = row.updates.slice(at);
    const lost: PrintedRow = {
      number: String(here + 1),
      numberSource: "inferred",
      organisations: [],
      organisationsRaw: null,
      title: null,
      rag: null,
      ragRaw: null,
      ragSource: null,
      ragColour: null,
      updates,
      reasons: ["head-lost", "number-inferred"],
      repairs: [],
      place: updates.map((update) => update.place).reduce(coverPlaces, first.place),
    };
    return [{ ...row, updates: row.updates.slice(0, at) }, lost];
  });
}
