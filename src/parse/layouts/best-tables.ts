/**
 * The tables of a document that are not printed as tables. In: its blocks. Out: the same blocks with these tables as rows. Every
 * layout reads the document as printed, and where their tables overlap the one that explains its text best is taken. Where
 * another one explains it nearly as well, rows that the two read differently are doubtful.
 */
import type { Block } from "../../model/block.js";
import type { Profile } from "../../schema/profile.js";
import type { Grammars } from "../columns/assign-roles.js";
import { statusReader } from "../status.js";
import { headingGrammar } from "../update-heading.js";
import { columnSections } from "./column-sections.js";
import { labelledLists } from "./labelled-lists.js";
import type { Layout, TableReading } from "./layout.js";
import { lineTables } from "./line-tables.js";
import { recordLists } from "./record-lists.js";
import { type ScoredTable, scoreTable } from "./table-score.js";

const LAYOUTS: readonly Layout[] = [lineTables, columnSections, recordLists, labelledLists];

/** Share of the best score from which on another reading leaves doubt. */
const NEARLY = 0.9;

/** @param layouts what reads the blocks; the order makes no difference but between readings that explain them alike */
export function withTables(blocks: readonly Block[], profile: Profile, layouts = LAYOUTS): readonly Block[] {
  const readings = layouts.flatMap(({ tables }) => tables(blocks, profile));
  if (readings.length === 0) return blocks;
  const out: Block[] = [];
  let at = 0;
  for (const { from, to, blocks: rows } of bestOf(readings, profile)) {
    out.push(...blocks.slice(at, from), ...rows);
    at = to;
  }
  return [...out, ...blocks.slice(at)];
}

/** Readings that do not overlap, in printed order: of those that do, the one with the best score. */
function bestOf(readings: readonly TableReading[], profile: Profile): TableReading[] {
  const grammars: Grammars = { profile, status: statusReader(profile), update: headingGrammar(profile) };
  const sorted = [...readings].sort((a, b) => a.from - b.from || b.to - a.to);
  const best: TableReading[] = [];
  for (let at = 0; at < sorted.length; ) {
    let end = sorted[at]?.to ?? 0;
    let next = at + 1;
    for (; next < sorted.length && (sorted[next]?.from ?? end) < end; next += 1)
      end = Math.max(end, sorted[next]?.to ?? end);
    best.push(...bestOfOverlapping(sorted.slice(at, next), grammars));
    at = next;
  }
  return best;
}

function bestOfOverlapping(readings: readonly TableReading[], grammars: Grammars): readonly TableReading[] {
  if (readings.length < 2) return readings;
  const scored = readings
    .map((reading) => ({ reading, ...scoreTable(reading.blocks, grammars) }))
    .sort((a, b) => b.score - a.score);
  const taken: (typeof scored)[number][] = [];
  for (const each of scored) {
    const rival = taken.find(({ reading }) => overlap(reading, each.reading));
    if (rival === undefined) taken.push(each);
    else if (each.score >= rival.score * NEARLY) taken[taken.indexOf(rival)] = withDoubt(rival, each);
  }
  return taken.map(({ reading }) => reading).sort((a, b) => a.from - b.from);
}

const overlap = (one: TableReading, other: TableReading): boolean => one.from < other.to && other.from < one.to;

/** A reading whose rows are doubtful where another one as good reads them differently. */
function withDoubt<Scored extends ScoredTable & { readonly reading: TableReading }>(
  best: Scored,
  other: Scored,
): Scored {
  const same = new Set(other.rows.values());
  const blocks = best.reading.blocks.map((block) => {
    if (block.kind !== "row") return block;
    const row = best.rows.get(block);
    return row === undefined || same.has(row) ? block : { ...block, isDoubtful: true as const };
  });
  return { ...best, reading: { ...best.reading, blocks } };
}
