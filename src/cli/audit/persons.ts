/** What persons corrected and decided in the reports of an audit. In: corrections, and the file of decisions. Out: these of each report, and what is stale. */
import {
  type Correction,
  CorrectionLedger,
  type Disposition,
  DispositionLedger,
  type FileResult,
  loadDispositions,
  type Report,
  type SettledCorrections,
  type SignOff,
  type StaleDisposition,
} from "../../internal.js";

export class ByPersons {
  readonly corrections: readonly Correction[] | null;
  /** All dispositions that were given; null if none were. */
  readonly given: readonly Disposition[] | null;
  readonly #applied: CorrectionLedger | null;
  readonly #decided: DispositionLedger | null;
  /** Corrections in the reports. */
  correctionCount = 0;
  /** Those on findings of the reports; null if none were given. */
  readonly dispositions: Disposition[] | null;

  constructor(corrections: readonly Correction[] | null, dispositions: readonly Disposition[] | null) {
    this.corrections = corrections;
    this.given = dispositions;
    this.#applied = corrections === null ? null : new CorrectionLedger(corrections);
    this.#decided = dispositions === null ? null : new DispositionLedger(dispositions);
    this.dispositions = dispositions === null ? null : [];
  }

  read({ corrections = [] }: Pick<FileResult, "corrections">): void {
    this.#applied?.add(corrections);
  }

  /** The dispositions of a report's findings; null if none were given. */
  of({ findings }: Report): Disposition[] | null {
    const ledger = this.#decided;
    if (ledger === null) return null;
    const made = findings.flatMap((finding) => ledger.of(finding) ?? []);
    this.dispositions?.push(...made);
    return made;
  }

  count({ corrections }: SignOff): void {
    this.correctionCount += corrections.length;
  }

  stale(): StaleDisposition[] {
    return this.#decided?.stale() ?? [];
  }

  settled(): SettledCorrections | null {
    return this.#applied?.settled() ?? null;
  }
}

/** @param dispositions their file @throws DispositionsError */
export async function byPersons(
  corrections: readonly Correction[] | null,
  dispositions: string | undefined,
): Promise<ByPersons> {
  return new ByPersons(corrections, dispositions === undefined ? null : await loadDispositions(dispositions));
}
