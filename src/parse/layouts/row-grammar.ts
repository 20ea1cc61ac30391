/** What the words of a row may be, by the readers of a report or of a profile. In: readers. Out: the grammar of its cells. */
import { rowLabelOf } from "../../language/row-labels.js";
import { readStatusCell } from "../fields/status-cell.js";
import type { Organisations } from "../organisation.js";
import type { StatusReader } from "../status.js";
import type { HeadingGrammar } from "../update-heading.js";
import type { RowGrammar } from "./cell-words.js";

export interface CellReaders {
  readonly status: StatusReader;
  readonly update: HeadingGrammar;
  readonly organisations: Organisations;
}

export function rowGrammar({ status, update, organisations }: CellReaders): RowGrammar {
  return {
    isLabel: (text) => rowLabelOf(text) !== null,
    statusFit: (text) => {
      if (readStatusCell(text, status) === null) return status.isUncoloured(text) ? 1 : 0;
      return text.startsWith("(") ? 1 : 2;
    },
    mayBeginStatus: status.mayBegin,
    organisationFit: (text) => {
      if (/^\p{L}(?:\s|$)/u.test(text)) return 0;
      if (organisations.isKnown(text)) return 3;
      if (organisations.isCodes(text)) return 2;
      return /^\p{Lu}/u.test(text) && organisations.isNamed(text) ? 1 : 0;
    },
    mayBeginName: (word) => organisations.mayBegin(word),
    startsUpdate: (text) => (update.read(text)?.dateRaw ?? null) !== null,
    knownCells: [],
  };
}
