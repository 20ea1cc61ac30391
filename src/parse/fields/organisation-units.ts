/**
 * Where one name ends and the next begins in a text of organisations. In: the text, and which names are known to occur on
 * their own. Out: the names in printed order, and whether a split or a join is undecided. A name is a unit: "Fire & Rescue Service"
 * is one, "DoN & CFO" are two because both occur on their own.
 */

import { singleSpaced } from "../../language/spaces.js";
import { lastWord } from "../../language/words.js";

export interface Units {
  readonly units: readonly string[];
  readonly unsure: boolean;
}

/** What a report and its profile say of names. Names are compared by `nameKey`. */
export interface NameEvidence {
  /** Whether a name occurs on its own. */
  readonly isKnown: (name: string) => boolean;
  /** Whether a text with a separator in it is, or has in it, a name known as a whole. */
  readonly hasWhole: (text: string) => boolean;
}

export interface Part {
  readonly text: string;
  /** The separator before it as printed; empty before the first. */
  readonly separator: string;
}

const SEPARATOR = /\s*(?:[/&,;+|\n]|\b(?:and|AND)\b)\s*/g;
/** A quick test that most texts fail. */
const MAY_SEPARATE = /[/&,;+|\n]|and|AND/;
/** A separator that names have inside them as often as between them. */
const WEAK = /^\s*(?:&|and|AND)\s*$/;
/** One that codes are not fused by. Beside "AND" any word is in capitals and has the form of a code. */
const BETWEEN = /^\s+(?:&|and)\s+$/;
/** "OPCC": a code in capitals. */
export const CODE = /^[A-Z][A-Z0-9]{1,9}$/;
/** "DfT", "BoardSec": one word with a second capital. */
export const ABBREVIATION = /^\p{Lu}[\p{L}\d]{0,8}\p{Lu}[\p{L}\d]{0,8}$/u;
/** More parts than this are a list: looking for names over several of them would take too long. */
const MOST_PARTS = 12;

const BODY_NAMES =
  "agency|association|authority|board|commission|commissioner|committee|constabulary|council|department|group|office|partnership|police|probation|service|services|team|trust|unit|university|college|school";
const ROLE_NAMES =
  "chair|clerk|co-?ordinator|director|executive|governor|head|lead|manager|minister|officer|president|principal|secretary|sergeant|inspector|superintendent";
/** A text that ends as a body's or a role's name does. */
const COMPLETE = new RegExp(`^(?:${BODY_NAMES}|${ROLE_NAMES})$`, "i");
/** A body's name of one word. */
const BODY = new RegExp(`^(?:${BODY_NAMES})$`, "i");
const ROLE = new RegExp(`^(?:${ROLE_NAMES})$`, "i");
/** An office that is always one of something, also where it is the whole text. */
const ONE_OF_SOMETHING = /^(?:director|minister|vice[ -]president)$|(?:^|\s)director[ -]general$/i;
/** What several subjects have one of: an office or a board, of which the last subject is named right before it. */
const OF_SUBJECTS = /^\p{Lu}\p{Ll}+ (?:Commissioner|Commission|Panel|Board|Committee|Partnership)$/u;
const FEWEST_SUBJECTS = 3;
/** A single word with a capital; a code has several. */
const SUBJECT = /^\p{Lu}\p{Ll}+$/u;
/** A text that begins as a person's role does. */
const BEGINS_ROLE = /^(?:assistant|chief|clerk|cllr|councillor|deputy|director|head|lead)\b/i;

const isComplete = (text: string): boolean => COMPLETE.test(lastWord(text));

/** Whether a text is a person's office, mostly of two words or more: alone, "Head" or "Lead" may be in a list. */
function namesOffice(text: string): boolean {
  const word = lastWord(text);
  return (word.length < text.length && ROLE.test(word)) || ONE_OF_SOMETHING.test(text);
}

