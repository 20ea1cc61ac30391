/**
 * The reports of a review and the corrections that they go by. In: where they come from, and what was decided. Out: the reports, read again
 * where that is asked for, and their sign-off.
 */
import { type AuditSetting, settingOf } from "../../audit/sign-off.js";
import type { Applied } from "../../review/api.js";
import { BUILTIN_PROFILE } from "../../schema/builtin-profile.js";
import type { Dataset } from "../../schema/dataset.js";
import type { SourcePaths } from "../source-paths.js";
import { changesBetween } from "./changes.js";
import type { Decisions } from "./decisions.js";
import { FittingCorrections } from "./fitting-corrections.js";
import { ReviewError } from "./review-error.js";
import { openReviewed, pathsOf, type Reviewed, type ReviewSource, readReviewed } from "./reviewed.js";
import { type ReviewSignOff, signOffReview } from "./sign-offs.js";

export class ReviewedState {
  readonly #source: ReviewSource;
  readonly #version: string;
  /** Where the files are; null where the inputs are not known. */
  readonly paths: SourcePaths | null;
  #reviewed: Reviewed;
  /** What it was found for, so that it is found once. */
  #fitting: { readonly key: string; readonly corrections: FittingCorrections } | null = null;
  #readings = 0;

  private constructor(source: ReviewSource, version: string, reviewed: Reviewed, paths: SourcePaths | null) {
    this.#source = source;
    this.#version = version;
    this.#reviewed = reviewed;
    this.paths = paths;
    this.#findContained();
  }

  /** @param version of the program @throws what reading the inputs, the dataset or the files throws */
  static async open(source: ReviewSource, version: string, decisions: Decisions): Promise<ReviewedState> {
    const paths = await pathsOf(source);
    const reviewed = await openReviewed(source, decisions.corrections);
    return new ReviewedState(source, version, reviewed, paths);
  }

  get dataset(): Dataset {
    return this.#reviewed.dataset;
  }

  get canApply(): boolean {
    return this.#source.whyNot === null;
  }

  /** Changes with each reading. */
  get reading(): number {
    return this.#readings;
  }

  /** Which corrections fit the reports as they are now. */
  fitting({ corrections, version }: Decisions): FittingCorrections {
    const key = `${this.#readings}.${version}`;
    if (this.#fitting?.key === key) return this.#fitting.corrections;
    const fitting = new FittingCorrections(corrections, this.dataset);
    this.#fitting = { key, corrections: fitting };
    return fitting;
  }

  /** Reads the reports again with the corrections that are in the file now. */
  async apply({ corrections, dispositions }: Decisions): Promise<Applied> {
    const { whyNot } = this.#source;
    if (whyNot !== null) throw new ReviewError(whyNot);
    const before = this.#reviewed;
    const after = await readReviewed(this.#source, corrections);
    this.#reviewed = after;
    this.#readings++;
    this.#findContained();
    const { unfit } = signOffReview(after, dispositions, this.#setting(), after.unfit);
    return { changes: changesBetween(before.dataset, after.dataset), unfit };
  }

  signOff(decisions: Decisions): ReviewSignOff {
    return signOffReview(this.#reviewed, decisions.dispositions, this.#setting(), this.fitting(decisions).unfit);
  }

  /** A dataset was audited when it was written, until it is read again. */
  #setting(): AuditSetting {
    const { dataset, reading } = this.#source;
    const isAsWritten = dataset !== null && this.#readings === 0;
    return settingOf(this.#version, isAsWritten ? null : (reading.profile ?? BUILTIN_PROFILE));
  }

  /** Paths of files in others are known once those of the others are. */
  #findContained(): void {
    for (const file of this.dataset.files) this.paths?.of(file);
  }
}
