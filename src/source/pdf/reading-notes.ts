/** A PDF that was read, to what is to be told of it: pages that are pictures, broken, or without anything on them. */
import { pageList } from "../../language/page-list.js";
import type { PdfReading } from "./read-document.js";

/** @param isWanted whether a page is of interest; all are where it is not given */
export function notesOf(reading: PdfReading, isWanted: (page: number) => boolean = () => true): string[] {
  const { needsOcr, unreadable, partial, blank, damage } = reading;
  const about = (what: string, numbers: readonly number[]): string[] => {
    const wanted = numbers.filter(isWanted);
    return wanted.length === 0 ? [] : [`${what}: page ${pageList(wanted)}`];
  };
  return [
    ...about("pictures without text, to be recognised first", needsOcr),
    ...about("cannot be read", unreadable),
    ...about("damaged, so that something may be missing or misread", partial),
    ...about("nothing is on it", blank),
    ...(damage === null ? [] : [damage]),
  ];
}
