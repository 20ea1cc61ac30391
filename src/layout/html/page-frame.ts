/**
 * What a web page prints around its content: menus and the page's foot. In: a document's tags, one after another. Out: whether the
 * text after them is of the frame. The foot of an article or card is its content, and a menu that is never closed ends where
 * the content begins.
 */
import type { Tag } from "./tags.js";

const FRAME = new Set(["nav", "footer"]);
/** What holds content: a foot within it is its own. */
const CONTENT = new Set(["main", "article", "section", "details", "blockquote", "li", "figure"]);
/** What no menu or foot holds. */
const CONTENT_ONLY = new Set(["main", "article", "table", "h1"]);

export class PageFrame {
  #frames = 0;
  #contents = 0;

  get isOpen(): boolean {
    return this.#frames > 0;
  }

  read({ name, isClosing }: Tag): void {
    if (!isClosing && CONTENT_ONLY.has(name)) this.#frames = 0;
    if (FRAME.has(name) && (this.isOpen || this.#contents === 0)) this.#frames = step(this.#frames, isClosing);
    else if (CONTENT.has(name) && !this.isOpen) this.#contents = step(this.#contents, isClosing);
  }
}

const step = (depth: number, isClosing: boolean): number => (isClosing ? Math.max(0, depth - 1) : depth + 1);
