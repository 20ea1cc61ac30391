/**
 * The head of a row whose cell borders cannot be trusted: number, organisation or status may be missing, fused with the
 * neighbouring cell, or printed twice, and a title may be cut in two. Cells are held against the headings' order; a
 * score says how much of what was found speaks for a row's head.
 */
import { labelOf, plainNumber } from "../language/labels.js";
import type { ColumnRole } from "../schema/profile.js";
import type { Context } from "./context.js";
import { emptyRowHead, type RowHead } from "./item.js";
import type { ReadOrganisations } from "./organisation.js";
import type { Roles } from "./table-heading.js";

/** Evidence that a row of cells is a head; two strong signs, or one and two weaker ones, are enough. */
const EVIDENCE = {
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
export const HEAD_EVIDENCE = 3;
/** Numbers missing in between that still let a label count as a later one of the same list. */
const LATER = 3;
/** Longest text, in characters, that stands in a status column without being a known status. */
const LONGEST_UNKNOWN_STATUS = 14;
/** The same, where every column of the table has its cell. */
const LONGEST_IN_PLACE = 32;
/** Longest name of an organisation that is no known code. */
const LONGEST_NAME = 40;

const DEFAULT_ORDER: Roles = ["number", "organisation", "title", "status"];
const NOTHING = /^[-–—.]*$/;
const LEADING_NUMBER = /^(\d{1,3}[a-z]?)[.)]?\s+(?=\S)/;

export interface LooseHead {
  readonly head: RowHead;
  readonly evidence: number;
  /** Text of update columns. */
  readonly update: string;
  /** Title and status alone, in their columns: the upper half of a head split over two lines. */
  readonly upperHalf: boolean;
}

interface Reading {
  readonly context: Context;
  readonly cells: string[];
  readonly head: RowHead;
  at: number;
  evidence: number;
  title: string[];
  update: string[];
}

export function readLooseHead(
  cells: readonly string[],
  roles: Roles | null,
  lastNumber: number | null,
  updateFollows: boolean,
  context: Context,
): LooseHead | null {
  const order = roles ?? DEFAULT_ORDER;
  if (order[0] !== "number") return null;
  const reading: Reading = {
    context,
    cells: [...cells],
    head: emptyRowHead(),
    at: 0,
    evidence: 0,
    title: [],
    update: [],
  };
  while (reading.cells.at(-1) === "") reading.cells.pop();
  if (!takeNumber(reading, lastNumber)) return null;
  order.forEach((role, column) => {
    const rest = order.slice(column + 1);
    if (role === "organisation") takeOrganisation(reading, rest);
    else if (role === "status") takeStatus(reading, rest, cells.length === order.length && reading.at === column);
    else if (role === "title") takeTitle(reading, rest);
    else if (role === "update") takeUpdate(reading, rest);
    else if (
      role !== "number" &&
      (role === "other" || (reading.cells[reading.at] ?? "") !== "") &&
      reading.cells.length - reading.at > rest.length
    )
      reading.at += 1;
  });
  // Cells beyond the headings: a table recognised with more columns than it has.
  for (; reading.at < reading.cells.length; reading.at += 1) takeSurplus(reading, order);
  return finish(reading, order, cells, updateFollows);
}

