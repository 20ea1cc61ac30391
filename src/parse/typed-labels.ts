/**
 * The labels of a typed list: "Lead: FORCE   Status: Amber". In: a line. Out: its labelled values in printed order, or
 * null where it does not begin with a label.
 */
import { labelOf } from "../language/labels.js";
import { anyOf } from "../language/words.js";
import type { Block, RowBlock } from "../model/block.js";
import type { ColumnRole, Profile } from "../schema/profile.js";

const LABELLED: readonly ColumnRole[] = ["number", "organisation", "title", "status", "other"];

export interface Labelled {
  readonly role: ColumnRole;
  readonly value: string;
}

export interface Grammar {
  readonly label: RegExp;
  /** The same at a line's start alone, which most lines are told by. */
  readonly labelFirst: RegExp;
  readonly roles: ReadonlyMap<string, ColumnRole>;
  readonly numbered: RegExp;
  /** A line that is a number alone, with a word that says of what: "ACTION 1.1". */
  readonly bare: RegExp;
  /** A label of an update at a line's start. */
  readonly update: RegExp;
}

const grammars = new WeakMap<Profile, Grammar>();

export function grammarOf(profile: Profile): Grammar {
  let grammar = grammars.get(profile);
  if (grammar === undefined) {
    const roles = new Map<string, ColumnRole>();
    for (const role of LABELLED) for (const phrase of profile.columns[role]) roles.set(phrase.toLowerCase(), role);
    const phrases = [...roles.keys()].filter((phrase) => /^\p{L}/u.test(phrase));
    const label = `(?:^(?:[-*•]\\s+)?|\\s{2,}|\\t|[|;,]\\s*|\\s[–—-]\\s|[)\\]]\\s*)[[(]?[*_]{0,2}(${anyOf(phrases)})(?:\\(s\\))?[*_]{0,2}\\s*[:=][*_]{0,2}`;
    const named = anyOf(
      [...profile.columns.number, ...profile.columns.title].filter((phrase) => /^\p{L}+\.?$/u.test(phrase)),
    );
    grammar = {
      bare: new RegExp(
        `^(?:#{1,6}\\s*)?[*_]{0,2}(?:${named})\\s+([A-Z]{0,2}\\d{1,3}(?:\\.\\d{1,2}){0,2}[a-z]?)[.:)]?[*_]{0,2}$`,
        "iu",
      ),
      update: new RegExp(
        `^(?:[-*•]\\s+)?[*_]{0,2}(?:${anyOf(profile.columns.update)})[*_]{0,2}:[*_]{0,2}(?:\\s+|$)`,
        "iu",
      ),
      roles,
      label: new RegExp(label, "giu"),
      labelFirst: new RegExp(label, "iuy"),
      numbered: new RegExp(
        `^(?:#{1,6}\\s*)?[*_]{0,2}(?:(?:${anyOf(profile.columns.title.filter((phrase) => !phrase.includes(" ")))})\\s+)?((?:[A-Z]{0,2}\\d{1,3})(?:\\.\\d{1,2}){0,2}[a-z]?)(?:[.)](?:\\s*[:–—-])?\\s+|\\s*[:–—-]\\s+|\\s{2,}|\\s+)(\\S.*)$`,
        "iu",
      ),
    };
    grammars.set(profile, grammar);
  }
  return grammar;
}

export const lineText = (block: Block | undefined): string | null =>
  block === undefined
    ? null
    : block.kind === "line"
      ? block.text
      : block.borders === "loose"
        ? block.cells.map((cell) => cell.text).join("\t")
        : cardText(block);

/** Cells of a card that a page's rules draw round a deliverable: few, and read as a line. */
const CARD_CELLS = 3;

function cardText({ cells, place }: RowBlock): string | null {
  const filled = cells.filter((cell) => cell.text !== "");
  if (place.page === null || filled.length > CARD_CELLS) return null;
  return filled.map((cell) => cell.text.replace(/\s*\n\s*/g, " ")).join("  ");
}

const mayHoldLabel = (text: string): boolean => text.includes(":") || text.includes("=");

/** The labelled values of a line that begins with a label, or null. */
export function labelledValues(text: string, grammar: Grammar): Labelled[] | null {
  if (!mayHoldLabel(text)) return null;
  grammar.labelFirst.lastIndex = 0;
  if (!grammar.labelFirst.test(text)) return null;
  const matches = [...text.matchAll(grammar.label)];
  return matches.map((match, at) => ({
    role: grammar.roles.get((match[1] ?? "").toLowerCase()) ?? "other",
    value: text
      .slice(match.index + match[0].length, matches[at + 1]?.index ?? text.length)
      .replace(/[*_]+$/g, "")
      .replace(text.startsWith("[") || text.startsWith("(") ? /[\])]\s*$/ : /$^/, "")
      .trim(),
  }));
}

/** "Ref: 7" begins a record whose number is labelled too. */
export function startsRecord(text: string, grammar: Grammar): boolean {
  const values = labelledValues(text, grammar);
  return values?.[0]?.role === "number" && labelOf(values[0].value) !== null;
}

/** Labels on the title's own line: "7. Extend patrols   Lead: FORCE   Status: Amber". */
export function labelledBehind(text: string, grammar: Grammar): { title: string; values: Labelled[] } | null {
  if (!mayHoldLabel(text)) return null;
  const [first] = text.matchAll(grammar.label);
  if (first === undefined || first.index === 0) return null;
  const values = labelledValues(text.slice(first.index).replace(/^[\s|;,–—-]+/, ""), grammar);
  return values === null ? null : { title: text.slice(0, first.index).trim(), values };
}
