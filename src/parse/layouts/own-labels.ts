/**
 * Labels of a document's own that say what they are by their last words: "Lead Department/Agency:", "Action ref:". In: blocks and a
 * profile. Out: those that come again at the start of lines, with the role that these words have in a column's heading; one whose
 * values are statuses is of these, where it is the only one and no other label is; what always is right above a known label is a label too, of
 * something else.
 */
import { hasDigit } from "../../language/characters.js";
import { knownHeadings } from "../../language/headings.js";
import { plainForm } from "../../language/words.js";
import type { Block } from "../../model/block.js";
import { COLUMN_ROLES, type ColumnRole, type Profile } from "../../schema/profile.js";
import { headingEvidence } from "../columns/heading-evidence.js";
import { HEADING } from "../columns/weights.js";
import { isKnownStatus } from "../report/list-tables.js";
import { statusReader } from "../status.js";
import { headingGrammar } from "../update-heading.js";

/** Lines that a label begins, at least: once, it may be the start of a sentence. */
const FEWEST = 2;
const MOST_WORDS = 4;
const LABEL = /^(?:[-*+•●▪◦‣–]\s+)?(?:\*\*|__)?(\p{Lu}[^:=\n]{2,39}?)\s*(?:\*\*|__)?\s*[:=]/u;
/** Characters of a value that may be a status. */
const LONGEST_VALUE = 40;
/** Share of a label's values that are known statuses from which on all are statuses, and how often each of them comes on average. */
const KNOWN_STATUSES = 0.5;
const REPEATED = 1.5;

/** The known labels, and with them the document's own. */
export function labelRoles(blocks: readonly Block[], profile: Profile): ReadonlyMap<string, ColumnRole> {
  const known = knownHeadings(profile);
  const found = new Map<string, string[]>();
  let hasStatusLabel = false;
  for (const block of blocks) {
    const [all, printed] = (block.kind === "line" ? LABEL.exec(block.text) : null) ?? [];
    if (block.kind !== "line" || all === undefined || printed === undefined) continue;
    hasStatusLabel ||= known.get(plainForm(printed)) === "status";
    const name = printed.toLowerCase().replace(/\s+/g, " ");
    const values = found.get(name) ?? [];
    values.push(block.text.slice(all.length).trim());
    found.set(name, values);
  }
  const besides = labelsBeside(blocks, known, profile);
  const repeated = [...found]
    .filter(([, values]) => values.length >= FEWEST)
    .map(([name, values]) => {
      const isKnown = known.has(plainForm(name));
      return { name, values, isKnown, role: isKnown ? [] : roleOf(name, profile) };
    });
  hasStatusLabel ||= repeated.some(({ role }) => role.some(([, of]) => of === "status"));
  // "Cost: Green" above "Time: Red": nothing says which of them is the status.
  const rated = hasStatusLabel ? [] : repeated.filter(({ values }) => areStatuses(values, profile));
  const own = repeated.flatMap(({ name, values, isKnown, role }) => {
    if (isKnown || role.length > 0) return role;
    if (rated.length === 1 && rated[0]?.name === name) return namesOf(name, "status");
    return values.length <= (besides.get(name) ?? 0) ? namesOf(name, "other") : [];
  });
  return own.length === 0 ? known : new Map([...known, ...own]);
}

/** Whether a label's values are statuses: a few short phrases that come again, half of which are known ones at least. */
function areStatuses(values: readonly string[], profile: Profile): boolean {
  if (values.some((value) => value === "" || value.length > LONGEST_VALUE || hasDigit(value))) return false;
  if (values.length < new Set(values).size * REPEATED) return false;
  const status = statusReader(profile);
  return values.filter((value) => isKnownStatus(status, value)).length >= values.length * KNOWN_STATUSES;
}

/** How often each label that nobody knows is right above a known one, or above another such label. */
function labelsBeside(
  blocks: readonly Block[],
  known: ReadonlyMap<string, ColumnRole>,
  profile: Profile,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const { read } = headingGrammar(profile);
  let isLabelBelow = false;
  for (let at = blocks.length - 1; at >= 0; at -= 1) {
    const [block, below] = [blocks[at], blocks[at + 1]];
    const printed = block?.kind === "line" ? LABEL.exec(block.text)?.[1] : undefined;
    const isKnown = printed !== undefined && known.has(plainForm(printed));
    const name = printed?.toLowerCase().replace(/\s+/g, " ") ?? "";
    const isBeside: boolean =
      printed !== undefined &&
      isLabelBelow &&
      below?.gapBefore === false &&
      name.split(" ").length <= MOST_WORDS &&
      !/\d/.test(name) &&
      read(`${name}:`) === null;
    if (isBeside && !isKnown) counts.set(name, (counts.get(name) ?? 0) + 1);
    isLabelBelow = isKnown || isBeside;
  }
  return counts;
}

/** A label by its name as printed and in its plain form. */
const namesOf = (name: string, role: ColumnRole): [string, ColumnRole][] =>
  [...new Set([name, plainForm(name)])].map((each) => [each, role]);

/** What the first words of a heading weigh at most: they may be of anything, as in "Status key". */
const OF_FIRST_WORDS = HEADING.start * HEADING.exact;

/** "Lead agencies" to "lead agency": headings are mostly in the singular. */
const singular = (name: string): string => name.replace(/ies$/u, "y").replace(/(?<=[^s])s$/u, "");

/** A label's role, by its name as printed and in its plain form; none for the dated heading of an update. */
function roleOf(name: string, profile: Profile): [string, ColumnRole][] {
  if (name.split(" ").length > MOST_WORDS || headingGrammar(profile).read(`${name}:`) !== null) return [];
  const role = [name, singular(name)].flatMap((each) => {
    const evidence = headingEvidence(profile)(each);
    return COLUMN_ROLES.find((of) => (evidence[of] ?? 0) > OF_FIRST_WORDS) ?? [];
  })[0];
  return role === undefined ? [] : namesOf(name, role);
}
