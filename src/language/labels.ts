/** Row labels: "7", "4a", "2.3", "A1", with or without a final dot or bracket. */
const LABEL = /^[([]?((?:[A-Z]{0,2}\d{1,3})(?:\.\d{1,2}){0,2}[a-z]?)[.)\]:]?$/;
/** Characters of "[AB123.45.67a]" and their like. */
const LONGEST_LABEL = 15;
const PLAIN = /^\d{1,3}$/;

/** Whether a whole cell or line is a row's label. */
export function isLabel(text: string): boolean {
  return labelOf(text) !== null;
}

/** The label as printed without brackets and a final dot, or null where the text is none. */
export function labelOf(text: string): string | null {
  const trimmed = text.trim();
  const label = trimmed.length > LONGEST_LABEL ? null : (LABEL.exec(trimmed)?.[1] ?? null);
  return label === null || /^0+$/.test(label) ? null : label;
}

/** The number of a plain label ("7" is 7), null for "4a", "2.3" and their like. */
export function plainNumber(label: string | null): number | null {
  return label !== null && PLAIN.test(label) ? Number(label) : null;
}
