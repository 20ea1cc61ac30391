/**
 * Where a value of the dataset comes from. In: a printed place, or a report and a change of sources. Out: the source as the
 * schema has it, or the report with every source changed.
 */
import type { Place } from "../model/block.js";
import type { FieldPlace, Report } from "../schema/dataset.js";
import type { Source } from "../schema/values.js";

export function sourceOf(place: Place, source_file: string): Source {
  return { source_file, page: place.page, line_first: place.lineFirst, line_last: place.lineLast, bbox: place.bbox };
}

/** Gives the row with another source; everything else of it stays. */
export type Move = <Row extends Source>(row: Row) => Row;

/** Changes a place that is nested in what has its file. */
function moveIn(source_file: string, place: FieldPlace, move: Move): FieldPlace {
  const { source_file: _, ...moved } = move({ ...place, source_file });
  return moved;
}

/** The report with the source of each of its rows changed. */
export function moveSources(report: Report, move: Move): Report {
  return {
    ...move(report),
    scale: report.scale.map(move),
    stated_counts: report.stated_counts.map(move),
    deliverables: report.deliverables.map((row) => ({
      ...move(row),
      places: row.places.map((place) => moveIn(row.source_file, place, move)),
      updates: row.updates.map(move),
    })),
    findings: report.findings.map(move),
    residue: report.residue.map(move),
  };
}
