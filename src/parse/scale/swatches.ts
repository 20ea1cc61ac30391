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
  return definitions.flatMap((each): Definition[] => {
    if (each.label !== "") return [{ ...each, isSwatch: false }];
    const beside = swatches.filter(({ group }) => group === each.group);
    const name = nameOf(each.painted);
    const isAlone = beside.filter(({ painted }) => painted === each.painted).length === 1;
    return name !== null && isAlone && beside.length >= FEWEST_COLOURS
      ? [{ ...each, label: name, isSwatch: true }]
      : [];
  });
}

const nameOf = (painted: Rag | null): string | null =>
  painted === null ? null : (STATUSES[painted].colourNames[0] ?? null);
