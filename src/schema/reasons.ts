/** The values of the columns `review_reasons` and `reason`, each explained in one sentence. */

/** Why a person should check a row of `deliverables`. */
const ROW_REASONS = {
  "number-inferred": "The number was not printed or not readable; the rows around it leave no other.",
  "number-unreadable": "The number was not printed or not readable, and the rows around it leave several.",
  "number-shared": "One number's cell is beside several rows; each of them has the number.",
  "number-repaired": "The number is not as printed; `repairs` has the printed text.",
  "head-lost": "Only the row's updates are left; its number, organisation, title and status are missing from the text.",
  "organisation-missing": "No organisation could be read.",
  "organisation-displaced": "The organisation was on a separate line below the row's first lines.",
  "organisation-shared": "One organisation's cell is beside several rows; each of them has the organisation.",
  "organisation-unsure":
    'Whether the cell names one organisation or several is undecided: "and", "&" or a line\'s end may be inside a name.',
  "organisations-repaired": "The organisations are not as printed; `repairs` has the printed text.",
  "title-missing": "No title could be read.",
  "title-repaired": "The title was joined or repaired; `repairs` has the printed text.",
  "status-missing": "No status is printed, or none that could be read.",
  "status-unknown": "Neither the report's key nor the profile says which status the printed text is.",
  "status-doubtful":
    "A word before the title may be the row's status or the title's first word; or the status is printed apart from the row and may be another's; or several are printed; or it was recognised from a picture without being sure of it, and the cell's colour decided where it has one.",
  "status-conflict": "The printed status and the painted colour differ; `rag` is the printed one.",
  "status-picture":
    "A picture stands for the status: it has the picture's colour, or is null where no colour or no lamp stands out.",
  "status-ambiguous":
    "Several columns give a status, and nothing says which of them is meant; `statuses` has them all.",
  "status-latest":
    "Several columns give a status, one for each period, and nothing says for sure which period is the report's; the latest was taken, or the one that a title names, and `statuses` has them all.",
  "status-by-counts":
    "The printed status is a number that the key does not define; the order of the key's statuses gives it a meaning that agrees with the stated counts.",
  "status-by-initial":
    "The printed status is a letter that the key does not define; it is the first letter of one of the key's words alone.",
  "column-doubtful": "The column that the title was read from is not certain: another fits its place nearly as well.",
  "rag-repaired": "The status was separated from other text; `repairs` has the printed text.",
  "update-repaired": "An update was repaired; its `repairs` have the printed text.",
  "update-date-unsure":
    "An update's date is another day when day and month change places, and the document has dates of both orders.",
  "updates-not-split": "It is not clear which updates of the page belong to which row; they are in `residue`.",
  recognised: "The row was recognised from a picture of its page.",
  "recognised-doubtful": "The row was recognised from a picture, and recognition is not sure of every word of it.",
  corrected: "A person corrected a field; `repairs` has the printed text and who corrected it.",
} as const;
export type RowReason = keyof typeof ROW_REASONS;

export const isRowReason = (reason: string): reason is RowReason => Object.hasOwn(ROW_REASONS, reason);

/** Fields that make up a row, as corrections name them. */
const WHOLE_ROW = ["rag", "number", "organisations", "title"] as const;
export type DoubtedRowField = (typeof WHOLE_ROW)[number] | "date";

/**
 * The fields that a person has to correct or confirm before a reason is settled: all of them. `date` is that of each update concerned.
 * A reason about no field in particular is about the whole row.
 */
