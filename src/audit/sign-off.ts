/**
 * In: an audited report and the setting it was audited with. Out: what was checked, with which rules, and what could not be
 * checked, as facts and as one line of text, so that a person can decide whether to sign the audit off.
 */
import { type RowsRead, totalRange } from "../model/rows-read.js";
import type { Compared } from "../model/series.js";
import type { InputFile, Report, StatedCount } from "../schema/dataset.js";
import type { Disposition } from "../schema/disposition.js";
import type { Profile } from "../schema/profile.js";
import type { Severity } from "../schema/values.js";
import { appliedRules, comparingRulesText } from "./applied-rules.js";
import {
  type CorrectionMade,
  correctedText,
  correctionsOf,
  type VerdictChange,
  verdictChangesOf,
} from "./corrections.js";
import { disposedText } from "./dispositions.js";
import { doubtsAbout } from "./doubts.js";
import { countOf, joinWords, rangeOfRows, rowList, rowsAre } from "./phrases.js";
import { RULES } from "./registry.js";
import { readOf } from "./view.js";

/** The program version, profile and rules that reports were checked with. */
export interface AuditSetting {
  readonly version: string;
  /** The profile's name; null for reports read from a dataset, which were audited when it was written. */
  readonly profile: string | null;
  /** Rules that were not switched off; null if unknown. */
  readonly rules: readonly string[] | null;
}

export function settingOf(version: string, profile: Profile | null): AuditSetting {
  if (profile === null) return { version, profile: null, rules: null };
  const isOn = (id: string): boolean => profile.rules.severity[id] !== "off";
  return { version, profile: profile.name, rules: RULES.map(({ id }) => id).filter(isOn) };
}

/** "by 27 rules, with ragtally 0.1.0, profile built-in". */
function settingText({ version, profile, rules }: AuditSetting): string {
  if (rules === null) return `by the rules in force when its dataset was written, shown with ragtally ${version}`;
  return `by ${countOf(rules.length, "rule")}, with ragtally ${version}, profile ${profile}`;
}

/** "by 35 rules, with ragtally 0.1.0, profile built-in (8 of them compare reports, and 20 of 29 reports had an earlier one)". */
export function runText(setting: AuditSetting, reports: number, compared: number): string {
  const text = comparingRulesText(setting.rules, reports, compared);
  return text === "" ? settingText(setting) : `${settingText(setting)} (${text})`;
}

/** The sign-off of one report. `rules` has the rules applied to it: comparing rules only if it was compared with a report. */
export interface SignOff extends AuditSetting {
  readonly source_file: string;
  readonly source_sha256: string;
  readonly rows: number;
  readonly stated_counts: number;
  readonly findings: Readonly<Record<Severity, number>>;
  /** What could not be checked, one phrase each: statuses, statements, text. Empty if everything was checked. */
  readonly unchecked: readonly string[];
  /** What persons corrected, and the verdicts that this changed. */
  readonly corrections: readonly CorrectionMade[];
  readonly verdict_changes: readonly VerdictChange[];
  /** What persons decided about findings; null if no dispositions were given. */
  readonly dispositions: readonly Disposition[] | null;
  /** Which rules had nothing to compare the report with, and why, one phrase each. */
  readonly not_applied: readonly string[];
  /** All of this in one or two sentences. */
  readonly line: string;
}

/**
 * @param compared how the report was compared with others; null if it was not
 * @param dispositions those on the report's findings; null if none were given
 */
export function signOffOf(
  report: Report,
  file: InputFile | null,
  setting: AuditSetting,
  compared: Compared | null = null,
  dispositions: readonly Disposition[] | null = null,
): SignOff {
  const { source_file, source_sha256, deliverables, stated_counts } = report;
  const findings = { error: 0, warning: 0, info: 0 };
  for (const { severity } of report.findings) findings[severity]++;
  const facts = {
    source_file,
    source_sha256,
    rows: deliverables.length,
    stated_counts: stated_counts.length,
    findings,
  };
  const { rules, not_applied } = appliedRules(report, setting.rules, compared);
  const corrected = { corrections: correctionsOf(report), verdict_changes: verdictChangesOf(report) };
  const all = {
    ...setting,
    ...facts,
    ...corrected,
    dispositions,
    rules,
    not_applied,
    unchecked: uncheckedOf(report, file),
  };
  return { ...all, line: lineOf(all) };
}

