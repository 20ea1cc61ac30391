/**
 * Colours that a key paints beside their meanings. In: the definitions of keys. Out: the same, with the colour's name as the label of a
 * cell that has no text, without those that are painted alike or have one colour alone; and what each painted colour stands for.
 */
import { type Rag, STATUSES } from "../../schema/statuses.js";
import type { StatusReader } from "../status.js";
import type { Definition as Printed } from "./definitions.js";
import { colourNamed, colourWordIn, statusSaid } from "./key-meaning.js";

export interface Definition extends Printed {
  /** Whether the label is the name of a colour that is only painted. */
  readonly isSwatch: boolean;
}

/** Cells of one colour are a table's pattern; a key has several. */
const FEWEST_COLOURS = 2;
/** How far the red, green and blue of one colour may be apart that is painted in two places, of 255. */
const SAME_COLOUR = 12;

export function withNamedColours(definitions: readonly Printed[], status: StatusReader): Definition[] {
  const swatches = swatchesOf(definitions);
  const byColour = countBy(swatches, colourInGroup);
  return definitions.flatMap((each): Definition[] => {
    if (each.label !== "") return [{ ...each, isSwatch: false }];
    if (!swatches.includes(each)) return [];
    const printed = colourWordIn(each.meaning, status);
    const name = printed ?? (byColour.get(colourInGroup(each)) === 1 ? nameOf(each.painted) : null);
    return name === null ? [] : [{ ...each, label: name, isSwatch: true }];
  });
}

/** What colours of a key stand for whose hue does not say it, by "#rrggbb"; null for no status. */
export type PaintedMeanings = ReadonlyMap<string, Rag | null>;

/**
 * Where a key paints two colours of one hue, as lime beside green, their words tell them apart: the colour that they name, or the status
 * that they are. Where neither does, the colour says no status.
 */
export function paintedMeanings(definitions: readonly Printed[], status: StatusReader): PaintedMeanings {
  const swatches = swatchesOf(definitions);
  const byColour = countBy(swatches, colourInGroup);
  const found = new Map<string, Rag | null>();
  for (const { fill, meaning, ...each } of swatches) {
    if (fill === null || byColour.get(colourInGroup(each)) === 1) continue;
    const said = colourNamed(meaning, status) ?? statusSaid(meaning, status);
    found.set(fill, found.has(fill) && found.get(fill) !== said ? null : said);
  }
  return found;
}

/** What the key says of a painted colour, or of the nearest one that is the same but for how it was printed; undefined for nothing. */
export function meaningOfFill(fill: string, meanings: PaintedMeanings): Rag | null | undefined {
  if (meanings.has(fill)) return meanings.get(fill);
  const near = [...meanings.keys()].filter((each) => difference(each, fill) <= SAME_COLOUR);
  const [nearest] = near.sort((one, other) => difference(one, fill) - difference(other, fill));
  return nearest === undefined ? undefined : meanings.get(nearest);
}

const difference = (one: string, other: string): number =>
  Math.max(...[1, 3, 5].map((at) => Math.abs(partOf(one, at) - partOf(other, at))));

const partOf = (colour: string, at: number): number => Number.parseInt(colour.slice(at, at + 2), 16);

/** The painted cells without text, of keys with several colours. */
function swatchesOf(definitions: readonly Printed[]): readonly Printed[] {
  const swatches = definitions.filter(({ label, painted }) => label === "" && painted !== null);
  const byGroup = countBy(swatches, ({ group }) => String(group));
  return swatches.filter(({ group }) => (byGroup.get(String(group)) ?? 0) >= FEWEST_COLOURS);
}

const colourInGroup = ({ group, painted }: Pick<Printed, "group" | "painted">): string => `${group} ${painted}`;

function countBy(all: readonly Printed[], nameOfOne: (one: Printed) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(nameOfOne(one), (counts.get(nameOfOne(one)) ?? 0) + 1);
  return counts;
}

const nameOf = (painted: Rag | null): string | null =>
  painted === null ? null : (STATUSES[painted].colourNames[0] ?? null);
