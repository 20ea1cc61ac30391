/**
 * In: a rule as it is written: what it finds as plain facts, the one place where those become a sentence, its explanation
 * and two examples. Out: the same with its own type of fact hidden, so that all rules can stand in one list.
 */
import type { Deliverable } from "../schema/dataset.js";
import type { Rag, Severity, Source } from "../schema/values.js";
import type { Example } from "./example.js";
import type { AuditView, StatedStatus } from "./view.js";

/** What every finding carries. What is left out is null in the finding. */
export interface Fact {
  /** The row, stated count, residue or report that the finding is about; its source becomes the finding's. */
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

/** A fact with its sentence. */
export interface Raised extends Fact {
  readonly message: string;
}

export interface Explanation {
  /** What it means that the rule was raised. */
  readonly meaning: string;
  /** Why that matters to whoever uses the figures. */
  readonly importance: string;
  /** What a person should do. */
  readonly remedy: string;
}

export interface RuleText {
  /** As in the dataset's `rule` column. */
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  readonly explanation: Explanation;
  /** A report that does not raise the rule, with the reports before it where the rule looks at those. */
  readonly passing: Example;
  /** A report that raises it. */
  readonly failing: Example;
}

/** A rule of any kind, as it is listed and explained. */
export type Rule = RuleText;

/** A rule that looks at one report by itself. */
export interface ReportRule extends RuleText {
  /** All that the rule has to say about a report, in document order. */
  readonly check: (view: AuditView) => readonly Raised[];
}

interface RuleDefinition<F extends Fact> extends RuleText {
  readonly find: (view: AuditView) => readonly F[];
  readonly message: (fact: F) => string;
}

const NOTHING: readonly Raised[] = [];

/** Makes a rule; `find` states facts and holds no prose, `message` is their one wording. */
export function defineRule<F extends Fact>({ find, message, ...text }: RuleDefinition<F>): ReportRule {
  return {
    ...text,
    check: (view) => {
      const facts = find(view);
      return facts.length === 0 ? NOTHING : facts.map((fact) => ({ ...fact, message: message(fact) }));
    },
  };
}

type Figures = Pick<Fact, "expected" | "actual">;

/** The fact that something holds for a row. */
export function rowFact(row: Deliverable, figures: Figures = {}): RowFact {
  return { about: row, row, number: row.number, ...figures };
}

/** The fact that something holds for a stated count. */
export function statusFact(entry: StatedStatus, figures: Figures = {}): StatusFact {
  return { about: entry.stated, entry, rag: entry.rag, ...figures };
}
