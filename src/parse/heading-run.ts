/**
 * Headings of columns on lines of their own, as text taken out cell by cell has them. In: blocks, and the place of one.
 * Out: the head that begins there, and the first row's cells where they stand among its headings.
 */
import type { HeadingReader } from "../language/headings.js";
import { isLabel } from "../language/labels.js";
import { plainForm } from "../language/words.js";
import type { Block } from "../model/block.js";
import type { ColumnRole } from "../schema/profile.js";
import { hasWords, lineOf } from "./heading-text.js";
import type { StatusReader } from "./status.js";
import type { FoundHeading } from "./table-heading.js";

/** Lines that a heading with a cell a line may take, wrapped cells included. */
const LONGEST_RUN = 9;
/** Words of a heading that stands alone on its line. */
const LONGEST_LABEL = 4;

/**
 * Headings on lines of their own: from one that is known, over others, to the line before the first label. A heading
 * met before is the same lines again, as a page repeats it.
 */
export function runHeading(
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
