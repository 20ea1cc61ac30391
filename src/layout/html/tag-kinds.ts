/** HTML tags by what they do to the text around them. */

/** Tags within a line of text. */
export const INLINE = new Set(
  "span b i u em strong small big mark sub sup font a label abbr cite q code kbd time tt del ins s strike img picture wbr o:p".split(
    " ",
  ),
);
/** Tags that show nothing and break no line. */
export const UNSEEN = new Set(["", "script", "style", "template", "noscript", "svg", "base", "col", "colgroup"]);
export const IN_TABLES = new Set(["table", "thead", "tbody", "tfoot", "tr", "td", "th"]);
/** Tags that break a line but do not separate the text before and after as a blank line does. */
export const ONLY_BREAK = new Set(["br", "html", "head", "title", "body", "meta", "link", "option", "button"]);
