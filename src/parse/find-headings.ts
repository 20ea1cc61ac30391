/**
 * Where tables of deliverables begin: head rows, and in text taken out cell by cell, heads whose cells stand on lines
 * of their own or all on one. In: a document's blocks. Out: the roles of the columns, by the block they begin at.
 */
import { type HeadingReader, headingReader, knownHeadings } from "../language/headings.js";
import { isLabel } from "../language/labels.js";
import { isUnfinished } from "../language/sentences.js";
import { plainForm, wordsOf } from "../language/words.js";
import type { Block } from "../model/block.js";
import type { ColumnRole, Profile } from "../schema/profile.js";
import { inferRoles } from "./infer-roles.js";
import type { StatusReader } from "./status.js";
import { type Roles, readTableHeading, wantsTitle } from "./table-heading.js";

export interface FoundHeading {
  readonly roles: Roles;
  /** Blocks it takes. */
  readonly length: number;
  /** Those among them that are the first row's cells, printed before the last headings. */
  readonly cells?: readonly number[];
  /** Whether no heading says what the titles are: many a table has numbers, words and colours. */
  readonly isUnnamed?: boolean;
}

/** Lines that a heading with a cell a line may take, wrapped cells included. */
const LONGEST_RUN = 9;
/** Words of one heading within a line that holds them all. */
const LONGEST_PHRASE = 10;
const LONGEST_HEADING_WORDS = 24;
/** Words of a heading that stands alone on its line. */
const LONGEST_LABEL = 4;
const WRAPPED_LINES = 3;
const LONGEST_LINE = 160;

export function findHeadings(
  blocks: readonly Block[],
  profile: Profile,
  status: StatusReader,
): Map<number, FoundHeading> {
  const role = headingReader(profile);
  const known = knownHeadings(profile);
  const found = new Map<number, FoundHeading>();
  const lines = new Map<string, readonly string[]>();
  const rolesOfHead = new Map<string, Roles>();
  const unnamed: number[] = [];
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index];
    if (block === undefined) break;
    const heading =
      block.kind === "row"
        ? rowHeading(
            block.cells.map((cell) => cell.text),
            role,
          )
        : (runHeading(blocks, index, role, lines, status) ?? linesHeading(blocks, index, role, known));
    if (heading === null) continue;
    if (
      heading.roles[0] !== "number" &&
      !headsDeliverables(heading.roles) &&
      isKey(blocks[index + heading.length], status)
    )
      continue;
    // A head that comes again means what it meant, though fewer rows under it say so.
    const text = block.kind === "row" ? block.cells.map((cell) => plainForm(cell.text)).join("|") : null;
    const before = text === null ? undefined : rolesOfHead.get(text);
    const roles =
      before ?? (block.kind === "row" ? inferRoles(heading.roles, blocks, index + 1, status) : heading.roles);
    if (wantsTitle(roles)) continue;
    if (text !== null) rolesOfHead.set(text, roles);
    const isUnnamed = wantsTitle(heading.roles);
    found.set(index, { ...heading, roles, isUnnamed });
    if (isUnnamed) unnamed.push(index);
    index += heading.length - 1;
  }
  // Beside tables whose titles are headed as such, those of another name are another paper's: risks, indicators.
  if (unnamed.length < found.size) for (const index of unnamed) found.delete(index);
  return found;
}

function rowHeading(cells: readonly string[], role: HeadingReader): FoundHeading | null {
  // Most rows are a deliverable's: they begin with its label, or hold a text no heading is as long as.
  if (isLabel(cells[0] ?? "") || cells.some((cell) => cell.length > LONGEST_LINE)) return null;
  const roles = readTableHeading(cells, role);
  return roles === null ? null : { roles, length: 1 };
}

/** Number, title and who is to deliver it, or updates behind both: no key has these, whatever its first column is. */
function headsDeliverables(roles: Roles): boolean {
  const [number, title, update] = [roles.indexOf("number"), roles.indexOf("title"), roles.indexOf("update")];
  return number >= 0 && title >= 0 && (roles.includes("organisation") || (number < title && title < update));
}

/** "Status | Description | Number" heads a key, not deliverables, when a status stands under it. */
function isKey(next: Block | undefined, status: StatusReader): boolean {
  if (next === undefined) return false;
  const first =
    next.kind === "row"
      ? (next.cells.find((cell) => cell.text !== "")?.text ?? "")
      : (next.text.split(/\s{2,}/)[0] ?? "");
  return status.readLabel(first) !== null;
}

