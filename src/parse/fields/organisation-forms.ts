/** The forms of texts that name organisations, or nobody. In: nothing. Out: patterns. */

/** A name: words with capitals, up to five. */
export const NAME = /^[\p{Lu}][\p{L}\p{N}'’.()-]*(?:(?: [-–] |[ -])[\p{L}\p{N}'’.()-]+){0,4}$/u;
/** What is before a text's first space or separator. */
export const FIRST_WORD = /^[^\s/&,;+|]*/;
/** A text in which no name ends but at its end: Latin words, and none that separates names. */
export const ONE_NAME = /^(?!.*\b(?:and|AND)\b)[\p{Script=Latin} '’.()-]+$/u;
/** Several words that begin small. */
export const PROSE = /^\s*[a-z]\S*\s+\S/;
/** Text of a cell that names nobody. */
export const NOBODY =
  /^(?:[-–—.?]*|n\/?a|tbc|tba|none|vacant|to be (?:confirmed|agreed|decided|appointed)|not applicable)$/i;
