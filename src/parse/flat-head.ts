/**
 * A row's head in running text: number, then organisation, title and status in the order of the headings, over one line
 * or several. In: the lines from the number on. Out: the head, how many lines it took, and what stands behind it.
 */
import { plainNumber } from "../language/labels.js";
import { isUnfinished } from "../language/sentences.js";
import type { ColumnRole } from "../schema/profile.js";
import type { Context } from "./context.js";
import { emptyRowHead, type RowHead } from "./item.js";
import type { FlatLine } from "./reading-order.js";
import type { Roles } from "./table-heading.js";

/** Evidence for a head: the next number and a readable organisation or status, or a later number and both. */
const EVIDENCE = {
  nextNumber: 2,
  laterNumber: 1,
  sameNumber: 0.5,
  status: 2,
  organisation: 1.5,
  titleCase: 0.5,
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

/** @param statusAbove the status on the line above, where that is the first column */
export function readFlatHead(
  context: Context,
  lines: readonly FlatLine[],
  label: string,
  order: Roles,
  last: number | null,
  statusAbove: string | null = null,
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
  const fields = order.filter(
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
  if (head.status !== null) evidence += EVIDENCE.status;
  if (head.organisations !== null) evidence += EVIDENCE.organisation;
  if (head.title === null || !/^[\p{Lu}\d“"'‘(]/u.test(head.title)) return null;
  evidence += EVIDENCE.titleCase;
  // A sentence ends with a full stop, a title hardly ever: "7 FORCE vehicles were replaced under the same contract."
  if (head.status === null && /[.;]$/.test(head.title)) return null;
  if (evidence < ENOUGH) return null;
  const took = Math.max(1, at);
  const below = texts[took];
  return { head, lines: took, rest, below: below === undefined || below === lines[took]?.text ? null : below };
}

function takeStatusAtStart(
  context: Context,
  head: RowHead,
  text: string,
  next: string | undefined,
): { rest: string; nextRest?: string } | null {
  const { start } = context.status.patterns;
  const match = start.exec(text);
  if (match?.[1] !== undefined) {
    head.statusRaw = match[1];
    head.status = context.status.read(match[1]);
    return { rest: text.slice(match[0].length).trim() };
  }
  // "NOT" above "STARTED": a status over two lines of a narrow cell.
  const both = next === undefined || text.includes(" ") ? null : start.exec(`${text} ${next}`);
  if (both?.[1] === undefined || both[1].length <= text.length) return null;
  head.statusRaw = both[1];
  head.status = context.status.read(both[1]);
  return { rest: "", nextRest: (next ?? "").slice(both[1].length - text.length - 1).trim() };
}

const ORGANISATION = "(?:\\p{Lu}[\\p{L}\\p{N}'’.-]*)";
const ORGANISATIONS = `${ORGANISATION}(?:\\s*(?:[/&,;+]|\\band\\b)\\s*${ORGANISATION})*`;
const AT_START = new RegExp(`^(${ORGANISATIONS})(?=\\s|$)`, "u");
const AT_END = new RegExp(`(?:^|\\s)(${ORGANISATIONS})$`, "u");

function setOrganisations(context: Context, head: RowHead, raw: string): boolean {
  const read = context.organisations.readCell(raw);
  if (read === null) return false;
  head.organisations = read;
  head.organisationsRaw = read.raw;
  if (read.value !== read.raw) head.repairs.push({ field: "organisations", raw: read.raw, value: read.value });
  return true;
}

function takeOrganisationAtStart(context: Context, head: RowHead, text: string): { rest: string } | null {
  // A cell on a line of its own may be a name of several words; before a title on the same line only codes are sure.
  if (context.organisations.isCodes(text) && setOrganisations(context, head, text)) return { rest: "" };
  const match = AT_START.exec(text);
  const raw = match?.[1];
  if (raw === undefined) return null;
  const rest = text.slice(raw.length).trim();
  if (rest === "") return text.split(/\s+/).length <= 6 && setOrganisations(context, head, raw) ? { rest } : null;
  if (!/^[\p{Lu}\d“"'‘(]/u.test(rest)) return null;
  return setOrganisations(context, head, raw) ? { rest } : null;
}

interface Behind {
  readonly line: number;
  readonly title: string;
  readonly lastLine: number;
  readonly rest: string;
}

/** Looks for the cells behind the title, at the end of a line, on lines of their own, or before a text that follows. */
function findBehindTitle(
  context: Context,
  head: RowHead,
  texts: readonly string[],
  from: number,
  after: readonly ColumnRole[],
  gaps: readonly boolean[],
): Behind | null {
  const { start, end, within } = context.status.patterns;
  const wantsStatus = after.includes("status");
  const wantsOrganisation = after.includes("organisation");
  const statusLast = after.at(-1) === "status";
  for (let line = from; line < texts.length; line += 1) {
    const text = texts[line] ?? "";
    if (line > from && /^\d{1,3}$/.test(text)) return null;
    // A cell's own line: the organisation, then the status on the next, or the other way round.
    if (line > from) {
      const own = cellsOnLines(context, head, texts, line, after);
      if (own !== null) return { line, title: "", lastLine: own.lastLine, rest: own.rest };
      if (context.update.read(text) !== null) return null;
    }
    if (wantsStatus && statusLast) {
      const found = end.exec(text);
      if (found?.[1] !== undefined) {
        const before = text.slice(0, text.length - found[1].length).trim();
        const organisation = wantsOrganisation ? AT_END.exec(before)?.[1] : undefined;
        if (before !== "" || line > from) {
          head.statusRaw = found[1];
          head.status = context.status.read(found[1]);
          const taken = organisation !== undefined && setOrganisations(context, head, organisation);
          return {
            line,
            title:
              taken && organisation !== undefined
                ? before.slice(0, before.length - organisation.length).trim()
                : before,
            lastLine: line,
            rest: "",
          };
        }
      }
      for (const inside of text.matchAll(within)) {
        const before = text.slice(0, inside.index).trim();
        const organisation = wantsOrganisation ? AT_END.exec(before)?.[1] : undefined;
        if (inside[1] === undefined || (wantsOrganisation && organisation === undefined)) continue;
        head.statusRaw = inside[1];
        head.status = context.status.read(inside[1]);
        if (organisation !== undefined) setOrganisations(context, head, organisation);
        return {
          line,
          title: organisation === undefined ? before : before.slice(0, before.length - organisation.length).trim(),
          lastLine: line,
          rest: text.slice(inside.index + inside[0].length).trim(),
        };
      }
    } else if (wantsStatus) {
      const pattern = new RegExp(
        `${within.source.replace("(?=\\s[\\p{Lu}\\d•-]|$)", "")}\\s+(${ORGANISATIONS})(?=\\s|$)`,
        "u",
      );
      const found =
        pattern.exec(text) ??
        (start.test(text)
          ? new RegExp(`${start.source.replace("(?=\\s|$)", "")}\\s+(${ORGANISATIONS})(?=\\s|$)`, "u").exec(text)
          : null);
      if (found?.[1] !== undefined && found[2] !== undefined && setOrganisations(context, head, found[2])) {
        head.statusRaw = found[1];
        head.status = context.status.read(found[1]);
        return {
          line,
          title: text.slice(0, found.index).trim(),
          lastLine: line,
          rest: text.slice(found.index + found[0].length).trim(),
        };
      }
    } else if (wantsOrganisation) {
      const raw = AT_END.exec(text)?.[1];
      if (raw !== undefined && context.organisations.isCodes(raw) && setOrganisations(context, head, raw))
        return { line, title: text.slice(0, text.length - raw.length).trim(), lastLine: line, rest: "" };
    }
    if (line > from && gaps[line] === true && line > from + 4) return null;
  }
  return null;
}

function cellsOnLines(
  context: Context,
  head: RowHead,
  texts: readonly string[],
  line: number,
  after: readonly ColumnRole[],
): { lastLine: number; rest: string } | null {
  let at = line;
  let text = texts[at] ?? "";
  let found = 0;
  const trial = emptyRowHead();
  for (const role of after) {
    while (text === "" && at + 1 < texts.length) {
      at += 1;
      text = texts[at] ?? "";
    }
    if (role === "status") {
      const took = takeStatusAtStart(context, trial, text, texts[at + 1]);
      if (took === null) continue;
      found += 1;
      if (took.nextRest !== undefined) {
        at += 1;
        text = took.nextRest;
      } else text = took.rest;
    } else {
      const whole = context.organisations.isCodes(text) || (text.length <= 40 && AT_START.exec(text)?.[1] === text);
      const next = context.status.patterns;
      const prefix = whole ? text : AT_START.exec(text)?.[1];
      if (prefix === undefined) continue;
      const behindIt = text.slice(prefix.length).trim();
      const confirmed =
        behindIt === ""
          ? context.organisations.isCodes(prefix) || next.start.test(texts[at + 1] ?? "") || trial.status !== null
          : next.start.test(behindIt) || trial.status !== null;
      if (!confirmed || !setOrganisations(context, trial, prefix)) continue;
      found += 1;
      text = behindIt;
    }
  }
  if (
    found === 0 ||
    (after.includes("status") &&
      trial.status === null &&
      found < after.length &&
      !context.organisations.isCodes(texts[line] ?? ""))
  )
    return null;
  if (text !== "" && found > 0 && at === line && text === texts[line]) return null;
  if (trial.statusRaw !== null) Object.assign(head, { status: trial.status, statusRaw: trial.statusRaw });
  if (trial.organisations !== null)
    Object.assign(head, { organisations: trial.organisations, organisationsRaw: trial.organisationsRaw });
  head.repairs.push(...trial.repairs);
  return { lastLine: at, rest: text };
}

const GOES_ON = new RegExp(
  `(?:^|\\s)(${ORGANISATION}(?:\\s*(?:[/&,;+]|\\band\\b)\\s*${ORGANISATION})*)\\s*(?:[/&,;+]|\\band)$`,
  "u",
);

/**
 * Cells of narrow columns that go on over a line's end: "SYP and MBC and | Force", "… CF NOT | STARTED". Lines keep their
 * number; what moves up leaves its line shorter, or empty.
 */
function joinBrokenCells(texts: string[], context: Context): void {
  const { end } = context.status.patterns;
  for (let index = 0; index + 1 < texts.length; index += 1) {
    const [text, below] = [texts[index] ?? "", texts[index + 1] ?? ""];
    const codes = GOES_ON.exec(text)?.[1];
    const first = /^\S+/.exec(below)?.[0];
    if (first === undefined) continue;
    const codeGoesOn = codes !== undefined && context.organisations.isCodes(codes) && /^\p{Lu}/u.test(first);
    const whole = `${text} ${first}`;
    const status = end.exec(text) === null ? end.exec(whole)?.[1] : undefined;
    const statusGoesOn = status !== undefined && status.length > first.length;
    if (!codeGoesOn && !statusGoesOn) continue;
    texts[index] = whole;
    texts[index + 1] = below.slice(first.length).trim();
  }
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

/** Where a dated heading begins within a line, or null: "… (0-19 services) Force Update - 13 June 2018:". */
function headingInside(context: Context, text: string): number | null {
  for (const match of text.matchAll(/\s(?=\p{Lu}|\d{1,2}[./-]\d)/gu)) {
    const found = context.update.read(text.slice(match.index + 1));
    if (found === null || found.dateRaw === null) continue;
    // A date alone may end a title ("by 31 March 2022"): a heading has its word, or a colon behind the date.
    const words = found.heading.replace(found.dateRaw, "");
    if (/\p{L}{3}/u.test(words) || words.endsWith(":")) return match.index + 1;
  }
  return null;
}
