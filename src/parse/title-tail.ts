/**
 * What stands behind a title without labels: "Repair the bridge (BC) - GREEN", "Repair the bridge [BC] [Amber]". In: a
 * title as printed. Out: the title, its status, and what may be its organisation.
 */
import type { Context } from "./context.js";
import type { ReadStatus } from "./status.js";

export interface Tail {
  readonly title: string;
  readonly status: ReadStatus;
  readonly statusRaw: string;
  /** Text in the organisation's place: in brackets, or codes behind a dash. */
  readonly organisation: string | null;
  /** Whether that is made of codes, so that it is sure without other rows. */
  readonly coded: boolean;
}

const BRACKETED = /\s*[([]([^()[\]]{1,60})[)\]]$/;
/** A few words behind a dash or a colon that white space sets apart. */
const DASHED = /\s*(?:\s[–—-]|:)\s+([^–—|:]{1,40})$/;
/** What may end with a status: a bracket, or a sign that sets it apart. */
const MAY_END = /[)\]]$|(?:\s[–—-]|:)\s+[^–—|:]{1,40}$/;
/** A status and an organisation. */
const MOST_PARTS = 2;

/** The title with the parts behind it; null where none of them is a status. */
export function readTail(context: Context, text: string): Tail | null {
  if (!MAY_END.test(text)) return null;
  let title = text.trim();
  let status: { read: ReadStatus; raw: string } | null = null;
  let organisation: string | null = null;
  for (let parts = 0; parts < MOST_PARTS; parts += 1) {
    const bracketed = BRACKETED.exec(title);
    const found = bracketed ?? DASHED.exec(title);
    const part = found?.[1]?.trim();
    if (found === null || part === undefined || found.index === 0) break;
    const read: ReadStatus | null = status === null ? context.status.read(part) : null;
    if (read !== null) status = { read, raw: part };
    else if (organisation === null && mayBeOrganisation(context, part, bracketed !== null)) organisation = part;
    else break;
    title = title.slice(0, found.index).trim();
  }
  if (status === null || title === "") return null;
  const coded = organisation !== null && isCoded(context, organisation);
  return { title, status: status.read, statusRaw: status.raw, organisation, coded };
}

const mayBeOrganisation = (context: Context, text: string, bracketed: boolean): boolean =>
  bracketed ? context.organisations.readText(text) !== null : context.organisations.isCodes(text);

/** Whether one of its names is a code. */
const isCoded = (context: Context, text: string): boolean =>
  text.split(/\s*[/&,;+]\s*|\sand\s/).some((part) => context.organisations.isCodes(part));
