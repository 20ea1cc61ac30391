/**
 * Colours that a key paints beside their meanings without naming them. In: the definitions of keys. Out: the same, with the colour's name
 * as the label of a cell that has no text; without those of which two are painted alike, or which have one colour alone.
 */
import { type Rag, STATUSES } from "../../schema/statuses.js";
import type { Definition as Printed } from "./definitions.js";

export interface Definition extends Printed {
  /** Whether the label is the name of a colour that is only painted. */
  readonly isSwatch: boolean;
}

/** Cells of one colour are a table's pattern; a key has several. */
const FEWEST_COLOURS = 2;

export function withNamedColours(definitions: readonly Printed[]): Definition[] {
  const swatches = definitions.filter(({ label, painted }) => label === "" && painted !== null);
  const byGroup = countBy(swatches, ({ group }) => String(group));
  const byColour = countBy(swatches, colourInGroup);
  return definitions.flatMap((each): Definition[] => {
    if (each.label !== "") return [{ ...each, isSwatch: false }];
    const name = nameOf(each.painted);
    const isAlone = byColour.get(colourInGroup(each)) === 1;
    const isOfSeveral = (byGroup.get(String(each.group)) ?? 0) >= FEWEST_COLOURS;
    return name !== null && isAlone && isOfSeveral ? [{ ...each, label: name, isSwatch: true }] : [];
  });
}

const colourInGroup = ({ group, painted }: Printed): string => `${group} ${painted}`;

function countBy(all: readonly Printed[], nameOfOne: (one: Printed) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(nameOfOne(one), (counts.get(nameOfOne(one)) ?? 0) + 1);
  return counts;
}

const nameOf = (painted: Rag | null): string | null =>
  painted === null ? null : (STATUSES[painted].colourNames[0] ?? null);
