/** The public API and what only the command line and the documentation's generator need. Not part of the package's exports. */
export { addLacking, isCompared, type Lacking, lackingText } from "./audit/applied-rules.js";
export type { Rule } from "./audit/define-rule.js";
export { disposedText, dispositionText } from "./audit/dispositions.js";
export { explainRule, RULE_IDS, RULES } from "./audit/registry.js";
export { renderExample } from "./audit/render-example.js";
export { needsText, ruleDocument, ruleIndex } from "./audit/render-rule.js";
export { type AuditSetting, runText, type SignOff, settingOf, signOffOf } from "./audit/sign-off.js";
export { COLUMNS, cellsOf, TABLE_NAMES } from "./export/columns.js";
export { csvText } from "./export/csv-text.js";
export { openFindingsWorkbook } from "./export/findings-workbook.js";
export { DATASET_FILE } from "./export/formats/json.js";
export { DEFAULT_FORMATS, FORMATS, OUTPUT_FORMATS } from "./export/formats/output-formats.js";
export { type FormerRun, readFormerRun } from "./export/former-run.js";
export { RUN_FILE } from "./export/output-folder.js";
export { type RunInputs, readRunInputs } from "./export/read-run.js";
export { type FileKind, refuseOtherFile } from "./export/refuse-other-file.js";
export { replaceFile } from "./export/replace-file.js";
export { planKeysOf } from "./export/settled-tables.js";
export { shardStates } from "./export/shard-store/shard-states.js";
export { ShardError } from "./export/shard-store/store.js";
export * from "./index.js";
export type { HistoryCell, HistoryChange, PlanHistory, TrackHistory } from "./model/history.js";
export { historyName } from "./model/history-name.js";
export { outlineOf, type ReportOutline } from "./model/outline.js";
export { OCR_MODES, type OcrMode } from "./model/recognition.js";
export { rangeText } from "./model/rows-read.js";
export type { Compared } from "./model/series.js";
export { CorrectionLedger, type SettledCorrection, type SettledCorrections } from "./normalise/correction-ledger.js";
export { printedInRow } from "./normalise/printed-value.js";
export { addCorrection, removeCorrection } from "./pipeline/add-correction.js";
export { addDisposition, removeDisposition } from "./pipeline/add-disposition.js";
export {
  type AuditableResult,
  type AuditOrigin,
  type AuditPageOptions,
  openAuditPage,
  type SignedResult,
} from "./pipeline/audit-page/open-audit-page.js";
export { chartContents } from "./pipeline/charts/chart-contents.js";
export { CHART_FORMATS, type ChartFormat, SUMMARY_FILE, writeCharts } from "./pipeline/charts/write-charts.js";
export * from "./pipeline/compare/compare-datasets.js";
export { drawPage } from "./pipeline/draw-page/draw-page.js";
export { type Addition, MergeError, mergeDatasets } from "./pipeline/merge-datasets.js";
export { ReviewError } from "./pipeline/review/review-error.js";
export { ReviewSession } from "./pipeline/review/session.js";
export type { Superseded } from "./pipeline/series/additions.js";
export { mergeShards, rangesText } from "./pipeline/shards/merge-shards.js";
export { DEFAULT_SHARD, planShards } from "./pipeline/shards/plan-shards.js";
export { checkShards, runShard } from "./pipeline/shards/run-shard.js";
export {
  correctionsOfDataset,
  inputsOfDataset,
  type RecordedFile,
  SourcePaths,
  sourcesOfDataset,
} from "./pipeline/source-paths.js";
export type { ReadFile } from "./pipeline/write-packed.js";
export { renderReviewPage } from "./review/page.js";
export { REVIEW_STYLE } from "./review/style.js";
export { CORRECTED_FIELDS, type CorrectedField, nameInReport, UPDATE_DATE } from "./schema/correction.js";
export { datasetSchema, SCHEMA_VERSION } from "./schema/dataset.js";
export { DISPOSITIONS, type DispositionKind } from "./schema/disposition.js";
export { REASONS } from "./schema/reasons.js";
export { reasonsDocument } from "./schema/render-reasons.js";
export { ROW } from "./schema/row-change.js";
export { HALVES, RAGS, STATUSES, STATUSES_AND_NONE, UNREADABLE, zeroCounts } from "./schema/statuses.js";
export { SEVERITIES } from "./schema/values.js";
export { findFiles } from "./source/discover.js";
export { DEFAULT_READ_LIMITS } from "./source/limits.js";
export { type CacheSize, pruneCache, sizeOfCache } from "./source/result-cache.js";
export { historyOf } from "./track/history.js";
