/** The public API: re-exports and nothing else. */
export { isCompared } from "./audit/compared.js";
export type { Explanation, Rule } from "./audit/define-rule.js";
export type { Example } from "./audit/example.js";
export { explainRule, RULE_IDS, RULES } from "./audit/registry.js";
export { renderExample } from "./audit/render-example.js";
export { ruleDocument, ruleIndex } from "./audit/render-rule.js";
export { type AuditSetting, runText, type SignOff, settingOf, signOffOf, verdictReason } from "./audit/sign-off.js";
export { COLUMNS, type Column, type ColumnKind, cellsOf, TABLE_NAMES } from "./export/columns.js";
export { type CsvTextOptions, csvText } from "./export/csv-text.js";
export { DATASET_FILE, OutputError, RUN_FILE } from "./export/output-folder.js";
export { DatasetError, readDataset, toDataset } from "./export/read-dataset.js";
export { VERSION } from "./export/version.js";
export {
  FORMATS,
  type Format,
  type TableCounts,
  type WritableResult,
  type WriteOptions,
  writeDataset,
} from "./export/write-dataset.js";
export { STATUS_LETTERS } from "./language/status-letters.js";
export type { HistoryCell, HistoryChange, HistoryPeriod, PlanHistory, TrackHistory } from "./model/history.js";
export { outlineOf, type ReportOutline } from "./model/outline.js";
export type { Compared, Following } from "./model/series.js";
export type { CorrectionOutcome } from "./normalise/correct-report.js";
export { CorrectionLedger, type SettledCorrection, type SettledCorrections } from "./normalise/correction-ledger.js";
export { addCorrection, type CorrectionRequest } from "./pipeline/add-correction.js";
export {
  type AuditableResult,
  type AuditOrigin,
  type AuditPage,
  type AuditPageOptions,
  openAuditPage,
} from "./pipeline/audit-page/open-audit-page.js";
export { type DrawnPage, type DrawOptions, drawPage } from "./pipeline/draw-page/draw-page.js";
export type { FileResult } from "./pipeline/file-result.js";
export { ingest, loadCorrections, loadProfile, readBytes } from "./pipeline/ingest.js";
export { type DatasetRun, type IngestDatasetOptions, ingestDataset, type ReadFile } from "./pipeline/ingest-dataset.js";
export { type PageRange, type PdfCell, type PdfTable, type PdfTables, readTables } from "./pipeline/read-tables.js";
export type { Superseded, TrackedResult } from "./pipeline/series/additions.js";
export { latestOnly } from "./pipeline/series/latest-only.js";
export { type TrackOptions, tracked } from "./pipeline/series/tracked.js";
export type { IngestOptions } from "./pipeline/worker-pool.js";
export { BUILTIN_PROFILE } from "./schema/builtin-profile.js";
export {
  CORRECTION_COLUMNS,
  type CorrectedField,
  type Correction,
  type CorrectionColumn,
  REPORT_FIELDS,
  ROW_FIELDS,
} from "./schema/correction.js";
export {
  type Dataset,
  type Deliverable,
  datasetSchema,
  type Finding,
  type InputFile,
  type Report,
  type Residue,
  SCHEMA_VERSION,
  type StatedCount,
  type Track,
  type Update,
} from "./schema/dataset.js";
export { type Profile, profileSchema, type RuleSettings } from "./schema/profile.js";
export { REASONS, type ReportReason, type ResidueReason, type RowReason } from "./schema/reasons.js";
export { reasonsDocument } from "./schema/render-reasons.js";
export { TABLES, type TableName } from "./schema/tables.js";
export { RAGS, type Rag, SEVERITIES, type Severity, type Source, type Verdict } from "./schema/values.js";
export { CorrectionsError } from "./source/corrections.js";
export { type FoundFile, findFiles as findSources, InputError } from "./source/discover.js";
export { DEFAULT_MAX_BYTES } from "./source/files.js";
export { DEFAULT_READ_LIMITS, type ReadLimits } from "./source/limits.js";
export { PdfError } from "./source/pdf/one-document.js";
export { ProfileError } from "./source/profile.js";
export { type CacheSize, pruneCache, sizeOfCache } from "./source/result-cache.js";
export { historyOf } from "./track/history.js";
