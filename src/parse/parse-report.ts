/**
 * One report, in stages: where its parts are, its header, its stated counts, its own habits, its rows. In: the blocks that may hold a
 * report. Out: the report, or null where they hold none. Each stage returns what it found with what it used of the text; the
 * ledger is written once, from the uses of all of them.
 */

import { plainForm } from "../language/words.js";
import type { Block } from "../model/block.js";
import { coverPlaces } from "../model/place.js";
import type { PrintedReport } from "../model/printed.js";
import type { Rag } from "../schema/values.js";
import { findClaims, namesCounted, statesShares } from "./claims/find-claims.js";
import type { Context } from "./context.js";
import { ownStatements } from "./counts/counts-above.js";
import { withOwnWords, withStatusOfRows } from "./counts/own-words.js";
import { type CountSummary, readCounts } from "./counts/stated-counts.js";
import { learnOrganisations } from "./fields/learn-organisations.js";
import { readStatusCell } from "./fields/status-cell.js";
import { findBody, type ReadHeader, readHeader } from "./header/read-header.js";
import { titleBySize } from "./header/title-by-size.js";
import { Ledger, textOf, Uses } from "./ledger.js";
import { plainLineAt } from "./plain-lines.js";
import { readRows } from "./read-rows.js";
import { hasTitle, isReport, onlyQuotesReport } from "./report/is-report.js";
import { isKnownStatus, listsThingsToDo, ownScales } from "./report/list-tables.js";
import { isMinutes } from "./report/minutes.js";
import { onlyRegisters } from "./report/registers.js";
import { findReportBody, findReportEnd } from "./report/report-extent.js";
import type { ReportSpan } from "./report/report-span.js";
import type { Span } from "./report/split-reports.js";
import { themeSections } from "./report/theme-sections.js";
import { inScale, withReportsHabits } from "./report-habits.js";
import { withInitials } from "./scale/initials.js";
import { keyAmongRows } from "./scale/key-among-rows.js";
import { withNumberedScale } from "./scale/numbered-scale.js";
import { printedScale } from "./scale/printed-scale.js";

export interface ParsedReport {
  readonly report: PrintedReport;
  /** The first block after the report's text. */
  readonly end: number;
}

/** @param furniture blocks that belong to the pages, of the whole document */
export function parseReport(context: Context, found: Span, furniture: ReadonlySet<number>): ParsedReport | null {
  const { blocks, profile } = context;
  learnOrganisations(context, found.from, found.to);
  const { span, noRows } = extentOf(context, found, furniture);
  const sections = themeSections(context, span.from, span.rowsEnd, noRows);
  const head = readHeader(context, span.from, span.bodyFrom, noRows, sections[0]?.from);
  const scales = ownScales(context, span.from, span.rowsEnd);
  const above = context.isFirst(span.from) ? 0 : span.from;
  const counts = readCounts(blocks, span, withOwnWords(profile, scales, textsAround(blocks, span, above)), above);
  const elsewhere = new Set([...noRows, ...head.blocks, ...counts.blocks]);
  const key = keyAmongRows(context, { from: span.bodyFrom, to: span.rowsEnd, skip: elsewhere });
  const own = withReportsHabits(context, span, head.header, counts, key);
  const read = new Set([...elsewhere, ...key]);
  const { rows: rated, uses } = readRows(own, span, read, sections);
  const stated = ownStatements(counts, rated.length).map((each) => inScale(own, each));
  const rows = withInitials(withNumberedScale(rated, stated), own.key);
  const statements = withStatusOfRows(stated, rows);
  const reading = { header: head.header, statements, rows };
  const evidence = {
    listsThingsToDo: () => listsThingsToDo(own, span.from, span.rowsEnd),
    isStatus: (text: string) => isKnownStatus(own.status, text) || scales.has(plainForm(text)),
    onlyRegisters: onlyRegisters(own, span.from, span.rowsEnd),
    hasTitle: () => hasTitle(own, span.from, span.bodyFrom),
    isMinutes: () => isMinutes(blocks, span.from, span.rowsEnd),
    statesShares: () => statesShares(blocks, span),
    countsListed: () => namesCounted(blocks, span),
  };
  if (!isReport(reading, evidence) || onlyQuotesReport(own, reading, span.from, span.bodyFrom)) return null;
  const place = placeOf(blocks, span);
  if (place === null) return null;
  if (head.header.planTitle === null) takeTitleBySize(context, span, head);
  const around = usesAround(context, span, noRows, read, counts);
  for (const index of key) around.setBlockAside(index, "key");
  const ledger = new Ledger(blocks, [head.uses, counts.uses, around, uses]);
  const { residue, coverage } = ledger.close(span.from, span.end);
  const report = {
    ...reading,
    scale: printedScale({ key: own.key, statements, rows, builtIn: (text) => builtInStatus(context, text) }),
    countsComplete: counts.isComplete,
    ...findClaims({ blocks, span, statements, rows, residue }, profile),
    residue,
    coverage,
    place,
    pageLast: blocks[ledger.lastTaken(span.from, span.rowsEnd)]?.place.page ?? null,
  };
  return { report, end: span.end };
}

