/**
 * The cells of a row whose borders cannot be trusted, one column after another. In: a reading that stands at a cell. Out:
 * the same one further on, with what the cell says set in the head and the evidence that it is one.
 */
import type { Context } from "./context.js";
import { isWord } from "./flat-cells.js";
import type { RowHead } from "./item.js";
import type { ReadOrganisations } from "./organisation.js";
import type { Roles } from "./table-heading.js";

/** Evidence that a row of cells is a head; two strong signs, or one and two weaker ones, are enough. */
export const EVIDENCE = {
  nextNumber: 2,
  laterNumber: 1.5,
  anyNumber: 1,
  knownCode: 2,
  codeShape: 1.5,
  name: 1,
  ownStatus: 2,
  fusedStatus: 1,
  heldColumn: 1,
  title: 0.5,
  updateFollows: 0.5,
  lowerCase: -1,
} as const;

/** Longest text, in characters, that stands in a status column without being a known status. */
const LONGEST_UNKNOWN_STATUS = 14;

/** The same, where every column of the table has its cell. */
const LONGEST_IN_PLACE = 32;

/** Longest name of an organisation that is no known code. */
const LONGEST_NAME = 40;

const NOTHING = /^[-–—.]*$/;

export interface Reading {
  readonly context: Context;
  readonly cells: string[];
  readonly head: RowHead;
  /** The columns' roles. */
  readonly order: Roles;
  at: number;
  evidence: number;
  title: string[];
  update: string[];
}

const filledFrom = (reading: Reading, at: number): number =>
  reading.cells.slice(at).filter((cell) => cell !== "").length;

/** An empty cell between filled ones holds its column's place. */
function passEmpty(reading: Reading): boolean {
  const cell = reading.cells[reading.at];
  if (cell === undefined || !NOTHING.test(cell)) return false;
  if (filledFrom(reading, reading.at + 1) > 0) reading.evidence += EVIDENCE.heldColumn;
  reading.at += 1;
  return true;
}

export function setOrganisations(reading: Reading, read: ReadOrganisations, raw: string): void {
  const { head, context } = reading;
  head.organisations = read;
  head.organisationsRaw = read.raw;
  if (read.value !== raw) head.repairs.push({ field: "organisations", raw, value: read.value });
  const known = context.organisations.isKnown(read.value);
  reading.evidence += known
    ? EVIDENCE.knownCode
    : context.organisations.isCodes(read.value)
      ? EVIDENCE.codeShape
      : EVIDENCE.name;
}

export function takeOrganisation(reading: Reading, rest: Roles): void {
  const { context, head } = reading;
  const cell = reading.cells[reading.at] ?? "";
  if (NOTHING.test(cell)) {
    if (cell !== "") head.organisationsRaw = cell;
    passEmpty(reading);
    return;
  }
  const { organisations, status } = context;
  if (status.read(cell) !== null && !organisations.isKnown(cell)) return;
  const titleAhead = rest.includes("title");
  // A name that is no code counts only with a title in a cell of its own: alone it might be the title's beginning.
  const room = titleAhead ? filledFrom(reading, reading.at + 1) > 0 : reading.title.length > 0;
  const mayBeName =
    organisations.isCodes(cell) ||
    (cell.length <= LONGEST_NAME &&
      head.number !== null &&
      filledFrom(reading, reading.at + 1) >= (titleAhead ? 1 : 0));
  const read = room && mayBeName ? organisations.readText(cell) : null;
  if (read !== null) {
    setOrganisations(reading, read, cell);
    reading.at += 1;
    return;
  }
  const fused = titleAhead ? organisations.splitPrefix(cell) : null;
  const others = reading.cells.slice(reading.at + 1).filter((other) => other !== "");
  if (fused === null || others.some((other) => status.read(other) === null && rest.indexOf("update") < 0)) return;
  setOrganisations(reading, fused.organisations, fused.organisations.raw);
  head.repairs.push({ field: "title", raw: cell, value: fused.rest });
  reading.cells[reading.at] = fused.rest;
}

/** @param inPlace whether every column has its cell, so that the cell is the status column's own */
export function takeStatus(reading: Reading, rest: Roles, inPlace: boolean): void {
  const { context, head } = reading;
  const cell = reading.cells[reading.at];
  if (cell === undefined) return;
  const status = context.status.read(cell);
  if (status !== null) {
    // Two columns of statuses that disagree do not say which of them is the row's.
    const agrees = head.statusRaw === null || head.status?.rag === status.rag;
    head.status = agrees ? status : null;
    head.statusRaw = agrees ? cell : `${head.statusRaw} ${cell}`;
    reading.evidence += EVIDENCE.ownStatus;
    reading.at += 1;
    return;
  }
  if (passEmpty(reading)) return;
  const fused = rest[0] === "title" || rest[0] === "organisation" ? context.status.readLeading(cell) : null;
  // A lone letter without the organisation that its column comes after may as well be an article.
  const placed =
    fused === null || fused.raw.length > 1 || head.organisations !== null || !reading.order.includes("organisation");
  if (fused !== null && (placed || rest.includes("organisation")) && /^[\p{Lu}\d“"'‘(]/u.test(fused.rest)) {
    head.status = fused.status;
    head.statusRaw = fused.raw;
    head.statusInTitle = rest[0] === "title" && isWord(fused.raw) ? "cell" : null;
    head.repairs.push({ field: "rag", raw: cell, value: fused.raw });
    reading.evidence += EVIDENCE.fusedStatus;
    reading.cells[reading.at] = fused.rest;
    return;
  }
  const held =
    filledFrom(reading, reading.at) > rest.filter((role) => role === "title" || role === "organisation").length;
  const longest = inPlace ? LONGEST_IN_PLACE : LONGEST_UNKNOWN_STATUS;
  if (held && cell.length <= longest && head.number !== null) {
    head.statusRaw = cell;
    reading.at += 1;
  }
}

/**
 * A title takes its cell, and what was cut off it: as many cells more as the columns behind it cannot hold.
 * @param inPlace whether every column has its cell, those of unknown headings too
 */
export function takeTitle(reading: Reading, rest: Roles, inPlace: boolean): void {
  const cell = reading.cells[reading.at];
  if (cell === undefined) return;
  reading.at += 1;
  if (cell !== "") reading.title.push(cell);
  const { status, organisations } = reading.context;
  const behind = inPlace ? rest.length : rest.filter((role) => role !== null).length;
  while (reading.at < reading.cells.length && filledFrom(reading, reading.at) > behind) {
    const next = reading.cells[reading.at] ?? "";
    if (next !== "" && (status.read(next) !== null || (rest[0] === "organisation" && organisations.isCodes(next))))
      break;
    if (next !== "") reading.title.push(next);
    reading.at += 1;
  }
}

export function takeUpdate(reading: Reading, rest: Roles): void {
  const cell = reading.cells[reading.at];
  if (cell === undefined || (rest.includes("status") && reading.context.status.read(cell) !== null)) return;
  if (cell !== "") reading.update.push(cell);
  reading.at += 1;
}

export function takeSurplus(reading: Reading, order: Roles): void {
  const cell = reading.cells[reading.at] ?? "";
  if (cell === "") return;
  const { head, context } = reading;
  const status = head.statusRaw === null && order.includes("status") ? context.status.read(cell) : null;
  if (status !== null) {
    head.status = status;
    head.statusRaw = cell;
    reading.evidence += EVIDENCE.ownStatus;
  } else if (reading.update.length > 0) reading.update.push(cell);
  else reading.title.push(cell);
}
