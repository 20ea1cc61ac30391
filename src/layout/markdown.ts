/**
 * Markdown syntax in one line: emphasis, struck text, headings and pipe tables. In: a line's text. Out: the text or cells
 * without it.
 */
import type { TextLine } from "./lines.js";

/** Longest emphasised text, in characters: limits the search for the closing sign in a giant line. */
const LONGEST_EMPHASIS = 400;
const EMPHASIS = new RegExp(`(\\*\\*|__)(?=\\S)(.{1,${LONGEST_EMPHASIS}}?)(?<=\\S)\\1`, "g");

/** A line without the signs of emphasis and headings; single stars and underscores stay, as they may be text. */
export function plainMarkdown(text: string): string {
  const plain = text.includes("**") || text.includes("__") ? text.replace(EMPHASIS, "$2") : text;
  return plain.startsWith("#") ? plain.replace(/^#{1,6}\s+/, "") : plain;
}

const STRUCK = new RegExp(`~~(?=[^\\s~])([^~]{0,${LONGEST_EMPHASIS}})(?<=\\S)~~ ?`, "g");

/** The lines without what is struck through; each keeps it aside. */
export function withoutStruck(lines: readonly TextLine[]): readonly TextLine[] {
  if (!lines.some(({ text }) => text.includes("~~"))) return lines;
  return lines.map((line) => {
    const struck = line.text.includes("~~") ? [...line.text.matchAll(STRUCK)] : [];
    if (struck.length === 0) return line;
    const asides = struck.map((match) => ({ text: match[1] ?? "", reason: "struck" as const }));
    return { ...line, text: line.text.replace(STRUCK, "").trimEnd(), asides: [...(line.asides ?? []), ...asides] };
  });
}

const PIPE_RULE = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?\s*$/;

/** Whether a line is the rule below the headings of a Markdown table: `| --- | --- |`. */
export function isPipeRule(text: string): boolean {
  return text.includes("-") && text.includes("|") && PIPE_RULE.test(text);
}

/** The cells of a row of a Markdown table; `\|` is a bar within a cell, `<br>` has become a line feed before. */
export function pipeCells(text: string): string[] {
  const inner = text
    .trim()
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "");
  return inner.split(/(?<!\\)\|/).map((cell) =>
    cell
      .replace(/\\\|/g, "|")
      .replace(/\*\*|__/g, "")
      .replace(/[^\S\n]*\n\s*/g, "\n")
      .trim(),
  );
}
