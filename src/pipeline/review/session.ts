/**
 * A review: reports, the queue of what a person should look at, and what is decided. In: a dataset or inputs, and the files of corrections
 * and dispositions. Out: what the page shows; every decision is in these files before it is answered. The dataset is never changed.
 */
import { reportName } from "../../audit-page/report-section.js";
import type { Applied, ItemDetail, ItemPlace, Queue, QueueItem, Shown } from "../../review/api.js";
import { queueOf } from "../../review/queue.js";
import { DecisionWriter } from "./decision-writer.js";
import { Decisions } from "./decisions.js";
import { itemDetail } from "./item-detail.js";
import { gone, ReviewError } from "./review-error.js";
import type { ReviewSource } from "./reviewed.js";
import { ReviewedState } from "./reviewed-state.js";
import type { ReviewSignOff } from "./sign-offs.js";
import { SourceViews } from "./source-views.js";

export interface ReviewOptions {
  readonly source: ReviewSource;
  readonly corrections: string;
  readonly dispositions: string;
  /** Of the program. */
  readonly version: string;
  /** Today as an ISO day. */
  readonly today: () => string;
}

export class ReviewSession {
  /** What a person decides goes here. */
  readonly writer: DecisionWriter;
  readonly #decisions: Decisions;
  readonly #state: ReviewedState;
  readonly #views: SourceViews;

  private constructor(decisions: Decisions, state: ReviewedState, views: SourceViews, today: () => string) {
    this.#decisions = decisions;
    this.#state = state;
    this.#views = views;
    this.writer = new DecisionWriter(decisions, state, today);
  }

  /** @throws what reading the inputs, the dataset or the files throws */
  static async open({ source, corrections, dispositions, version, today }: ReviewOptions): Promise<ReviewSession> {
    const decisions = new Decisions(corrections, dispositions);
    await decisions.refresh();
    const state = await ReviewedState.open(source, version, decisions);
    return new ReviewSession(decisions, state, new SourceViews(source.reading.limits), today);
  }

  async queue(window: string): Promise<Queue> {
    await this.#decisions.refresh();
    const { dataset, canApply } = this.#state;
    const fitting = this.#state.fitting(this.#decisions);
    return {
      version: this.#version(),
      items: this.#items(),
      reports: dataset.reports.map((report) => `${report.source_file} · ${reportName(report)}`),
      canApply,
      unapplied: fitting.unapplied,
      unfit: fitting.unfit.length,
      canUndo: this.writer.canUndo(window),
    };
  }

  /** That of the queue, at the cost of a look at the files. */
  async version(): Promise<string> {
    await this.#decisions.refresh();
    return this.#version();
  }

  async item(id: string): Promise<ItemDetail> {
    await this.#decisions.refresh();
    const decided = { decisions: this.#decisions, fitting: this.#state.fitting(this.#decisions) };
    const detail = itemDetail(id, this.#state.dataset, decided);
    if (detail === null) throw gone();
    return detail;
  }

  async show({ file: at, ...place }: ItemPlace): Promise<Shown> {
    const file = this.#state.dataset.files[at];
    if (file === undefined) throw new ReviewError("There is no such file.");
    return this.#views.show(file, this.#state.paths?.of(file) ?? null, place);
  }

  /** Reads the reports again with the corrections that are in the file now. */
  apply(): Promise<Applied> {
    return this.writer.inTurn(() => this.#state.apply(this.#decisions));
  }

  async signOff(): Promise<ReviewSignOff> {
    await this.#decisions.refresh();
    return this.#state.signOff(this.#decisions);
  }

  close(): void {
    this.#views.close();
  }

  #items(): QueueItem[] {
    const decisions = this.#decisions;
    const fitting = this.#state.fitting(decisions);
    return queueOf(this.#state.dataset.reports, {
      isDisposed: (finding) => decisions.dispositionOf(finding) !== null,
      isSettled: ({ report_id }, { deliverable, field }) => fitting.of(report_id, deliverable, field) !== null,
    });
  }

  #version(): string {
    return `${this.#state.reading}.${this.#decisions.version}`;
  }
}
