/**
 * Labelled values: "Lead: NCC   Status: Amber", "(Owner: NCC)". In: a line's text. Out: its labels with their values, and a title
 * without the labelled values behind it. Labels are the column headings that the profile knows.
 */
import { knownHeadings } from "../../language/headings.js";
import { anyOf, plainForm } from "../../language/words.js";
import type { Cell } from "../../model/block.js";
import type { ColumnRole, Profile } from "../../schema/profile.js";
import { type PlanReader, planReader } from "../header/plan-title.js";
import { Organisations } from "../organisation.js";
import { type StatusReader, statusReader } from "../status.js";

export interface ListGrammar {
  /** Labels with their sign, at a line's start or after what separates values. */
  readonly label: RegExp;
  readonly roles: ReadonlyMap<string, ColumnRole>;
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
    const phrases = [...roles.keys()].filter((phrase) => /^\p{L}/u.test(phrase));
    grammar = {
      label: new RegExp(`(?<=^|\\s|[(\\[|;,/])(${anyOf(phrases)})(?:\\(s\\))?\\s*[:=]\\s*`, "giu"),
      roles,
      status: statusReader(profile),
      organisations: new Organisations(profile),
      plan: planReader(profile),
      profile,
    };
    grammars.set(profile, grammar);
  }
  return grammar;
}

/** What separates a value from the label behind it. */
const SEPARATOR = /(?:[\s|;,·•([]|(?<=\s)[/–—-])+$/u;
/** What a label within a line stands behind, where the value before it is a text. */
const AFTER_TEXT = /(?:[|;·•([]|\s[/–—-]|[.!?])\s*$|\s{2,}$/u;
const OPENING = /^[([]\s*/u;

/** The labelled values of a line that begins with a label; none where it does not. */
export function labelsOf(text: string, grammar: ListGrammar): Labelled[] {
  const line = text.replace(OPENING, "");
  const matches = matchesIn(line, grammar);
  return matches[0]?.index === 0 ? valuesOf(line, matches, grammar) : [];
}

const matchesIn = (text: string, { label }: ListGrammar): RegExpExecArray[] =>
  text.includes(":") || text.includes("=") ? [...text.matchAll(label)] : [];

function valuesOf(text: string, matches: readonly RegExpExecArray[], { roles }: ListGrammar): Labelled[] {
  const labels: RegExpExecArray[] = [];
  for (const match of matches) {
    const before = labels.at(-1);
    if (before === undefined || mayFollow(before, match, text, roles)) labels.push(match);
  }
  return labels.map((match, at) => ({
    name: plainForm(match[1] ?? ""),
    printed: match[0].replace(/\s*[:=]\s*$/u, ""),
    value: balanced(
      text
        .slice(match.index + match[0].length, labels[at + 1]?.index ?? text.length)
        .replace(SEPARATOR, "")
        .trim(),
    ),
    cell: null,
  }));
}

/** Whether a word within a line is a label: it is printed as the one before it, and no word of an update's sentence. */
function mayFollow(
  before: RegExpExecArray,
  match: RegExpExecArray,
  text: string,
  roles: ReadonlyMap<string, ColumnRole>,
): boolean {
  if (/^\p{Lu}/u.test(before[1] ?? "") && !/^\p{Lu}/u.test(match[1] ?? "")) return false;
  return roles.get(plainForm(before[1] ?? "")) !== "update" || AFTER_TEXT.test(text.slice(0, match.index));
}

/** A value without the bracket that closes one before its label. */
const balanced = (value: string): string => (/^[^([]*[)\]]$/u.test(value) ? value.slice(0, -1).trim() : value);

/** Labels behind a title, in brackets or after wide space: "Open the café (Lead: NCC)". */
export function splitInline(
  head: string,
  grammar: ListGrammar,
): { readonly title: string; readonly inline: readonly Labelled[] } {
  const matches = matchesIn(head, grammar);
  const [first] = matches;
  const before = first === undefined ? head : head.slice(0, first.index);
  if (first === undefined || !/(?:[([|;,·/–—-]|\s{2,})\s*$/u.test(before)) return { title: head.trim(), inline: [] };
  return { title: before.replace(/[\s([|;,·/–—-]+$/u, ""), inline: valuesOf(head, matches, grammar) };
}
