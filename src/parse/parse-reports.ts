/**
 * Blocks to printed reports. In: one document's blocks. Out: its reports, each with header, stated counts, rows, updates
 * and residue. Never throws on content and never looks back further than a report's start.
 */
import { periodOf } from "../language/quarters.js";
import type { Block } from "../model/block.js";
import { coverPlaces } from "../model/place.js";
import type { PrintedHeader, PrintedReport, PrintedRow, PrintedStatement, ResiduePiece } from "../model/printed.js";
import type { Profile } from "../schema/profile.js";
import { HALVES, RAGS, type Rag } from "../schema/values.js";
import { Assembler } from "./assemble.js";
import { findClaims, statesShares } from "./claims/find-claims.js";
import { type Context, contextFor } from "./context.js";
import { type CountSummary, readCounts } from "./counts/stated-counts.js";
import { uncolouredWords } from "./counts/status-words.js";
import { wholeWords } from "./cut-words.js";
import { withoutDoubtful } from "./doubtful-status.js";
import { learnOrganisations } from "./fields/learn-organisations.js";
import { findBody, readHeader } from "./header/read-header.js";
import { withTables } from "./layouts/best-tables.js";
import { textOf } from "./ledger.js";
import { completeNumbers } from "./numbers.js";
import { Organisations } from "./organisation.js";
import { readItems } from "./read-items.js";
import { withoutEndMatter } from "./report/end-matter.js";
import { findFurniture } from "./report/furniture.js";
import { hasTitle, isReport, onlyQuotesReport } from "./report/is-report.js";
import { isKnownStatus, listsThingsToDo } from "./report/list-tables.js";
import { isMinutes } from "./report/minutes.js";
import { onlyRegisters } from "./report/registers.js";
import { findReportBody, findReportEnd } from "./report/report-extent.js";
import type { ReportSpan } from "./report/report-span.js";
import { beginsWithReport, residueAfterReport } from "./report/rest-of-file.js";
import { type Span, splitReports } from "./report/split-reports.js";
import { type ThemeSection, themeSections } from "./report/theme-sections.js";
import { hasHalves } from "./scale/half-ratings.js";
import { reportScale } from "./scale/report-scale.js";
import { statusReader } from "./status.js";
import { KEY_STATUSES } from "./status-patterns.js";

export function parseReports(printed: readonly Block[], profile: Profile): PrintedReport[] {
  const blocks = withTables(printed, profile);
  const context = contextFor(profile, blocks);
  const furniture = findFurniture(blocks, profile);
  for (const index of furniture) context.ledger.setBlockAside(index, "furniture");
  const spans = splitReports(context, furniture);
  const keepsRest = beginsWithReport(blocks, spans[0]?.from ?? 0, furniture);
  const reports: (PrintedReport & { readonly residue: ResiduePiece[] })[] = [];
  for (const span of spans) {
    const found = parseReport(
      { ...context, isFirst: (from) => from <= (spans[0]?.from ?? 0), organisations: new Organisations(profile) },
      span,
      furniture,
    );
    if (found !== null) reports.push({ ...found.report, residue: [...found.report.residue] });
    if (keepsRest)
      reports.at(-1)?.residue.push(...residueAfterReport(blocks, found?.end ?? span.from, span.to, furniture));
  }
  return reports;
}

interface ParsedReport {
  readonly report: PrintedReport;
  /** The first block after the report's text. */
  readonly end: number;
}

function parseReport(context: Context, found: Span, furniture: ReadonlySet<number>): ParsedReport | null {
  const { blocks, ledger, profile } = context;
  learnOrganisations(context, found.from, found.to);
  /** Blocks that nothing further is read from. */
  const done = new Set<number>();
  for (let index = found.from; index < found.to; index += 1) if (furniture.has(index)) done.add(index);
  const span = extentOf(context, found, furniture, done);
  const sections = themeSections(context, span.from, span.rowsEnd, done);
  const header = readHeader(context, span.from, span.bodyFrom, done, sections[0]?.from);
  const counts = readCounts(blocks, span, profile, ledger);
  for (const index of counts.blocks) done.add(index);
  for (let index = span.from; index < span.bodyFrom; index += 1) {
    if (done.has(index)) continue;
    ledger.setBlockAside(index, "head");
    done.add(index);
  }
  const own = withReportsHabits(context, span, header, counts);
  const rows = readRows(own, span, done, sections);
  const statements = counts.statements.map((each) => inScale(own, each));
  const reading = { header, statements, rows };
  const evidence = {
    listsThingsToDo: () => listsThingsToDo(own, span.from, span.rowsEnd),
    isStatus: (text: string) => isKnownStatus(own.status, text),
    onlyRegisters: onlyRegisters(own, span.from, span.rowsEnd),
    hasTitle: () => hasTitle(own, span.from, span.bodyFrom),
    isMinutes: () => isMinutes(blocks, span.from, span.rowsEnd),
    statesShares: () => statesShares(blocks, span),
  };
  if (!isReport(reading, evidence) || onlyQuotesReport(own, reading, span.from, span.bodyFrom)) return null;
  setAsideAfterRows(context, span, counts);
  const place = placeOf(blocks, span);
  if (place === null) return null;
  const { residue, coverage } = ledger.close(span.from, span.end);
  const report = {
    ...reading,
    countsComplete: counts.isComplete,
    ...findClaims({ blocks, span, statements, rows, residue }, profile),
    residue,
    coverage,
    place,
    pageLast: blocks[ledger.lastTaken(span.from, span.rowsEnd)]?.place.page ?? null,
  };
  return { report, end: span.end };
}

