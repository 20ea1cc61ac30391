/**
 * A review: reports, the queue of what a person should look at, and what is decided. In: a dataset or inputs, and the files of corrections
 * and dispositions. Out: what the page shows; every decision is in these files before it is answered. The dataset is never changed.
 */
import type { AuditSetting } from "../../audit/sign-off.js";
import type {
  AddRowRequest,
  Applied,
  ConfirmRequest,
  CorrectRequest,
  DisposeRequest,
  ItemDetail,
  ItemPlace,
  Queue,
  QueueItem,
  Shown,
} from "../../review/api.js";
import { queueOf } from "../../review/queue.js";
import type { CorrectedField } from "../../schema/correction.js";
import { addedRow, ROW } from "../../schema/row-change.js";
import { addCorrection, type CorrectionRequest } from "../add-correction.js";
import { addDisposition } from "../add-disposition.js";
import type { SourcePaths } from "../source-paths.js";
import { changesBetween } from "./changes.js";
import { doubtedFields } from "./confirmed-fields.js";
import { Decisions } from "./decisions.js";
import { ReviewHistory, type Written } from "./history.js";
import { itemDetail } from "./item-detail.js";
import { reportName } from "./report-name.js";
import { openReviewed, pathsOf, type Reviewed, type ReviewSource, readReviewed } from "./reviewed.js";
import { type ReviewSignOff, signOffReview } from "./sign-offs.js";
import { SourceViews } from "./source-views.js";

/** A request that cannot be done. */
export class ReviewError extends Error {
  override readonly name = "ReviewError";
  /** @param isConflict whether another window or program was first */
  constructor(
    message: string,
    readonly isConflict = false,
  ) {
    super(message);
  }
}

export interface ReviewOptions {
  readonly source: ReviewSource;
  readonly corrections: string;
  readonly dispositions: string;
  readonly setting: AuditSetting;
  /** Today as an ISO day. */
  readonly today: () => string;
}

export class ReviewSession {
  readonly #options: ReviewOptions;
  readonly #decisions: Decisions;
  readonly #history = new ReviewHistory();
  readonly #views = new SourceViews();
  readonly #paths: SourcePaths | null;
  #reviewed: Reviewed;
  /** Lines of the files that the reviewed reports go by. */
  #applied: ReadonlySet<string>;
  /** Changes with each reading. */
  #reading = 0;
  /** Changes are made one after the other. */
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(options: ReviewOptions, decisions: Decisions, reviewed: Reviewed, paths: SourcePaths | null) {
    this.#options = options;
    this.#decisions = decisions;
    this.#reviewed = reviewed;
    this.#paths = paths;
    // What a dataset was corrected by when it was written is in it.
    this.#applied = new Set(options.source.dataset === null ? decisions.corrections.map(keyOf) : []);
    // Paths of files in others are known once those of the others are.
    for (const file of reviewed.dataset.files) paths?.of(file);
  }

  /** @throws what reading the inputs, the dataset or the files throws */
  static async open(options: ReviewOptions): Promise<ReviewSession> {
    const decisions = new Decisions(options.corrections, options.dispositions);
    await decisions.refresh();
    const paths = await pathsOf(options.source);
    return new ReviewSession(options, decisions, await openReviewed(options.source, decisions.corrections), paths);
  }

  async queue(window: string): Promise<Queue> {
    await this.#decisions.refresh();
    const { reports } = this.#reviewed.dataset;
    const unapplied = this.#decisions.corrections.filter((one) => !this.#applied.has(keyOf(one))).length;
    return {
      version: this.#version(),
      items: this.#items(),
      reports: reports.map((report) => `${report.source_file} · ${reportName(report)}`),
      canApply: this.#options.source.inputs !== null,
      unapplied,
      canUndo: this.#history.canUndo(window),
    };
  }

  async item(id: string): Promise<ItemDetail> {
    await this.#decisions.refresh();
    const detail = itemDetail(id, this.#reviewed.dataset, this.#decisions);
    if (detail === null) throw new ReviewError("This is no longer in the reports.");
    return { ...detail, version: this.#version() };
  }

  async show({ file: at, ...place }: ItemPlace): Promise<Shown> {
    const file = this.#reviewed.dataset.files[at];
    if (file === undefined) throw new ReviewError("There is no such file.");
    return this.#views.show(file, this.#paths?.of(file) ?? null, place);
  }

  correct({ window, by, report_id, deliverable, field, value, why, expected }: CorrectRequest): Promise<void> {
    return this.#inTurn(async () => {
      const now = this.#decisions.correction(report_id, deliverable, field)?.value ?? null;
      if (now !== expected) throw conflict();
      const request = { report: report_id, deliverable, field, value, by, why };
      this.#history.add(window, [await this.#write(request)]);
    });
  }

