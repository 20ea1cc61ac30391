/** Types of the printed cases for the tests. */
export interface TrueRow {
  readonly number: string | null;
  readonly organisations: readonly string[];
  readonly title: string;
  /** The readings of the status that are right. */
  readonly rag: readonly (string | null)[];
  readonly updates: readonly { readonly date: string | null; readonly text: string }[];
}

export interface PrintedCase {
  readonly variant: string;
  readonly print: string;
  readonly theme: string;
  readonly file: string;
  readonly text: string;
  /** Whether the print leaves a careful reader in doubt. */
  readonly doubt: boolean;
  readonly rows: readonly TrueRow[];
}

export function printedCases(themes?: number): PrintedCase[];
