/** What the readers of one report share: its blocks, its ledger, and readers built for its profile. */
import { ragOfColour } from "../language/colours.js";
import { DateOrderEvidence } from "../language/date-order.js";
import type { DateOrder } from "../language/dates.js";
import { type HeadingReader, headingReader } from "../language/headings.js";
import type { Block } from "../model/block.js";
import type { KeyLabel } from "../model/printed.js";
import type { Profile } from "../schema/profile.js";
import type { Rag } from "../schema/values.js";
import { brokenWordJoiner, type JoinBroken } from "./broken-words.js";
import type { StatusContext } from "./columns/status-column.js";
import { findHeadings } from "./find-headings.js";
import { type HeaderReader, headerReader } from "./header/header-reader.js";
import { Uses } from "./ledger.js";
import { Organisations } from "./organisation.js";
import { type StatusReader, statusReader } from "./status.js";
import type { FoundHeading } from "./table-heading.js";
import { type HeadingGrammar, headingGrammar } from "./update-heading.js";

export interface Context {
  readonly profile: Profile;
  readonly blocks: readonly Block[];
  /** Where the stage that reads notes what it uses. */
  readonly ledger: Uses;
  readonly column: HeadingReader;
  readonly status: StatusReader;
  readonly header: HeaderReader;
  readonly update: HeadingGrammar;
  /** Which figure of a date in figures is the day. */
  readonly dateOrder: DateOrder;
  readonly organisations: Organisations;
  /** The report's words that no cell border splits, collected at the first call. */
  readonly words: () => ReadonlySet<string>;
  /** Joins lines over a word that is broken between them. */
  readonly joinBroken: JoinBroken;
  /** First day of the reporting period, where the report's header states it. */
  readonly periodStart: string | null;
  /** Whether a report that begins at a block is the document's first. */
  readonly isFirst: (from: number) => boolean;
  /** What a painted or counted status of the built-in scale means in this report; null for no status. */
  readonly meaningOfColour: (rag: Rag) => Rag | null;
  /** The status that a painted colour ("#rrggbb") stands for in this report; null for none. */
  readonly meaningOfFill: (fill: string) => Rag | null;
  /** The labels that the report's key defines, with what each was taken for. */
  readonly key: readonly KeyLabel[];
  /** What the report's header and key say, once they are read: which of several status columns is meant follows from it. */
  readonly reported: Pick<StatusContext, "header" | "lines" | "statements">;
  /** Column headings of tables of deliverables, by the block that they begin at. */
  readonly headings: ReadonlyMap<number, FoundHeading>;
}

/** The context of a document; each of its reports has a copy with organisations of its own. */
export function contextFor(profile: Profile, blocks: readonly Block[]): Context {
  const column = headingReader(profile);
  const status = statusReader(profile);
  const dateOrder = orderOfDates(blocks);
  return {
    profile,
    blocks,
    ledger: new Uses(),
    column,
    status,
    header: headerReader(profile),
    update: headingGrammar(profile, dateOrder),
    dateOrder,
    organisations: new Organisations(profile),
    words: () => new Set(),
    joinBroken: brokenWordJoiner(blocks),
    periodStart: null,
    isFirst: () => true,
    meaningOfColour: (rag) => rag,
    meaningOfFill: ragOfColour,
    key: [],
    reported: {
      header: { quarter: null, periodLabel: null, publishedMonth: null, isMonthOfOccasion: false },
      lines: [],
      statements: [],
    },
    headings: findHeadings(blocks, profile, status),
  };
}

function orderOfDates(blocks: readonly Block[]): DateOrder {
  const evidence = new DateOrderEvidence();
  for (const block of blocks) {
    if (block.kind === "line") evidence.add(block.text);
    else for (const { text } of block.cells) evidence.add(text);
  }
  return evidence.order();
}
