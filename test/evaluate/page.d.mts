/** Types of the page for the tests. */
export interface Figures {
  readonly documents: number;
  readonly faultless: number;
  readonly rows: number;
  readonly rowsLost: number;
  readonly wrong: number;
  readonly values: number;
  /** Null where a set does not tell; so is `accused`. */
  readonly silent: number | null;
  readonly rejected: number;
  readonly accused: number | null;
}

export function lineOfSet(name: string, figures: Figures): string;
export function earlierLines(page: string): Map<string, string>;
export function pageOf(
  sets: readonly { readonly name: string; readonly about: string }[],
  prints: readonly string[],
  lines: ReadonlyMap<string, string>,
): string;
