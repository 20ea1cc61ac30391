/** Markdown's marks in a line, and the lines of its pipe tables. In: a line's text. Out: the text or cells without marks. */
/** Longest text that is set off, in characters: a mark without its twin must not be looked for down a giant line. */
const LONGEST_EMPHASIS = 400;
const EMPHASIS = new RegExp(`(\\*\\*|__)(?=\\S)(.{1,${LONGEST_EMPHASIS}}?)(?<=\\S)\\1`, "g");

/** A line without Markdown's emphasis and heading marks; single stars and underscores stay, as they may be text. */
export function plainMarkdown(text: string): string {
  const unmarked = text.includes("**") || text.includes("__") ? text.replace(EMPHASIS, "$2") : text;
  return unmarked.startsWith("#") ? unmarked.replace(/^#{1,6}\s+/, "") : unmarked;
}

const PIPE_RULE = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?\s*$/;

/** Whether a line is the rule under a Markdown table's head: `| --- | --- |`. */
export function isPipeRule(text: string): boolean {
  return text.includes("-") && text.includes("|") && PIPE_RULE.test(text);
}

/** The cells of a Markdown table row; a `\|` is a bar, `<br>` was unwrapped before. */
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
