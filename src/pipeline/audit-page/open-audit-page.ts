/**
 * Audited files, one at a time, to one page of HTML, the worst reports first. Reports wait on disk until the end; memory holds a line for
 * each report and one for each file, so that thousands of reports fit.
 */
import { dirname, resolve } from "node:path";
import { addLacking, comparingRulesText, isCompared, lackingText } from "../../audit/applied-rules.js";
import { disposedText, type StaleDisposition } from "../../audit/dispositions.js";
import { RULES } from "../../audit/registry.js";
import { renderExample } from "../../audit/render-example.js";
import { needsText } from "../../audit/render-rule.js";
import { type AuditSetting, type SignOff, verdictReason } from "../../audit/sign-off.js";
import { renderDecisions } from "../../audit-page/disposition.js";
import { renderFirstFindings } from "../../audit-page/first-findings.js";
import { PAGE_START, REPORTS_END, renderEnd, renderFilters, renderStart } from "../../audit-page/frame.js";
import { type Hole, html, type Markup } from "../../audit-page/markup.js";
import { renderOverview, renderOverviewRow } from "../../audit-page/overview.js";
import { entryOf, renderBody, reportAnchor } from "../../audit-page/report-section.js";
import { renderRules } from "../../audit-page/rules.js";
import { type RunSignOff, renderRunSignOff, renderSource } from "../../audit-page/run-sign-off.js";
import { renderHistory } from "../../audit-page/strip.js";
import type { FileKind } from "../../export/refuse-other-file.js";
import { stageFile } from "../../export/staged-file.js";
import type { WritableResult } from "../../export/write-dataset.js";
import type { Compared } from "../../model/series.js";
import { type InputFile, type Report, SCHEMA_VERSION, type Track } from "../../schema/dataset.js";
import type { Disposition } from "../../schema/disposition.js";
import { groupBy } from "../../track/groups.js";
import { EvidenceSource, type ReportEvidence } from "./evidence.js";
import { HistoryStrips } from "./history-strips.js";
import { ReportList } from "./report-list.js";

/** A file's reports with the tracks that begin in them, and how each was compared with others if they were tracked. */
export interface AuditableResult extends WritableResult {
  readonly compared?: readonly Compared[];
}

export interface SignedResult extends AuditableResult {
  /** Of each report, in their order. */
  readonly signOffs: readonly SignOff[];
}

export interface AuditPageOptions {
  readonly setting: AuditSetting;
  /** Largest number of pictures in the page. */
  readonly maxPictures: number;
  /** The options of the run, as the sign-off names them. */
  readonly asked: RunSignOff["options"];
  /** All dispositions that were given. */
  readonly dispositions?: readonly Disposition[];
  /** Stops the drawing of pictures. */
  readonly signal?: AbortSignal;
}

export interface AuditOrigin {
  /** From where the file was read; null if it is not known, as for a dataset's files. */
  readonly path: string | null;
  /** Which input its reports were tracked in, if there are several. */
  readonly run?: number;
}

export interface AuditPage {
  add(result: SignedResult, origin: AuditOrigin): Promise<void>;
  /** Writes the page and moves it into place. @param stale dispositions that are on no finding of the page */
  close(stale?: readonly StaleDisposition[]): Promise<void>;
  /** Leaves the former page in place. */
  discard(): Promise<void>;
}

/**
 * @param out the file to write; an audit page is replaced, any other file refused
 * @throws OutputError
 */
