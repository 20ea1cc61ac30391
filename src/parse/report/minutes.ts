/**
 * Whether a text that states counts is an account of a meeting or a press release, which quote reports. In: a document's blocks and the
 * span that may be a report without rows. Out: yes or no.
 */
import type { Block } from "../../model/block.js";
import { plainLineAt } from "../plain-lines.js";

/** Blocks above the span that are read: the heading of a meeting comes before the item that names a plan. */
const ABOVE = 40;
const LONGEST_LINE = 2000;
/** What minutes, agendas and notes of meetings open with. */
const HEADING =
  /^(?:(?:draft|unconfirmed|approved|action)\s+)?(?:minutes|notes?|agenda|record)\s+(?:of|for)\b|^(?:draft |unconfirmed )?(?:minutes|agenda)$|\b(?:minutes|notes)\s+of\s+(?:the|a|its|our)\b.*\b(?:meeting|board|panel|committee)\b/i;
/** What an item of an agenda is headed by, and how a press release begins: with who makes a report known. */
const ITEM = /^agenda item(?:\s+\w{1,5})?\s*[:.]?$/i;
const NEWS =
  /^(?:\p{L}[\p{L}'’-]*\s){1,6}(?:publish|launch|announc|welcom|unveil|celebrat|hail|releas)e?s\s(?!.*:\s)/iu;
const ATTENDANCE =
  /^(?:present|apologies(?: for absence)?|in attendance|attendees|members present|also present)\s*[:–—-]/i;
/** What a meeting is asked to do with a report. */
const FOR_DECISION =
  /^(?:\([^()]{1,60}\)\s)?(?:to|the \p{L}+ is (?:asked|invited|recommended) to)\s(?:consider|receive|note|endorse)\s(?:the|a|this)\s(?:\p{L}+\s){0,2}(?:report|paper|update)\b/iu;
const END_OF_MEETING = /^the (?:meeting|chair) (?:closed|ended|declared|finished)\b/i;
/** "The panel received the theme's report": what a meeting did with one. */
const RECEIVED =
  /\b(?:panel|committee|board|cabinet|members|councillors|council|trustees|governors)\s(?:received|considered|scrutinised|reviewed|discussed|heard)\b/iu;
const OTHER_PAPERS = [ITEM, NEWS, FOR_DECISION, RECEIVED];
/** Figures in reported speech: "The board noted that 9 of 14 (64%) were green". */
const REPORTED =
  /\b(?:noted|heard|reported|advised|reminded|told|informed|asked|said|explained|commented|observed|welcomed)\b(?:\s+\p{L}+){0,3}?\s+(?:that|how|whether)\b.{0,150}?\d{1,4}\s?(?:%|per\s?cent|\(|(?:out\s+)?of\b)/iu;

/** Whether a line opens an account of a meeting. */
export const opensMeeting = (line: string): boolean => line.length <= LONGEST_LINE && HEADING.test(line);
/** "… 20 have not started (18%), the leader said": the same with the speaker after it. */
const REPORTED_AFTER =
  /(?:%|per\s?cent)[^.]{0,120}?,['’”"]?\s(?:\p{L}+\s){0,4}(?:said|told|added|explained|reported|noted)\b/iu;

/** Whether lines of a meeting are in the span or shortly above it, or the span's figures are in reported speech. */
export function isMinutes(blocks: readonly Block[], from: number, to: number): boolean {
  for (let index = Math.max(0, from - ABOVE); index < to; index += 1) {
    const line = plainLineAt(blocks, index);
    if (line === null || line.length > LONGEST_LINE) continue;
    if (
      HEADING.test(line) ||
      OTHER_PAPERS.some((form) => form.test(line)) ||
      ATTENDANCE.test(line) ||
      END_OF_MEETING.test(line)
    )
      return true;
    const next = plainLineAt(blocks, index + 1) ?? "";
    const both = `${line} ${next.slice(0, LONGEST_LINE)}`;
    if (index >= from && (REPORTED.test(both) || REPORTED_AFTER.test(both))) return true;
  }
  return false;
}
