/** The needs of rules: what must have been read for them to apply, in words and as a check. */
import { pageList } from "../language/page-list.js";
import { isRecognised } from "../model/recognised-report.js";
import type { RatingView, SeriesView } from "./define-series-rule.js";
import type { Need } from "./need.js";
import { countOf } from "./phrases.js";
import type { AuditView } from "./view.js";

export const A_ROW: Need<AuditView> = {
  says: "a row",
  lack: ({ rows }) => (rows.length > 0 ? null : "no row was read"),
};

export const A_COUNT: Need<AuditView> = {
  says: "a count or percentage of a status",
  lack: ({ entries, facts }) =>
    entries.length + facts.bounds.length > 0 ? null : "no count or percentage of a status was read",
};

export const A_SHARE: Need<AuditView> = {
  says: "a percentage",
  lack: ({ entries, facts }) =>
    facts.claims.length > 0 || entries.some(({ percent }) => percent !== null) ? null : "no percentage was read",
};

export const EVERY_COUNT: Need<AuditView> = {
  says: "every figure that the report states of a status",
  lack: ({ facts }) => (facts.countsComplete ? null : "not every figure that is stated of a status was understood"),
};

export const EVERY_PAGE: Need<AuditView> = {
  says: "every page of the report",
  lack: ({ facts: { unreadPages } }) =>
    unreadPages.length === 0 ? null : `page ${pageList(unreadPages)} could not be read`,
};

export const FIGURES_AS_TEXT: Need<AuditView> = {
  says: "its figures as text, not from pictures",
  lack: ({ report }) =>
    isRecognised([report]) ? "its figures were recognised from pictures, and may be misread" : null,
};

export const WORDS_AS_TEXT: Need<AuditView> = {
  says: "its words as text, not from pictures",
  lack: ({ report }) =>
    isRecognised([report]) ? "its words were recognised from pictures, and some may have been left out" : null,
};

export const TEXT_OF_ROWS: Need<AuditView> = {
  says: "all text that may be a row",
  lack: ({ read: { lost } }) =>
    lost === null || lost === 0 ? null : `text that no field took may have ${countOf(lost, "row")}`,
};

export const PERIOD_OR_MONTH: Need<AuditView> = {
  says: "the month of publication or the quarter",
  lack: ({ report }) =>
    report.published_month === null && report.period_end === null
      ? "neither its month of publication nor its quarter was read"
      : null,
};

export const QUARTER: Need<AuditView> = {
  says: "the quarter",
  lack: ({ report }) => (report.period_start === null ? "its quarter was not read" : null),
};

export const EVERY_ROW: Need<SeriesView> = {
  says: "every row of the report",
  lack: ({ comparison: { report } }) => (report.mayLackRows ? "rows of the report may not have been read" : null),
};

export const EVERY_EARLIER_ROW: Need<SeriesView> = {
  says: "every row of the report before",
  lack: ({ comparison: { before } }) =>
    before.mayLackRows ? "rows of the report before may not have been read" : null,
};

export const EVERY_RATED_ROW: Need<RatingView> = {
  says: "every row of the report and of the earlier one",
  lack: ({ comparison: { rated } }) => (rated.report.mayLackRows ? "rows of the report may not have been read" : null),
};
