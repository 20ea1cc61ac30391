/**
 * What comes after a title without labels: "Repair the bridge (BC) - GREEN", "Repair the bridge [BC] [Amber]". In: a
 * title as printed. Out: the title, its status, and what may be its organisation.
 */
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
}

const BRACKETED = /\s*[([]([^()[\]]{1,60})[)\]]$/;
/** A few words after a bracket, or after a dash or a colon that white space sets apart. */
const DASHED = /\s*(?:\s[–—-]|:|(?<=[)\]]))\s+([^–—|:()[\]]{1,40}(?:\([^()]{1,20}\))?)$/;
/** A few words that a wide gap sets apart: at the other side of the page. */
const GAPPED = /\s{2,}([^\s–—|:()[\]][^–—|:()[\]]{0,39})$/;
/** What may end with a status: a bracket, or a sign or gap that sets it apart. */
const MAY_END = /[)\]]$|(?:\s[–—-]|[:)\]])\s+[^–—|:]{1,40}$|\S\s{2,}\S[^–—|:]{0,39}$/;
/** A status and an organisation. */
const MOST_PARTS = 2;

/** The title with the parts after it; null where none of them is a status. */
export function readTail({ status: reader, organisations }: ListGrammar, text: string): Tail | null {
  if (!MAY_END.test(text)) return null;
  let title = text.trim();
  let status: string | null = null;
  let organisation: string | null = null;
  for (let parts = 0; parts < MOST_PARTS; parts += 1) {
    const last = lastPart(title, reader);
    if (last === null) break;
    const mayName = last.isBracketed ? organisations.readText(last.text) !== null : organisations.isCodes(last.text);
    if (status === null && reader.read(last.text) !== null) status = last.text;
    else if (organisation === null && mayName) organisation = last.text;
    else break;
    title = last.before;
  }
  if (status === null) return null;
  const names = organisation?.split(/\s*[/&,;+]\s*|\sand\s/) ?? [];
  return { title, status, organisation, coded: names.some((part) => organisations.isCodes(part)) };
}

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
