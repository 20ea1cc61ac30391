/** Findings as text for a terminal. In: audited files. Out: findings grouped by report, and each report's sign-off. */
import type { Finding, Report, SignOff, StaleDisposition } from "../../internal.js";
import { count, figure, moreLine, printable, renderTable, wrap } from "../render.js";
import { renderConcerns, renderFailures } from "../summary.js";
import { LISTED, type Tally } from "../tally.js";
import type { Terminal } from "../terminal.js";
import { type AuditWriter, decidedText, dispositionsBy } from "./writer.js";

/** @param brief leaves out the findings, because they are in the HTML page */
export function textWriter(terminal: Terminal, brief: boolean): AuditWriter {
  let foundCount = 0;
  return {
    start: () => undefined,
    file({ reports }) {
      for (const { report, signOff } of reports) {
        if (report.findings.length > 0) foundCount++;
        if (!brief) terminal.print(renderReport(report, signOff, terminal));
      }
    },
    end(tally, line, stale) {
      const failures = renderFailures(tally, terminal.colours, terminal.width);
      const concerns = tally.reportCount > 1 ? renderConcerns(tally, terminal) : [];
      if (concerns.length > 0) terminal.print(`${concerns.join("\n")}\n`);
      if (failures.length > 0) terminal.print(`${failures.join("\n")}\n`);
      if (stale.length > 0) terminal.print(`${renderStale(stale, terminal).join("\n")}\n`);
      terminal.print(renderTotals(tally, foundCount));
      if (tally.reportCount > 0) terminal.print(wrap(line, terminal.width).join("\n"));
    },
  };
}

function renderReport(report: Report, signOff: SignOff, { colours, width }: Terminal): string {
  const paint = { error: colours.red, warning: colours.yellow, info: colours.dim };
  const dispositionOf = dispositionsBy(signOff);
  const rows = report.findings.map((finding) => {
    const severity = paint[finding.severity](finding.severity);
    return [
      severity,
      finding.rule,
      placeOf(finding),
      printable(`${finding.message}${decidedText(dispositionOf(finding))}`),
    ];
  });
  const [id, source] = [printable(report.report_id), printable(report.source_file)];
  // On one line if there is room for both.
  const gap = id.length + source.length + 2 > width ? "\n  " : "  ";
  const heading = `${colours.bold(id)}${gap}${colours.dim(source)}`;
  const found = rows.length === 0 ? ["  no findings"] : renderTable(rows, { width, indent: 2 });
  const corrected = [...signOff.corrections, ...signOff.verdict_changes].flatMap(({ text }) =>
    wrap(printable(text), width - 2).map((line) => `  ${line}`),
  );
  const signed = wrap(printable(signOff.line), width - 2).map((line) => `  ${colours.dim(line)}`);
  return `${[heading, ...found, ...corrected, ...signed].join("\n")}\n`;
}

function placeOf({ page, line_first }: Finding): string {
  if (line_first !== null) return `line ${line_first}`;
  return page === null ? "" : `page ${page}`;
}

/** Dispositions of findings that are not there, or that say something else now. */
function renderStale(stale: readonly StaleDisposition[], { colours, width }: Terminal): string[] {
  const rows = stale
    .slice(0, LISTED)
    .map(({ line, disposition, finding_id, reason }) => [
      `line ${line}`,
      disposition,
      printable(`${finding_id}: ${reason}`),
    ]);
  return [
    `${colours.bold("Stale dispositions")}: ${figure(stale.length)}`,
    ...renderTable(rows, { width, indent: 2 }),
    ...moreLine(stale.length - rows.length, "more disposition", null),
  ];
}

function renderTotals({ findings, reportCount }: Tally, foundCount: number): string {
  const { error, warning, info } = findings;
  if (reportCount === 0) return "No reports.";
  if (foundCount === 0) return `No findings in ${count(reportCount, "report")}.`;
  const parts = [count(error, "error"), count(warning, "warning"), `${info} info`].join(", ");
  return `${parts} in ${figure(foundCount)} of ${count(reportCount, "report")}.`;
}
