/** In: blocks that become one row. Out: the asides that the row keeps, struck text and marks; nothing where there are none. */
import type { Aside } from "../../model/aside.js";
import type { Block } from "../../model/block.js";

export function asidesOf(blocks: readonly Block[]): { readonly asides?: readonly Aside[] } {
  const asides = blocks.flatMap((block) => block.asides ?? []);
  return asides.length === 0 ? {} : { asides };
}
