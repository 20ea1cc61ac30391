/**
 * In: a rule's definition: a function that finds facts, a function that words one fact as a message, an explanation and
 * two examples. Out: the rule with its own fact type hidden, so that all rules fit into one list.
 */
import type { Deliverable } from "../schema/dataset.js";
import type { Rag, Severity, Source } from "../schema/values.js";
import type { Example } from "./example.js";
import { lackOf, type Need } from "./need.js";
import type { AuditView, StatedStatus } from "./view.js";

/** What every finding is made from. A property that is left out is null in the finding. */
export interface Fact {
  /** The row, stated count, residue or report that the finding is about; the finding gets its source position. */
  readonly about: Source;
  readonly number?: string | null;
  readonly rag?: Rag;
  readonly expected?: string;
  readonly actual?: string;
}

/** A fact about one row. */
export interface RowFact extends Fact {
  readonly row: Deliverable;
}

/** A fact about what the report states for one status. */
export interface StatusFact extends Fact {
  readonly entry: StatedStatus;
}

/** A fact with its message. */
export interface Raised extends Fact {
  readonly message: string;
}

export interface Explanation {
  /** What a finding of this rule means. */
  readonly meaning: string;
  /** Why that matters to someone who uses the figures. */
  readonly importance: string;
  /** What a person should do. */
  readonly remedy: string;
}

export interface RuleText {
  /** The value in the dataset's `rule` column. */
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  readonly explanation: Explanation;
  /** What must have been read for it to apply. */
  readonly needs: readonly { readonly says: string }[];
  /** A report that does not raise the rule, with earlier reports where the rule compares reports. */
  readonly passing: Example;
  /** A report that raises it. */
  readonly failing: Example;
}

/** A rule of any kind, as the documentation lists and explains it. */
export type Rule = RuleText;

/** A rule that checks one report by itself. */
export interface ReportRule extends RuleText {
  /** Why it does not apply to the report; null if it does. */
  readonly lack: (view: AuditView) => string | null;
  /** Everything the rule finds in a report that it applies to, in document order. */
  readonly check: (view: AuditView) => readonly Raised[];
}

interface RuleDefinition<F extends Fact> extends RuleText {
  readonly needs: readonly Need<AuditView>[];
  readonly find: (view: AuditView) => readonly F[];
  readonly message: (fact: F) => string;
}

const NOTHING: readonly Raised[] = [];

/** Makes a rule. `find` returns facts without any prose; `message` is the only place that words them. */
export function defineRule<F extends Fact>({ find, message, ...text }: RuleDefinition<F>): ReportRule {
  const lack = (view: AuditView): string | null => lackOf(text.needs, view);
  return {
    ...text,
    lack,
    check: (view) => {
      if (lack(view) !== null) return NOTHING;
      const facts = find(view);
      return facts.length === 0 ? NOTHING : facts.map((fact) => ({ ...fact, message: message(fact) }));
    },
  };
}

type Figures = Pick<Fact, "expected" | "actual">;

/** A fact about a row. */
export function rowFact(row: Deliverable, figures: Figures = {}): RowFact {
  return { about: row, row, number: row.number, ...figures };
}

/** A fact about a stated count. */
export function statusFact(entry: StatedStatus, figures: Figures = {}): StatusFact {
  return { about: entry.stated, entry, rag: entry.rag, ...figures };
}