/** Whether a text of several words begins or ends as one name does, so that another beside it is another's. */
export const isWholeName = (text: string): boolean =>
  text.includes(" ") && /^\p{Lu}/u.test(text) && (isComplete(text) || BEGINS_ROLE.test(text));

/** Names as they are compared: upper case, single spaces, "&" as "AND". */
export function nameKey(name: string): string {
  const upper = name.toUpperCase();
  return singleSpaced(upper.includes("&") ? upper.replace(/\s*&\s*/g, " AND ") : upper).trim();
}

/** The text's pieces at every separator outside brackets. */
export function partsOf(text: string): Part[] {
  if (!MAY_SEPARATE.test(text)) return [{ text, separator: "" }];
  const parts: Part[] = [];
  let [from, separator, depth, scanned] = [0, "", 0, 0];
  for (const match of text.matchAll(SEPARATOR)) {
    for (; scanned < match.index; scanned += 1) {
      if (text[scanned] === "(") depth += 1;
      else if (text[scanned] === ")") depth = Math.max(0, depth - 1);
    }
    if (depth > 0 && text.includes(")", match.index)) continue;
    parts.push({ text: text.slice(from, match.index), separator });
    [from, separator] = [match.index + match[0].length, match[0]];
  }
  parts.push({ text: text.slice(from), separator });
  return parts;
}

export function unitsOf(text: string, evidence: NameEvidence): Units {
  const runs = runsOf(glued(withSubjects(partsOf(text), evidence), evidence));
  const read = runs.map((run) => unitsOfRun(run, evidence));
  return { units: read.flatMap(({ units }) => units), unsure: read.some(({ unsure }) => unsure) };
}

const join = (parts: readonly Part[]): string =>
  parts.map(({ text, separator }, at) => (at === 0 ? text : separator + text)).join("");

/** Puts together what a separator is inside of: a known name, or a code or rank with a single letter ("R&D", "T/Supt"). */
function glued(parts: readonly Part[], evidence: NameEvidence): Part[] {
  const out: Part[] = [];
  for (const part of parts) {
    const before = out.at(-1);
    if (before !== undefined && before.text !== "" && part.text !== "" && isInside(before, part, evidence))
      out[out.length - 1] = { text: join([before, part]), separator: before.separator };
    else out.push(part);
  }
  return out;
}

/**
 * "Care, Learning and Leisure Committee": the subjects of one office or board. None of them is known as a body itself, or the first and
 * the last are a known name: "Police, Fire and Crime Commissioner" is a police and crime commissioner.
 */
export function withSubjects(parts: readonly Part[], { isKnown }: Pick<NameEvidence, "isKnown">): readonly Part[] {
  const last = parts.at(-1);
  if (parts.length < FEWEST_SUBJECTS || parts.length > MOST_PARTS || last === undefined) return parts;
  if (!OF_SUBJECTS.test(last.text) || !WEAK.test(last.separator)) return parts;
  const listed = parts.slice(1, -1).findLastIndex(({ separator }) => !/^,\s+$/.test(separator)) + 1;
  const isOne = (from: number): boolean => {
    const [first, ...others] = parts.slice(from, -1);
    if (first === undefined || others.length < FEWEST_SUBJECTS - 2) return false;
    return (
      [first, ...others].every(({ text }) => SUBJECT.test(text)) &&
      (isKnown(join([first, last])) || [first, ...others].every(({ text }) => !isKnown(text) && !COMPLETE.test(text)))
    );
  };
  for (let from = listed; from < parts.length; from += 1)
    if (isOne(from))
      return [...parts.slice(0, from), { text: join(parts.slice(from)), separator: parts[from]?.separator ?? "" }];
  return parts;
}