function lineOf({
  version,
  profile,
  rules,
  rows,
  stated_counts,
  source_sha256,
  unchecked,
  not_applied,
  corrections,
  verdict_changes,
  findings,
  dispositions,
}: Omit<SignOff, "line">): string {
  const corrected = correctedText(corrections, verdict_changes);
  const made = corrected === "" ? "" : ` Corrected: ${corrected}.`;
  const disposed =
    dispositions === null ? "" : disposedText(dispositions, findings.error + findings.warning + findings.info);
  const decided = disposed === "" ? "" : ` Findings: ${disposed}.`;
  const what = `${countOf(rows, "row")} and ${countOf(stated_counts, "stated count")}`;
  const open = not_applied.length === 0 ? "" : ` Not applied: ${not_applied.join("; ")}.`;
  const left = unchecked.length === 0 ? "nothing" : unchecked.join("; ");
  return `Checked: ${what}, ${settingText({ version, profile, rules })}; source SHA-256 ${source_sha256}.${made}${decided}${open} Could not be checked: ${left}.`;
}

function uncheckedOf(report: Report, file: InputFile | null): string[] {
  const unreadable = report.deliverables.filter(({ rag }) => rag === null);
  const open = report.stated_counts.filter(({ verdict }) => verdict === "undetermined");
  const left = report.findings.filter(({ rule }) => rule === "text-unassigned").length;
  const unassigned = report.residue.filter(({ reason }) => reason === "unassigned").length;
  return [
    ...(unreadable.length === 0 ? [] : [`the status of ${rowList(unreadable)}`]),
    ...(open.length === 0 ? [] : [`what is stated of ${joinWords(open.map(({ rag, label }) => rag ?? label))}`]),
    ...(Math.max(left, unassigned) === 0 ? [] : [`${countOf(unassigned, "piece")} of text that no field took`]),
    ...(file?.message == null ? [] : [`in its file, ${file.message}`]),
  ];
}

/**
 * Why a stated count has its verdict, naming the rows that decide it: "rows 1 and 3 (2) are green, row 2 could not be read", and
 * the figures of its other parts where the rows contradict them.
 */
export function verdictReason(stated: StatedCount, report: Report): string {
  const { rag, counted_total } = stated;
  if (rag === null) return "it counts something else than a status";
  if (counted_total === 0) return "there are no rows to count";
  const read = readOf(report);
  const deciding = read.rows.filter((row) => row.rag === rag);
  const unread = report.review_reasons.includes("pages-unread") ? "pages of the report" : null;
  const doubts = doubtsAbout(rag, read, unread);
  const corrected = deciding.filter(({ repairs }) =>
    repairs.some(({ field, by }) => field === "rag" && by !== undefined),
  );
  const clauses = [
    `${rowsAre(deciding)} ${rag}`,
    ...(corrected.length === 0 ? [] : [`the status of ${rowList(corrected)} was corrected`]),
    ...doubts,
  ];
  return [clauses.join(", "), ...contradictedParts(stated, read)].join("; ");
}

/** The rows' figures for a total or percentage that they contradict: "there are 8 rows, not 1", "that is 12.5%". */
function contradictedParts(stated: StatedCount, read: RowsRead): string[] {
  const { counted_min, counted_max, stated_total, counted_percent } = stated;
  const isWrong = stated.percent_verdict === "contradicted" && counted_min === counted_max;
  return [
    ...(stated.total_verdict === "contradicted"
      ? [`there are ${rangeOfRows(totalRange(read))}, not ${stated_total}`]
      : []),
    ...(isWrong ? [`that is ${counted_percent}%`] : []),
  ];
}