export const ROW_REASON_FIELDS: Readonly<Record<RowReason, readonly DoubtedRowField[]>> = {
  "number-inferred": ["number"],
  "number-unreadable": ["number"],
  "number-shared": ["number"],
  "number-repaired": ["number"],
  "head-lost": WHOLE_ROW,
  "organisation-missing": ["organisations"],
  "organisation-displaced": ["organisations"],
  "organisation-shared": ["organisations"],
  "organisation-unsure": ["organisations"],
  "organisations-repaired": ["organisations"],
  "title-missing": ["title"],
  "title-repaired": ["title"],
  "status-missing": ["rag"],
  "status-unknown": ["rag"],
  "status-doubtful": ["rag"],
  "status-conflict": ["rag"],
  "status-picture": ["rag"],
  "status-ambiguous": ["rag"],
  "status-latest": ["rag"],
  "status-by-counts": ["rag"],
  "status-by-initial": ["rag"],
  "column-doubtful": ["title"],
  "rag-repaired": ["rag"],
  "update-repaired": ["date"],
  "update-date-unsure": ["date"],
  "updates-not-split": WHOLE_ROW,
  recognised: WHOLE_ROW,
  "recognised-doubtful": WHOLE_ROW,
  corrected: [],
};

/** What corrections cannot give a row is missing, whatever else a person confirms. */
export const LASTING_ROW_REASONS: ReadonlySet<string> = new Set<RowReason>(["updates-not-split"]);

/** Why a person should check a row of `reports`. */
const REPORT_REASONS = {
  "plan-missing": "The plan's name could not be read, so the report is not tracked.",
  "plan-by-size":
    "The plan's name is the largest line at the top of the report: no word says that it is a plan's, and it may be another name. It has no `plan_id`, and is not tracked, until a correction or the profile names the plan.",
  "month-of-occasion":
    "The month of publication is that of the meeting or the body that the report is for; no line says when it was published.",
  "period-missing": "The reporting quarter could not be read.",
  "rows-missing": "No deliverable was found.",
  "pages-unread": "A page of the report could not be read; rows may be on it.",
  recognised:
    "Text of the report was recognised from pictures of its pages. As any figure may be misread, stated counts that disagree with the rows are undetermined.",
  corrected: "A person corrected a field; `repairs` has the printed text and who corrected it.",
} as const;
export type ReportReason = keyof typeof REPORT_REASONS;

export const isReportReason = (reason: string): reason is ReportReason => Object.hasOwn(REPORT_REASONS, reason);

/** As `ROW_REASON_FIELDS`, of a report. A reason without a field is not for a person to settle: findings say what was not read. */
export const REPORT_REASON_FIELDS: Readonly<Record<ReportReason, readonly "plan_title"[]>> = {
  "plan-missing": ["plan_title"],
  "plan-by-size": ["plan_title"],
  "month-of-occasion": [],
  "period-missing": [],
  "rows-missing": [],
  "pages-unread": [],
  recognised: [],
  corrected: [],
};

/** Why a piece of text was not assigned to a field. */
const RESIDUE_REASONS = {
  unassigned: "It is among the rows, and it is not clear what it is.",
  key: "It belongs to the key: its labels and their meaning.",
  "column-heading": "It is a column heading, or a label beside a value.",
  furniture: "It is a page number, a page header or footer, or a protective marking.",
  repeated: "It is printed twice in succession.",
  stray:
    "It is a single letter or digit that belongs nowhere, such as a border or stain recognised as text, or the mark of a footnote.",
  struck: "It is struck through.",
  "total-row": "It is a total or an average of the rows.",
  example: "It is an example of how a row is to be filled in.",
  template: "It is a row of a form that nobody filled in.",
  group: "It is the heading of a group of rows; the rows' `group` has it.",
  head: "It belongs to the report's header, before the rows, but to none of its fields.",
  removed: "A person removed the row that it was read into; `repairs` of the report has who did it, and why.",
  closing: "It ends or follows the report: a contact, a glossary, an annex, another paper.",
} as const;
export type ResidueReason = keyof typeof RESIDUE_REASONS;
export const RESIDUE_REASON_NAMES = Object.keys(RESIDUE_REASONS) as ResidueReason[];

/** All reasons, by table and column. */
export const REASONS = [
  { column: "review_reasons", table: "deliverables", reasons: ROW_REASONS },
  { column: "review_reasons", table: "reports", reasons: REPORT_REASONS },
  { column: "reason", table: "residue", reasons: RESIDUE_REASONS },
] as const;
