/**
 * Single cells of a row in running text: a status or an organisation at a text's start, and cells of narrow columns that
 * go on over a line's end. In: texts of lines. Out: what was read, set in the head, and what is left of the text.
 */
import type { Context } from "./context.js";
import type { RowHead } from "./item.js";

/** Whether a status is printed as one word, which a title may begin with as well. */
export const isWord = (raw: string): boolean => /^\p{L}{3,}$/u.test(raw);

export function takeStatusAtStart(
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
    const rest = text.slice(match[0].length).trim();
    head.statusInTitle = rest !== "" && isWord(match[1]) ? "text" : null;
    return { rest };
  }
  // "NOT" above "STARTED": a status over two lines of a narrow cell.
  const both = next === undefined || text.includes(" ") ? null : start.exec(`${text} ${next}`);
  if (both?.[1] === undefined || both[1].length <= text.length) return null;
  head.statusRaw = both[1];
  head.status = context.status.read(both[1]);
  return { rest: "", nextRest: (next ?? "").slice(both[1].length - text.length - 1).trim() };
}

const ORGANISATION = "(?:\\p{Lu}[\\p{L}\\p{N}'’.-]*)";

export const ORGANISATIONS = `${ORGANISATION}(?:\\s*(?:[/&,;+]|\\band\\b)\\s*${ORGANISATION})*`;

export const AT_START = new RegExp(`^(${ORGANISATIONS})(?=\\s|$)`, "u");

export const AT_END = new RegExp(`(?:^|\\s)(${ORGANISATIONS})$`, "u");

export function setOrganisations(context: Context, head: RowHead, raw: string): boolean {
  const read = context.organisations.readText(raw);
  if (read === null) return false;
  head.organisations = read;
  head.organisationsRaw = read.raw;
  if (read.value !== read.raw) head.repairs.push({ field: "organisations", raw: read.raw, value: read.value });
  return true;
}

export function takeOrganisationAtStart(context: Context, head: RowHead, text: string): { rest: string } | null {
  // A cell on a line of its own may be a name of several words; before a title on the same line only codes are sure.
  if (context.organisations.isCodes(text) && setOrganisations(context, head, text)) return { rest: "" };
  const match = AT_START.exec(text);
  const raw = match?.[1];
  if (raw === undefined) return null;
  const rest = text.slice(raw.length).trim();
  if (rest === "") return text.split(/\s+/).length <= 6 && setOrganisations(context, head, raw) ? { rest } : null;
  // "Green Homes grants are paid": a status's word names no organisation.
  const isStatus = context.status.read(raw)?.source === "word" || context.status.isUncoloured(raw);
  if (isStatus && !context.organisations.knows(raw)) return null;
  // A lone letter before a title is an article or an initial.
  if (/^\p{L}$/u.test(raw) || !/^[\p{Lu}\d“"'‘(]/u.test(rest)) return null;
  return setOrganisations(context, head, raw) ? { rest } : null;
}

const GOES_ON = new RegExp(
  `(?:^|\\s)(${ORGANISATION}(?:\\s*(?:[/&,;+]|\\band\\b)\\s*${ORGANISATION})*)\\s*(?:[/&,;+]|\\band)$`,
  "u",
);

/**
 * Cells of narrow columns that go on over a line's end: "SYP and MBC and | Force", "… CF NOT | STARTED". Lines keep their
 * number; what moves up leaves its line shorter, or empty.
 */
export function joinBrokenCells(texts: string[], context: Context): void {
  for (let index = 0; index + 1 < texts.length; index += 1) {
    const [text, below] = [texts[index] ?? "", texts[index + 1] ?? ""];
    const codes = GOES_ON.exec(text)?.[1];
    const first = /^\S+/.exec(below)?.[0];
    if (first === undefined) continue;
    const codeGoesOn =
      codes !== undefined && (context.organisations.isCodes(codes) || /[/&;+]$/.test(text)) && /^\p{Lu}/u.test(first);
    const whole = `${text} ${first}`;
    const status = context.status.atEnd(text) === null ? context.status.atEnd(whole) : null;
    const statusGoesOn = status !== null && status.length > first.length;
    if (!codeGoesOn && !statusGoesOn) continue;
    texts[index] = whole;
    texts[index + 1] = below.slice(first.length).trim();
  }
}
