/** Reports built by hand: a name and a few odd values in, whole reports out, as the export tests need them. */
import type { WritableResult } from "../../src/export/write-dataset.js";
import type { Deliverable, InputFile, Report, Update } from "../../src/schema/dataset.js";

const at = (file: string, line: number) => ({
  source_file: file,
  page: null,
  line_first: line,
  line_last: line + 1,
  bbox: null,
});

function placeAt(line: number) {
  const { source_file: _, ...place } = at("", line);
  return place;
}

const STATUSES: Deliverable["statuses"] = [
  { heading: "RAG Q2", period: "Q2", raw: "A/G", rag: "amber-green", chosen: false },
  { heading: "RAG Q3", period: "Q3", raw: null, rag: null, chosen: true },
];

export interface ReportShape {
  readonly rows?: number;
  readonly updatesPerRow?: number;
  readonly updateText?: string;
  readonly title?: string;
}

export function makeReport(name: string, shape: ReportShape = {}): Report {
  const {
    rows = 2,
    updatesPerRow = 2,
    updateText = "Work began.\n- first step",
    title = 'Paint the "red" bridge',
  } = shape;
  const file = `${name}.txt`;
  const deliverables = Array.from({ length: rows }, (_, row): Deliverable => {
    const id = `${name}#${row + 1}`;
    const updates = Array.from(
      { length: updatesPerRow },
      (_, block): Update => ({
        update_id: `${id}/${block + 1}`,
        deliverable_id: id,
        sequence: block + 1,
        date: "2019-12-13",
        date_precision: "day",
        date_raw: "13.12.19",
        heading: "Update: 13.12.19",
        author: null,
        text: updateText,
        repairs: [],
        ...at(file, 10 + row),
      }),
    );
    return {
      deliverable_id: id,
      report_id: name,
      number: String(row + 1),
      number_source: "printed",
      organisations: ["NW", "CG"],
      organisation_kinds: ["code", "code"],
      organisations_raw: "NW/CG",
      title,
      group: row % 2 === 0 ? null : "Objective 2: Quays",
      rag: row % 2 === 0 ? "green" : null,
      rag_raw: "G",
      rag_source: "letter",
      rag_colour: null,
      update_count: updates.length,
      latest_update: "2019-12-13",
      confidence: row % 2 === 0 ? null : 0.87,
      review_reasons: row % 2 === 0 ? [] : ["status-missing", "organisation-repaired"],
      repairs: row % 2 === 0 ? [] : [{ field: "title", raw: "publi|lic", value: "public" }],
      ...at(file, 10 + row),
      statuses: row % 2 === 0 ? [] : STATUSES,
      other_columns:
        row % 2 === 0
          ? []
          : [
              { heading: "Due date", text: "May 2020" },
              { heading: "", text: title },
            ],
      places: [
        { field: "title", ...placeAt(10 + row) },
        { field: "rag", ...placeAt(11 + row) },
      ],
      updates,
    };
  });
  return {
    report_id: name,
    source_sha256: name.padEnd(64, "0"),
    source_format: "pdf",
    page_first: 1,
    page_last: 2,
    plan_id: "harbour-plan-2018-2021",
    plan_title: "Harbour Plan",
    plan_start_year: 2018,
    plan_end_year: 2021,
    theme_id: "harbour-plan-2018-2021/1",
    theme_number: 1,
    theme_title: "Safe quays",
    quarter: 3,
    period_label: "QRT 3",
    published_month: "2019-12",
    period_start: "2019-10-01",
    period_end: "2019-12-31",
    version: "Final",
    overall_rating: "very good",
    rows_min: 1,
    rows_max: 1,
    deliverable_count: rows,
    coverage: 0.9875,
    review_reasons: [],
    repairs: [],
    not_applied: [],
    superseded_by: null,
    source_file: file,
    page: 1,
    line_first: null,
    line_last: null,
    bbox: [36, 40.5, 559, 800],
    scale: [
      {
        report_id: name,
        sequence: 1,
        label: "G",
        meaning: 'on course, "green"',
        rag: "green",
        defined_by: "key",
        stated_count: null,
        row_count: rows,
        ...at(file, 3),
      },
    ],
    stated_counts: [
      {
        report_id: name,
        rag: "green",
        label: "Green",
        stated_raw: "2/2 (100%)",
        stated_count: 2,
        stated_total: 2,
        stated_percent: 100,
        counted_min: 1,
        counted_max: 2,
        counted_total: 2,
        counted_percent: 50,
        verdict: "undetermined",
        count_verdict: "undetermined",
        total_verdict: "confirmed",
        percent_verdict: "undetermined",
        uncorrected_verdict: null,
        ...at(file, 3),
      },
    ],
    deliverables,
    findings: [
      {
        finding_id: `${name}/count-unverifiable/green`,
        report_id: name,
        rule: "count-unverifiable",
        severity: "warning",
        deliverable_number: null,
        rag: "green",
        expected: "2",
        actual: "1 to 2",
        message: "Green is stated as 2, and between 1 and 2 rows are green.",
        ...at(file, 3),
      },
    ],
    residue: [{ report_id: name, reason: "stray", text: "40 40 4.0", ...at(file, 30) }],
  };
}

export function makeFile(name: string, reportCount: number): InputFile {
  return {
    source_file: `${name}.txt`,
    container: null,
    source_sha256: name.padEnd(64, "0"),
    bytes: 16_000,
    pages: null,
    outcome: reportCount > 0 ? "parsed" : "no-report",
    error_code: null,
    message: null,
    report_count: reportCount,
  };
}

export function makeResult(name: string, shape: ReportShape = {}): WritableResult {
  return { file: makeFile(name, 1), reports: [makeReport(name, shape)] };
}

export async function* resultsOf(...results: readonly WritableResult[]): AsyncGenerator<WritableResult> {
  yield* results;
}
