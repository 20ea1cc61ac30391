/** Types of the list of known gaps for the tests. */
export interface Gap {
  readonly variant: string;
  readonly print: string;
  readonly themes: readonly string[];
  readonly why: string;
}

export const THEMES_TESTED: number;
export function knownGaps(): Gap[];