export async function openAuditPage(out: string, options: AuditPageOptions): Promise<AuditPage> {
  const { setting, maxPictures, asked, signal } = options;
  const staged = await stageFile(out, PAGE);
  const source = new EvidenceSource(maxPictures);
  const stop = (): void => source.close();
  signal?.addEventListener("abort", stop);
  const history = new HistoryStrips(dirname(resolve(out)));
  let compared = 0;
  const lacking = { rules: 0, reports: 0 };
  let correctionCount = 0;
  const disposed: Disposition[] = [];
  let isDisposed = false;
  const counts = { files: 0, reports: 0, rows: 0, statedCounts: 0, findings: 0 };
  const list = new ReportList(dirname(resolve(out)));
  const files: Markup[] = [];
  const raised = new Set<string>();
  const troubled: InputFile[] = [];
  const unchecked: RunSignOff["unchecked"][number][] = [];

  const addReport = async (
    report: Report,
    signOff: SignOff,
    found: ReportEvidence,
    tracks: readonly Track[],
    run: number,
  ): Promise<void> => {
    const index = ++counts.reports;
    await history.add(report, tracks, { index, findingsBefore: counts.findings }, run);
    const { deliverables, stated_counts, findings } = report;
    const corrected = [...signOff.corrections, ...signOff.verdict_changes].map(({ text }) => text);
    correctionCount += signOff.corrections.length;
    isDisposed ||= signOff.dispositions !== null;
    disposed.push(...(signOff.dispositions ?? []));
    const dispositions = new Map(signOff.dispositions?.map((one) => [one.finding_id, one]));
    const reasons = stated_counts.map((stated) => verdictReason(stated, report));
    const content = {
      report,
      index,
      ...found,
      findingsBefore: counts.findings,
      reasons,
      signOff: signOff.line,
      corrected,
      dispositions,
    };
    const entry = entryOf(report, index, counts.findings);
    await list.add(report, entry, renderOverviewRow(report, index), renderBody(content));
    if (signOff.unchecked.length > 0)
      unchecked.push({ anchor: reportAnchor(index), name: entry.name, phrases: signOff.unchecked });
    addLacking(lacking, report);
    counts.rows += deliverables.length;
    counts.statedCounts += stated_counts.length;
    counts.findings += findings.length;
    for (const { rule } of findings) raised.add(rule);
  };

  return {
    async add({ file, reports, tracks = [], compared: comparisons = [], signOffs }, origin) {
      counts.files++;
      compared += comparisons.filter(isCompared).length;
      files.push(renderSource(file));
      if (file.outcome !== "parsed" && file.outcome !== "opened") troubled.push(file);
      const found = await source.find(reports, origin.path);
      signal?.throwIfAborted();
      const begun = groupBy(tracks, ({ members }) => members[0]?.report_id ?? "");
      for (const [at, report] of reports.entries()) {
        const [evidence, signOff] = [found[at], signOffs[at]];
        if (evidence === undefined || signOff === undefined) continue;
        await addReport(report, signOff, evidence, begun.get(report.report_id) ?? [], origin.run ?? 0);
      }
    },
    async close(stale = []) {
      signal?.removeEventListener("abort", stop);
      source.close();
      const { version, profile, rules } = setting;
      const notes =
        source.leftOut === 0 ? [] : [`${source.leftOut} pictures were left out, over the limit of ${maxPictures}`];
      const known = {
        version,
        schemaVersion: SCHEMA_VERSION,
        profile,
        ruleCount: rules?.length ?? null,
        comparing: comparingRulesText(setting.rules, counts.reports, compared),
        lacking: lackingText(lacking),
        corrections: correctionCount,
        dispositions: isDisposed ? disposedText(disposed, counts.findings) : null,
        stale: stale.map(({ line, finding_id, reason }) => `line ${line}, ${finding_id}: ${reason}`),
      };
      const signOff = renderRunSignOff({ ...known, options: asked, counts, unchecked, notes }, files, troubled);
      const { strips, left } = await history.render();
      await history.close();
      list.sort();
      const write = async (parts: readonly Hole[]): Promise<void> => staged.write(html`${parts}`.text);
      await write([
        renderStart("Audit of progress reports", subtitleOf(counts), strips.length + left > 0),
        renderFirstFindings(list.worstFindings(), counts.findings),
        renderOverview(list.overviewRows()),
        renderHistory(strips, left),
        renderDecisions(options.dispositions ?? []),
        renderFilters(
          RULES.filter(({ id }) => raised.has(id)).map(({ id }) => ({ value: id, text: id })),
          list.entries().map(({ index, name }) => ({ value: reportAnchor(index), text: name })),
        ),
      ]);
      for await (const section of list.sections()) await write([section]);
      await write([REPORTS_END, signOff, renderRules(RULE_PAGES), renderEnd()]);
      await list.close();
      await staged.commit();
    },
    async discard() {
      signal?.removeEventListener("abort", stop);
      source.close();
      await history.close();
      await list.close();
      await staged.discard();
    },
  };
}

/** Which files a page may take the place of. */
const PAGE: FileKind = {
  mark: PAGE_START,
  otherwise: "was not written by `ragtally audit`",
  example: "audit.html",
};

const RULE_PAGES = RULES.map(({ id, severity, title, explanation, needs, passing, failing }) => ({
  id,
  severity,
  title,
  explanation,
  needs: needsText(needs).replaceAll("`", ""),
  passing: renderExample(passing),
  failing: renderExample(failing),
}));

function subtitleOf({ files, reports, findings }: RunSignOff["counts"]): string {
  const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;
  return `${plural(findings, "finding")} in ${plural(reports, "report")} from ${plural(files, "file")}`;
}
