/**
 * The sections of tables whose columns are printed one after another. In: lines. Out: by page the lines under the headings of
 * the rows, of the updates and of the statuses; null where the lines are no such table.
 */
import type { LineBlock } from "../../model/block.js";
import type { ColumnRole, Profile } from "../../schema/profile.js";
import { headingGroupAt } from "./heading-groups.js";
import { withoutPageNumbers } from "./page-feet.js";
import { isFurniture } from "./page-furniture.js";
import type { Page, Section } from "./page-sections.js";

/** @param isStatus whether a line is a status and nothing else */
export function columnPages(
  lines: readonly LineBlock[],
  profile: Profile,
  isStatus: (line: LineBlock) => boolean,
): Page[] | null {
  const sections = withJoinedHeads(sectionsOf(lines, profile));
  const from = sections.findIndex(({ roles }) => isHead(roles));
  if (from < 0) return null;
  const pages = withoutPageNumbers(pagesOf(sections.slice(from), isStatus));
  const isDivided = pages.some(({ head, update, status }) => head !== null && update !== null && status !== null);
  return isDivided ? pages : null;
}

interface PlacedSection extends Section {
  readonly from: number;
  /** The lines of its headings. */
  readonly heads: readonly LineBlock[];
}

/** A line that begins in lower case right below another is more of it, also where its word may head a column: "priority". */
const continuesLine = ({ text, gapBefore }: LineBlock): boolean => !gapBefore && /^\p{Ll}/u.test(text.trim());

const isHead = (roles: readonly ColumnRole[]): boolean =>
  roles[0] === "number" && roles.includes("title") && !roles.includes("update") && !roles.includes("status");

function sectionsOf(lines: readonly LineBlock[], profile: Profile): PlacedSection[] {
  const sections: PlacedSection[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at];
    const isMore = line !== undefined && at > 0 && continuesLine(line);
    const group = isMore ? null : headingGroupAt(lines, at, profile);
    if (group === null) {
      if (line !== undefined) sections.at(-1)?.lines.push(line);
      at += 1;
      continue;
    }
    const { headings, roles, length } = group;
    const before = sections.at(-1);
    const heads = lines.slice(at, at + length);
    // A page may end among its headings.
    if (before?.lines.every((each) => isFurniture(each, profile)) && before.roles[0] === "number")
      sections.splice(-1, 1, joined(before, { headings, roles, heads, lines: [] }));
    else sections.push({ headings, heading: headings.join(" "), roles, heads, lines: [], from: at });
    at += length;
  }
  return sections;
}

const joined = (
  before: PlacedSection,
  next: Pick<PlacedSection, "headings" | "roles" | "heads" | "lines">,
): PlacedSection => ({
  ...before,
  headings: [...before.headings, ...next.headings],
  heading: [before.heading, ...next.headings].join(" "),
  roles: [...before.roles, ...next.roles],
  heads: [...before.heads, ...next.heads],
  lines: [...before.lines, ...next.lines],
});

/** Headings that each have their column's first cell right below them: "No. | 9 | Owner | NHS | Action | Publish …". */
function withJoinedHeads(sections: readonly PlacedSection[]): PlacedSection[] {
  const out: PlacedSection[] = [];
  for (const section of sections) {
    const before = out.at(-1);
    const isOpen = before?.roles[0] === "number" && !["title", ...section.roles].some(isIn(before.roles));
    if (before !== undefined && isOpen && before.lines.length === before.roles.length)
      out.splice(-1, 1, joined(before, section));
    else out.push({ ...section });
  }
  return out;
}

const isIn =
  (roles: readonly string[]) =>
  (role: string): boolean =>
    roles.includes(role);

function pagesOf(sections: readonly PlacedSection[], isStatus: (line: LineBlock) => boolean): Page[] {
  const pages: (Page & { loose: LineBlock[] })[] = [];
  for (const section of sections) {
    const { roles, from, heads, lines } = section;
    const page = pages.at(-1);
    if (isHead(roles)) pages.push({ from, head: section, update: null, status: null, loose: [] });
    else if (roles[0] === "number" && roles.includes("update"))
      pages.push({ from, head: null, update: section, status: null, loose: [] });
    else if (page !== undefined) {
      const columns = columnsOf(section, page, isStatus);
      // What looked like a heading of no column of the table is text as well.
      if (columns === null) page.loose.push(...heads, ...lines);
      else pages.splice(-1, 1, { ...page, ...columns });
    }
  }
  return pages;
}

/** The columns of a page that a section is; null where it has them already, or the section is none. */
function columnsOf(
  section: Section,
  page: Page,
  isStatus: (line: LineBlock) => boolean,
): Partial<Pick<Page, "update" | "status">> | null {
  const [first, second, ...more] = section.roles;
  if (more.length > 0) return null;
  if (second === undefined)
    return (first === "update" || first === "status") && page[first] === null ? { [first]: section } : null;
  const areBoth = first === "update" && second === "status" && page.update === null && page.status === null;
  return areBoth ? splitStatuses(section, isStatus) : null;
}

/** The lines under the headings of updates and of statuses: the statuses are before and after the updates. */
function splitStatuses(section: Section, isStatus: (line: LineBlock) => boolean): Pick<Page, "update" | "status"> {
  const { headings, lines } = section;
  const start = lines.findIndex((line) => !isStatus(line));
  const end = lines.findLastIndex((line) => !isStatus(line)) + 1;
  const part = (at: 0 | 1, own: LineBlock[]): Section => ({
    headings: [headings[at] ?? ""],
    heading: headings[at] ?? "",
    roles: [at === 0 ? "update" : "status"],
    lines: own,
  });
  return {
    update: part(0, start < 0 ? [] : lines.slice(start, end)),
    status: part(1, start < 0 ? lines : [...lines.slice(0, start), ...lines.slice(end)]),
  };
}
