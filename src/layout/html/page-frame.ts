/**
 * What a web page prints around its content: menus and the page's foot. In: a document's tags and lines, one after another. Out: its
 * lines, those of the frame as furniture. The foot of an article or card is its content: cards have several, with text between
 * them. A menu that is never closed ends where the content begins; a frame that ends nowhere is none.
 */
import type { MarkedLine } from "../lines.js";
import type { Tag } from "./tags.js";

const FRAME = new Set(["nav", "footer"]);
/** What holds content: a foot within it is its own. */
const CONTENT = new Set(["main", "article", "section", "details", "blockquote", "li", "figure"]);
/** What no menu or foot holds. */
const CONTENT_ONLY = new Set(["main", "article", "table", "h1"]);

/** A menu or foot; those within it are parts of it. */
interface Frame {
  readonly isFoot: boolean;
  hasEnd: boolean;
}

export class PageFrame {
  #open: Frame | null = null;
  /** Menus and feet that are open within one another. */
  #depth = 0;
  #contents = 0;
  readonly #frames = new Map<MarkedLine, Frame>();

  readTag({ name, isClosing }: Tag): void {
    if (!isClosing && CONTENT_ONLY.has(name)) this.#setDepth(0);
    if (FRAME.has(name) && (this.#open !== null || this.#contents === 0)) {
      if (!isClosing) this.#open ??= { isFoot: name === "footer", hasEnd: false };
      this.#setDepth(step(this.#depth, isClosing));
    } else if (CONTENT.has(name) && this.#open === null) this.#contents = step(this.#contents, isClosing);
  }

  readLine(line: MarkedLine): void {
    if (this.#open !== null) this.#frames.set(line, this.#open);
  }

  /** @param lines all lines of the document */
  withFurniture(lines: readonly MarkedLine[]): readonly MarkedLine[] {
    if (this.#frames.size === 0) return lines;
    const isInFoot = (line: MarkedLine): boolean => this.#frames.get(line)?.isFoot === true;
    const feet = new Set(lines.filter(isInFoot).map((line) => this.#frames.get(line)));
    const areCards = feet.size > 1 && lines.slice(lines.findIndex(isInFoot)).some((line) => !this.#frames.has(line));
    return lines.map((line) => {
      const isOfPage = this.#frames.get(line)?.hasEnd === true && !(areCards && isInFoot(line));
      return isOfPage && line.kind === "text" ? { ...line, furniture: true } : line;
    });
  }

  #setDepth(depth: number): void {
    this.#depth = depth;
    if (depth > 0 || this.#open === null) return;
    this.#open.hasEnd = true;
    this.#open = null;
  }
}

const step = (depth: number, isClosing: boolean): number => (isClosing ? Math.max(0, depth - 1) : depth + 1);
