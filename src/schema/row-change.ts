/**
 * A correction that adds a row which was not read, or removes one that is none: its field is "row". In: its value as text. Out: what it
 * says, or null where it says neither.
 */

/** The field of a correction that adds or removes a row. */
export const ROW = "row";

export type RowChange =
  | { readonly kind: "remove" }
  | {
      readonly kind: "add";
      /** Number or deliverable_id of the row before it; null for the first row. */
      readonly after: string | null;
      /** Page or, in text, line where it is printed; null for those of the row before it. */
      readonly page: number | null;
      readonly line: number | null;
    };

const LONGEST = 300;
const PLACE = / on (page|line) (\d{1,6})$/;

export function readRowChange(value: string): RowChange | null {
  if (value === "remove") return { kind: "remove" };
  if (value.length > LONGEST || !/^add(?: |$)/.test(value)) return null;
  const place = PLACE.exec(value);
  const rest = (place === null ? value : value.slice(0, place.index)).slice("add".length).trim();
  const number = place === null ? null : Number(place[2]);
  if (number === 0 || (rest !== "" && !rest.startsWith("after "))) return null;
  const after = rest === "" ? null : rest.slice("after ".length).trim();
  return {
    kind: "add",
    after,
    page: place?.[1] === "page" ? number : null,
    line: place?.[1] === "line" ? number : null,
  };
}

/** "add after 8 on page 3". */
export function addedRow(after: string | null, place: { readonly page?: number; readonly line?: number }): string {
  const before = after === null ? "" : ` after ${after}`;
  if (place.page !== undefined) return `add${before} on page ${place.page}`;
  return place.line === undefined ? `add${before}` : `add${before} on line ${place.line}`;
}
