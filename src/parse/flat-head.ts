/**
 * A row's head in running text: number, then organisation, title and status in the order of the headings, over one line
 * or several. In: the lines from the number on. Out: the head, how many lines it took, and what stands behind it.
 */
import { plainNumber } from "../language/labels.js";
import { isUnfinished } from "../language/sentences.js";
import type { ColumnRole } from "../schema/profile.js";
import { findBehindTitle } from "./behind-title.js";
import type { Context } from "./context.js";
import { joinBrokenCells, takeOrganisationAtStart, takeStatusAtStart } from "./flat-cells.js";
import type { FlatLine } from "./flat-line.js";
import { headingInside } from "./heading-inside.js";
import { emptyRowHead, type RowHead } from "./item.js";
import type { Roles } from "./table-heading.js";

/** Evidence for a head: the next number and a readable organisation or status, or a later number and both. */
const EVIDENCE = {
  nextNumber: 2,
  laterNumber: 1,
  sameNumber: 0.5,
  status: 2,
  organisation: 1.5,
  knownOrganisation: 2,
  updateFollows: 1,
  titleCase: 0.5,
  rowEnds: 1.5,
} as const;

const ENOUGH = 3.5;

const LATER = 4;

export interface FlatHead {
  readonly head: RowHead;
  readonly lines: number;
  /** What stands behind the head on its last line. */
  readonly rest: string;
  /** What is left of the line below, where the head took its beginning; null where it took none. */
  readonly below: string | null;
}

/** What the line above says. */
export interface Above {
  /** The status on it, where that is the first column. */
  readonly statusAbove: string | null;
  /** Whether it ends a row. */
  readonly rowEnds: boolean;
}

export function readFlatHead(
  context: Context,
  lines: readonly FlatLine[],
  label: string,
  order: Roles,
  last: number | null,
  { statusAbove, rowEnds }: Above = { statusAbove: null, rowEnds: false },
): FlatHead | null {
  const number = plainNumber(label);
  const step = number === null || last === null ? null : number - last;
  let evidence: number;
  if (step === 1 || (last === null && number !== null && number <= 3)) evidence = EVIDENCE.nextNumber;
  else if (step !== null && step > 1 && step <= LATER) evidence = EVIDENCE.laterNumber;
  else if (step === 0 || number === null) evidence = EVIDENCE.sameNumber;
  else return null;

  const texts = lines.map((line) => line.text);
  texts[0] = (texts[0] ?? "").slice(label.length).trim();
  joinBrokenCells(texts, context);
  const gaps = lines.map((line) => line.gapBefore);
  // What stands behind an update column is not printed with the head.
  const printed = order.indexOf("update") > order.indexOf("title") ? order.slice(0, order.indexOf("update")) : order;
  const fields = printed.filter(
    (role): role is ColumnRole => role === "organisation" || role === "status" || role === "title",
  );
  const titleAt = fields.indexOf("title");
  if (titleAt < 0) return null;
  const head = emptyRowHead();
  head.number = label;
  if (statusAbove !== null) {
    head.status = context.status.read(statusAbove);
    head.statusRaw = statusAbove;
  }
  let at = 0;
  const advance = (): void => {
    while (at < texts.length && texts[at] === "") at += 1;
  };
  advance();
  for (const role of fields.slice(0, titleAt)) {
    const text = texts[at] ?? "";
    const took: { rest: string; nextRest?: string } | null =
      role === "status"
        ? takeStatusAtStart(context, head, text, texts[at + 1])
        : takeOrganisationAtStart(context, head, text);
    if (took === null) continue;
    // A status before an organisation is no title's word.
    if (role === "organisation") head.statusInTitle = null;
    texts[at] = took.rest;
    if (took.nextRest !== undefined) texts[at + 1] = took.nextRest;
    advance();
  }
  const after = fields.slice(titleAt + 1);
  const behind = after.length === 0 ? null : findBehindTitle(context, head, texts, at, after, gaps);
  let rest = "";
  if (behind !== null) {
    const parts = texts.slice(at, behind.line).concat(behind.title);
    rest = behind.rest;
    at = behind.lastLine + 1;
    // A status printed beside a title's first line comes before its second.
    for (; rest === "" && /^\p{Ll}/u.test(texts[at] ?? "") && gaps[at] !== true; at += 1) parts.push(texts[at] ?? "");
    head.title =
      parts
        .filter((part) => part !== "")
        .join(" ")
        .trim() || null;
  } else {
    const title = takeTitle(context, texts, at, gaps);
    head.title = title.title;
    rest = title.rest;
    at = title.next;
  }
  if (head.statusRaw !== null) evidence += EVIDENCE.status;
  if (head.organisations !== null)
    evidence += context.organisations.isKnown(head.organisations.value)
      ? EVIDENCE.knownOrganisation
      : EVIDENCE.organisation;
  const follows = rest === "" ? (texts[Math.max(1, at)] ?? "") : rest;
  if (context.update.read(follows)?.dateRaw !== undefined) evidence += EVIDENCE.updateFollows;
  if (rowEnds) evidence += EVIDENCE.rowEnds;
  if (head.title === null || !/^[\p{Lu}\d“"'‘(]/u.test(head.title)) return null;
  evidence += EVIDENCE.titleCase;
  // A sentence ends with a full stop, a title hardly ever: "7 FORCE vehicles were replaced under the same contract."
  if (head.statusRaw === null && /[.;]$/.test(head.title)) return null;
  if (evidence < ENOUGH) return null;
  if (head.organisationsRaw !== null) context.organisations.learn(head.organisationsRaw);
  const took = Math.max(1, at);
  const below = texts[took];
  return { head, lines: took, rest, below: below === undefined || below === lines[took]?.text ? null : below };
}

/** A title with nothing known behind it: its first line, and what goes on from it in lower case. */
function takeTitle(
  context: Context,
  texts: readonly string[],
  from: number,
  gaps: readonly boolean[],
): { title: string | null; rest: string; next: number } {
  let title = texts[from] ?? "";
  const cut = headingInside(context, title);
  if (cut !== null) return { title: title.slice(0, cut).trim(), rest: title.slice(cut).trim(), next: from + 1 };
  let next = from + 1;
  for (; next < texts.length; next += 1) {
    const text = texts[next] ?? "";
    const continues = /^[\p{Ll}(&]/u.test(text) || (isUnfinished(title) && /^\p{L}/u.test(text));
    if (gaps[next] === true || !continues || context.update.read(text) !== null) break;
    const inside = headingInside(context, text);
    if (inside !== null)
      return { title: `${title} ${text.slice(0, inside).trim()}`, rest: text.slice(inside).trim(), next: next + 1 };
    title = `${title} ${text}`;
  }
  return { title: title === "" ? null : title, rest: "", next };
}
