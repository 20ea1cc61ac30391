/**
 * The roles of a table's columns, decided together. In: each column's heading and facts. Out: columns with role and margin.
 * A table has at most one column of titles and one of numbers, so every choice of the two is compared.
 */

import { onOneLine } from "../../language/spaces.js";
import type { Cell } from "../../model/block.js";
import type { ColumnRole, Profile } from "../../schema/profile.js";
import type { StatusReader } from "../status.js";
import type { HeadingGrammar } from "../update-heading.js";
import { cellEvidence, evidenceBeside } from "./cell-evidence.js";
import { type ColumnFacts, columnFacts } from "./cell-facts.js";
import type { Column } from "./column.js";
import { addEvidence, type Evidence, scaled } from "./evidence.js";
import { headingEvidence } from "./heading-evidence.js";
import { periodOfHeading, qualifierOf } from "./heading-period.js";
import { titlesByCells } from "./titles-by-cells.js";
import { CELLS, HAS_TITLE, HEADING, OTHER, REST } from "./weights.js";

export interface ColumnsReading {
  readonly columns: readonly Column[];
  readonly facts: readonly ColumnFacts[];
  /** Sum of the evidence for the roles given. */
  readonly score: number;
}

export interface Grammars {
  readonly profile: Profile;
  readonly status: StatusReader;
  readonly update: HeadingGrammar;
}

/** Roles of which a table may have several columns. */
const SHARED = ["organisation", "status", "update", "date", "other"] as const;

/**
 * @param headings as printed, one a column
 * @param rows the cells under them; a row may have fewer cells than there are columns
 * @param options.trust factor of what the cells say, 0 to 1
 * @param options.isMade whether a layout made the table: what no label precedes is in its last column
 * @param options.seen by column, what a layout has seen there without a label
 * @param options.isExport whether the headings begin the file: a first column without one is then the export's row index
 */
export function readColumns(
  headings: readonly string[],
  rows: readonly (readonly Cell[])[],
  grammars: Grammars,
  { trust = 1, isExport = false, isMade = false, seen = [] }: ReadingOptions = {},
): ColumnsReading {
  const facts = headings.map((_, index) =>
    columnFacts(
      rows.map((row) => row[index] ?? NO_CELL),
      grammars.status,
      grammars.update,
    ),
  );
  const ofHeading = headingEvidence(grammars.profile);
  const evidence = headings.map((heading, index): Evidence => {
    const cells = facts[index];
    const ofCells = cells === undefined ? {} : scaled(cellEvidence(cells, index), trust);
    const beside = scaled(evidenceBeside(facts, index), trust);
    const sentences: Evidence =
      (ofHeading(heading).update ?? 0) >= HEADING.exact ? ofSentences(rows, index, cells) : {};
    const isRest = isMade && index === headings.length - 1 && heading === "";
    const rest: Evidence =
      isRest && !headings.some((each) => (ofHeading(each).update ?? 0) > 0) ? { update: REST } : {};
    const rowIndex: Evidence = isExport && index === 0 && heading.trim() === "" ? { other: HEADING.exact } : {};
    const role = seen[index];
    const ofLayout: Evidence = role === undefined ? {} : { [role]: HEADING.exact };
    return addEvidence(ofHeading(heading), ofLayout, ofCells, beside, sentences, rowIndex, rest, { other: OTHER });
  });
  const ofBest = assign(evidence);
  const best = ofBest.roles.includes("title")
    ? ofBest
    : withTitle(ofBest, titlesByCells(ofBest.roles, facts, evidence)[0]);
  const columns = headings.map((heading, index): Column => {
    const role = best.roles[index] ?? "other";
    return {
      index,
      heading: onOneLine(heading).trim(),
      role,
      period: periodOfHeading(heading),
      qualifier: qualifierOf(heading),
      margin: role === "title" ? best.margin : marginOf(evidence[index] ?? {}, role),
    };
  });
  return { columns, facts, score: best.score };
}

interface ReadingOptions {
  readonly trust?: number;
  readonly isExport?: boolean;
  readonly isMade?: boolean;
  readonly seen?: readonly (ColumnRole | undefined)[];
}

/** "Finished.", with its full stop below a heading of updates: the words of a status there are what is said of the row. */
function ofSentences(rows: readonly (readonly Cell[])[], index: number, facts: ColumnFacts | undefined): Evidence {
  if (facts === undefined || facts.statuses === 0) return {};
  const texts = rows.map((row) => row[index]?.text.trim() ?? "").filter((text) => text !== "");
  return texts.every((text) => text.endsWith(".")) ? { update: CELLS.misfit, status: -CELLS.misfit } : {};
}

const NO_CELL: Cell = { text: "" };

interface Assignment {
  readonly roles: readonly ColumnRole[];
  readonly score: number;
  /** How much less the best assignment with another column of titles scores. */
  readonly margin: number;
}

/** An assignment with titles that only their cells show to be titles: another column may be meant. */
function withTitle(best: Assignment, title: number | undefined): Assignment {
  if (title === undefined) return best;
  const roles = best.roles.map((role, index) => (index === title ? "title" : role));
  return { ...best, roles, margin: 0 };
}

/** The best roles for all columns: a sum over columns, but that one at most is the title and one the number. */
function assign(evidence: readonly Evidence[]): Assignment {
  const shared = evidence.map((each) => {
    let role: ColumnRole = "other";
    for (const tried of SHARED) if ((each[tried] ?? 0) > (each[role] ?? 0)) role = tried;
    return { role, score: each[role] ?? 0 };
  });
  const base = shared.reduce((sum, { score }) => sum + score, 0);
  const gain = (index: number, role: "title" | "number"): number =>
    (evidence[index]?.[role] ?? 0) - (shared[index]?.score ?? 0);
  const none = -1;
  let best = { title: none, number: none, score: base };
  const bestByTitle = new Map<number, number>([[none, base]]);
  for (let title = none; title < evidence.length; title += 1)
    for (let number = none; number < evidence.length; number += 1) {
      if (title === number && title !== none) continue;
      const score =
        base + (title === none ? 0 : gain(title, "title") + HAS_TITLE) + (number === none ? 0 : gain(number, "number"));
      bestByTitle.set(title, Math.max(bestByTitle.get(title) ?? Number.NEGATIVE_INFINITY, score));
      if (score > best.score) best = { title, number, score };
    }
  const roles = shared.map(({ role }, index) =>
    index === best.title ? "title" : index === best.number ? "number" : role,
  );
  const rival = Math.max(...[...bestByTitle].filter(([title]) => title !== best.title).map(([, score]) => score));
  return { roles, score: best.score, margin: Number.isFinite(rival) ? best.score - rival : best.score };
}

function marginOf(evidence: Evidence, role: ColumnRole): number {
  const others = Object.entries(evidence).filter(([each]) => each !== role);
  return (evidence[role] ?? 0) - Math.max(0, ...others.map(([, weight]) => weight));
}
