/** Files, as they are read, to the part of `run.json` that says how the run went: files by outcome and by code, seconds by stage. */
import type { InputFile } from "../schema/dataset.js";

export class RunRecord {
  readonly #outcomes: Record<InputFile["outcome"], number> = {
    parsed: 0,
    "no-report": 0,
    "needs-ocr": 0,
    opened: 0,
    failed: 0,
  };
  readonly #errorCodes = new Map<string, number>();
  readonly #began = performance.now();
  #lastRead = this.#began;

  add({ outcome, error_code }: InputFile): void {
    this.#outcomes[outcome] += 1;
    if (error_code !== null) this.#errorCodes.set(error_code, (this.#errorCodes.get(error_code) ?? 0) + 1);
    this.#lastRead = performance.now();
  }

  /** Must be called when everything is written. The seconds of writing include those of comparing reports. */
  close(): Readonly<Record<string, unknown>> {
    const seconds = (from: number, to: number): number => Math.round(to - from) / 1000;
    return {
      outcomes: this.#outcomes,
      error_codes: Object.fromEntries([...this.#errorCodes].sort(([a], [b]) => (a < b ? -1 : 1))),
      seconds: {
        reading: seconds(this.#began, this.#lastRead),
        writing: seconds(this.#lastRead, performance.now()),
      },
    };
  }
}
