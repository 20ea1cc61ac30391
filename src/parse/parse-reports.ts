/**
 * Blocks to printed reports. In: one document's blocks. Out: its reports, each with header, stated counts, rows, updates
 * and residue. Never throws on content and never looks back further than a report's start.
 */
import type { Block } from "../model/block.js";
import type { PrintedReport, ResiduePiece } from "../model/printed.js";
import type { Profile } from "../schema/profile.js";
import { contextFor } from "./context.js";
import { withTables } from "./layouts/best-tables.js";
import { withStatusOfMarks } from "./layouts/marked-columns.js";
import { withJoinedHalves } from "./layouts/page-halves.js";
import { withStatusBeforeUpdate } from "./layouts/status-before-update.js";
import { Organisations } from "./organisation.js";
import { parseReport } from "./parse-report.js";
import { findFurniture } from "./report/furniture.js";
import { beginsWithReport, residueAfterReport } from "./report/rest-of-file.js";
import { splitReports } from "./report/split-reports.js";
import { statusReader } from "./status.js";

export function parseReports(asPrinted: readonly Block[], profile: Profile): PrintedReport[] {
  const status = statusReader(profile);
  const printed = withJoinedHalves(asPrinted, profile);
  const blocks = withTables(withStatusBeforeUpdate(withStatusOfMarks(printed, status), profile, status), profile);
  const context = contextFor(profile, blocks);
  const furniture = findFurniture(blocks, profile);
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
