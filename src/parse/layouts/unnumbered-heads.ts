/**
 * Where the entries of a list begin that have no number: at the title above their labels, where labels come again, or at the label
 * of their title. In: the list's lines, and where its numbered entries begin. Out: the first lines of the others.
 */
import { endsWithAny } from "../../language/sentences.js";
import { type EntryHead, isStatusLine, TITLE_LINES } from "./entry-title.js";
import { type ListGrammar, splitInline } from "./list-grammar.js";
import type { ListLine } from "./list-lines.js";

/** Entries without a number, which begin with the title above their labels, or with the label of their title. */
export function unnumberedHeads(
  lines: readonly ListLine[],
  numberedHeads: readonly EntryHead[],
  grammar: ListGrammar,
): EntryHead[] {
  const starts = new Set(numberedHeads.map(({ at }) => at));
  const found: { head: EntryHead; lead: string }[] = [];
  let seen: Set<string> | null = null;
  lines.forEach((line, at) => {
    if (starts.has(at)) seen = new Set(splitInline(line.bare, grammar).inline.map(({ name }) => name));
    const [first] = line.labels;
    if (first === undefined) return;
    if (seen === null || line.labels.some(({ name }) => seen?.has(name) === true && opensEntry(name, grammar))) {
      const head = headAbove(lines, at, grammar);
      if (head !== null) {
        found.push({ head, lead: first.name });
        seen = new Set();
      }
    }
    for (const { name } of line.labels) seen?.add(name);
  });
  const leads = found.map(({ lead }) => lead);
  const known = starts.size > 0 ? leadsBelow(lines, numberedHeads) : leads;
  return found.filter(({ lead }) => known.filter((each) => each === lead).length > 1).map(({ head }) => head);
}

/** The first label of each numbered entry. */
const leadsBelow = (lines: readonly ListLine[], heads: readonly EntryHead[]): string[] =>
  heads.flatMap(
    ({ at }) => lines.slice(at, at + TITLE_LINES + 2).find(({ labels }) => labels.length > 0)?.labels[0]?.name ?? [],
  );

/** Whether an entry has one value alone for a label: what comes again is the next entry's. */
const opensEntry = (name: string, { roles }: ListGrammar): boolean =>
  ["number", "title", "organisation", "status"].includes(roles.get(name) ?? "");

/** The line after a title: the status that is alone between it and its labels, or the first of these. */
function beforeStatus(lines: readonly ListLine[], at: number, grammar: ListGrammar): number {
  const above = lines[at - 1];
  return above !== undefined && isStatusLine(above, grammar) ? at - 1 : at;
}

/** The entry that a line of labels belongs to: from the title above it, or from the label of its title or number. */
function headAbove(lines: readonly ListLine[], at: number, grammar: ListGrammar): EntryHead | null {
  const role = grammar.roles.get(lines[at]?.labels[0]?.name ?? "");
  const ofLabel = { at, ...UNLABELLED, title: "", titleLines: 0, hasStatusFirst: false };
  if (role === "title") return ofLabel;
  if (role !== "number") return titleAbove(lines, at, grammar);
  return hasTitleAfterNumber(lines, at, grammar) ? ofLabel : (titleAbove(lines, at, grammar) ?? ofLabel);
}

const UNLABELLED = { label: null, printed: "", glyph: null };

/** Lines of an entry within which its title may have a label. */
const LONGEST_ENTRY = 20;

/** Whether the title of an entry that begins with the label of its number comes after it: under no label, or under its own. */
function hasTitleAfterNumber(lines: readonly ListLine[], at: number, { roles }: ListGrammar): boolean {
  const name = lines[at]?.labels[0]?.name;
  if ((lines[at + 1]?.labels.length ?? 0) === 0) return true;
  for (const { labels } of lines.slice(at + 1, at + LONGEST_ENTRY)) {
    if (labels[0]?.name === name) return false;
    if (labels.some((label) => roles.get(label.name) === "title")) return true;
  }
  return false;
}

/** The title on the lines above an entry's first label; null where nothing separates these from the text above, or they are a sentence. */
function titleAbove(lines: readonly ListLine[], at: number, grammar: ListGrammar): EntryHead | null {
  const end = beforeStatus(lines, at, grammar);
  let from = end;
  while (from > 0 && end - from < TITLE_LINES && (from === end || lines[from]?.block.gapBefore === false)) {
    const above = lines[from - 1];
    if (above === undefined || above.labels.length > 0 || above.block.kind !== "line" || above.block.furniture === true)
      break;
    from -= 1;
  }
  const first = lines[from];
  if (from === end || first === undefined || !(first.block.gapBefore || first.block.pageStart)) return null;
  const isSentence = lines[end]?.block.gapBefore === true && endsWithAny(lines[end - 1]?.text ?? "", ".;:");
  return isSentence
    ? null
    : { at: from, ...UNLABELLED, title: first.bare, titleLines: end - from - 1, hasStatusFirst: false };
}
