/**
 * Reports of one period under one plan's name to what each is: versions of one report (draft, first, final), of which the latest stands
 * for all, or reports of plans that bear one name by chance and follow on from different reports before.
 */
import type { ReportDigest } from "../model/series.js";
import { kinship, type TitleWords, titleWords } from "./kinship.js";

/** Share of the shorter report's titles that the other has too from which they are versions of one report. */
const ONE_REPORT = 0.5;
/** Plans of one name that are told apart; a report of a further one is not tracked. */
export const MOST_PLANS = 50;

export interface Edition {
  /** The latest version. */
  readonly report: ReportDigest;
  /** The latest of the versions that have titles; null where none has. */
  readonly titled: ReportDigest | null;
  /** The titles of `titled`. */
  readonly titles: TitleWords;
  /** Indices by which the digests of all versions are asked for. */
  readonly versions: number[];
}

/** The reports of one period; holds one for each plan, however many versions there are. */
export class Editions {
  /** The latest version of each report, in the order in which their first versions were given. */
  readonly latest: Edition[] = [];

  add(report: ReportDigest, index: number): void {
    const titles = titleWords(report);
    const at = this.latest.findIndex((edition) => kinship(edition.titles, titles) >= ONE_REPORT);
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
 * Whether so much of the longer report is in both that the later one stands for the earlier: one that was read in part does
 * not, nor does one without titles, which may be of the same plan and period and yet another report.
 */
export function isNearlySame(one: TitleWords, other: TitleWords): boolean {
  const [short, long] = [one.titles.length, other.titles.length].sort((a, b) => a - b);
  if (short === undefined || long === undefined || short === 0) return false;
  return kinship(one, other) * short >= ONE_REPORT * long;
}

const DRAFT = /draft/iu;
const FINAL = /final|revised/iu;
const NUMBER = /\d{1,6}/u;
const UNNUMBERED = 0;
const AFTER_ALL_NUMBERS = 1e6;

/** Drafts come before a report that bears no version, numbers follow in their order, and "final" is last. */
function rankOf(version: string | null): number {
  if (version === null) return UNNUMBERED;
  const number = Number(NUMBER.exec(version)?.[0] ?? UNNUMBERED);
  if (DRAFT.test(version)) return number - AFTER_ALL_NUMBERS;
  return FINAL.test(version) ? number + AFTER_ALL_NUMBERS : number;
}

/** By version, then month, then by what was read of it: rows, then coverage; by identifier where nothing else tells them apart. */
function isLater(one: ReportDigest, other: ReportDigest): boolean {
  const version = rankOf(one.version) - rankOf(other.version);
  if (version !== 0) return version > 0;
  const [month, otherMonth] = [one.published_month ?? "", other.published_month ?? ""];
  if (month !== otherMonth) return month > otherMonth;
  if (one.rows.length !== other.rows.length) return one.rows.length > other.rows.length;
  if (one.coverage !== other.coverage) return one.coverage > other.coverage;
  return one.report_id < other.report_id;
}
