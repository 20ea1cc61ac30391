/**
 * Labelled values: "Lead: NCC   Status: Amber", "(Owner: NCC)". In: a line's text. Out: its labels with their values, and a title
 * without the labelled values after it. Labels are the column headings that the profile knows.
 */
import { knownHeadings } from "../../language/headings.js";
import { plainForm } from "../../language/words.js";
import type { Cell } from "../../model/block.js";
import type { ColumnRole, Profile } from "../../schema/profile.js";
import { type PlanReader, planReader } from "../header/plan-title.js";
import { Organisations } from "../organisation.js";
import { type StatusReader, statusReader } from "../status.js";

export interface ListGrammar {
  readonly roles: ReadonlyMap<string, ColumnRole>;
  /** Labels, in plain form, that the document separates from their values by white space alone. */
  readonly spaced: ReadonlySet<string>;
  /** Labels of updates, in plain form, that the document prints alone on a line above their text. */
  readonly alone: ReadonlySet<string>;
  /** Words, in plain form, that the document prints after its titles where others have known statuses. */
  readonly tailWords: ReadonlySet<string>;
  readonly status: StatusReader;
  readonly organisations: Organisations;
  readonly plan: PlanReader;
  readonly profile: Profile;
}

export interface Labelled {
  /** In plain form, by which labels are compared. */
  readonly name: string;
  readonly printed: string;
  readonly value: string;
  /** The cell that holds the value, where a table has one for it. */
  readonly cell: Cell | null;
}

const grammars = new WeakMap<Profile, ListGrammar>();

export function listGrammar(profile: Profile): ListGrammar {
  let grammar = grammars.get(profile);
  if (grammar === undefined) {
    const roles = knownHeadings(profile);
    grammar = {
      roles,
      spaced: new Set(),
      alone: new Set(),
      tailWords: new Set(),
      status: statusReader(profile),
      organisations: new Organisations(profile),
      plan: planReader(profile),
      profile,
    };
    grammars.set(profile, grammar);
  }
  return grammar;
}

