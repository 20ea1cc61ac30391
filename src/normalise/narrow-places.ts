/**
 * Where the fields of rows are printed, as narrowly as the words of the page tell. In: a report, and the words at a place. Out: the report;
 * the place of a field becomes that of its words where they are printed there once among others, as in a line that has several fields.
 */
import { boundsOf } from "../geometry/boxes.js";
import type { Deliverable, FieldPlace, Report } from "../schema/dataset.js";
import type { Bbox, Source } from "../schema/values.js";

/** A word as printed, with its box. */
export interface PlacedWord {
  readonly text: string;
  readonly bbox: Bbox;
}

/** The words at a place in reading order; null where the place is not on a page. */
export type WordsAt = (place: Pick<Source, "page" | "bbox">) => readonly PlacedWord[] | null;

export function withNarrowPlaces<Read extends Omit<Report, "findings">>(report: Read, wordsAt: WordsAt): Read {
  return {
    ...report,
    deliverables: report.deliverables.map((row) => ({
      ...row,
      places: row.places.map((place) => narrowed(place, printOf(row, place.field), wordsAt)),
    })),
  };
}

function printOf(row: Deliverable, field: FieldPlace["field"]): string {
  if (field === "number") return row.number ?? "";
  if (field === "organisations") return row.organisations_raw ?? "";
  return (field === "title" ? row.title : row.rag_raw) ?? "";
}

function narrowed(place: FieldPlace, print: string, wordsAt: WordsAt): FieldPlace {
  const wanted = lettersOf(print);
  const words = wanted === "" || place.bbox === null ? null : wordsAt(place);
  if (words === null) return place;
  const runs = runsOf(wanted, words);
  const [only] = runs;
  if (only === undefined || runs.length > 1 || only.length === words.length) return place;
  return { ...place, bbox: boundsOf(only.map(({ bbox }) => bbox)) ?? place.bbox };
}

/** The runs of words that have the letters wanted, whatever signs and line breaks are between them. */
function runsOf(wanted: string, words: readonly PlacedWord[]): PlacedWord[][] {
  const letters = words.map(({ text }) => lettersOf(text));
  return words.flatMap((_, from) => {
    let [to, at] = [from, 0];
    while (at < wanted.length && to < words.length && wanted.startsWith(letters[to] ?? "", at)) {
      at += letters[to]?.length ?? 0;
      to += 1;
    }
    return letters[from] !== "" && at === wanted.length ? [words.slice(from, to)] : [];
  });
}

const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, "").toLowerCase();
