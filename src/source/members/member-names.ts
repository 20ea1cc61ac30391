/**
 * Names of members from the paths that their container gives them. In: paths with any characters. Out: names that are printable,
 * relative and unique, or none for hidden and system files. A name is a label: no file is ever written under it.
 */
import { isHiddenName } from "../hidden.js";
import { MEMBER_MARK } from "./member.js";

/** Characters of a name; of a longer one the end is kept, which has the type of the file. */
const LONGEST = 400;
const UNNAMED = "unnamed";

export interface NamedMember {
  /** Position in the container's own order. */
  readonly index: number;
  readonly name: string;
}

/** @returns the names in code-unit order, and the number of hidden and system files, which have none */
export function nameMembers(paths: readonly string[]): {
  readonly named: readonly NamedMember[];
  readonly hiddenCount: number;
} {
  const taken = new Map<string, number>();
  const named: NamedMember[] = [];
  let hiddenCount = 0;
  for (const [index, path] of paths.entries()) {
    const segments = segmentsOf(path);
    if (segments.some(isHiddenName)) {
      hiddenCount += 1;
      continue;
    }
    // A cut may leave the second half of a character at the start.
    const label = segments
      .join("/")
      .slice(-LONGEST)
      .replace(/^[\udc00-\udfff]/u, "");
    named.push({ index, name: untaken(label || UNNAMED, taken) });
  }
  return { named: named.sort((a, b) => (a.name < b.name ? -1 : 1)), hiddenCount };
}

/** Without what would lead out of a folder, were the name ever taken for a path: roots, drives, "." and "..". */
function segmentsOf(path: string): string[] {
  return path
    .replace(/\\/g, "/")
    .split("/")
    .map((segment) => segment.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, " ").trim())
    .filter((segment, at) => segment !== "" && segment !== "." && segment !== ".." && !(at === 0 && isDrive(segment)));
}

const isDrive = (segment: string): boolean => /^[A-Za-z]:$/.test(segment);

/**
 * "report (2).pdf" where "report.pdf" is taken.
 * @param taken names with the last number given to each, to which the result is added
 */
function untaken(name: string, taken: Map<string, number>): string {
  const last = taken.get(name);
  if (last === undefined) {
    taken.set(name, 1);
    return name;
  }
  const dot = name.lastIndexOf(".");
  const end = dot > name.lastIndexOf("/") + 1 ? dot : name.length;
  for (let number = last + 1; ; number += 1) {
    const other = `${name.slice(0, end)} (${number})${name.slice(end)}`;
    if (taken.has(other)) continue;
    taken.set(name, number);
    taken.set(other, 1);
    return other;
  }
}

/** The path of a member under the path of its container. */
export const memberPath = (container: string, name: string): string => container + MEMBER_MARK + name;
