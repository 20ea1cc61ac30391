/**
 * Numbers that were not printed, from their neighbours, and rows whose head was lost while their update stayed. Only
 * where the neighbours leave one answer: what they leave open stays null.
 */
import { compareDates } from "../language/dates.js";
import { plainNumber } from "../language/labels.js";
import { coverPlaces } from "../model/place.js";
import type { PrintedRow } from "../model/printed.js";

/** Numbers missing between two rows, at most, that are looked into. */
const WIDEST_GAP = 20;

/**
 * Numbers the unnumbered rows between two numbered ones, where they are as many as numbers are missing. Where they are
 * fewer, updates that start anew may be those of a lost head: 3 (December, October, then December again) before 5 holds
 * the updates of 4.
 */
export function completeNumbers(rows: readonly PrintedRow[]): PrintedRow[] {
  // Where one number stands for several rows, a number that is missing is told by no neighbour.
  if (rows.some((row) => row.reasons.includes("number-shared"))) {
    for (const row of rows) if (row.number === null) row.reasons.push("number-unreadable");
    return [...rows];
  }
  const order = dateOrder(rows);
  const continues = !isCrowded(rows);
  const out: PrintedRow[] = [];
  for (let index = 0; index < rows.length; ) {
    const row = rows[index];
    if (row === undefined) break;
    const from = row.number === null ? index : index + 1;
    let to = from;
    while (to < rows.length && rows[to]?.number === null) to += 1;
    const before = row.number === null ? null : row;
    out.push(...completeGap(before, rows.slice(from, to), rows[to] ?? null, order, continues));
    index = to;
  }
  return out;
}

/** Whether more rows stand between two numbered ones than numbers are missing there: not each row has a number. */
function isCrowded(rows: readonly PrintedRow[]): boolean {
  let last = { at: -1, number: 0 };
  return rows.some((row, at) => {
    const number = plainNumber(row.number);
    if (number === null) return false;
    const [missing, between] = [number - last.number - 1, at - last.at - 1];
    last = { at, number };
    return between > 0 && missing >= 0 && between > missing;
  });
}

/** @param continues whether rows after the last number may be numbered from it */
function completeGap(
  before: PrintedRow | null,
  unnumbered: readonly PrintedRow[],
  after: PrintedRow | null,
  order: number,
  continues: boolean,
): PrintedRow[] {
  const own = before === null ? [] : [before];
  const low = before === null ? 0 : plainNumber(before.number);
  const high = after === null ? null : plainNumber(after.number);
  const missing = low === null || high === null ? null : high - low - 1;
  if (missing !== null && missing > unnumbered.length && missing <= WIDEST_GAP && order !== 0) {
    const split = [...own, ...unnumbered].flatMap((row) => splitAtBreaks(row, order));
    if (split.length === own.length + missing) return numberFrom(split, own.length, low ?? 0);
  }
  // At the list's end nothing says how many should follow: rows continue from the last number.
  const sure =
    low !== null && (missing === null ? continues && after === null && before !== null : missing === unnumbered.length);
  if (sure) return numberFrom([...own, ...unnumbered], own.length, low);
  for (const row of unnumbered) row.reasons.push("number-unreadable");
  return [...own, ...unnumbered];
}

function numberFrom(rows: readonly PrintedRow[], first: number, low: number): PrintedRow[] {
  rows.slice(first).forEach((row, at) => {
    row.number = String(low + 1 + at);
    row.numberSource = "inferred";
    row.reasons.push("number-inferred");
  });
  return [...rows];
}

/** Whether numbers are missing right after a row, so that it may hold more than its own updates. */
function mayHoldMore(rows: readonly PrintedRow[], index: number): boolean {
  const here = plainNumber(rows[index]?.number ?? null);
  const next = rows[index + 1];
  return here === null || (next !== undefined && plainNumber(next.number) !== here + 1);
}

/** 1 where a report prints its oldest update first, -1 where the latest, 0 where it cannot be told. */
function dateOrder(rows: readonly PrintedRow[]): number {
  let sum = 0;
  for (const [index, row] of rows.entries()) {
    if (mayHoldMore(rows, index)) continue;
    const dates = row.updates.flatMap((update) => (update.date === null ? [] : [update.date]));
    for (let at = 1; at < dates.length; at += 1) sum += compareDates(dates[at] ?? "", dates[at - 1] ?? "");
  }
  return Math.sign(sum);
}

/** A row cut where its dated blocks start anew; what is cut off has lost its head. */
function splitAtBreaks(row: PrintedRow, order: number): PrintedRow[] {
  const starts = [0];
  let last: string | null = null;
  row.updates.forEach((update, at) => {
    if (update.date === null) return;
    if (last !== null && compareDates(update.date, last) === -order) starts.push(at);
    last = update.date;
  });
  if (starts.length === 1) return [row];
  return starts.map((start, at) => {
    const updates = row.updates.slice(start, starts[at + 1]);
    return at === 0 ? { ...row, updates } : headless(updates, row);
  });
}

function headless(updates: PrintedRow["updates"], above: PrintedRow): PrintedRow {
  const place = updates.map((update) => update.place).reduce(coverPlaces, updates[0]?.place ?? above.place);
  return {
    number: null,
    numberSource: null,
    organisations: [],
    organisationKinds: [],
    organisationsRaw: null,
    title: null,
    rag: null,
    ragRaw: null,
    ragSource: null,
    ragColour: null,
    updates,
    others: [],
    statuses: [],
    group: null,
    reasons: ["head-lost"],
    repairs: [],
    place,
    places: {},
  };
}
