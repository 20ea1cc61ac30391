/** The names in the columns `review_reasons` and `reason`, each with one sentence that says what it means. */

/** Why a person should look at a row of `deliverables`. */
const ROW_REASONS = {
  "number-inferred": "The number was not printed or not readable; the rows around it leave no other.",
  "number-unreadable": "The number was not printed or not readable, and the rows around it leave several.",
  "number-shared": "One number's cell stands beside several rows; each of them bears it.",
  "number-repaired": "The number is not as printed; `repairs` has what is.",
  "head-lost": "Only updates are left of the row; its head was lost before the text came here.",
  "organisation-missing": "No organisation could be read.",
  "organisation-displaced": "The organisation stood on a line of its own below the row's head.",
  "organisation-shared": "One organisation's cell stands beside several rows; each of them has it.",
  "organisation-unsure": "A narrow cell may have broken a code in two; the pieces are given as printed.",
  "organisations-repaired": "The organisations are not as printed; `repairs` has what is.",
  "title-missing": "No title could be read.",
  "title-repaired": "The title was put together or mended; `repairs` has what is printed.",
  "status-missing": "No status is printed, or none that could be read.",
  "status-unknown": "A status is printed that neither the report's key nor the profile knows.",
  "status-doubtful": "A word before the title may be the row's status or the title's first word.",
  "rag-repaired": "The status was parted from other text; `repairs` has what is printed.",
  "update-repaired": "An update was mended; its `repairs` have what is printed.",
  "updates-unparted": "Nothing says which updates of the page belong to which row; they are in `residue`.",
  corrected: "A person corrected a field; `repairs` has what was printed, and by whom it was corrected.",
} as const;
export type RowReason = keyof typeof ROW_REASONS;

/** Why a person should look at a row of `reports`. */
const REPORT_REASONS = {
  "plan-missing": "The plan's name could not be read, so that the report is followed through no plan.",
  "period-missing": "The reporting quarter could not be read.",
  "rows-missing": "No deliverable was found.",
  corrected: "A person corrected a field; `repairs` has what was printed, and by whom it was corrected.",
} as const;
export type ReportReason = keyof typeof REPORT_REASONS;

/** Why no field took a piece of text. */
const RESIDUE_REASONS = {
  unassigned: "It stands among the rows, and nothing says what it is.",
  key: "It belongs to the key: its labels, and what they stand for.",
  "column-heading": "It is the heading of a column, or a label beside a value.",
  furniture: "It is a page number, a running head or foot, or a protective marking.",
  repeated: "It is printed twice, one right behind the other.",
  stray: "It is a letter or figure without a place, as borders and stains leave when they are recognised as text.",
  head: "It belongs to the report's head, before the rows, and no field holds it.",
  closing: "It closes the report or stands behind it: a contact, a glossary, an annex, another paper.",
} as const;
export type ResidueReason = keyof typeof RESIDUE_REASONS;
export const RESIDUE_REASON_NAMES = Object.keys(RESIDUE_REASONS) as ResidueReason[];

/** All of them, by the column that holds them. */
export const REASONS = [
  { column: "review_reasons", table: "deliverables", reasons: ROW_REASONS },
  { column: "review_reasons", table: "reports", reasons: REPORT_REASONS },
  { column: "reason", table: "residue", reasons: RESIDUE_REASONS },
] as const;
