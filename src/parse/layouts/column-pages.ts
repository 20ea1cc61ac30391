/**
 * The sections of tables whose columns are printed one after another. In: lines. Out: by page the lines under the headings of
 * the rows, of the updates and of the statuses; null where the lines are no such table.
 */
import type { LineBlock } from "../../model/block.js";
import type { ColumnRole, Profile } from "../../schema/profile.js";
import { headingGroupAt } from "./heading-groups.js";
import { isFurniture } from "./page-furniture.js";

export interface Section {
  readonly headings: readonly string[];
  /** All its headings as one text. */
  readonly heading: string;
  readonly roles: readonly ColumnRole[];
  readonly lines: LineBlock[];
}

export interface Page {
  /** Index of its first line. */
  readonly from: number;
  /** The section with the rows' labels and titles. */
  readonly head: Section | null;
  readonly update: Section | null;
  readonly status: Section | null;
  /** Lines under headings of other columns. */
  readonly loose: readonly LineBlock[];
}

export function columnPages(lines: readonly LineBlock[], profile: Profile): Page[] | null {
  const sections = sectionsOf(lines, profile);
  const from = sections.findIndex(({ roles }) => isHead(roles));
  if (from < 0) return null;
  const pages = pagesOf(sections.slice(from));
  const isDivided = pages.some(({ head, update, status }) => head !== null && update !== null && status !== null);
  return isDivided ? pages : null;
}

interface PlacedSection extends Section {
  readonly from: number;
}

const isHead = (roles: readonly ColumnRole[]): boolean =>
  roles[0] === "number" && roles.includes("title") && !roles.includes("update") && !roles.includes("status");

function sectionsOf(lines: readonly LineBlock[], profile: Profile): PlacedSection[] {
  const sections: PlacedSection[] = [];
  for (let at = 0; at < lines.length; ) {
    const group = headingGroupAt(lines, at, profile);
    const line = lines[at];
    if (group === null) {
      if (line !== undefined) sections.at(-1)?.lines.push(line);
      at += 1;
      continue;
    }
    const { headings, roles, length } = group;
    const before = sections.at(-1);
    // A page may end among its headings.
    if (before?.lines.every((each) => isFurniture(each, profile)) && before.roles[0] === "number")
      sections.splice(-1, 1, joined(before, headings, roles));
    else sections.push({ headings, heading: headings.join(" "), roles, lines: [], from: at });
    at += length;
  }
  return sections;
}

const joined = (before: PlacedSection, headings: readonly string[], roles: readonly ColumnRole[]): PlacedSection => ({
  ...before,
  headings: [...before.headings, ...headings],
  heading: [before.heading, ...headings].join(" "),
  roles: [...before.roles, ...roles],
});

function pagesOf(sections: readonly PlacedSection[]): Page[] {
  const pages: (Page & { loose: LineBlock[] })[] = [];
  for (const section of sections) {
    const { roles, from, lines } = section;
    const page = pages.at(-1);
    const last = roles.at(-1);
    if (isHead(roles)) pages.push({ from, head: section, update: null, status: null, loose: [] });
    else if (roles[0] === "number" && roles.includes("update"))
      pages.push({ from, head: null, update: section, status: null, loose: [] });
    else if (page === undefined) continue;
    else if (roles.length === 1 && (last === "update" || last === "status") && page[last] === null)
      pages.splice(-1, 1, { ...page, [last]: section });
    else page.loose.push(...lines);
  }
  return pages;
}
