/** The files that an audit writes. In: the options that name them, and audited files one at a time. Out: the page, and the workbook. */
import { resolve } from "node:path";
import {
  type AuditOrigin,
  type AuditPageOptions,
  openAuditPage,
  openFindingsWorkbook,
  type SignedResult,
  type StaleDisposition,
} from "../../internal.js";
import { UsageError } from "../exit.js";

export interface OutputFlags {
  readonly html?: string;
  readonly xlsx?: string;
}

export interface AuditOutputs {
  readonly isEmpty: boolean;
  add(result: SignedResult, origin: AuditOrigin): Promise<void>;
  /** Moves all into place. */
  close(stale: readonly StaleDisposition[]): Promise<void>;
  /** Leaves the former files in place. */
  discard(): Promise<void>;
}

/** @throws OutputError where one cannot be written; UsageError where both would be one */
export async function openOutputs({ html, xlsx }: OutputFlags, options: AuditPageOptions): Promise<AuditOutputs> {
  if (html !== undefined && xlsx !== undefined && resolve(html) === resolve(xlsx))
    throw new UsageError(`--html and --xlsx both name ${html}; give each a file of its own`);
  const page = html === undefined ? null : await openAuditPage(html, options);
  const workbook =
    xlsx === undefined
      ? null
      : await openFindingsWorkbook(xlsx).catch(async (error: unknown) => {
          await page?.discard();
          throw error;
        });
  return {
    isEmpty: page === null && workbook === null,
    async add(result, origin) {
      await page?.add(result, origin);
      for (const [at, report] of result.reports.entries()) {
        const signOff = result.signOffs[at];
        if (signOff !== undefined) await workbook?.add(report, signOff.line, signOff.dispositions ?? []);
      }
    },
    async close(stale) {
      await page?.close(stale);
      await workbook?.close();
    },
    async discard() {
      await page?.discard();
      await workbook?.discard();
    },
  };
}