function isInside(before: Part, part: Part, evidence: NameEvidence): boolean {
  const { separator } = part;
  const isTight = /^[/&+]$/.test(separator);
  if (isTight && (/^\p{L}$/u.test(before.text) || /^\p{L}$/u.test(part.text))) return true;
  if (isOffice(before.text, part) && !evidence.isKnown(part.text)) return true;
  const both = before.text + separator + part.text;
  return evidence.hasWhole(both) && !evidence.hasWhole(before.text) && !evidence.hasWhole(part.text);
}

/** "Service Manager, Libraries": after an office's title that says of what it is nowhere else, a comma says it. */
export const isOffice = (before: string, { text, separator }: Part): boolean =>
  /^,\s+$/.test(separator) &&
  namesOffice(before) &&
  !/\b(?:of|for)\b/i.test(before) &&
  /^\p{Lu}\p{Ll}/u.test(text) &&
  !isComplete(text) &&
  !BEGINS_ROLE.test(text) &&
  !ABBREVIATION.test(text);

/** The parts between separators that always part names. */
function runsOf(parts: readonly Part[]): Part[][] {
  const runs: Part[][] = [];
  for (const part of parts) {
    if (part.text === "") continue;
    const run = runs.at(-1);
    if (run !== undefined && WEAK.test(part.separator)) run.push(part);
    else runs.push([part]);
  }
  return runs;
}

function unitsOfRun(run: readonly Part[], evidence: NameEvidence): Units {
  if (run.length === 1 || evidence.isKnown(join(run))) return { units: [join(run)], unsure: false };
  const groups = run.length > MOST_PARTS ? run.map((part) => [part]) : partition(run, evidence);
  if (groups === null) return { units: [join(run)], unsure: isDoubtful(run, evidence) };
  const units = groups.map(join);
  const sure = units.every(evidence.isKnown) || units.every((unit) => CODE.test(unit) || evidence.isKnown(unit));
  return { units, unsure: !sure };
}

/** The run as names each of which is on its own: the first of several ways, with short names first; null for none. */
function partition(run: readonly Part[], evidence: NameEvidence): Part[][] | null {
  const dead = new Set<number>();
  const from = (start: number): Part[][] | null => {
    if (start === run.length) return [];
    if (dead.has(start)) return null;
    for (let end = start + 1; end <= run.length; end += 1) {
      if (end - start === run.length || !stands(run, start, end, evidence)) continue;
      const rest = from(end);
      if (rest !== null) return [run.slice(start, end), ...rest];
    }
    dead.add(start);
    return null;
  };
  return from(0);
}

/**
 * Whether parts are a name of their own: one that is known, or, with spaces around its separators, a code or what is beside known
 * codes ("Wardens and FORCE"), or a body's one word beside known ones ("Council and Force").
 */
function stands(run: readonly Part[], start: number, end: number, evidence: NameEvidence): boolean {
  const name = join(run.slice(start, end));
  if (evidence.isKnown(name)) return true;
  const separators = run.slice(Math.max(1, start), end + 1).map(({ separator }) => separator);
  if (end - start > 1 || !separators.every((separator) => BETWEEN.test(separator))) return false;
  const beside = [run[start - 1], run[end]].flatMap((part) => part?.text ?? []);
  return (
    CODE.test(name) ||
    ABBREVIATION.test(name) ||
    (beside.every(evidence.isKnown) && (beside.every((other) => CODE.test(other)) || BODY.test(name)))
  );
}

/** Whether a run that is kept as one name may be several. */
function isDoubtful(run: readonly Part[], evidence: NameEvidence): boolean {
  return run.slice(1).some((_, at) => {
    const [left, right] = [join(run.slice(0, at + 1)), join(run.slice(at + 1))];
    const known = [left, right].filter((side) => evidence.isKnown(side)).length;
    if (known > 0) return true;
    if (CODE.test(left) && CODE.test(right)) return true;
    if (BEGINS_ROLE.test(right)) return isComplete(left) || BEGINS_ROLE.test(left);
    return isComplete(left) && isComplete(right);
  });
}
