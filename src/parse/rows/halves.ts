/**
 * The two halves of a row that was recognised as two: the upper one has the beginning of the title and the status, the lower one
 * the number, the organisation and the rest. In: two rows, one below the other. Out: one row; null where they are two.
 */
import { isUnfinished } from "../../language/sentences.js";
import type { RowRepair } from "../../model/printed.js";
import type { Column } from "../columns/column.js";
import type { DamagedRow } from "./damaged-row.js";

export function joinHalves(columns: readonly Column[], upper: DamagedRow, lower: DamagedRow): DamagedRow | null {
  if (!areHalves(upper, lower)) return null;
  const cells = columns.map((_, at) => [upper.cells[at] ?? "", lower.cells[at] ?? ""].filter((text) => text !== ""));
  const repairs: RowRepair[] = [...upper.repairs, ...lower.repairs];
  const texts = columns.map(({ role }, at) => {
    const [above = "", below = above] = cells[at] ?? [];
    if (above === below) return above;
    const value = role === "number" || role === "organisation" ? below : `${above} ${below}`;
    if (role === "number") repairs.push({ field: "number", raw: above, value });
    if (role === "organisation") repairs.push({ field: "organisations", raw: above, value });
    if (role === "title") repairs.push({ field: "title", raw: `${above}\n${below}`, value });
    return value;
  });
  return {
    cells: texts,
    label: lower.label,
    title: texts[columns.findIndex(({ role }) => role === "title")] ?? "",
    roles: new Set([...upper.roles, ...lower.roles]),
    repairs,
    evidence: upper.evidence + lower.evidence + lowerCaseBack(lower),
    isLabelFused: false,
    isStatusInTitle: upper.isStatusInTitle,
    isLetterInTitle: upper.isLetterInTitle,
    isAsPrinted: false,
    isDoubtful: upper.isDoubtful || lower.isDoubtful,
  };
}

/** Whether the lower row continues the upper one: with the rest of its title, or with just what it lacks. */
function areHalves(upper: DamagedRow, lower: DamagedRow): boolean {
  if (lower.label === null || lower.roles.has("status") || upper.title === "") return false;
  const isWhole = upper.label !== null && upper.roles.has("organisation") && lower.roles.has("update");
  if (isWhole || !upper.roles.has("status")) return false;
  const complements = !upper.roles.has("number") && !upper.roles.has("organisation") && lower.roles.has("organisation");
  return complements || (lower.title !== "" && (/^\p{Ll}/u.test(lower.title) || isUnfinished(upper.title)));
}

/** The rest of a title may well begin in lower case. */
const lowerCaseBack = ({ title }: DamagedRow): number => (/^\p{Ll}/u.test(title) ? 1 : 0);