/** Whether a text has at most so many words with single spaces between them. */
function hasWords(text: string, most: number): boolean {
  let at = -1;
  for (let count = 0; count < most; count += 1) {
    at = text.indexOf(" ", at + 1);
    if (at < 0) return true;
  }
  return false;
}

const numberStarts = new WeakMap<ReadonlyMap<string, ColumnRole>, ReadonlySet<string>>();

/** Whether the first word of a text begins a known heading of the numbers' column; a sign alone leaves it open. */
function mayBeNumber(text: string, known: ReadonlyMap<string, ColumnRole>): boolean {
  let starts = numberStarts.get(known);
  if (starts === undefined) {
    starts = new Set([...known].flatMap(([phrase, role]) => (role === "number" ? [phrase.split(" ")[0] ?? ""] : [])));
    numberStarts.set(known, starts);
  }
  const [word] = wordsOf((/^\s*\S+/.exec(text)?.[0] ?? "").toLowerCase());
  return word === undefined || starts.has(word);
}

const lineOf = (block: Block | undefined): string | null =>
  block?.kind === "line" && block.text.length <= LONGEST_LINE ? block.text : null;

/**
 * Headings on lines of their own: from one that is known, over others, to the line before the first label. A heading
 * met before is the same lines again, as a page repeats it.
 */
function runHeading(
  blocks: readonly Block[],
  index: number,
  role: HeadingReader,
  met: Map<string, readonly string[]>,
  status: StatusReader,
): FoundHeading | null {
  const first = lineOf(blocks[index]);
  if (first === null || !hasWords(first, LONGEST_LABEL)) return null;
  const lead = role(first);
  // The status may come first of all cells: then the number's heading is right below its own.
  if (lead !== "number" && (lead !== "status" || role(lineOf(blocks[index + 1]) ?? "") !== "number")) return null;
  const before = met.get(plainForm(first));
  if (before !== undefined) {
    // The same cells again, though a page may give them in another order.
    const left = before.slice(1);
    let same = 1;
    for (; left.length > 0; same += 1) {
      const at = left.indexOf(lineOf(blocks[index + same]) ?? "");
      if (at < 0) break;
      left.splice(at, 1);
    }
    const texts = Array.from({ length: same }, (_, at) => lineOf(blocks[index + at]) ?? "");
    return same >= 2 ? { roles: rolesOfRun(texts, role), length: same } : null;
  }
  const texts: string[] = [];
  for (let at = index; at < index + LONGEST_RUN; at += 1) {
    const text = lineOf(blocks[at]);
    if (text === null || isLabel(text) || /\d/.test(text) || /[.;:]$/.test(text.replace(/^No\.$|^Ref\.$/i, ""))) break;
    // The first row's status, where that column is the first.
    if (lead === "status" && status.read(text) !== null) break;
    texts.push(text);
  }
  const split = splitHeading(blocks, index, texts, role);
  if (split !== null) return split;
  while (texts.length > 0 && role(texts.at(-1) ?? "") === null && !endsHeading(texts, role)) texts.pop();
  const roles = rolesOfRun(texts, role);
  const named = new Set(roles.filter((each) => each !== null && each !== "other"));
  if (!(named.size >= 3 || (named.has("number") && named.has("title")))) return null;
  met.set(plainForm(first), texts);
  return { roles, length: texts.length };
}

/** Cells of the first row that may stand among the headings. */
const MOST_CELLS = 2;

/**
 * Headings among which the first cells of the first row stand, as text taken out block by block has them: "No." above
 * "Lead" above "1", then "Action" above "RAG status". Null where all headings stand together.
 */
function splitHeading(
  blocks: readonly Block[],
  index: number,
  texts: readonly string[],
  role: HeadingReader,
): FoundHeading | null {
  const from = index + texts.length;
  if (texts.length === 0 || texts.some((text) => role(text) === null) || !isLabel(lineOf(blocks[from]) ?? ""))
    return null;
  if (texts.some((text) => role(text) === "title")) return null;
  for (let cells = 1; cells <= MOST_CELLS; cells += 1) {
    const more: string[] = [];
    for (let at = from + cells; at < index + LONGEST_RUN; at += 1) {
      const text = lineOf(blocks[at]);
      if (text === null || role(text) === null || texts.some((before) => role(before) === role(text))) break;
      more.push(text);
    }
    const roles = rolesOfRun([...texts, ...more], role);
    if (more.length >= 2 && roles.includes("title"))
      return {
        roles,
        length: texts.length + cells + more.length,
        cells: Array.from({ length: cells }, (_, at) => from + at),
      };
  }
  return null;
}

