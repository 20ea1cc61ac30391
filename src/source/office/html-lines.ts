/** Small pieces of the HTML to which documents are converted. In: text and values. Out: markup on one line. */

const ESCAPED: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (char) => ESCAPED[char] ?? char).replace(/[\r\n]+/g, " ");

/** "#rrggbb" from the figures of a document; null for "auto" and the like. */
export const colourOf = (value: string | undefined): string | null =>
  value !== undefined && /^[0-9a-f]{6}$/i.test(value) ? `#${value.toLowerCase()}` : null;

/** The lines as one HTML document, in which each stays a line. */
export const htmlOf = (lines: readonly string[]): string => `<!doctype html><html><body>${lines.join("\n")}`;

/** What a person reads of a line. */
export const plainOf = (line: string): string =>
  line
    .replace(/<\/t[dh]>(?!<\/tr>)/g, " | ")
    .replace(/<[^>]*>/g, " ")
    .replace(/&(?:lt|gt|quot|amp);/g, (entity) => PLAIN[entity] ?? entity)
    .replace(/\s+/g, " ")
    .trim();

const PLAIN: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&amp;": "&" };
