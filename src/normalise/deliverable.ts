/**
 * One printed row to a deliverable of the dataset, with its updates and the reasons for a person to review it. In: the row and
 * its identifiers. Out: the deliverable as the schema has it.
 */
import { precisionOf } from "../language/dates.js";
import type { PrintedRow, RowRepair } from "../model/printed.js";
import { PLACED_FIELDS, type PlacedField } from "../schema/column-tables.js";
import type { Deliverable, FieldPlace, Update } from "../schema/dataset.js";
import type { RowReason } from "../schema/reasons.js";
import { sourceOf } from "./sources.js";

export function deliverableOf(
  row: PrintedRow,
  deliverable_id: string,
  report_id: string,
  source_file: string,
): Deliverable {
  const dates = row.updates.flatMap((update) => (update.date === null ? [] : [update.date]));
  return {
    deliverable_id,
    report_id,
    number: row.number,
    number_source: row.numberSource,
    organisations: row.organisations,
    organisation_kinds: row.organisationKinds,
    organisations_raw: row.organisationsRaw,
    title: row.title,
    group: row.group,
    rag: row.rag,
    rag_raw: row.ragRaw,
    rag_source: row.ragSource,
    rag_colour: row.ragColour,
    update_count: row.updates.length,
    // "2022-09-12" sorts after "2022-09", so that of the two the more precise date is the latest.
    latest_update: dates.sort().at(-1) ?? null,
    confidence: null,
    review_reasons: rowReasons(row),
    repairs: row.repairs,
    ...sourceOf(row.place, source_file),
    statuses: row.statuses,
    other_columns: row.others,
    places: placesOf(row),
    updates: row.updates.map(
      (update, at): Update => ({
        update_id: `${deliverable_id}/${at + 1}`,
        deliverable_id,
        sequence: at + 1,
        date: update.date,
        date_precision: update.date === null ? null : precisionOf(update.date),
        date_raw: update.dateRaw,
        heading: update.heading,
        author: update.author,
        text: update.text,
        repairs: update.repairs,
        ...sourceOf(update.place, source_file),
      }),
    ),
  };
}

/** Where the fields are printed that the row has; an inferred number is printed nowhere. */
function placesOf(row: PrintedRow): FieldPlace[] {
  const printed: Record<PlacedField, boolean> = {
    number: row.numberSource === "printed",
    organisations: row.organisationsRaw !== null,
    title: row.title !== null,
    rag: row.rag !== null || row.ragRaw !== null,
  };
  return PLACED_FIELDS.flatMap((field) => {
    const place = row.places[field];
    if (place === undefined || !printed[field]) return [];
    const { source_file: _, ...where } = sourceOf(place, "");
    return [{ field, ...where }];
  });
}

const REPAIRED: Readonly<Record<RowRepair["field"], RowReason>> = {
  number: "number-repaired",
  organisations: "organisations-repaired",
  title: "title-repaired",
  rag: "rag-repaired",
};

function rowReasons(row: PrintedRow): RowReason[] {
  const reasons = new Set(row.reasons);
  for (const { field } of row.repairs) reasons.add(REPAIRED[field]);
  if (row.updates.some((update) => update.repairs.length > 0)) reasons.add("update-repaired");
  if (row.rag === null && !reasons.has("status-ambiguous") && !reasons.has("status-picture"))
    reasons.add(row.ragRaw === null ? "status-missing" : "status-unknown");
  if (row.organisations.length === 0) reasons.add("organisation-missing");
  if (row.title === null) reasons.add("title-missing");
  return [...reasons];
}