/** The parts of a report; the blocks of other papers' tables in it are set aside. */
function extentOf(context: Context, { from, to }: Span, furniture: ReadonlySet<number>, done: Set<number>): ReportSpan {
  const bodyFrom = findBody(context, from, to, done);
  const { rowsEnd, foreign } = findReportBody(context, bodyFrom, to, done);
  const end = findReportEnd(context, rowsEnd, to, done);
  for (const index of foreign) {
    context.ledger.setBlockAside(index, "unassigned");
    done.add(index);
  }
  return { from, bodyFrom, rowsEnd, end, skip: furniture };
}

/** The context with what this report's header and status key say of its statuses, its words and its period. */
function withReportsHabits(
  context: Context,
  { from, bodyFrom, rowsEnd, end }: ReportSpan,
  header: PrintedHeader,
  counts: CountSummary,
): Context {
  const { blocks, profile } = context;
  // A key may be printed above the first report's title.
  const keyFrom = context.isFirst(from) ? 0 : from;
  const around = [...blocks.slice(keyFrom, bodyFrom), ...blocks.slice(rowsEnd, end)];
  const key = statusReader(profile, KEY_STATUSES);
  const scale = reportScale(around, profile, key);
  const headings = [...context.headings.keys()].flatMap((at) => (at >= from && at < end ? (blocks[at] ?? []) : []));
  const halves = hasHalves(
    {
      defined: scale.defined,
      counted: counts.statements.map(({ rag }) => rag),
      texts: [...around, ...headings].map(textOf),
      body: blocks.slice(bodyFrom, rowsEnd),
    },
    key,
  );
  const status = statusReader(scale.profile).narrowed({ halves });
  const uncoloured = uncolouredWords(blocks.slice(from, bodyFrom), profile, status);
  return {
    ...context,
    status: status.narrowed({ inKey: statusesInKey(counts), uncoloured }),
    words: wholeWords(blocks, from, rowsEnd),
    periodStart: periodOf(header)?.start ?? null,
    meaningOfColour: (rag) => {
      if (!halves && HALVES.includes(rag)) return null;
      return scale.changed.get(rag) ?? (scale.changed.has(rag) ? null : rag);
    },
    reported: { header, statements: counts.statements },
  };
}

/** A stated count under the status that its label means in this report; null where it has no colour there. */
function inScale({ meaningOfColour }: Context, statement: PrintedStatement): PrintedStatement {
  return { ...statement, rag: statement.rag === null ? null : meaningOfColour(statement.rag) };
}

function readRows(
  context: Context,
  { from, bodyFrom, rowsEnd }: ReportSpan,
  done: Set<number>,
  sections: readonly ThemeSection[],
): PrintedRow[] {
  for (const section of sections)
    for (let index = section.from; index < section.tableFrom; index += 1) {
      if (!done.has(index)) context.ledger.setBlockAside(index, "group");
      done.add(index);
    }
  const found = withoutEndMatter(context, readItems(context, bodyFrom, rowsEnd, done), rowsEnd);
  const items = withoutDoubtful(context, found, context.blocks.slice(from, bodyFrom));
  for (const item of items)
    if (item.kind === "head") item.head.group ??= sections.findLast((each) => each.from < item.block)?.text ?? null;
  return completeNumbers(new Assembler(context, items).rows());
}

function setAsideAfterRows({ blocks, ledger, update }: Context, span: ReportSpan, counts: CountSummary): void {
  for (let index = span.rowsEnd; index < span.end; index += 1) {
    const block = blocks[index];
    if (block === undefined || counts.blocks.has(index) || span.skip.has(index)) continue;
    // A dated update after the rows may belong to one of them: its reason makes a person look at it.
    const dated = block.kind === "line" && (update.read(block.text)?.dateRaw ?? null) !== null;
    ledger.setBlockAside(index, dated ? "unassigned" : "closing");
  }
}

/** The place from the header's first block to the last row; a page number above the header is not part of it. */
function placeOf(blocks: readonly Block[], { from, rowsEnd, skip }: ReportSpan): PrintedReport["place"] | null {
  let first = from;
  while (first < rowsEnd && skip.has(first)) first += 1;
  const [top, bottom] = [first < rowsEnd ? blocks[first] : undefined, blocks[rowsEnd - 1]];
  return top === undefined || bottom === undefined ? null : coverPlaces(top.place, bottom.place);
}

/** Statuses that a key must name before letters for others are doubted: a key of fewer may leave some out. */
const FEWEST_IN_KEY = 3;

/** The statuses that letters beside a title may be. */
function statusesInKey({ statements }: CountSummary): readonly Rag[] {
  const named = RAGS.filter((rag) => statements.some((statement) => statement.rag === rag));
  return named.length < FEWEST_IN_KEY ? RAGS : named;
}
