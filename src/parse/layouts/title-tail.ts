/**
 * What comes after a title without labels: "Repair the bridge (BC) - GREEN", "Repair the bridge [BC] [Amber]". In: a
 * title as printed. Out: the title, its status, and what may be its organisation.
 */
import { plainForm } from "../../language/words.js";
import type { Cell } from "../../model/block.js";
import type { StatusReader } from "../status.js";
import type { ListGrammar } from "./list-grammar.js";

export interface Tail {
  readonly title: string;
  readonly status: string;
  /** The cell that holds the status, whose colour may tell it. */
  readonly cell?: Cell;
  /** Text in the organisation's place: in brackets, or codes after a dash. */
  readonly organisation: string | null;
  /** Whether that is made of codes, so that it is sure without other rows. */
  readonly coded: boolean;
  /** The title with it as printed, where a dash and no bracket sets it apart. */
  readonly withName?: string;
}

const BRACKETED = /\s*[([]([^()[\]]{1,60})[)\]]$/;
/** A few words after a bracket, or after a dash or a colon that white space sets apart. */
const DASHED = /\s*(?:\s[–—-]|:|(?<=[)\]]))\s+((?:(?!\s-\s)[^–—|:()[\]]){1,40}(?:\([^()]{1,20}\))?)$/;
/** A few words that a wide gap sets apart: at the other side of the page. */
const GAPPED = /\s{2,}([^\s–—|:()[\]][^–—|:()[\]]{0,39})$/;
/** What may end with a status: a bracket, or a sign or gap that sets it apart. */
const MAY_END = /[)\]]$|(?:\s[–—-]|[:)\]])\s+[^–—|:]{1,40}$|\S\s{2,}\S[^–—|:]{0,39}$/;
/** A status and an organisation. */
const MOST_PARTS = 2;
/** "Head of Parks", "Service Manager, Roads": words with capitals, which may name who does it after a title of several words. */
const NAME = /^\p{Lu}[\p{L}'’&-]*(?:,?\s(?:of|and|for|the|&|\p{Lu}[\p{L}'’&-]*)){1,5}$/u;
const SEVERAL_WORDS = /\S\s+\S+\s+\S/u;

/** The title with the parts after it; null where none of them is a status. */
export function readTail(grammar: ListGrammar, text: string): Tail | null {
  if (!MAY_END.test(text)) return null;
  const found: Found = { title: text.trim(), status: null, organisation: null, withName: null };
  for (let parts = 0; parts < MOST_PARTS; parts += 1) {
    const last = lastPart(found.title, grammar.status);
    if (last === null || !takes(found, last, grammar)) break;
  }
  const { title, status, organisation, withName } = found;
  if (status === null) return null;
  const names = organisation?.split(/\s*[/&,;+]\s*|\sand\s/) ?? [];
  const coded = names.some((part) => grammar.organisations.isCodes(part));
  return { title, status, organisation, coded, ...(withName === null ? {} : { withName }) };
}

interface Found {
  title: string;
  status: string | null;
  organisation: string | null;
  withName: string | null;
}

/** Whether the part that a title ends with is its status or may name who does it, and is taken from it. */
function takes(found: Found, last: Part, { status, organisations, tailWords }: ListGrammar): boolean {
  const { text, isBracketed, before } = last;
  const mayName = isBracketed ? organisations.readText(text) !== null : organisations.isCodes(text);
  if (found.status === null && (status.read(text) !== null || tailWords.has(plainForm(text)))) found.status = text;
  else if (found.organisation === null && mayName) found.organisation = text;
  else if (found.organisation === null && found.status !== null && isDashedName(last))
    [found.organisation, found.withName] = [text, found.title];
  else return false;
  found.title = before;
  return true;
}

const isDashedName = ({ text, isBracketed, before }: Part): boolean =>
  !isBracketed && NAME.test(text) && SEVERAL_WORDS.test(before);

interface Part {
  readonly text: string;
  readonly isBracketed: boolean;
  readonly before: string;
}

/** The part that a title ends with and the title before it; null where nothing is set apart. */
function lastPart(title: string, { read }: StatusReader): Part | null {
  const gapped = GAPPED.exec(title);
  const [dashed, inBrackets] = [
    gapped !== null && read(gapped[1] ?? "") !== null ? gapped : DASHED.exec(title),
    BRACKETED.exec(title),
  ];
  // "- Green (G)" is one part.
  const bracketed = read(dashed?.[1] ?? "") === null ? inBrackets : null;
  const found = bracketed ?? dashed;
  const before = title.slice(0, found?.index ?? 0).trim();
  return before === "" ? null : { text: found?.[1]?.trim() ?? "", isBracketed: bracketed !== null, before };
}
