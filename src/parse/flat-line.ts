/** A line of text as the readers of cells on lines of their own take it: its text, its block's index, and the gap above. */
export interface FlatLine {
  readonly text: string;
  readonly block: number;
  readonly gapBefore: boolean;
}