/** Whether the last line only ends a heading that an earlier line begins ("RAG" above "Status"). */
const endsHeading = (texts: readonly string[], role: HeadingReader): boolean =>
  texts.length >= 2 && role(`${texts.at(-2)} ${texts.at(-1)}`) !== null && (texts.at(-1) ?? "").split(" ").length <= 2;

/** The roles in printed order, each once: a wrapped heading's second line adds none. */
function rolesOfRun(texts: readonly string[], role: HeadingReader): ColumnRole[] {
  const roles: ColumnRole[] = [];
  for (const text of texts) {
    const found = role(text);
    if (found !== null && !roles.includes(found)) roles.push(found);
  }
  return roles;
}

/** A heading on one line, or on two or three where its first cells wrap ("Action" above "No."). */
function linesHeading(
  blocks: readonly Block[],
  index: number,
  role: HeadingReader,
  known: ReadonlyMap<string, ColumnRole>,
): FoundHeading | null {
  const first = lineOf(blocks[index]);
  if (first === null || !mayBeNumber(first, known)) return null;
  const alone = lineHeading(first, role, known);
  if (alone !== null || !hasWords(first, 2)) return alone;
  let text = first;
  for (let length = 2; length <= WRAPPED_LINES; length += 1) {
    const next = lineOf(blocks[index + length - 1]);
    if (next === null) return null;
    text = `${text} ${next}`;
    const found = lineHeading(text, role, known);
    if (found !== null) return { ...found, length };
  }
  return null;
}

/** All headings on one line with single spaces: "Ref. Organisation Rating Commitment Commentary". */
function lineHeading(text: string, role: HeadingReader, known: ReadonlyMap<string, ColumnRole>): FoundHeading | null {
  if (text.length > LONGEST_LINE || /\d{2}|[.;:!?]$/.test(text)) return null;
  const words = text.split(/\s+/);
  const numbered = [1, 2].some(
    (length) => known.get(plainForm(words.slice(0, length).join(" ")) || (words[0] ?? "")) === "number",
  );
  if (words.length < 3 || words.length > LONGEST_HEADING_WORDS || !numbered) return null;
  const roles = cutIntoHeadings(words, 0, [], role, known, new Set());
  return roles !== null && roles[0] === "number" && roles.length >= 3 && roles.includes("title")
    ? { roles, length: 1 }
    : null;
}

/** "Organisation(s)" is a heading like "Organisation". */
const singular = (text: string): string => text.replace(/\((?:s|es)\)/g, "");

/**
 * Cuts words into headings so that none is left and no role comes twice; known phrases before long titles. `failed`
 * holds the places from which it cannot be done, so that each is tried once.
 */
function cutIntoHeadings(
  words: readonly string[],
  at: number,
  roles: readonly ColumnRole[],
  role: HeadingReader,
  known: ReadonlyMap<string, ColumnRole>,
  failed: Set<string>,
): ColumnRole[] | null {
  if (at === words.length) return [...roles];
  const place = `${at}/${[...roles].sort().join()}`;
  if (failed.has(place)) return null;
  const lengths = Array.from({ length: Math.min(LONGEST_PHRASE, words.length - at) }, (_, index) => index + 1)
    .reverse()
    // A sign is a heading of its own ("#"): it must not vanish into the phrase behind it.
    .filter(
      (length) => length === 1 || words.slice(at, at + length).every((word) => plainForm(word) !== "" || word === "&"),
    );
  const phrase = (length: number): string => singular(words.slice(at, at + length).join(" "));
  const readings: readonly [readonly number[], (text: string) => ColumnRole | null | undefined][] = [
    [lengths, (text) => known.get(plainForm(text) || text)],
    // A long title's heading ends where another begins: "Deliverables agreed by partners | RAG rating".
    [lengths.toReversed(), (text) => (role(text) === "title" && !isUnfinished(text) ? "title" : null)],
  ];
  for (const [tried, read] of readings)
    for (const length of tried) {
      const found = read(phrase(length)) ?? null;
      if (found === null || roles.includes(found)) continue;
      const rest = cutIntoHeadings(words, at + length, [...roles, found], role, known, failed);
      if (rest !== null) return rest;
    }
  failed.add(place);
  return null;
}
