/**
 * Headings of some of a table's columns, as text taken out column by column has them: each on its own line, or all on one. In:
 * lines, and the place of one. Out: the headings that begin there, each known beyond doubt; null where none do.
 */
import { hasDigit } from "../../language/characters.js";
import { knownHeadings } from "../../language/headings.js";
import { plainForm } from "../../language/words.js";
import type { LineBlock } from "../../model/block.js";
import type { ColumnRole, Profile } from "../../schema/profile.js";
import { headingEvidence } from "../columns/heading-evidence.js";
import { cutHeadings, KNOWN, strongest } from "./heading-words.js";

export interface HeadingGroup {
  readonly headings: readonly string[];
  readonly roles: readonly ColumnRole[];
  readonly length: number;
}

const LONGEST_LINE = 100;

export function headingGroupAt(lines: readonly LineBlock[], from: number, profile: Profile): HeadingGroup | null {
  const evidence = headingEvidence(profile);
  const headings: string[] = [];
  let at = from;
  for (; at < lines.length; at += 1) {
    const own = headingsOf(lines[at]?.text.trim() ?? "", profile);
    // An empty column may be above the headings of the next page, which begin with the numbers'.
    const beginsAnew = headings.length > 0 && strongest(own?.[0] ?? "", evidence)?.role === "number";
    if (own === null || beginsAnew) break;
    headings.push(...own);
  }
  if (headings.length === 0) return null;
  const roles = headings.flatMap((heading) => strongest(heading, evidence)?.role ?? []);
  return { headings, roles, length: at - from };
}

/** The headings of a line that holds nothing else, or null. */
function headingsOf(text: string, profile: Profile): readonly string[] | null {
  if (text === "" || text.length > LONGEST_LINE || hasDigit(text)) return null;
  if (knownHeadings(profile).has(plainForm(text))) return [text];
  const evidence = headingEvidence(profile);
  const cut = text.includes(" ") ? cutHeadings(text.split(/\s+/), evidence) : null;
  return cut?.every((heading) => (strongest(heading, evidence)?.weight ?? 0) >= KNOWN) === true ? cut : null;
}
