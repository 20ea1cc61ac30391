/**
 * The head of a row whose cell borders cannot be trusted: number, organisation or status may be missing, fused with the
 * neighbouring cell, or printed twice. What is evident is read; a score says how much of it speaks for a row's head.
 */
import { labelOf, plainNumber } from "../language/labels.js";
import type { ColumnRole } from "../schema/profile.js";
import type { Context } from "./context.js";
import { emptyRowHead, type RowHead } from "./item.js";
import type { Roles } from "./table-heading.js";

/** Evidence that a row of cells is a head; two strong signs and a weak one are enough. */
const EVIDENCE = {
  nextNumber: 2,
  laterNumber: 1.5,
  anyNumber: 1,
  knownCode: 2,
  codeShape: 1.5,
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

const DEFAULT_ORDER: readonly ColumnRole[] = ["number", "organisation", "title", "status"];
const NOTHING = /^[-–—.]*$/;

export interface LooseHead {
  readonly head: RowHead;
  readonly evidence: number;
  /** Title and status alone, at their columns: the upper half of a head split over two lines. */
  readonly upperHalf: boolean;
}

export function readLooseHead(
  cells: readonly string[],
  roles: Roles | null,
  lastNumber: number | null,
  updateFollows: boolean,
  context: Context,
): LooseHead | null {
  const order = (roles ?? DEFAULT_ORDER).filter((role): role is ColumnRole => role !== null);
  if (order[0] !== "number") return null;
  const head = emptyRowHead();
  let evidence = 0;
  const rest = [...cells];

  const first = rest.shift() ?? "";
  let label = labelOf(first);
  if (label === null && first !== "") {
    // "2 NW/CG Invest …" with no border at all behind the number.
    const fused = /^(\d{1,3}[a-z]?)[.)]?\s+(\S.*)$/s.exec(first);
    if (fused?.[1] === undefined || fused[2] === undefined || context.organisations.splitPrefix(fused[2]) === null)
      return null;
    label = fused[1];
    rest.unshift(fused[2]);
  }
  const lead = rest[0] ?? "";
  const again = /^(\d{1,3}[a-z]?)[.)]?\s+(?=\S)/.exec(lead);
  if (again?.[1] !== undefined && (label === null || again[1] === label)) {
    // Printed once in its own cell and once more, fused with the next.
    if (label === null && context.organisations.splitPrefix(lead.slice(again[0].length)) === null) return null;
    if (label !== null) head.repairs.push({ field: "number", raw: `${first}\t${again[1]}`, value: label });
    label = again[1];
    rest[0] = lead.slice(again[0].length);
  }
  if (label !== null) {
    head.number = label;
    const number = plainNumber(label);
    const step = number === null || lastNumber === null ? null : number - lastNumber;
    evidence +=
      step === 1 || (lastNumber === null && number === 1)
        ? EVIDENCE.nextNumber
        : step !== null && step > 1 && step <= LATER
          ? EVIDENCE.laterNumber
          : EVIDENCE.anyNumber;
  }

  const last = rest.findLastIndex((cell) => cell !== "");
  const own = last > 0 ? context.status.read(rest[last] ?? "") : null;
  if (own !== null && order.at(-1) !== "number") {
    head.status = own;
    head.statusRaw = rest[last] ?? "";
    evidence += EVIDENCE.ownStatus;
    rest.length = last;
  } else while (rest.length > 0 && rest[rest.length - 1] === "") rest.pop();

  const organisationFirst = order.indexOf("organisation") < order.indexOf("title") || !order.includes("title");
  if (!organisationFirst) rest.reverse();
  evidence += takeOrganisation(rest, head, label !== null, organisationFirst, context);
  if (!organisationFirst) rest.reverse();

  let title = rest
    .filter((cell) => cell !== "")
    .join(" ")
    .trim();
  if (head.status === null) {
    const trailing = context.status.readTrailing(title);
    if (trailing !== null && order.includes("status")) {
      head.status = trailing.status;
      head.statusRaw = trailing.letter;
      head.repairs.push({ field: "rag", raw: title, value: trailing.letter });
      title = trailing.title;
      evidence += EVIDENCE.fusedStatus;
    }
  }
  head.title = title === "" ? null : title;
  const words = title.split(/\s+/).length;
  const upperHalf =
    label === null &&
    head.organisationsRaw === null &&
    own !== null &&
    cells[0] === "" &&
    cells[1] === "" &&
    words > 2 &&
    /^\p{Lu}/u.test(title);
  if (words >= 2 && /^[\p{Lu}\d“"'‘(]/u.test(title)) evidence += EVIDENCE.title;
  if (/^\p{Ll}/u.test(title)) evidence += EVIDENCE.lowerCase;
  if (updateFollows && evidence >= EVIDENCE.nextNumber && title !== "") evidence += EVIDENCE.updateFollows;
  return { head, evidence, upperHalf };
}

/** Takes the organisation from the front of what is left of a row; returns the evidence that it is one. */
function takeOrganisation(
  rest: string[],
  head: RowHead,
  numbered: boolean,
  mayBeFused: boolean,
  context: Context,
): number {
  const cell = rest[0] ?? "";
  if (rest.length === 0) return 0;
  if (rest.length > 1 && NOTHING.test(cell)) {
    rest.shift();
    if (cell !== "") head.organisationsRaw = cell;
    return numbered && (rest[0] ?? "") !== "" ? EVIDENCE.heldColumn : 0;
  }
  const codes = rest.length > 1 && (context.organisations.isCodes(cell) || (numbered && cell.length <= 40));
  const read = codes ? context.organisations.readCell(cell) : null;
  if (read !== null) {
    rest.shift();
    head.organisations = read;
    head.organisationsRaw = read.raw;
    if (read.value !== read.raw) head.repairs.push({ field: "organisations", raw: read.raw, value: read.value });
    return context.organisations.isKnown(read.value) ? EVIDENCE.knownCode : EVIDENCE.codeShape;
  }
  const fused = mayBeFused ? context.organisations.splitPrefix(cell) : null;
  if (fused === null || rest.slice(1).some((other) => other !== "")) return 0;
  head.organisations = fused.organisations;
  head.organisationsRaw = fused.organisations.raw;
  head.repairs.push({ field: "organisations", raw: cell, value: fused.organisations.value });
  rest[0] = fused.rest;
  return context.organisations.isKnown(fused.organisations.value) ? EVIDENCE.knownCode : EVIDENCE.codeShape;
}
