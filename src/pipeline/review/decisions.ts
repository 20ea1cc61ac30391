/**
 * The corrections and dispositions in their files, which other windows and programs change too. In: the paths. Out: what is in them now,
 * and a version that changes with them.
 */
import { createHash } from "node:crypto";
import { CORRECTION_COLUMNS, type CorrectedField, type Correction } from "../../schema/correction.js";
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
  #rows: ReadonlySet<string> = new Set();
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
    this.#rows = new Set(this.corrections.map((one) => rowKey(one.report, one.deliverable)));
    this.version = createHash("sha256")
      .update(JSON.stringify([this.#rowsOf(), this.dispositions]))
      .digest("base64url");
    this.#known = known;
  }

  correction(report: string, deliverable: string, field: CorrectedField | string): Correction | null {
    return this.#targets.get(targetOf({ report, deliverable, field: field as CorrectedField })) ?? null;
  }

  disposition(finding_id: string): Disposition | null {
    return this.#findings.get(finding_id) ?? null;
  }

  /** Whether something of the row was corrected; of the report itself where it is empty. */
  isCorrected(report: string, deliverable: string): boolean {
    return this.#rows.has(rowKey(report, deliverable));
  }

  #rowsOf(): unknown {
    return this.corrections.map((one) => CORRECTION_COLUMNS.map((name) => one[name]));
  }
}

const rowKey = (report: string, deliverable: string): string => targetOf({ report, deliverable, field: "row" });

async function stamp(path: string): Promise<unknown> {
  const stats = await statOrNull(path);
  return stats === null ? null : [stats.ino, stats.size, stats.mtimeMs];
}
