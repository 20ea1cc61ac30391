/** The audit for machines: JSON with stated counts, findings and sign-offs, or the findings as CSV. */
import { COLUMNS, cellsOf, csvText, type InputFile, planKeysOf, type Report } from "../../internal.js";
import type { Terminal } from "../terminal.js";
import { type AuditWriter, dispositionsBy } from "./writer.js";

/** `{reports: […], files: […], sign_off: {…}}` with one line per report and file. */
export function jsonWriter(terminal: Terminal): AuditWriter {
  const files: InputFile[] = [];
  let written = 0;
  return {
    start: () => terminal.write('{"reports": ['),
    file({ file, reports }) {
      files.push(file);
      for (const { report, signOff } of reports) {
        const dispositionOf = dispositionsBy(signOff);
        const findings = report.findings.map((finding) => ({ ...finding, disposition: dispositionOf(finding) }));
        const object = { ...withoutRows(report), findings, sign_off: signOff };
        terminal.write(`${written++ === 0 ? "" : ","}\n${JSON.stringify(object)}`);
      }
    },
    end({ findings, reportCount, deliverableCount, lacking }, line, stale) {
      const lines = files.map((file) => JSON.stringify(file)).join(",\n");
      const signOff = {
        files: files.length,
        reports: reportCount,
        rows: deliverableCount,
        findings,
        not_applied: lacking.rules,
        stale_dispositions: stale,
        line,
      };
      terminal.write(`\n],\n"files": [\n${lines}\n],\n"sign_off": ${JSON.stringify(signOff)}\n}\n`);
    },
  };
}

/** A report's own columns, stated counts and findings. Its rows are in the dataset. */
function withoutRows({ deliverables, residue, ...report }: Report): Record<string, unknown> {
  return { ...report, deliverable_count: deliverables.length, residue_count: residue.length };
}

/** The columns of `findings.csv`. */
export function csvWriter(terminal: Terminal, raw: boolean): AuditWriter {
  const columns = COLUMNS.findings;
  const print = (rows: string[][]): void => terminal.write(csvText(rows, { escapeFormulas: !raw }));
  return {
    start: () => print([columns.map(({ name }) => name)]),
    file({ reports }) {
      for (const { report } of reports)
        if (report.findings.length > 0)
          print(report.findings.map((finding) => cellsOf(columns, { ...finding, ...planKeysOf(report) })));
    },
    end: (_, line) => terminal.tell(line),
  };
}
