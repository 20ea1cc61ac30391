/**
 * The findings of an audit as a workbook. In: audited reports, one at a time, and what persons decided. Out: a sheet `findings` with a
 * line for each finding, numbered as on the audit page, and a sheet `reports` with the sign-off of each. The file is replaced completely
 * or not at all; a file that is no such workbook is refused with an `OutputError`.
 */
import { rename, rm } from "node:fs/promises";
import * as z from "zod";
import type { Report } from "../schema/dataset.js";
import type { Disposition } from "../schema/disposition.js";
import { COLUMNS, type Column, columnsOf } from "./columns.js";
import { collectRows, writeWorkbook } from "./formats/workbook.js";
import { outputError } from "./output-error.js";
import { type FileKind, refuseOtherFile } from "./refuse-other-file.js";
import { besideOf } from "./replace-file.js";
import { planKeysOf } from "./settled-tables.js";

/** Stored at the end of the file, by which an earlier one is known. */
const MARK = "ragtally audit";
/** Which files a workbook may take the place of. */
const WORKBOOK: FileKind = {
  mark: MARK,
  isAtEnd: true,
  otherwise: "was not written by `ragtally audit --xlsx`",
  example: "findings.xlsx",
};
/** What a reader of the sheet wants to see first. */
const FIRST = ["severity", "rule", "message", "deliverable_number", "source_file", "page"];

const text = z.string().nullable();
const DECIDED = { disposition: text, disposition_note: text, disposition_by: text, disposition_date: text };

const isFirst = ({ name }: Column): boolean => FIRST.includes(name);
const FINDING_COLUMNS: readonly Column[] = [
  ...columnsOf({ finding: z.string() }),
  ...COLUMNS.findings.filter(isFirst).sort((a, b) => FIRST.indexOf(a.name) - FIRST.indexOf(b.name)),
  ...columnsOf(DECIDED),
  ...COLUMNS.findings.filter((column) => !isFirst(column)),
];
const REPORT_COLUMNS = columnsOf({
  report_id: z.string(),
  source_file: z.string(),
  plan_title: text,
  theme_title: text,
  period_label: text,
  findings: z.int(),
  open_findings: z.int(),
  sign_off: z.string(),
});

export interface FindingsWorkbook {
  /** @param signOff what was checked, in a line @param decided dispositions of the report's findings */
  add(report: Report, signOff: string, decided: readonly Disposition[]): Promise<void>;
  /** Writes the workbook and moves it into place. @throws OutputError */
  close(): Promise<void>;
  /** Leaves the former one in place. */
  discard(): Promise<void>;
}

/** @param out the file to write @throws OutputError */
export async function openFindingsWorkbook(out: string): Promise<FindingsWorkbook> {
  await refuseOtherFile(out, WORKBOOK);
  const beside = besideOf(out);
  const failed = (error: unknown): never => {
    throw outputError(error, out);
  };
  const sheets = [
    await collectRows(beside, "findings", FINDING_COLUMNS).catch(failed),
    await collectRows(beside, "reports", REPORT_COLUMNS).catch(failed),
  ] as const;
  const [findings, reports] = sheets;
  let count = 0;
  const discard = async (): Promise<void> => {
    for (const rows of sheets) await rows.close().catch(() => undefined);
    for (const { path } of sheets.flatMap((rows) => rows.sheets())) await rm(path, { force: true });
    await rm(beside, { force: true });
  };
  return {
    async add(report, signOff, decided) {
      const byFinding = new Map(decided.map((one) => [one.finding_id, one]));
      const keys = planKeysOf(report);
      const rows = report.findings.map((finding) => {
        const made = byFinding.get(finding.finding_id);
        return { ...finding, ...keys, finding: `F${++count}`, ...decidedCells(made) };
      });
      const closed = decided.filter(({ disposition }) => disposition !== "query").length;
      const { report_id, source_file, plan_title, theme_title, period_label } = report;
      const about = { report_id, source_file, plan_title, theme_title, period_label };
      const line = { ...about, findings: rows.length, open_findings: rows.length - closed, sign_off: signOff };
      await findings.write(rows).catch(failed);
      await reports.write([line]).catch(failed);
    },
    async close() {
      try {
        for (const rows of sheets) await rows.close();
        await writeWorkbook(
          beside,
          sheets.flatMap((rows) => rows.sheets()),
          MARK,
        );
        await rename(beside, out);
      } catch (error) {
        await discard();
        throw outputError(error, out);
      }
    },
    discard,
  };
}

function decidedCells(made: Disposition | undefined): Readonly<Record<keyof typeof DECIDED, string | null>> {
  return {
    disposition: made?.disposition ?? null,
    disposition_note: made?.note ?? null,
    disposition_by: made?.by ?? null,
    disposition_date: made?.date ?? null,
  };
}
