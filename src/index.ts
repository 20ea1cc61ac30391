/** The public API: what a program that uses ragtally needs, and nothing else. Re-exports only. */
export { DispositionLedger, type StaleDisposition } from "./audit/dispositions.js";
export type { Format } from "./export/formats/output-formats.js";
export { OutputError } from "./export/output-error.js";
export { DatasetError, readDataset } from "./export/read-dataset.js";
export { VERSION } from "./export/version.js";
export { type WritableResult, type WriteOptions, writeDataset } from "./export/write-dataset.js";
export type { RecognitionSettings } from "./model/recognition.js";
export { loadDispositions } from "./pipeline/add-disposition.js";
export type { FileResult } from "./pipeline/file-result.js";
export { ingest, loadCorrections, loadProfile, readBytes } from "./pipeline/ingest.js";
export { type DatasetRun, type IngestDatasetOptions, ingestDataset } from "./pipeline/ingest-dataset.js";
export { type PageRange, type PdfCell, type PdfTable, type PdfTables, readTables } from "./pipeline/read-tables.js";
export type { TrackedResult } from "./pipeline/series/additions.js";
export { type TrackOptions, tracked } from "./pipeline/series/tracked.js";
export type { IngestOptions } from "./pipeline/worker-pool.js";
export { BUILTIN_PROFILE } from "./schema/builtin-profile.js";
export type { Correction } from "./schema/correction.js";
export type {
  Dataset,
  Deliverable,
  Finding,
  InputFile,
  Report,
  Residue,
  StatedCount,
  Track,
  Update,
} from "./schema/dataset.js";
export type { Disposition } from "./schema/disposition.js";
export type { Profile } from "./schema/profile.js";
export type { Rag, Severity, Source, Verdict } from "./schema/values.js";
export { CorrectionsError } from "./source/corrections.js";
export { InputError } from "./source/discover.js";
export { DispositionsError } from "./source/dispositions.js";
export type { ReadLimits } from "./source/limits.js";
export { PdfError } from "./source/pdf/one-document.js";
export { ProfileError } from "./source/profile.js";
