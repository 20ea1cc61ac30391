/**
 * Whether the text that is read is struck through, and how the elements around it look. In: tags as they open and close. Out: the look of
 * each, and the state. An element that strikes its text and is never closed ends with the paragraph or cell it is in.
 */
import { type Look, PLAIN, Styles } from "./styles.js";
import { attributesOf, type Tag } from "./tags.js";

const STRIKING = new Set(["del", "s", "strike"]);

export class LookStack {
  readonly styles = new Styles();
  /** The element that strikes its text, and how many of its name are open within it. */
  #struckBy: { readonly name: string; depth: number } | null = null;

  get isStruck(): boolean {
    return this.#struckBy !== null;
  }

  open(tag: Tag): Look {
    const look = tag.attributes === "" && this.styles.isEmpty ? PLAIN : this.styles.lookOf(tag.name, attributesOf(tag));
    if (this.#struckBy?.name === tag.name) this.#struckBy.depth += 1;
    else if (this.#struckBy === null && (look.isStruck || STRIKING.has(tag.name)))
      this.#struckBy = { name: tag.name, depth: 1 };
    return look;
  }

  close(name: string): void {
    if (this.#struckBy?.name !== name) return;
    this.#struckBy.depth -= 1;
    if (this.#struckBy.depth === 0) this.#struckBy = null;
  }

  closeAll(): void {
    this.#struckBy = null;
  }
}
