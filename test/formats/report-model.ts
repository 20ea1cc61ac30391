/** A report as people make it, without a format: lines above a table, and cells that may be painted, merged, or hold paragraphs. */

export interface Cell {
  readonly paragraphs: readonly string[];
  /** "#00b050". */
  readonly fill?: string;
  /** What a format without colours has in its place. */
  readonly word?: string;
  readonly columns?: number;
  readonly rows?: number;
  /** A table within the cell, below its paragraphs. */
  readonly table?: readonly (readonly string[])[];
}

/** Null where a merged cell above or to the left reaches. */
export type Row = readonly (Cell | null)[];

export interface ReportModel {
  readonly name: string;
  readonly lines: readonly string[];
  readonly rows: readonly Row[];
  /** What is to be read: number, organisations, title, status, and the dates of updates. */
  readonly expected: readonly (readonly [string | null, string, string, string, string])[];
}

export const text = (...paragraphs: readonly string[]): Cell => ({ paragraphs });
export const painted = (fill: string, word: string): Cell => ({ paragraphs: [], fill, word });

/** A cell's content in a format that has only lines. */
export function plainLines({ paragraphs, word, table = [] }: Cell, isPainted: boolean): string[] {
  return [
    ...paragraphs,
    ...(paragraphs.length === 0 && word !== undefined && !isPainted ? [word] : []),
    ...table.map((cells) => cells.join(" ")),
  ];
}
