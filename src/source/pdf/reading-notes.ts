/** Notes on a PDF that was read. In: its reading. Out: a sentence for each kind of page that is a picture, damaged or blank. */
import { pageList } from "../../language/page-list.js";
import type { PdfReading } from "./read-document.js";

/** @param isWanted whether a page is of interest; by default all are */
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
