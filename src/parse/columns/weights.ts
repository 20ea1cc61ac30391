/**
 * The weights by which a column's role is decided, all in one place. A known heading weighs 4; what its cells hold must be
 * about as much against it before it is overruled. Set by their effect over all measured sets, never for one document.
 */

export const HEADING = {
  exact: 4,
  /** What the last title heading of the profile weighs less than the first. */
  titleRank: 1.6,
  /** Factors: the words before a preposition are known, the last words, the first words, words after a preposition. */
  subject: 0.9,
  tail: 0.75,
  start: 0.5,
  inside: 0.3,
  similar: 0.8,
  timed: 0.95,
} as const;

export const CELLS = {
  labels: 3,
  firstColumn: 1,
  statuses: 4,
  painted: 3,
  codes: 2.5,
  dated: 3,
  narratives: 2.5,
  phrases: 2,
  distinct: 4,
  dates: 3,
  figures: 2.5,
  /** Against a role whose cells cannot be its values. */
  misfit: 4,
} as const;

/** A column is `other` unless the evidence for a role is more than this. */
export const OTHER = 1.5;
/** Text that a layout found under a row's labels is what is said of it, where no label says so: more than `other`. */
export const REST = 2.5;
/** A table lists something: without better evidence, the column that looks most like titles has them. */
export const HAS_TITLE = 1;
/** A lead below this between two readings of a table's columns is doubt. */
export const CLEAR_MARGIN = 0.75;
/** Factor of what cells say whose borders cannot be trusted: words of one may be in the next. */
export const CELLS_UNSURE = 0.5;
