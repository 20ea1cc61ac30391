/** In: the properties of an example row that matter to a rule. Out: a complete normalised row, with everything else filled in. */
import { precisionOf } from "../language/dates.js";
import { organisationKind } from "../language/organisation-kind.js";
import type { Deliverable, Update } from "../schema/dataset.js";
import type { RowReason } from "../schema/reasons.js";
import { RAGS, type Rag, STATUSES } from "../schema/statuses.js";
import type { Repair, Source } from "../schema/values.js";

/** Undated unless `date` (ISO) is given; `raw` without `date` is a printed date that does not exist. */
export interface ExampleUpdate {
  readonly date?: string;
  readonly raw?: string;
  readonly text?: string;
}

export interface ExampleRow {
  /** 1, 2, 3, … by default. */
  readonly number?: string | null;
  readonly inferred?: true;
  readonly organisations?: readonly string[];
  /** What was printed for the organisations, if they had to be repaired. */
  readonly organisationsPrinted?: string;
  readonly title?: string | null;
  /** Green by default. */
  readonly rag?: Rag | null;
  /** The status as printed, if it is not a known one. */
  readonly printed?: string;
  readonly painted?: Rag;
  readonly reasons?: readonly RowReason[];
  readonly updates?: readonly ExampleUpdate[];
}

const BY_LETTER = new Map(RAGS.map((rag): [string, Rag] => [STATUSES[rag].letter, rag]));

/** Rows from their status letters: "GGA?" is two green rows, an amber one and one without a status. */
export function rowsOf(letters: string): ExampleRow[] {
  return [...letters].map((letter) => ({ rag: BY_LETTER.get(letter) ?? null }));
}

function makeUpdate(update: ExampleUpdate, sequence: number, rowId: string, source: Source): Update {
  return {
    update_id: `${rowId}/${sequence}`,
    deliverable_id: rowId,
    sequence,
    date: update.date ?? null,
    date_precision: update.date === undefined ? null : precisionOf(update.date),
    date_raw: update.raw ?? update.date ?? null,
    heading: null,
    author: null,
    text: update.text ?? "",
    repairs: [],
    ...source,
  };
}

function numberSourceOf(number: string | null, row: ExampleRow): Deliverable["number_source"] {
  if (number === null) return null;
  return row.inferred === true ? "inferred" : "printed";
}

function repairsOf({ organisationsPrinted }: ExampleRow, organisations: readonly string[]): Repair[] {
  if (organisationsPrinted === undefined) return [];
  return [{ field: "organisations", raw: organisationsPrinted, value: organisations.join("/") }];
}

/** Makes the row; `position` is its 1-based position among the rows, and its number by default. */
export function makeRow(row: ExampleRow, position: number, reportId: string, source: Source): Deliverable {
  const number = row.number === undefined ? String(position) : row.number;
  const id = `${reportId}#${number ?? `line-${source.line_first}`}`;
  const organisations = [...(row.organisations ?? ["FORCE"])];
  const rag = row.rag === undefined ? "green" : row.rag;
  const updates = (row.updates ?? [{ date: "2019-11-18" }]).map((one, index) => makeUpdate(one, index + 1, id, source));
  return {
    deliverable_id: id,
    report_id: reportId,
    number,
    number_source: numberSourceOf(number, row),
    organisations,
    organisation_kinds: organisations.map((name) => organisationKind(name)),
    organisations_raw: organisations.length === 0 ? null : organisations.join("/"),
    title: row.title === undefined ? `Action ${number ?? position}` : row.title,
    group: null,
    rag,
    rag_raw: row.printed ?? rag,
    rag_source: rag === null ? null : "word",
    rag_colour: row.painted ?? null,
    update_count: updates.length,
    latest_update: updates.reduce<string | null>((last, { date }) => ((date ?? "") > (last ?? "") ? date : last), null),
    confidence: null,
    review_reasons: [...(row.reasons ?? [])],
    repairs: repairsOf(row, organisations),
    ...source,
    statuses: [],
    other_columns: [],
    places: [],
    updates,
  };
}