/** What separates a value from the label after it. */
const SEPARATOR = /(?:[\s|;,·•([]|(?<=\s)[/–—-])+$/u;
/** What a label within a line comes after, where the value before it is a text. */
const AFTER_TEXT = /(?:[|;·•([]|\s[/–—-]|[.!?])\s*$|\s{2,}$/u;
const OPENING = /^[([]\s*/u;
const ENDS_SENTENCE = /[\p{Ll}\d)][.!?]\s+$/u;
/** A value that ends as a sentence does, before another label. */
const FULL_STOP = /(?<=\p{Ll}{2})\.$/u;
/** A label, a wide space and a value. */
export const SPACED = /^(\p{Lu}[^:=]{1,39}?)\s{2,}(\S.*)$/u;

/** The labelled values of a line that begins with a label; none where it does not. */
export function labelsOf(text: string, grammar: ListGrammar): Labelled[] {
  const line = text.replace(OPENING, "");
  const matches = matchesIn(line, grammar);
  return matches[0]?.index === 0 ? valuesOf(line, matches, grammar) : spacedLabel(line, grammar);
}

/** "Status   Complete", or "What we did" above a text, where the document prints its labels so. */
function spacedLabel(line: string, { spaced, alone }: ListGrammar): Labelled[] {
  if (alone.size > 0 && line.length <= LONGEST_LABEL && alone.has(plainForm(line)))
    return [{ name: plainForm(line), printed: line, value: "", cell: null }];
  const [, printed, value] = spaced.size === 0 ? [] : (SPACED.exec(line) ?? []);
  if (printed === undefined || value === undefined) return [];
  const name = plainForm(printed);
  return spaced.has(name) ? [{ name, printed, value, cell: null }] : [];
}

/** A label within a line: where it begins, how it is printed, and where its value does. */
interface FoundLabel {
  readonly index: number;
  readonly printed: string;
  readonly valueFrom: number;
}

const SIGN = /[:=]\s*/g;
/** Words of a label, and characters before its sign within which it begins. */
const LABEL_WORDS = 6;
const LONGEST_LABEL = 60;
/** What a label comes after in its line. */
const BOUNDARY = /[\s([|;,/]/;
const PLURAL = /\(s\)$/i;

/** The labels with their sign, at a line's start or after what separates values. */
export function matchesIn(text: string, { roles }: ListGrammar): FoundLabel[] {
  const found: FoundLabel[] = [];
  if (!text.includes(":") && !text.includes("=")) return found;
  let from = 0;
  for (const { 0: sign, index } of text.matchAll(SIGN)) {
    const start = labelBefore(text, Math.max(from, index - LONGEST_LABEL), index, roles);
    const valueFrom = index + sign.length;
    if (start !== null) found.push({ index: start, printed: text.slice(start, index).trimEnd(), valueFrom });
    from = valueFrom;
  }
  return found;
}

/** Where the longest label begins that a sign at `to` ends, from `from` on; null where none does. */
function labelBefore(text: string, from: number, to: number, roles: ListGrammar["roles"]): number | null {
  const before = text.slice(from, to).trimEnd();
  const end = from + before.replace(PLURAL, "").length;
  let label: number | null = null;
  let words = 0;
  for (let at = end - 1; at >= from && words < LABEL_WORDS; at -= 1) {
    if (at > 0 && !BOUNDARY.test(text.charAt(at - 1))) continue;
    const phrase = text.slice(at, end);
    if (!/^\p{L}/u.test(phrase)) continue;
    words += 1;
    if (roles.has(phrase.toLowerCase().replace(/\s+/g, " "))) label = at;
  }
  return label;
}

function valuesOf(text: string, matches: readonly FoundLabel[], { roles }: ListGrammar): Labelled[] {
  const labels: FoundLabel[] = [];
  for (const match of matches) {
    const before = labels.at(-1);
    if (before === undefined || mayFollow(before, match, text, roles)) labels.push(match);
  }
  return labels.map((match, at) => {
    const next = labels[at + 1];
    const value = balanced(
      text
        .slice(match.valueFrom, next?.index ?? text.length)
        .replace(SEPARATOR, "")
        .trim(),
    );
    return {
      name: plainForm(match.printed.replace(PLURAL, "")),
      printed: match.printed,
      value: next !== undefined && value.endsWith(".") ? value.replace(FULL_STOP, "") : value,
      cell: null,
    };
  });
}

/** Whether a word within a line is a label: it is printed as the one before it, and no word of an update's sentence. */
function mayFollow(
  before: FoundLabel,
  match: FoundLabel,
  text: string,
  roles: ReadonlyMap<string, ColumnRole>,
): boolean {
  if (/^\p{Lu}/u.test(before.printed) && !/^\p{Lu}/u.test(match.printed)) return false;
  return (
    roles.get(plainForm(before.printed.replace(PLURAL, ""))) !== "update" || AFTER_TEXT.test(text.slice(0, match.index))
  );
}

/** A value without the bracket that closes one before its label. */
const balanced = (value: string): string => (/^[^([]*[)\]]$/u.test(value) ? value.slice(0, -1).trim() : value);

/** Labels after a title, in brackets or after wide space: "Open the café (Lead: NCC)". */
export function splitInline(
  head: string,
  grammar: ListGrammar,
): { readonly title: string; readonly inline: readonly Labelled[] } {
  const matches = matchesIn(head, grammar);
  const [first] = matches;
  if (first === undefined) return { title: head.trim(), inline: [] };
  const before = head.slice(0, first.index);
  const isSeparated = /(?:[([|;,·/–—-]|\s{2,})\s*$/u.test(before) || areSentences(before, matches, grammar);
  if (!isSeparated) return { title: head.trim(), inline: [] };
  return { title: before.replace(/[\s([|;,·/–—-]+$/u, ""), inline: valuesOf(head, matches, grammar) };
}

/** "Open the café. Lead: NCC. Status: Red.": several labels after a sentence, of which one is the status. */
const areSentences = (before: string, labels: readonly FoundLabel[], { roles }: ListGrammar): boolean =>
  labels.length > 1 &&
  ENDS_SENTENCE.test(before) &&
  labels.some(({ printed }) => roles.get(plainForm(printed.replace(PLURAL, ""))) === "status");
