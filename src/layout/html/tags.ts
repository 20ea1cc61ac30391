/**
 * The tags of HTML in a text. In: the text. Out: its tags one after another, each with its place, name and attributes; what is
 * between two of them is text. In a fragment only names that are known are tags, so that "<5%" and "<name>" stay text;
 * in a complete document every name is. Comments are passed over, and scripts and styles with all they hold.
 */

const KNOWN = new Set(
  (
    "html head title body meta link base main header footer section article nav aside address p br hr div span h1 h2 h3 h4 h5 h6 " +
    "ul ol li dl dt dd blockquote pre center figure figcaption details summary form fieldset legend label a b i u em strong " +
    "small big mark abbr cite q code kbd time tt font sup sub del ins s strike table caption colgroup col thead tbody tfoot tr td th " +
    "img picture wbr script style noscript template svg option button o:p"
  ).split(" "),
);
export const isKnownTag = (name: string): boolean => KNOWN.has(name);

/** Elements whose content is no text of the page. */
const UNREAD = new Set(["script", "style", "template", "noscript", "svg"]);
const DOCUMENT = /<(?:!doctype\s+html|html|body)\b/i;
/** How far into a text a document's own tags begin, in characters. */
const LOOKED_AT = 4000;

const NAME = /(\/?)([a-z][a-z0-9:-]{0,30})(?=[\s/>])/iy;
/** Longest tag in characters outside quotes, and most quoted values in it: a bracket in a sentence must not be searched far. */
const LONGEST_TAG = 4000;
const MOST_VALUES = 100;

export interface Tag {
  /** In small letters; empty for a comment or declaration. */
  readonly name: string;
  readonly isClosing: boolean;
  /** As written. */
  readonly attributes: string;
  /** What a style or script holds. */
  readonly content: string;
  readonly from: number;
  readonly to: number;
}

export class TagScanner {
  readonly isDocument: boolean;
  readonly #source: string;
  #at = 0;
  /** Ends that were searched in vain: each is searched once only. */
  readonly #missing = new Set<string>();

  constructor(source: string) {
    this.#source = source;
    this.isDocument = DOCUMENT.test(source.slice(0, LOOKED_AT));
  }

  /** The next tag, or null after the last. */
  next(): Tag | null {
    for (;;) {
      const from = this.#source.indexOf("<", this.#at);
      if (from < 0) return null;
      const tag = this.#tagAt(from);
      this.#at = tag?.to ?? from + 1;
      if (tag !== null) return tag;
    }
  }

  #tagAt(from: number): Tag | null {
    const source = this.#source;
    if (source.startsWith("<!--", from)) return this.#passed(from, this.#find("-->", from + 4));
    if (source[from + 1] === "!" || source[from + 1] === "?")
      return this.isDocument ? this.#passed(from, this.#find(">", from)) : null;
    NAME.lastIndex = from + 1;
    const match = NAME.exec(source);
    const name = match?.[2]?.toLowerCase();
    if (match === null || name === undefined || !(this.isDocument || KNOWN.has(name))) return null;
    const inside = from + 1 + match[0].length;
    const end = tagEnd(source, inside);
    if (end < 0) return null;
    const tag = {
      name,
      isClosing: match[1] === "/",
      attributes: source.slice(inside, end),
      content: "",
      from,
      to: end + 1,
    };
    return UNREAD.has(name) && !tag.isClosing ? this.#withContent(tag) : tag;
  }

  /** An element that is passed over, up to its closing tag; without one it is text. */
  #withContent(tag: Tag): Tag | null {
    const closing = `</${tag.name}`;
    const close = this.#find(closing, tag.to) - closing.length;
    const end = close < 0 ? -1 : this.#find(">", close);
    return end < 0 ? null : { ...tag, content: this.#source.slice(tag.to, close), to: end };
  }

  #passed(from: number, to: number): Tag | null {
    return to < 0 ? null : { name: "", isClosing: false, attributes: "", content: "", from, to };
  }

  /** Where the next such end is over; below 0 where there is none. Ends are written in small letters, or all in capitals. */
  #find(end: string, from: number): number {
    if (this.#missing.has(end)) return -1;
    const small = this.#source.indexOf(end, from);
    const large = small >= 0 || end === end.toUpperCase() ? small : this.#source.indexOf(end.toUpperCase(), from);
    if (large < 0) this.#missing.add(end);
    return large < 0 ? -1 : large + end.length;
  }
}

/** Where a tag's closing bracket is, values in quotes left aside; below 0 where another bracket comes first. */
function tagEnd(source: string, from: number): number {
  let values = 0;
  let limit = Math.min(source.length, from + LONGEST_TAG);
  for (let at = from; at < limit; at += 1) {
    const char = source[at];
    if (char === ">") return at;
    if (char === "<") return -1;
    if ((char === '"' || char === "'") && source[at - 1] === "=") {
      const close = source.indexOf(char, at + 1);
      values += 1;
      if (close < 0 || values > MOST_VALUES) return -1;
      limit = Math.min(source.length, limit + close - at);
      at = close;
    }
  }
  return -1;
}

const ATTRIBUTE = /(?:^|[\s"'/])([a-z][a-z-]{0,30})\s{0,4}=\s{0,4}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;

/** The attributes of a tag, their names in small letters. */
export function attributesOf({ attributes }: Tag): Map<string, string> {
  const found = new Map<string, string>();
  if (!attributes.includes("=")) return found;
  for (const [, name = "", double, single, bare] of attributes.matchAll(ATTRIBUTE))
    found.set(name.toLowerCase(), double ?? single ?? bare ?? "");
  return found;
}
