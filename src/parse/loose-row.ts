/**
 * The head of a row whose cell borders cannot be trusted: number, organisation or status may be missing, fused with the
 * neighbouring cell, or printed twice, and a title may be cut in two. Cells are held against the headings' order; a
 * score says how much of what was found speaks for a row's head.
 */
import { labelOf, plainNumber } from "../language/labels.js";
import type { ColumnRole } from "../schema/profile.js";
import type { Context } from "./context.js";
import { joinCutCells } from "./cut-words.js";
import { emptyRowHead, type RowHead } from "./item.js";
import {
  EVIDENCE,
  type Reading,
  setOrganisations,
  takeOrganisation,
  takeStatus,
  takeSurplus,
  takeTitle,
  takeUpdate,
} from "./loose-cells.js";
import type { ReadOrganisations } from "./organisation.js";
import type { Roles } from "./table-heading.js";

export const HEAD_EVIDENCE = 3;

/** Numbers missing in between that still let a label count as a later one of the same list. */
const LATER = 3;

const DEFAULT_ORDER: Roles = ["number", "organisation", "title", "status"];

const LEADING_NUMBER = /^(\d{1,3}[a-z]?)[.)]?\s+(?=\S)/;

export interface LooseHead {
  readonly head: RowHead;
  readonly evidence: number;
  /** Text of update columns. */
  readonly update: string;
  /** Title and status alone, in their columns: the upper half of a head split over two lines. */
  readonly upperHalf: boolean;
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
    order,
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
    else if (role === "title") takeTitle(reading, rest, cells.length === order.length && reading.at === column);
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

function finish(reading: Reading, order: Roles, cells: readonly string[], updateFollows: boolean): LooseHead {
  const { head, context } = reading;
  let title = joinTitle(reading.title, head, context);
  if (head.statusRaw === null && lastOf(order, "status")) {
    const trailing = context.status.readTrailing(title);
    const word = trailing === null ? context.status.atEnd(title) : null;
    const raw = trailing?.letter ?? (word !== null && word.length > 2 ? word : undefined);
    const status = raw === undefined ? null : context.status.read(raw);
    if (raw !== undefined && (status !== null || context.status.isUncoloured(raw)) && raw !== title) {
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
function joinTitle(parts: readonly string[], head: RowHead, context: Context): string {
  const title = joinCutCells(parts, context.words).text.trim();
  if (parts.length > 1) head.repairs.push({ field: "title", raw: parts.join("\t"), value: title });
  return title;
}

/** Known codes at a title's end, where the organisation's column follows the title's. */
function trailingCodes(title: string, context: Context): { organisations: ReadOrganisations; title: string } | null {
  const match = /^(.*\S)\s+(\S+(?:\s*[/&,;+]\s*\S+)*)$/s.exec(title);
  if (match?.[1] === undefined || match[2] === undefined || !context.organisations.isKnown(match[2])) return null;
  const read = context.organisations.readText(match[2]);
  return read === null ? null : { organisations: read, title: match[1] };
}
