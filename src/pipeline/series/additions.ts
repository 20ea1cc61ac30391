/**
 * What only several reports together show of each one (findings, tracks, later versions), kept on disk until the report is written.
 * In: additions by report. Out: a file's result with the additions to its reports.
 */
import { inRuleOrder } from "../../audit/registry.js";
import { Spool } from "../../export/spool.js";
import type { ReportWithoutRows } from "../../model/outline.js";
import type { Compared, Following } from "../../model/series.js";
import type { Finding, InputFile, Report, Track } from "../../schema/dataset.js";
import type { NotApplied } from "../../schema/values.js";

/** A report of which a later version was read. */
export interface Superseded {
  readonly report_id: string;
  /** The latest version, and its file. */
  readonly by: string;
  readonly byFile: string;
}

/** A file's result with the tracks that begin in its reports, and which of these have later versions. */
export interface TrackedResult<Head extends ReportWithoutRows = Report> {
  readonly file: InputFile;
  readonly reports: readonly Head[];
  readonly tracks: readonly Track[];
  readonly superseded: readonly Superseded[];
  /** For each report, how it was compared with others. */
  readonly compared: readonly Compared[];
}

/** Findings on one report, tracks that begin in it, later versions of it, and how it was compared with others. */
export interface Addition {
  readonly following?: Following;
  readonly rating?: true;
  readonly findings: readonly Finding[];
  readonly not_applied: readonly NotApplied[];
  readonly tracks: readonly Track[];
  readonly superseded: readonly Superseded[];
}

export const NO_ADDITION: Addition = { findings: [], not_applied: [], tracks: [], superseded: [] };

/** Additions by report, on disk. */
export class Additions {
  readonly #spool: Spool<Addition>;
  readonly #places = new Map<string, number[]>();

  constructor(folder: string) {
    this.#spool = new Spool(folder);
  }

  async add(reportId: string, addition: Addition): Promise<void> {
    const places = this.#places.get(reportId) ?? [];
    places.push(await this.#spool.add(addition));
    this.#places.set(reportId, places);
  }

  async addTo<Head extends ReportWithoutRows>(result: {
    readonly file: InputFile;
    readonly reports: readonly Head[];
  }): Promise<TrackedResult<Head>> {
    const { file, reports } = result;
    const tracks: Track[] = [];
    const superseded: Superseded[] = [];
    const complete: Head[] = [];
    const compared: Compared[] = [];
    for (const report of reports) {
      const findings = [...report.findings];
      const not_applied = [...report.not_applied];
      let following: Following = hasPlace(report) ? "first" : "unplaced";
      let rating = false;
      for (const place of this.#places.get(report.report_id) ?? []) {
        const addition = await this.#spool.read(place);
        findings.push(...addition.findings);
        not_applied.push(...addition.not_applied);
        tracks.push(...addition.tracks);
        superseded.push(...addition.superseded);
        following = addition.following ?? following;
        rating ||= addition.rating === true;
      }
      const superseded_by = superseded.find(({ report_id }) => report_id === report.report_id)?.by ?? null;
      complete.push({ ...report, findings: inRuleOrder(findings), not_applied, superseded_by });
      compared.push({ following, rating });
    }
    return { file, reports: complete, tracks, superseded, compared };
  }

  close(): Promise<void> {
    return this.#spool.close();
  }
}

const hasPlace = (report: ReportWithoutRows): boolean =>
  report.plan_id !== null && (report.period_start ?? report.published_month) !== null;
