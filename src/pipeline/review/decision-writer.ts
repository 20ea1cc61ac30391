/**
 * Writes what a person decides. In: requests of the page's windows. Out: lines in the files of corrections and dispositions, which are there
 * before a request is answered; one request after the other. It refuses what another window or program decided about meanwhile.
 */
import type { AddRowRequest, ConfirmRequest, CorrectRequest, DisposeRequest, FieldDetail } from "../../review/api.js";
import { addCorrections, CorrectionConflict, type CorrectionRequest } from "../add-correction.js";
import { addDisposition, DispositionConflict, type DispositionRequest } from "../add-disposition.js";
import type { Decisions } from "./decisions.js";
import { ReviewHistory, type Written } from "./history.js";
import { itemDetail } from "./item-detail.js";
import { conflict, gone, ReviewError } from "./review-error.js";
import type { ReviewedState } from "./reviewed-state.js";
import { rowRequests } from "./row-requests.js";

export class DecisionWriter {
  readonly #decisions: Decisions;
  readonly #state: ReviewedState;
  readonly #today: () => string;
  readonly #history = new ReviewHistory();
  /** Changes are made one after the other. */
  #turn: Promise<unknown> = Promise.resolve();

  /** @param today today as an ISO day */
  constructor(decisions: Decisions, state: ReviewedState, today: () => string) {
    this.#decisions = decisions;
    this.#state = state;
    this.#today = today;
  }

  canUndo(window: string): boolean {
    return this.#history.canUndo(window);
  }

  correct({ window, by, report_id, deliverable, field, value, why, expected }: CorrectRequest): Promise<void> {
    return this.inTurn(async () => {
      const request = { report: report_id, deliverable, field, value, by, why, expected };
      this.#history.add(window, [await this.#write([request])]);
    });
  }

  dispose({ window, by, finding_id, disposition, note, expected }: DisposeRequest): Promise<void> {
    return this.inTurn(async () => {
      this.#history.add(window, [await this.#decide({ finding_id, disposition, note, by, expected })]);
    });
  }

  /** What is doubtful of a row is right as it was read, and its open findings are accepted. */
  confirm({ window, by, id, version }: ConfirmRequest): Promise<void> {
    return this.inTurn(async () => {
      const decided = { decisions: this.#decisions, fitting: this.#state.fitting(this.#decisions) };
      const detail = itemDetail(id, this.#state.dataset, decided);
      if (detail === null) throw gone();
      if (version !== detail.version) throw conflict();
      const written: Written[] = [];
      try {
        const asked = { report: detail.report_id, by, why: "Confirmed as read" };
        const fields = detail.fields.filter(isOpen).map(({ field, deliverable, value, correction }) => {
          return { ...asked, deliverable, field, value, expected: correction?.value ?? null };
        });
        if (fields.length > 0) written.push(await this.#write(fields));
        const accepted = { disposition: "accepted", note: "", by, expected: null };
        for (const { finding_id, disposition } of detail.findings)
          if (disposition === null) written.push(await this.#decide({ finding_id, ...accepted }));
      } finally {
        this.#history.add(window, written);
      }
      if (written.length === 0) throw new ReviewError("There is nothing left to confirm here.");
    });
  }

  addRow(request: AddRowRequest): Promise<void> {
    const { window, report_id } = request;
    return this.inTurn(async () => {
      const report = this.#state.dataset.reports.find((one) => one.report_id === report_id);
      if (report === undefined) throw gone();
      const requests = rowRequests(request, report, this.#decisions.corrections);
      this.#history.add(window, [await this.#write(requests)]);
    });
  }

  undo(window: string): Promise<void> {
    return this.inTurn(async () => {
      const reason = await this.#history.undo(window, this.#decisions);
      if (reason !== null) throw new ReviewError(reason, true);
    });
  }

  /** After all changes before it, with what is in the files now. */
  inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const done = this.#turn.then(async () => {
      await this.#decisions.refresh();
      const value = await work();
      await this.#decisions.refresh();
      return value;
    });
    this.#turn = done.catch(() => undefined);
    return done;
  }

  /** All of the corrections, or none. */
  async #write(requests: readonly CorrectionRequest[]): Promise<Written> {
    const { correctionsPath } = this.#decisions;
    const written = addCorrections(correctionsPath, requests, this.#state.dataset, this.#today());
    const change = await written.catch((error: unknown) => {
      throw error instanceof CorrectionConflict ? conflict() : error;
    });
    return { kind: "correction", change };
  }

  async #decide(request: DispositionRequest): Promise<Written> {
    const findings = this.#state.dataset.reports.flatMap((report) => report.findings);
    const found = findings.find((one) => one.finding_id === request.finding_id);
    if (found === undefined) throw new ReviewError("This finding is no longer in the reports.");
    const written = addDisposition(this.#decisions.dispositionsPath, request, found, this.#today());
    const after = await written.catch((error: unknown) => {
      throw error instanceof DispositionConflict ? conflict() : error;
    });
    return { kind: "disposition", after };
  }
}

/** What is in doubt and not settled: a correction that is stale does not settle it. */
const isOpen = ({ isDoubted, correction }: FieldDetail): boolean =>
  isDoubted && (correction === null || correction.isStale);
