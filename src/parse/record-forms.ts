/**
 * Deliverables set as forms: a small table for each, with its labels down the side ("Lead | FORCE"). In: blocks. Out:
 * the same, each form as a head row of its labels and a row of its values, as a table of deliverables has them.
 */
import { type HeadingReader, headingReader } from "../language/headings.js";
import { isLabel } from "../language/labels.js";
import type { Block, Cell, RowBlock } from "../model/block.js";
import { coverPlaces } from "../model/place.js";
import type { ColumnRole, Profile } from "../schema/profile.js";

/** Forms that make a list of deliverables, and known labels that each has at least. */
const FEWEST_FORMS = 2;
const FEWEST_ROLES = 3;
/** A label has at most this many words; a longer value is no heading though it holds the word. */
const LABEL_WORDS = 4;

interface Pair {
  readonly role: ColumnRole;
  readonly label: Cell;
  readonly value: Cell;
}

interface Form {
  readonly from: number;
  to: number;
  readonly pairs: Pair[];
}

/** Blocks with their forms turned into table rows; the blocks themselves where they hold no list of forms. */
export function withForms(blocks: readonly Block[], profile: Profile): readonly Block[] {
  const role = headingReader(profile);
  const forms: Form[] = [];
  blocks.forEach((block, at) => {
    const pairs = block.kind === "row" && block.borders !== "loose" ? pairsOf(block, role) : null;
    if (pairs === null) return;
    const open = forms.at(-1);
    const goesOn =
      open !== undefined &&
      open.to === at &&
      !pairs.some((pair) => open.pairs.some((other) => other.role === pair.role && pair.role !== "other"));
    if (goesOn) {
      open.pairs.push(...pairs);
      open.to = at + 1;
    } else forms.push({ from: at, to: at + 1, pairs: [...pairs] });
  });
  const records = forms.filter(isRecord);
  if (records.length < FEWEST_FORMS) return blocks;
  const byStart = new Map(records.map((form) => [form.from, form]));
  return blocks.flatMap((block, at) => {
    const form = byStart.get(at);
    if (form !== undefined) return rowsOf(form, blocks);
    return records.some(({ from, to }) => at > from && at < to) ? [] : [block];
  });
}

function isRecord({ pairs }: Form): boolean {
  const roles = new Set(pairs.map((pair) => pair.role));
  return roles.has("status") && roles.has("title") && roles.size >= FEWEST_ROLES;
}

/** A row's labels with their values: every other filled cell a known label, and the number's value a number. */
function pairsOf(row: RowBlock, role: HeadingReader): Pair[] | null {
  const cells = row.cells.filter((cell, at) => cell.text !== "" || isPainted(cell, row.cells[at - 1]));
  if (cells.length === 0 || cells.length % 2 === 1) return null;
  const pairs: Pair[] = [];
  for (let at = 0; at < cells.length; at += 2) {
    const [label, value] = [cells[at], cells[at + 1]];
    const found = label === undefined ? null : role(label.text.replace(/\s*\n\s*/g, " ").replace(/:$/, ""));
    if (label === undefined || value === undefined || found === null) return null;
    const isHeading = value.text.split(/\s/).length <= LABEL_WORDS && role(value.text) !== null;
    if (found === "number" ? !isLabel(value.text) : isHeading && found !== "organisation") return null;
    pairs.push({ role: found, label, value });
  }
  return pairs;
}

/** An empty value may tell by its colour alone. */
const isPainted = (cell: Cell, label: Cell | undefined): boolean =>
  cell.text === "" && (cell.fill ?? null) !== null && label !== undefined && label.text !== "";

/** A form's labels and values as two rows; an update among them stands last, where text goes on below it. */
function rowsOf({ from, to, pairs }: Form, blocks: readonly Block[]): Block[] {
  const [first, last] = [blocks[from], blocks[to - 1]];
  if (first === undefined || last === undefined) return [];
  const ordered = [
    ...pairs.filter((pair) => pair.role !== "update"),
    ...pairs.filter((pair) => pair.role === "update"),
  ];
  const row = (cells: Cell[], gapBefore: boolean): RowBlock => ({
    kind: "row",
    cells,
    borders: "sure",
    gapBefore,
    pageStart: gapBefore && first.pageStart,
    place: coverPlaces(first.place, last.place),
  });
  const labels = ordered.map(({ label }) => ({ text: label.text }));
  return [
    row(labels, true),
    row(
      ordered.map(({ value }) => unspanned(value)),
      false,
    ),
  ];
}

const unspanned = ({ span: _, ...cell }: Cell): Cell => cell;
