/**
 * Pictures that a Markdown text holds as base64, which nobody reads as words. In: the text. Out: the text with the words that stand
 * for each picture in its place, and on the same lines.
 */

const DATA = "data:image/[a-z.+-]{1,40};base64,[A-Za-z0-9+/=]*";
/** Longest words that stand for a picture, or for its title or label, in characters. */
const LONGEST_WORDS = 400;
/** `![words](data:… "title")` */
const INLINE = new RegExp(
  `!\\[([^\\]\\r\\n]{0,${LONGEST_WORDS}})\\]\\(<?${DATA}>?[^()\\r\\n]{0,${LONGEST_WORDS}}\\)`,
  "gi",
);
/** `[label]: <data:…>`, on a line of its own. */
const DEFINED = new RegExp(
  `^[ \\t]{0,3}\\[[^\\]\\r\\n]{1,${LONGEST_WORDS}}\\]:[ \\t]{0,8}<?${DATA}>?[ \\t]{0,8}$`,
  "gim",
);

export const withoutImageData = (text: string): string =>
  text.includes(";base64,") ? text.replace(INLINE, "$1").replace(DEFINED, "") : text;
