/**
 * The reports of a review and the corrections that they go by. In: where they come from, and what was decided. Out: the reports, read again
 * where that is asked for, and their sign-off.
 */
import type { AuditSetting } from "../../audit/sign-off.js";
import type { Applied } from "../../review/api.js";
import type { Correction } from "../../schema/correction.js";
import type { Dataset } from "../../schema/dataset.js";
import type { SourcePaths } from "../source-paths.js";
import { changesBetween } from "./changes.js";
import type { Decisions } from "./decisions.js";
import { ReviewError } from "./review-error.js";
import { openReviewed, pathsOf, type Reviewed, type ReviewSource, readReviewed } from "./reviewed.js";
import { type ReviewSignOff, signOffReview } from "./sign-offs.js";

export class ReviewedState {
  readonly #source: ReviewSource;
  readonly #setting: AuditSetting;
  /** Where the files are; null where the inputs are not known. */
  readonly paths: SourcePaths | null;
  #reviewed: Reviewed;
  /** Corrections that the reports go by. */
  #applied: ReadonlySet<string>;
  #readings = 0;

  private constructor(
    source: ReviewSource,
    setting: AuditSetting,
    decisions: Decisions,
    reviewed: Reviewed,
    paths: SourcePaths | null,
  ) {
    this.#source = source;
    this.#setting = setting;
    this.#reviewed = reviewed;
    this.paths = paths;
    // What a dataset was corrected by when it was written is in it.
    this.#applied = new Set(source.dataset === null ? decisions.corrections.map(keyOf) : []);
    this.#findContained();
  }

  /** @throws what reading the inputs, the dataset or the files throws */
  static async open(source: ReviewSource, setting: AuditSetting, decisions: Decisions): Promise<ReviewedState> {
    const paths = await pathsOf(source);
    const reviewed = await openReviewed(source, decisions.corrections);
    return new ReviewedState(source, setting, decisions, reviewed, paths);
  }

  get dataset(): Dataset {
    return this.#reviewed.dataset;
  }

  get canApply(): boolean {
    return this.#source.inputs !== null;
  }

  /** Changes with each reading. */
  get reading(): number {
    return this.#readings;
  }

  /** How many corrections the reports do not go by yet. */
  unapplied({ corrections }: Decisions): number {
    return corrections.filter((one) => !this.#applied.has(keyOf(one))).length;
  }

  /** Reads the reports again with the corrections that are in the file now. */
  async apply({ corrections, dispositions }: Decisions): Promise<Applied> {
    if (!this.canApply)
      throw new ReviewError("The sources are not at hand: start the review with --sources, or with the reports.");
    const before = this.#reviewed;
    const after = await readReviewed(this.#source, corrections);
    this.#reviewed = after;
    this.#applied = new Set(corrections.map(keyOf));
    this.#readings++;
    this.#findContained();
    const { stale } = signOffReview(after, dispositions, this.#setting);
    return { changes: changesBetween(before.dataset, after.dataset), unfit: [...after.unfit, ...stale] };
  }

  signOff({ dispositions }: Decisions): ReviewSignOff {
    return signOffReview(this.#reviewed, dispositions, this.#setting);
  }

  /** Paths of files in others are known once those of the others are. */
  #findContained(): void {
    for (const file of this.dataset.files) this.paths?.of(file);
  }
}

const keyOf = ({ report, deliverable, field, value }: Correction): string =>
  JSON.stringify([report, deliverable, field, value]);
