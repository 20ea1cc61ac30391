/**
 * How wide wrapped text is set. In: a report's items. Out: the longest wrapped line of the kind that a block's text is
 * of, inside cells or outside them, in characters.
 */
import type { Context } from "./context.js";
import type { Item } from "./item.js";

export class TextWidths {
  readonly #context: Context;
  #line = 0;
  #cell = 0;

  constructor(context: Context, items: readonly Item[]) {
    this.#context = context;
    for (const item of items) {
      if (item.kind !== "text" || !item.wrapped) continue;
      if (this.#isCell(item.block)) this.#cell = Math.max(this.#cell, item.text.length);
      else this.#line = Math.max(this.#line, item.text.length);
    }
  }

  at(block: number): number {
    return this.#isCell(block) ? this.#cell : this.#line;
  }

  #isCell(block: number): boolean {
    return this.#context.blocks[block]?.kind === "row";
  }
}