/** The texts before and after a report's rows. */
const textsAround = (blocks: readonly Block[], { bodyFrom, rowsEnd, end }: ReportSpan, from: number): string[] =>
  [...blocks.slice(from, bodyFrom), ...blocks.slice(rowsEnd, end)].map(textOf);

/** Names the plan by what is printed largest. What is a report is known by then: a large line makes no paper one. */
function takeTitleBySize(context: Context, span: ReportSpan, { header, uses }: ReadHeader): void {
  const found = titleBySize(context, span);
  if (found === null) return;
  header.planTitle = found.title;
  header.isPlanBySize = true;
  header.planStartYear = found.years?.start ?? null;
  header.planEndYear = found.years?.end ?? null;
  for (const at of found.blocks) {
    uses.take(at, `${found.title} ${(plainLineAt(context.blocks, at) ?? "").match(/\d+/g)?.join(" ") ?? ""}`);
    uses.setRestAside(at, "head");
  }
}

/** The status of a cell by the profile alone, without the report's key. */
const builtInStatus = ({ status }: Context, text: string): Rag | null =>
  readStatusCell(text, status.narrowed({ halves: true }))?.rag ?? null;

interface Extent {
  readonly span: ReportSpan;
  /** Blocks that are the pages' or another paper's. */
  readonly noRows: ReadonlySet<number>;
}

/** Where the parts of a report are, and the blocks between them that are no part of it. */
function extentOf(context: Context, { from, to }: Span, furniture: ReadonlySet<number>): Extent {
  const bodyFrom = findBody(context, from, to, furniture);
  const { rowsEnd, foreign } = findReportBody(context, bodyFrom, to, furniture);
  const end = findReportEnd(context, rowsEnd, to, furniture);
  const noRows = new Set(foreign);
  for (let index = from; index < to; index += 1) if (furniture.has(index)) noRows.add(index);
  return { span: { from, bodyFrom, rowsEnd, end, skip: furniture }, noRows };
}

/** What no stage reads: furniture, other papers' tables, the rest of the header, what comes after the rows. */
function usesAround(
  { blocks, update }: Context,
  span: ReportSpan,
  noRows: ReadonlySet<number>,
  read: ReadonlySet<number>,
  counts: CountSummary,
): Uses {
  const uses = new Uses();
  for (const index of noRows) uses.setBlockAside(index, span.skip.has(index) ? "furniture" : "unassigned");
  for (let index = span.from; index < span.bodyFrom; index += 1)
    if (!read.has(index)) uses.setBlockAside(index, "head");
  for (let index = span.rowsEnd; index < span.end; index += 1) {
    const block = blocks[index];
    if (block === undefined || counts.blocks.has(index) || span.skip.has(index)) continue;
    // A dated update after the rows may belong to one of them: its reason makes a person look at it.
    const dated = block.kind === "line" && (update.read(block.text)?.dateRaw ?? null) !== null;
    uses.setBlockAside(index, dated ? "unassigned" : "closing");
  }
  return uses;
}

/** The place from the header's first block to the last row; a page number above the header is not part of it. */
function placeOf(blocks: readonly Block[], { from, rowsEnd, skip }: ReportSpan): PrintedReport["place"] | null {
  let first = from;
  while (first < rowsEnd && skip.has(first)) first += 1;
  const [top, bottom] = [first < rowsEnd ? blocks[first] : undefined, blocks[rowsEnd - 1]];
  if (top === undefined || bottom === undefined) return null;
  // Rows that are printed column by column end where the last column does.
  if (top.place.page === null)
    return blocks.slice(first, rowsEnd).reduce((sum, { place }) => coverPlaces(sum, place), top.place);
  return coverPlaces(top.place, bottom.place);
}
