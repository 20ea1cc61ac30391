/**
 * Whether a page explains a report's ratings and is no other paper, whatever its title says: below it stand statuses, each with what
 * it means. In: blocks, and the first one of the page. Out: yes or no.
 */
import type { Block } from "../../model/block.js";
import type { Profile } from "../../schema/profile.js";
import { definitionsInLine } from "../scale/definitions.js";
import { statusReader } from "../status.js";

/** Blocks of a page that are looked at, and statuses that are a key, at least. */
const NEAR = 10;
const FEWEST = 2;
const GAP = /\s{2,}/;

export function isKeyPage(blocks: readonly Block[], from: number, profile: Profile): boolean {
  const status = statusReader(profile);
  const page = blocks[from]?.place.page ?? null;
  const below = blocks.slice(from, from + NEAR).filter(({ place }) => place.page === page);
  const labels = below.flatMap((block) => labelsOf(block)).filter((label) => status.readLabel(label) !== null);
  return new Set(labels).size >= FEWEST;
}

/** What may be a label: the first of a row's cells or of a line's parts, of which it has few, or what a line defines. */
function labelsOf(block: Block): string[] {
  const parts =
    block.kind === "line"
      ? block.text.trim().split(GAP)
      : block.cells.map(({ text }) => text.trim()).filter((text) => text !== "");
  const isPair = parts.length > 1 && parts.length <= MOST_PARTS;
  const defined = block.kind === "line" ? definitionsInLine(block.text).map(({ label }) => label) : [];
  return [...(isPair ? parts.slice(0, 1) : []), ...defined];
}

/** A label, its meaning and its count or colour. */
const MOST_PARTS = 4;
