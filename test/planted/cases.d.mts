export interface PlantedCase {
  readonly name: string;
  readonly theme: string;
  readonly print: string;
  readonly wording: string;
  readonly file: string;
  readonly text: string;
  /** Findings of which one at least must be raised, as rule and status; none for a sound report. */
  readonly wants: readonly string[];
}

export function plantedCases(): PlantedCase[];
