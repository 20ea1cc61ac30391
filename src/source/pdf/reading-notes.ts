/** Notes on a PDF that was read. In: its reading. Out: a sentence for each kind of page that is a picture, damaged or blank. */
import { pageList } from "../../language/page-list.js";
import type { PdfReading } from "./read-document.js";

/** Most words on the pages of a form whose content is elsewhere: they say that it cannot be shown. */
const MOST_WORDS = 200;
const XFA_FORM =
  "it is an XFA form, whose content is not on its pages (open it in Adobe Acrobat or Reader, print it to a new PDF, and read that)";

const isEmptyForm = ({ facts, pages }: PdfReading): boolean =>
  facts.hasXfaForm && pages.reduce((sum, { words }) => sum + words.length, 0) <= MOST_WORDS;

/** @param isWanted whether a page is of interest; by default all are */
export function notesOf(reading: PdfReading, isWanted: (page: number) => boolean = () => true): string[] {
  const { needsOcr, recognised, unrecognised, unreadable, partial, blank, damage } = reading;
  const about = (what: string, numbers: readonly number[]): string[] => {
    const wanted = numbers.filter(isWanted);
    return wanted.length === 0 ? [] : [`${what}: page ${pageList(wanted)}`];
  };
  return [
    ...about("recognised from pictures", recognised),
    ...unrecognised
      .filter(({ number }) => isWanted(number))
      .map(({ number, failure }) => `page ${number} could not be recognised (${failure})`),
    ...about("pictures without text that could be read", needsOcr),
    ...about("cannot be read", unreadable),
    ...about("damaged, so that something may be missing or misread", partial),
    ...about("nothing is on it", blank),
    ...(damage === null ? [] : [damage]),
    ...(isEmptyForm(reading) ? [XFA_FORM] : []),
  ];
}
