/**
 * Blocks to printed reports. In: one document's blocks. Out: its reports, each with head, stated counts, rows, updates
 * and residue. Never throws on content and never looks back further than a report's start.
 */
import { periodOf } from "../language/quarters.js";
import type { Block } from "../model/block.js";
import { coverPlaces } from "../model/place.js";
import type { PrintedReport, ResiduePiece } from "../model/printed.js";
import type { Profile } from "../schema/profile.js";
import { RAGS, type Rag } from "../schema/values.js";
import { Assembler } from "./assemble.js";
import { withCards } from "./cards.js";
import { findProse, isCounting } from "./claims/find-claims.js";
import { type Context, contextFor } from "./context.js";
import { withDefinitions } from "./counts/definitions.js";
import { type Key, readKey } from "./counts/stated-counts.js";
import { keyWords } from "./counts/status-words.js";
import { wholeWords } from "./cut-words.js";
import { withoutDoubtful } from "./doubtful-status.js";
import { findBody, readHead } from "./header/read-header.js";
import { completeNumbers } from "./numbers.js";
import { Organisations } from "./organisation.js";
import { readItems } from "./read-items.js";
import { withForms } from "./record-forms.js";
import { withoutClosing } from "./report/end-matter.js";
import { findFurniture } from "./report/furniture.js";
import { isAbout, isHeaded, isReport, isTitled } from "./report/is-report.js";
import { isMinuted } from "./report/minutes.js";
import { isAllRegisters } from "./report/registers.js";
import { ownEnd, paperEnd } from "./report/report-extent.js";
import { beginsWithReport, restOf } from "./report/rest-of-file.js";
import { type Span, splitReports } from "./report/split-reports.js";
import { learnOrganisations } from "./rows-in-tables.js";
import { statusReader } from "./status.js";

export function parseReports(printed: readonly Block[], profile: Profile): PrintedReport[] {
  const blocks = withCards(withForms(printed, profile), profile);
  const context = contextFor(profile, blocks);
  const furniture = findFurniture(blocks, profile);
  for (const index of furniture) context.ledger.setAsideWhole(index, "furniture");
  const spans = splitReports(context, furniture);
  const keepsRest = beginsWithReport(blocks, spans[0]?.from ?? 0, furniture);
  const reports: (PrintedReport & { readonly residue: ResiduePiece[] })[] = [];
  for (const span of spans) {
    const found = parseReport({ ...context, organisations: new Organisations(profile) }, span, furniture);
    if (found !== null) reports.push({ ...found.report, residue: [...found.report.residue] });
    if (keepsRest) reports.at(-1)?.residue.push(...restOf(blocks, found?.end ?? span.from, span.to, furniture));
  }
  return reports;
}

interface ParsedReport {
  readonly report: PrintedReport;
  /** The first block behind the report's text. */
  readonly end: number;
}

function parseReport(context: Context, span: Span, furniture: ReadonlySet<number>): ParsedReport | null {
  const { blocks, ledger } = context;
  const { from } = span;
  learnOrganisations(context, from, span.to);
  const skip = new Set<number>();
  for (let index = from; index < span.to; index += 1) if (furniture.has(index)) skip.add(index);
  const bodyFrom = findBody(context, from, span.to, skip);
  const { end: to, foreign } = ownEnd(context, bodyFrom, span.to, skip);
  const paperTo = paperEnd(context, to, span.to, skip);
  for (const index of foreign) {
    ledger.setAsideWhole(index, "unassigned");
    skip.add(index);
  }
  const head = readHead(context, from, bodyFrom, skip);
  const zone = { from, bodyFrom, to, paperTo, skip: furniture };
  const key = readKey(blocks, zone, context.profile, ledger);
  for (const index of key.blocks) skip.add(index);
  for (let index = from; index < bodyFrom; index += 1)
    if (!skip.has(index)) {
      ledger.setAsideWhole(index, "head");
      skip.add(index);
    }
  const status = statusReader(withDefinitions(blocks, from, bodyFrom, context.profile, context.status));
  const uncoloured = keyWords(blocks.slice(from, bodyFrom), context.profile, status);
  const own = {
    ...context,
    status: status.narrowed({ keyed: keyedIn(key), uncoloured }),
    words: wholeWords(blocks, from, to),
    periodStart: periodOf(head)?.start ?? null,
  };
  const found = readItems(own, bodyFrom, to, skip);
  const items = withoutDoubtful(own, withoutClosing(own, found, to), blocks.slice(from, bodyFrom));
  const rows = completeNumbers(new Assembler(own, items).rows());
  const { statements } = key;
  const reading = { header: head, statements, rows };
  const signs = {
    headed: isHeaded(own, from, to),
    isRegister: isAllRegisters(own, from, to),
    isTitled: () => isTitled(own, from, bodyFrom),
    isMinuted: () => isMinuted(blocks, from, to),
    isCounting: () => isCounting(blocks, zone),
  };
  if (!isReport(reading, signs) || isAbout(own, reading, from, bodyFrom)) return null;
  for (let index = to; index < paperTo; index += 1) {
    const block = blocks[index];
    if (block === undefined || key.blocks.has(index) || furniture.has(index)) continue;
    // A dated update behind the rows may be a row's: it is told of.
    const dated = block.kind === "line" && (context.update.read(block.text)?.dateRaw ?? null) !== null;
    ledger.setAsideWhole(index, dated ? "unassigned" : "closing");
  }
  const { residue, coverage } = ledger.close(from, paperTo);
  const prose = findProse({ blocks, zone, statements, rows, residue }, context.profile);
  // A page number above the head is no part of it.
  let firstOwn = from;
  while (firstOwn < to && furniture.has(firstOwn)) firstOwn += 1;
  const [first, last] = [firstOwn < to ? blocks[firstOwn] : undefined, blocks[to - 1]];
  if (first === undefined || last === undefined) return null;
  const report = {
    header: head,
    statements,
    countsComplete: key.complete,
    rows,
    ...prose,
    residue,
    coverage,
    place: coverPlaces(first.place, last.place),
    pageLast: blocks[ledger.lastTaken(from, to)]?.place.page ?? null,
  };
  return { report, end: paperTo };
}

/** Statuses that a key must name before a letter for another one is doubted: one of fewer may leave some out. */
const FEWEST_KEYED = 3;

/** The statuses that letters beside a title may stand for. */
function keyedIn({ statements }: Key): readonly Rag[] {
  const named = RAGS.filter((rag) => statements.some((statement) => statement.rag === rag));
  return named.length < FEWEST_KEYED ? RAGS : named;
}
