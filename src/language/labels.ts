/**
 * Row labels, such as "7", "4a", "2.3" or "A1", with or without brackets or a final dot: recognised and reduced to the
 * bare label.
 */
const LABEL = /^[([]?((?:[A-Z]{0,2}\d{1,3})(?:\.\d{1,2}){0,2}[a-z]?)[.)\]:]?$/;
/** Longest label in characters, as "[AB123.45.67a]". */
const LONGEST_LABEL = 15;
const PLAIN = /^\d{1,3}$/;

/** Whether the complete text of a cell or line is a row's label. */
export function isLabel(text: string): boolean {
  return labelOf(text) !== null;
}

/** The label as printed, without brackets and a final dot; null where the text is not a label. */
export function labelOf(text: string): string | null {
  const trimmed = text.trim();
  const label = trimmed.length > LONGEST_LABEL ? null : (LABEL.exec(trimmed)?.[1] ?? null);
  return label === null || /^0+$/.test(label) ? null : label;
}

/** The number of a label that is a whole number ("7" is 7); null for others, such as "4a" or "2.3". */
export function plainNumber(label: string | null): number | null {
  return label !== null && PLAIN.test(label) ? Number(label) : null;
}
