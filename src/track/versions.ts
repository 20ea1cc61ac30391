/**
 * In: reports of one period and one plan name. Out: groups of versions of the same report (draft, first, final), each represented by
 * its latest version. Reports without common titles are in separate groups, as two plans may have the same name.
 */
import type { ReportDigest } from "../model/series.js";
import { sharedTitleRatio, type TitleWords, titleWords } from "./shared-titles.js";

/** Least share of the shorter report's titles that the other must have for both to be versions of one report. */
const ONE_REPORT = 0.5;
/** Most plans of the same name that are tracked separately; further ones are not tracked. */
export const MOST_PLANS = 50;

export interface VersionGroup {
  /** The latest version. */
  readonly report: ReportDigest;
  /** The latest version with titles; null if none has titles. */
  readonly titled: ReportDigest | null;
  /** The titles of `titled`. */
  readonly titles: TitleWords;
  /** Indices for requesting the digests of all versions. */
  readonly versions: number[];
}

/** The reports of one period. Keeps one for each plan, however many versions there are. */
export class VersionGroups {
  /** The latest version of each report, in the order in which their first versions were given. */
  readonly latest: VersionGroup[] = [];

  add(report: ReportDigest, index: number): void {
    const titles = titleWords(report);
    const at = this.latest.findIndex((group) => sharedTitleRatio(group.titles, titles) >= ONE_REPORT);
    const same = this.latest[at];
    const titled = titles.titles.length > 0 ? report : null;
    if (same !== undefined) {
      same.versions.push(index);
      const isNewest = isLater(report, same.report);
      const leads = titled !== null && (same.titled === null || isLater(titled, same.titled));
      this.latest[at] = { ...same, ...(isNewest && { report }), ...(leads && { titled, titles }) };
    } else if (this.latest.length < MOST_PLANS) {
      this.latest.push({ report, titled, titles, versions: [index] });
    }
  }
}

/**
 * Whether both have enough of the longer report's titles for the later one to replace the earlier. A report that was read only in
 * part does not replace another, nor does one without titles, which may be a different report of the same plan and period.
 */
export function isNearlySame(one: TitleWords, other: TitleWords): boolean {
  const [short, long] = [one.titles.length, other.titles.length].sort((a, b) => a - b);
  if (short === undefined || long === undefined || short === 0) return false;
  return sharedTitleRatio(one, other) * short >= ONE_REPORT * long;
}

const DRAFT = /draft/iu;
const FINAL = /final|revised/iu;
const NUMBER = /\d{1,6}/u;
const UNNUMBERED = 0;
const AFTER_ALL_NUMBERS = 1e6;

/** Order of versions: drafts, reports without a version, numbers in ascending order, "final". */
function rankOf(version: string | null): number {
  if (version === null) return UNNUMBERED;
  const number = Number(NUMBER.exec(version)?.[0] ?? UNNUMBERED);
  if (DRAFT.test(version)) return number - AFTER_ALL_NUMBERS;
  return FINAL.test(version) ? number + AFTER_ALL_NUMBERS : number;
}

/** Compares version, then month, then number of rows, then coverage; identifiers if all of these are equal. */
function isLater(one: ReportDigest, other: ReportDigest): boolean {
  const version = rankOf(one.version) - rankOf(other.version);
  if (version !== 0) return version > 0;
  const [month, otherMonth] = [one.published_month ?? "", other.published_month ?? ""];
  if (month !== otherMonth) return month > otherMonth;
  if (one.rows.length !== other.rows.length) return one.rows.length > other.rows.length;
  if (one.coverage !== other.coverage) return one.coverage > other.coverage;
  return one.report_id < other.report_id;
}
