/** Records of text cells to CSV as RFC 4180 has it. */
import { stringify } from "csv-stringify/sync";

export interface CsvTextOptions {
  /** Puts an apostrophe before text that a spreadsheet would run as a formula. */
  readonly escapeFormulas?: boolean;
  /** Quotes empty cells, without which a record of one empty cell is no record. */
  readonly quoteEmpty?: boolean;
  /** CR LF where none is given. */
  readonly lineEnd?: "\r\n" | "\n";
}

/** Readers end a record at any of these, whatever ends the others; the library quotes a cell for the very end in use alone. */
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