  dispose({ window, by, finding_id, disposition, note, expected }: DisposeRequest): Promise<void> {
    return this.#inTurn(async () => {
      const now = this.#decisions.disposition(finding_id)?.disposition ?? null;
      if (now !== expected) throw conflict();
      this.#history.add(window, [await this.#decide(finding_id, disposition, note, by)]);
    });
  }

  /** What is doubtful of a row is right as it was read, and its open findings are accepted. */
  confirm({ window, by, id, version }: ConfirmRequest): Promise<void> {
    return this.#inTurn(async () => {
      if (version !== this.#version()) throw conflict();
      const detail = itemDetail(id, this.#reviewed.dataset, this.#decisions);
      if (detail === null) throw new ReviewError("This is no longer in the reports.");
      const written: Written[] = [];
      try {
        for (const { field, deliverable, value } of doubtedFields(detail))
          written.push(
            await this.#write({ report: detail.report_id, deliverable, field, value, by, why: "Confirmed as read" }),
          );
        for (const { finding_id, disposition } of detail.findings)
          if (disposition === null) written.push(await this.#decide(finding_id, "accepted", "", by));
      } finally {
        this.#history.add(window, written);
      }
      if (written.length === 0) throw new ReviewError("There is nothing left to confirm here.");
    });
  }

  addRow(request: AddRowRequest): Promise<void> {
    const { window, by, report_id, after, number, title, organisations, rag, page, line, why } = request;
    return this.#inTurn(async () => {
      const place = { ...(page !== null && { page }), ...(line !== null && { line }) };
      const name = number.trim();
      if (name === "") throw new ReviewError("Give the row a number, or a name such as new-1.");
      const made = { report: report_id, deliverable: name, by, why };
      const value = addedRow(after === "" ? null : after.slice(report_id.length + 1), place);
      const written: Written[] = [];
      try {
        written.push(await this.#write({ ...made, field: ROW, value }));
        for (const [field, text] of Object.entries({ title, organisations, rag }))
          if (text.trim() !== "") written.push(await this.#write({ ...made, field, value: text.trim() }));
      } finally {
        this.#history.add(window, written);
      }
    });
  }

  undo(window: string): Promise<void> {
    return this.#inTurn(async () => {
      const reason = await this.#history.undo(window, this.#decisions);
      if (reason !== null) throw new ReviewError(reason, true);
    });
  }

  /** Reads the reports again with the corrections that are in the file now. */
  apply(): Promise<Applied> {
    return this.#inTurn(async () => {
      const { source } = this.#options;
      if (source.inputs === null)
        throw new ReviewError("The sources are not at hand: start the review with --sources, or with the reports.");
      const { corrections, dispositions } = this.#decisions;
      const before = this.#reviewed;
      const after = await readReviewed(source, corrections);
      this.#reviewed = after;
      this.#applied = new Set(corrections.map(keyOf));
      this.#reading++;
      for (const file of after.dataset.files) this.#paths?.of(file);
      const { stale } = signOffReview(after, dispositions, this.#options.setting);
      return { changes: changesBetween(before.dataset, after.dataset), unfit: [...after.unfit, ...stale] };
    });
  }

  async signOff(): Promise<ReviewSignOff> {
    await this.#decisions.refresh();
    return signOffReview(this.#reviewed, this.#decisions.dispositions, this.#options.setting);
  }

  close(): void {
    this.#views.close();
  }

  #items(): QueueItem[] {
    const decisions = this.#decisions;
    return queueOf(this.#reviewed.dataset.reports, {
      isDisposed: ({ finding_id, message }) => {
        const made = decisions.disposition(finding_id);
        return made !== null && (made.message === "" || made.message === message);
      },
      isCorrected: ({ report_id }, row) => decisions.isCorrected(report_id, row?.deliverable_id ?? ""),
    });
  }

  #version(): string {
    return `${this.#reading}.${this.#decisions.version}`;
  }

  /** After all changes before it, with what is in the files now. */
  #inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const done = this.#turn.then(async () => {
      await this.#decisions.refresh();
      const value = await work();
      await this.#decisions.refresh();
      return value;
    });
    this.#turn = done.catch(() => undefined);
    return done;
  }

  async #write(request: CorrectionRequest): Promise<Written> {
    const { report, deliverable, field, value } = request;
    const before = this.#decisions.correction(report, deliverable, field);
    const { correctionsPath } = this.#decisions;
    const made = await addCorrection(correctionsPath, request, this.#reviewed.dataset, this.#options.today(), {
      replace: true,
    });
    const target = { report, deliverable, field: field as CorrectedField };
    return { kind: "correction", target: { ...target, field: made.field }, before, after: value.trim() };
  }

  async #decide(finding_id: string, disposition: string, note: string, by: string): Promise<Written> {
    const findings = this.#reviewed.dataset.reports.flatMap((report) => report.findings);
    const found = findings.find((one) => one.finding_id === finding_id);
    if (found === undefined) throw new ReviewError("This finding is no longer in the reports.");
    const request = { finding_id, disposition, note, by };
    const path = this.#decisions.dispositionsPath;
    return { kind: "disposition", after: await addDisposition(path, request, found, this.#options.today()) };
  }
}

const keyOf = (one: {
  readonly report: string;
  readonly deliverable: string;
  readonly field: string;
  readonly value: string;
}): string => JSON.stringify([one.report, one.deliverable, one.field, one.value]);

const conflict = (): ReviewError =>
  new ReviewError("Another window or program decided about this meanwhile; nothing was changed.", true);
