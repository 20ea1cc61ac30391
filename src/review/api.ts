/** What the review's page and its server say to each other, as JSON. Types only. */
import type { CorrectedField } from "../schema/correction.js";
import type { DispositionKind } from "../schema/disposition.js";
import type { Bbox, Severity } from "../schema/values.js";

/** One thing that a person should look at: a row with its findings, a finding about no row, or a report. */
export interface QueueItem {
  /** "row:…", "finding:…" or "report:…", with the identifier that it has in the dataset. */
  readonly id: string;
  /** "Row 7", "count-mismatch". */
  readonly label: string;
  /** Why it is in the queue, in a few words. */
  readonly what: string;
  readonly severity: Severity;
  /** Index of its report. */
  readonly report: number;
  readonly isDone: boolean;
}

export interface ReviewVersion {
  /** Changes with every change by any window or program. */
  readonly version: string;
}

export interface Queue extends ReviewVersion {
  /** Worst first. */
  readonly items: readonly QueueItem[];
  /** File and name of each by index. */
  readonly reports: readonly string[];
  /** Whether reports can be read again. */
  readonly canApply: boolean;
  /** Fields that the reports show with another correction than the file has, or with none. */
  readonly unapplied: number;
  /** Corrections in the file that fit nothing in the reports. */
  readonly unfit: number;
  /** Whether this window has something to undo. */
  readonly canUndo: boolean;
}

export interface MadeCorrection {
  readonly value: string;
  readonly by: string;
  readonly date: string;
  readonly why: string;
  /** Whether it replaces what is printed no longer, and is not applied. */
  readonly isStale: boolean;
}

export interface FieldDetail {
  readonly field: CorrectedField;
  /** "Status", "Date of update 2". */
  readonly label: string;
  /** What a correction names: a deliverable_id or update_id; empty for the report. */
  readonly deliverable: string;
  /** As read. */
  readonly value: string;
  readonly printed: string;
  /** Null where none was made. */
  readonly correction: MadeCorrection | null;
  /** Whether a reason to doubt the row or report is about it. */
  readonly isDoubted: boolean;
  /** The only values that it can have; null for any text. */
  readonly choices: readonly string[] | null;
}

export interface MadeDisposition {
  readonly disposition: DispositionKind;
  readonly note: string;
  readonly by: string;
  readonly date: string;
}

export interface FindingDetail {
  readonly finding_id: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** What the rule means. */
  readonly meaning: string;
  readonly disposition: MadeDisposition | null;
}

/** Where something is printed. */
export interface ItemPlace {
  /** Index of the file. */
  readonly file: number;
  readonly page: number | null;
  readonly line_first: number | null;
  readonly line_last: number | null;
  readonly bbox: Bbox | null;
}

export interface RowSummary {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly status: string;
}

export interface ItemDetail {
  readonly id: string;
  readonly heading: string;
  readonly report: string;
  readonly report_id: string;
  /** deliverable_id of the row; empty for none. */
  readonly row: string;
  /** Whether it was added or removed by a correction; null otherwise. */
  readonly change: string | null;
  readonly source: string;
  readonly place: ItemPlace;
  readonly fields: readonly FieldDetail[];
  /** Why it is doubtful, a sentence each. */
  readonly reasons: readonly string[];
  readonly findings: readonly FindingDetail[];
  /** Texts of updates and of further columns, each with a heading. */
  readonly texts: readonly { readonly heading: string; readonly text: string }[];
  /** The rows of the report. */
  readonly rows: readonly RowSummary[];
  /** Changes with what is decided about the item itself. */
  readonly version: string;
}

/** A page, or lines of a text, with what the item is about framed. */
export type Shown =
  | {
      readonly kind: "page";
      readonly page: number;
      readonly pageCount: number;
      /** PNG in base64. */
      readonly png: string;
      readonly widthPt: number;
      readonly heightPt: number;
      readonly frame: Bbox | null;
    }
  | {
      readonly kind: "lines";
      readonly page: number | null;
      readonly pageCount: number;
      readonly first: number;
      readonly lineCount: number;
      readonly lines: readonly string[];
    }
  | { readonly kind: "none"; readonly reason: string };

/** Who asks: a window's own name, and a person's. */
interface Asked {
  readonly window: string;
  readonly by: string;
}

export interface CorrectRequest extends Asked {
  readonly report_id: string;
  readonly deliverable: string;
  readonly field: string;
  readonly value: string;
  readonly why: string;
  /** The correction's value that the window shows; null for none. */
  readonly expected: string | null;
}

export interface DisposeRequest extends Asked {
  readonly finding_id: string;
  readonly disposition: string;
  readonly note: string;
  /** The disposition that the window shows; null for none. */
  readonly expected: string | null;
}

export interface ConfirmRequest extends Asked {
  readonly id: string;
  /** Of the item as the window shows it. */
  readonly version: string;
}

export interface AddRowRequest extends Asked {
  readonly report_id: string;
  /** deliverable_id of the row before it; empty for none. */
  readonly after: string;
  readonly number: string;
  readonly title: string;
  readonly organisations: string;
  readonly rag: string;
  readonly page: number | null;
  readonly line: number | null;
  readonly why: string;
}

export interface Applied {
  /** What is different now, a sentence each. */
  readonly changes: readonly string[];
  /** Corrections and dispositions that do not fit, a sentence each. */
  readonly unfit: readonly string[];
}

export interface SignedOff {
  readonly line: string;
  readonly reports: readonly { readonly name: string; readonly line: string }[];
  /** Corrections and dispositions that do not fit, a sentence each. */
  readonly unfit: readonly string[];
  /** Commands that write the corrected dataset and the page to sign. */
  readonly commands: readonly string[];
}

/** An answer that refuses; `isConflict` where another window was first. */
export interface Refusal {
  readonly error: string;
  readonly isConflict: boolean;
}
