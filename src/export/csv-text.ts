/** Records of text cells to CSV as defined by RFC 4180. */
import { stringify } from "csv-stringify/sync";

export interface CsvTextOptions {
  /** Puts an apostrophe before text that a spreadsheet would run as a formula. */
  readonly escapeFormulas?: boolean;
  /** Quotes empty cells: a record of one empty cell would be an empty line otherwise, which is no record. */
  readonly quoteEmpty?: boolean;
  /** CR LF by default. */
  readonly lineEnd?: "\r\n" | "\n";
}

/** Readers end a record at any of these, but the library quotes a cell only for the line end in use. */
const LINE_BREAK = /[\r\n]/;

export function csvText(
  records: readonly (readonly string[])[],
  { escapeFormulas = false, quoteEmpty = false, lineEnd = "\r\n" }: CsvTextOptions = {},
): string {
  if (records.length === 0) return "";
  return stringify(records as string[][], {
    escape_formulas: escapeFormulas,
    quoted_empty: quoteEmpty,
    quoted_match: LINE_BREAK,
    record_delimiter: lineEnd,
  });
}
