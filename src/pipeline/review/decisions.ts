/**
 * The corrections and dispositions in their files, which other windows and programs change too. In: the paths. Out: what is in them now,
 * and a version that changes with them.
 */
import { createHash } from "node:crypto";
import { CORRECTION_COLUMNS, type CorrectedField, type Correction } from "../../schema/correction.js";
import type { Finding } from "../../schema/dataset.js";
import type { Disposition } from "../../schema/disposition.js";
import { readCorrectionsFile, targetOf } from "../../source/corrections.js";
import { readDispositionsFile } from "../../source/dispositions.js";
import { statOrNull } from "../../source/folder.js";

export class Decisions {
  corrections: readonly Correction[] = [];
  dispositions: readonly Disposition[] = [];
  version = "";
  #targets: ReadonlyMap<string, Correction> = new Map();
  #findings: ReadonlyMap<string, Disposition> = new Map();
  #known = "";

  constructor(
    readonly correctionsPath: string,
    readonly dispositionsPath: string,
  ) {}

  /** Reads the files again if they changed. @throws CorrectionsError, DispositionsError */
  async refresh(): Promise<void> {
    const known = JSON.stringify([await stamp(this.correctionsPath), await stamp(this.dispositionsPath)]);
    if (known === this.#known) return;
    const corrections = await readCorrectionsFile(this.correctionsPath).catch(async (error: unknown) => {
      if ((await statOrNull(this.correctionsPath)) === null) return { corrections: [] };
      throw error;
    });
    const dispositions = await readDispositionsFile(this.dispositionsPath).catch(async (error: unknown) => {
      if ((await statOrNull(this.dispositionsPath)) === null) return { dispositions: [] };
      throw error;
    });
    this.corrections = corrections.corrections;
    this.dispositions = dispositions.dispositions;
    this.#targets = new Map(this.corrections.map((one) => [targetOf(one), one]));
    this.#findings = new Map(this.dispositions.map((one) => [one.finding_id, one]));
    this.version = createHash("sha256")
      .update(JSON.stringify([this.#rowsOf(), this.dispositions]))
      .digest("base64url");
    this.#known = known;
  }

  /** The line of a field, whether it still fits what is printed or not. */
  correction(report: string, deliverable: string, field: CorrectedField | string): Correction | null {
    return this.#targets.get(targetOf({ report, deliverable, field: field as CorrectedField })) ?? null;
  }

  /** The last line on a finding, whatever that says now. */
  disposition(finding_id: string): Disposition | null {
    return this.#findings.get(finding_id) ?? null;
  }

  /** The disposition of a finding, unless that says something else now. */
  dispositionOf({ finding_id, message }: Pick<Finding, "finding_id" | "message">): Disposition | null {
    const made = this.disposition(finding_id);
    return made !== null && (made.message === "" || made.message === message) ? made : null;
  }

  #rowsOf(): unknown {
    return this.corrections.map((one) => CORRECTION_COLUMNS.map((name) => one[name]));
  }
}

async function stamp(path: string): Promise<unknown> {
  const stats = await statOrNull(path);
  return stats === null ? null : [stats.ino, stats.size, stats.mtimeMs];
}
