/** What describes a dataset beside its rows: what its compiler says of it, and the figures of its content. */
import type { ReportOutline } from "../../model/outline.js";
import type { InputFile } from "../../schema/dataset.js";
import { type StatusOrNone, zeroCounts } from "../../schema/statuses.js";

/** What only the compiler of a dataset knows. Null where it was not given. */
export interface About {
  readonly title: string | null;
  readonly author: string | null;
  /** An SPDX identifier such as `CC-BY-4.0` or `OGL-UK-3.0`, or the address of a licence. */
  readonly licence: string | null;
}

export const NOTHING_SAID: About = { title: null, author: null, licence: null };

/** What the dataset is called where nobody has named it. */
export const DEFAULT_TITLE = "Progress reports of public plans";

/** Figures of the content, collected file by file. */
export class ContentFigures {
  readonly outcomes: Record<InputFile["outcome"], number> = {
    parsed: 0,
    "no-report": 0,
    "needs-ocr": 0,
    opened: 0,
    failed: 0,
  };
  readonly statuses: Record<StatusOrNone, number> = zeroCounts();
  readonly plans = new Set<string>();
  reviewed = 0;
  contradicted = 0;
  stated = 0;
  /** First and last day of the periods; null where no report has any. */
  first: string | null = null;
  last: string | null = null;

  add(file: InputFile, reports: readonly ReportOutline[]): void {
    this.outcomes[file.outcome] += 1;
    for (const report of reports) this.#addReport(report);
  }

  #addReport({ statuses, reviewCount, stated_counts, plan_title, period_start, period_end }: ReportOutline): void {
    for (const [status, count] of Object.entries(statuses)) this.statuses[status as StatusOrNone] += count;
    this.reviewed += reviewCount;
    this.stated += stated_counts.length;
    this.contradicted += stated_counts.filter(({ verdict }) => verdict === "contradicted").length;
    if (plan_title !== null) this.plans.add(plan_title);
    if (period_start !== null && (this.first === null || period_start < this.first)) this.first = period_start;
    if (period_end !== null && (this.last === null || period_end > this.last)) this.last = period_end;
  }
}
