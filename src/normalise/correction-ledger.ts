/**
 * Collects the outcomes of a run's corrections. In: the outcomes of each file. Out: one outcome for each correction, also for
 * those that no report had.
 */
import type { Correction, CorrectionColumn } from "../schema/correction.js";
import type { CorrectionOutcome } from "./correction-outcome.js";

export interface SettledCorrection extends CorrectionOutcome, Readonly<Record<CorrectionColumn, string>> {}

export interface SettledCorrections {
  readonly applied: number;
  readonly stale: number;
  readonly unknown: number;
  /** In the order of their file. */
  readonly list: readonly SettledCorrection[];
}

export class CorrectionLedger {
  readonly #corrections: readonly Correction[];
  readonly #outcomes = new Map<number, CorrectionOutcome>();

  constructor(corrections: readonly Correction[]) {
    this.#corrections = corrections;
  }

  add(outcomes: readonly CorrectionOutcome[]): void {
    for (const outcome of outcomes) this.#outcomes.set(outcome.line, outcome);
  }

  /** The outcome of every correction; complete once all files have been read. */
  settled(): SettledCorrections {
    const list = this.#corrections.map((correction): SettledCorrection => {
      const { line } = correction;
      const missed: CorrectionOutcome = { line, outcome: "unknown", reason: "no report with that report_id was read" };
      return { ...correction, ...(this.#outcomes.get(line) ?? missed) };
    });
    const count = (outcome: CorrectionOutcome["outcome"]) => list.filter((one) => one.outcome === outcome).length;
    return { applied: count("applied"), stale: count("stale"), unknown: count("unknown"), list };
  }
}
