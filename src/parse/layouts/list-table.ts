/**
 * A list's entries as table rows. In: the entries. Out: for each the blocks that stand in its place: a row with a cell for each of
 * the list's labels, before the first one the labels as column headings, and the page's own lines after.
 */
import type { Block, Cell, CellLine, RowBlock } from "../../model/block.js";
import { coverPlaces } from "../../model/place.js";
import type { ColumnRole } from "../../schema/profile.js";
import { headingEvidence } from "../columns/heading-evidence.js";
import { asidesOf } from "./joined-asides.js";
import type { Entry, Lines } from "./list-entry.js";
import type { ListGrammar } from "./list-grammar.js";
import { blocksOf, type ListLine } from "./list-lines.js";

/** Share of the statuses after titles with a name beside them from which on that is the organisation's. */
const NAMED = 0.75;

interface Column {
  readonly heading: string;
  readonly role?: ColumnRole;
  readonly cell: (entry: Entry) => Cell;
}

const NONE: Cell = { text: "" };

export function rowsOf(entries: readonly Entry[], lines: readonly ListLine[], grammar: ListGrammar): Block[][] {
  const columns = columnsOf(entries, grammar).filter(
    ({ heading, cell }) => heading !== "" || entries.some((entry) => cell(entry).text !== ""),
  );
  return entries.map((entry, turn) => {
    const own = blocksOf(lines, entry.from, entry.to);
    const kept = own.filter((block) => !entry.furniture.has(block));
    const [first] = kept;
    if (first === undefined) return [];
    const headings = {
      ...rowOf(
        first,
        columns.map(({ heading, role }) => (role === undefined ? { text: heading } : { text: heading, role })),
      ),
      isHeading: true as const,
    };
    const row = {
      ...rowOf(
        first,
        columns.map(({ cell }) => cell(entry)),
      ),
      place: kept.map(({ place }) => place).reduce(coverPlaces),
      ...asidesOf(own),
      ...(entry.isDoubtful ? { isStatusDoubtful: true as const } : {}),
    };
    return [...(turn === 0 ? [headings] : []), row, ...entry.furniture];
  });
}

function columnsOf(entries: readonly Entry[], grammar: ListGrammar): Column[] {
  const isNamed = namesAfterTitles(entries);
  const unlabelled = (cell: (entry: Entry) => Cell): Column => ({ heading: "", cell });
  const inHead = (entry: Entry, text: string): Cell =>
    entry.headPlace === null || text === "" ? { text } : { text, place: entry.headPlace };
  const seen = (role: ColumnRole, text: (entry: Entry) => string | undefined): Column => ({
    ...unlabelled((entry) => inHead(entry, text(entry) ?? "")),
    role,
  });
  const labels = new Map<string, Entry>();
  for (const entry of entries) for (const name of entry.prints.keys()) if (!labels.has(name)) labels.set(name, entry);
  return [
    unlabelled((entry) => ({ ...numberCell(entry), ...inHead(entry, numberCell(entry).text) })),
    seen("title", (entry) => titleOf(entry, isNamed(entry))),
    unlabelled((entry) => inHead(entry, entry.head.glyph ?? "")),
    seen("organisation", ({ nameBefore }) => nameBefore),
    seen("organisation", (entry) => (isNamed(entry) ? (entry.tail?.organisation ?? undefined) : undefined)),
    { ...unlabelled(({ tail }) => (tail === null ? NONE : { ...tail.cell, text: tail.status })), role: "status" },
    ...[...labels].map(([name, first]) => ({
      heading: first.prints.get(name)?.[0] ?? "",
      ...roleByValues(name, grammar),
      cell: (entry: Entry) => valueCell(entry, name, entry === first),
    })),
    ...Array.from(
      { length: Math.max(0, ...entries.map(({ besides }) => besides.length)) },
      (_, at): Column => ({
        ...unlabelled(({ besides }) => besides[at] ?? NONE),
        role: "other",
      }),
    ),
    unlabelled(({ rest }) => linesCell(rest)),
  ];
}

/** The role of a label whose own words say none: its values are statuses. */
function roleByValues(name: string, { roles, profile }: ListGrammar): { readonly role?: ColumnRole } {
  if (roles.get(name) !== "status") return {};
  return (headingEvidence(profile)(name).status ?? 0) > 0 ? {} : { role: "status" };
}

/** Whether what is in brackets after a title names who does it: it is a code, or nearly all titles have it. */
function namesAfterTitles(entries: readonly Entry[]): (entry: Entry) => boolean {
  const tails = entries.flatMap(({ tail }) => tail ?? []);
  const isUsual = tails.filter(({ organisation }) => organisation !== null).length >= tails.length * NAMED;
  return ({ tail }) => tail !== null && (tail.coded || isUsual);
}

function titleOf({ title, tail }: Entry, isNamed: boolean): string {
  if (isNamed || tail === null || tail.organisation === null) return title;
  return tail.withName ?? `${title} (${tail.organisation})`;
}

/** The entry's row label; a word that it is printed with, as in "Action 3.1", is a column heading of a kind. */
function numberCell({ head: { label, printed } }: Entry): Cell {
  if (label === null) return NONE;
  const more = printed.replace(label, "").trim();
  return /[\p{L}\p{N}]/u.test(more) ? { text: label, label: more } : { text: label };
}

/** An entry's value with the label's prints in the entry; the list's first print of it is the column's heading. */
function valueCell(entry: Entry, name: string, isFirst: boolean): Cell {
  const lines = entry.values.get(name);
  const prints = entry.prints.get(name)?.slice(isFirst ? 1 : 0) ?? [];
  const cell = lines === undefined ? NONE : linesCell(lines);
  return prints.length === 0 ? cell : { ...cell, label: prints.join("\n") };
}

const linesCell = ({ texts, blocks, cell }: Lines): Cell => ({
  ...cell,
  text: texts.join("\n"),
  ...(cell === null ? { lines: blocks.map(({ place, gapBefore }): CellLine => ({ place, isApart: gapBefore })) } : {}),
});

const rowOf = (first: Block, cells: readonly Cell[]): RowBlock => ({
  kind: "row",
  place: first.place,
  gapBefore: first.gapBefore,
  pageStart: first.pageStart,
  cells,
  borders: "sure",
});
