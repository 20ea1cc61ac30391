/**
 * Keys of a report's plan and theme: equal for all reports of one plan, however its name is spelled. In: the names as read, and the
 * profile's other names of plans. Out: readable keys; null where the report names none.
 */
import { createHash } from "node:crypto";
import { plainForm } from "../language/words.js";
import type { Report } from "../schema/dataset.js";

export type PlanKeys = Pick<Report, "plan_id" | "theme_id">;
type PlanNames = Pick<Report, "plan_title" | "plan_start_year" | "plan_end_year" | "theme_number" | "theme_title">;

/** Other names of a plan, by its name. */
export type PlanAliases = Readonly<Record<string, readonly string[]>>;

/** Longest readable key of a name, in characters; a longer name's key ends with a hash of all of it. */
const LONGEST = 80;
const HASH_LENGTH = 8;
/** Two spellings of one word, each the other's beginning or without the hyphen. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/\s*&\s*/g, " and "],
  [/(?<=\p{L})['’](?=\p{L})/gu, ""],
  [/\bco-(?=o)/giu, "co"],
  [/\bprogram\b/giu, "programme"],
  [/\borganiz/giu, "organis"],
  [/^the\s+/iu, ""],
];

/** @param isSure whether the report says that the name is its plan's; one that may be another name has a key only where the profile has it */
export function planKeys(report: PlanNames, aliases: PlanAliases, isSure = true): PlanKeys {
  const name = keyOf(report.plan_title);
  if (name === "" || !(isSure || isKnown(name, aliases))) return { plan_id: null, theme_id: null };
  const years = [report.plan_start_year, report.plan_end_year].filter((year) => year !== null);
  const plan_id = [knownName(name, aliases), ...years].join("-");
  const theme = report.theme_number === null ? keyOf(report.theme_title) : String(report.theme_number);
  return { plan_id, theme_id: theme === "" ? null : `${plan_id}/${theme}` };
}

/** A name's key: the same for every case, punctuation, spacing and line break, and for the usual spellings of its words. */
function keyOf(name: string | null): string {
  const spelled = SPELLINGS.reduce((text, [from, to]) => text.replace(from, to), (name ?? "").trim());
  const key = plainForm(spelled.normalize("NFKD").replace(/\p{M}/gu, "")).replaceAll(" ", "-");
  if (key.length <= LONGEST) return key;
  const hash = createHash("sha256").update(key).digest("hex").slice(0, HASH_LENGTH);
  return `${key.slice(0, LONGEST).replace(/-[^-]*$/, "")}-${hash}`;
}

const isKnown = (key: string, aliases: PlanAliases): boolean =>
  Object.entries(aliases).some(([name, others]) => [name, ...others].some((each) => keyOf(each) === key));

/** The key of the name that the profile gives the plan. */
function knownName(key: string, aliases: PlanAliases): string {
  const known = Object.entries(aliases).find(([, others]) => others.some((other) => keyOf(other) === key));
  return known === undefined ? key : keyOf(known[0]);
}