/** Takes the label, printed once or twice or fused with the next cell; false where the row cannot be a head. */
function takeNumber(reading: Reading, lastNumber: number | null): boolean {
  const { cells, head, context } = reading;
  const first = cells[0] ?? "";
  let label = labelOf(first);
  if (label === null && first !== "") {
    const fused = LEADING_NUMBER.exec(first);
    if (fused?.[1] === undefined) return false;
    const rest = first.slice(fused[0].length);
    // A sentence may begin with a number too: a code or status behind it, or a status in its own cell, makes it a head.
    const coded = context.organisations.splitPrefix(rest) !== null || context.status.readLeading(rest) !== null;
    if (!coded && !cells.slice(1).some((cell) => context.status.read(cell) !== null)) return false;
    label = fused[1];
    cells[0] = rest;
    head.repairs.push({ field: "number", raw: first, value: label });
  } else reading.at = 1;
  const lead = cells[reading.at] ?? "";
  const again = LEADING_NUMBER.exec(lead);
  if (again?.[1] !== undefined && (label === null || again[1] === label)) {
    const rest = lead.slice(again[0].length);
    if (label === null && context.organisations.splitPrefix(rest) === null && context.status.readLeading(rest) === null)
      return false;
    if (label !== null) head.repairs.push({ field: "number", raw: `${first}\t${again[1]}`, value: label });
    label = again[1];
    cells[reading.at] = rest;
  }
  head.number = label;
  if (label === null) return true;
  const number = plainNumber(label);
  const step = number === null || lastNumber === null ? null : number - lastNumber;
  if (step === 1 || (lastNumber === null && number === 1)) reading.evidence += EVIDENCE.nextNumber;
  else reading.evidence += step !== null && step > 1 && step <= LATER ? EVIDENCE.laterNumber : EVIDENCE.anyNumber;
  return true;
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

function setOrganisations(reading: Reading, read: ReadOrganisations, raw: string): void {
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

function takeOrganisation(reading: Reading, rest: Roles): void {
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
  const read = room && mayBeName ? organisations.readCell(cell) : null;
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
function takeStatus(reading: Reading, rest: Roles, inPlace: boolean): void {
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
  if (fused !== null && /^[\p{Lu}\d“"'‘(]/u.test(fused.rest)) {
    head.status = fused.status;
    head.statusRaw = fused.raw;
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

/** A title takes its cell, and what was cut off it: as many cells more as the columns behind it cannot hold. */
function takeTitle(reading: Reading, rest: Roles): void {
  const cell = reading.cells[reading.at];
  if (cell === undefined) return;
  reading.at += 1;
  if (cell !== "") reading.title.push(cell);
  const { status, organisations } = reading.context;
  const behind = rest.filter((role) => role !== null).length;
  while (reading.at < reading.cells.length && filledFrom(reading, reading.at) > behind) {
    const next = reading.cells[reading.at] ?? "";
    if (next !== "" && (status.read(next) !== null || (rest[0] === "organisation" && organisations.isCodes(next))))
      break;
    if (next !== "") reading.title.push(next);
    reading.at += 1;
  }
}

function takeUpdate(reading: Reading, rest: Roles): void {
  const cell = reading.cells[reading.at];
  if (cell === undefined || (rest.includes("status") && reading.context.status.read(cell) !== null)) return;
  if (cell !== "") reading.update.push(cell);
  reading.at += 1;
}

function takeSurplus(reading: Reading, order: Roles): void {
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

function finish(reading: Reading, order: Roles, cells: readonly string[], updateFollows: boolean): LooseHead {
  const { head, context } = reading;
  let title = joinTitle(reading.title, head);
  if (head.statusRaw === null && lastOf(order, "status")) {
    const trailing = context.status.readTrailing(title);
    const word = trailing === null ? context.status.patterns.end.exec(title)?.[1] : undefined;
    const raw = trailing?.letter ?? (word !== undefined && word.length > 2 ? word : undefined);
    const status = raw === undefined ? null : context.status.read(raw);
    if (raw !== undefined && status !== null && raw !== title) {
      head.status = status;
      head.statusRaw = raw;
      head.repairs.push({ field: "rag", raw: title, value: raw });
      title = title.slice(0, title.length - raw.length).trim();
      reading.evidence += EVIDENCE.fusedStatus;
    }
  }
  if (head.organisations === null && order.indexOf("organisation") > order.indexOf("title")) {
    const trailing = trailingCodes(title, context);
    if (trailing !== null) {
      setOrganisations(reading, trailing.organisations, trailing.organisations.raw);
      head.repairs.push({ field: "title", raw: title, value: trailing.title });
      title = trailing.title;
    }
  }
  head.title = title === "" ? null : title;
  const words = title === "" ? 0 : title.split(/\s+/).length;
  const capital = /^[\p{Lu}\d“"'‘(]/u.test(title);
  if (words >= 2 && capital) reading.evidence += EVIDENCE.title;
  if (/^\p{Ll}/u.test(title)) reading.evidence += EVIDENCE.lowerCase;
  if (updateFollows && title !== "" && reading.evidence >= EVIDENCE.nextNumber)
    reading.evidence += EVIDENCE.updateFollows;
  const upperHalf =
    head.number === null &&
    head.organisationsRaw === null &&
    head.status !== null &&
    cells[0] === "" &&
    words > 2 &&
    capital;
  // Without a title only number, organisation and status together are a head.
  const bare = title === "" && (head.number === null || head.organisations === null || head.statusRaw === null);
  return { head, evidence: bare ? 0 : reading.evidence, update: reading.update.join("\n"), upperHalf };
}

const lastOf = (order: Roles, role: ColumnRole): boolean =>
  order.filter((each) => each !== null && each !== "update" && each !== "other").at(-1) === role;

/** The cells of a title that a border cut; what was printed is kept. */
function joinTitle(parts: readonly string[], head: RowHead): string {
  const title = parts.join(" ").trim();
  if (parts.length > 1) head.repairs.push({ field: "title", raw: parts.join("\t"), value: title });
  return title;
}

/** Known codes at a title's end, where the organisation's column follows the title's. */
function trailingCodes(title: string, context: Context): { organisations: ReadOrganisations; title: string } | null {
  const match = /^(.*\S)\s+(\S+(?:\s*[/&,;+]\s*\S+)*)$/s.exec(title);
  if (match?.[1] === undefined || match[2] === undefined || !context.organisations.isKnown(match[2])) return null;
  const read = context.organisations.readCell(match[2]);
  return read === null ? null : { organisations: read, title: match[1] };
}
