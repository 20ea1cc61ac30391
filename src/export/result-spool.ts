/**
 * Results of files that wait on disk, report by report, as one file may hold thousands of them; returned in the order in which they
 * were added. All reports of one file are in memory only while that file is returned.
 */
import type { InputFile, Report } from "../schema/dataset.js";
import { Spool } from "./spool.js";
import type { WritableResult } from "./write-dataset.js";

interface WaitingFile {
  readonly file: InputFile;
  readonly reportCount: number;
}

export class ResultSpool {
  readonly #files: Spool<WaitingFile>;
  readonly #reports: Spool<Report>;

  constructor(folder: string) {
    this.#files = new Spool(folder);
    this.#reports = new Spool(folder);
  }

  async add({ file, reports }: WritableResult): Promise<void> {
    for (const report of reports) await this.#reports.add(report);
    await this.#files.add({ file, reportCount: reports.length });
  }

  async *all(): AsyncGenerator<WritableResult> {
    let next = 0;
    for (let index = 0; index < this.#files.count; index += 1) {
      const { file, reportCount } = await this.#files.read(index);
      const reports: Report[] = [];
      for (const end = next + reportCount; next < end; next += 1) reports.push(await this.#reports.read(next));
      yield { file, reports };
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.#files.close(), this.#reports.close()]);
  }
}
