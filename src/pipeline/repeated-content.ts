/**
 * Results in which each content is listed once, and back. A file whose content an earlier file has leaves its reports, and the files in
 * it, to that one. When other files are put beside them, another file may be the first: so repeats are listed in full before, and once
 * again at the end.
 */
import type { InputFile, Report } from "../schema/dataset.js";
import { MEMBER_MARK } from "../source/members/member.js";
import type { FileResult } from "./file-result.js";

/** What a repeat leaves to the first file with its content: reports, files in it; null for nothing. */
export function listedThere(reportCount: number, hasMembers: boolean): string | null {
  const what = [...(reportCount > 0 ? ["its reports"] : []), ...(hasMembers ? ["the files in it"] : [])];
  return what.length === 0 ? null : what.join(" and ");
}

/** @param first the file that lists what the repeat leaves out */
export function repeatMessage(first: InputFile, listed: string): string {
  return `same content as ${first.source_file}; ${listed} are listed there`;
}

/** Results in the order of a dataset, with each repeat listing its own reports and the files in it. */
export function listRepeats(results: readonly FileResult[]): FileResult[] {
  const children = childrenOf(results);
  const first = new Map<string, FileResult>();
  const listed: FileResult[] = [];
  for (const result of results) {
    const { source_sha256, source_file, container } = result.file;
    const known = source_sha256 === null ? undefined : first.get(source_sha256);
    const isListed = (children.get(source_file)?.length ?? 0) > 0 || result.reports.length > 0;
    if (known !== undefined && !isListed) listed.push(...copyOf(known, { source_file, container }, children));
    else listed.push(result);
    if (known === undefined && isListed && source_sha256 !== null) first.set(source_sha256, result);
  }
  return listed;
}

function copyOf(
  result: FileResult,
  to: Pick<InputFile, "source_file" | "container">,
  children: ReadonlyMap<string, readonly FileResult[]>,
): FileResult[] {
  const from = result.file.source_file;
  const own = {
    ...result,
    file: { ...result.file, ...to },
    reports: result.reports.map((one) => renamed(one, from, to.source_file)),
  };
  const within = (children.get(from) ?? []).flatMap((child) => {
    const name = child.file.source_file.slice(from.length + MEMBER_MARK.length);
    const place = { source_file: `${to.source_file}${MEMBER_MARK}${name}`, container: to.source_file };
    return copyOf(child, place, children);
  });
  return [own, ...within];
}

function renamed(report: Report, from: string, to: string): Report {
  return JSON.parse(JSON.stringify(report), (key, value) => (key === "source_file" && value === from ? to : value));
}

/** Results in the order of a dataset, with each content listed once. @param repeated gets the names of the others */
export function withoutRepeats(results: readonly FileResult[], repeated: string[] = []): FileResult[] {
  const children = childrenOf(results);
  const first = new Map<string, FileResult>();
  const leftOut = new Set<string>();
  return results.flatMap((result) => {
    const { source_sha256, source_file, container } = result.file;
    if (container !== null && leftOut.has(container)) {
      leftOut.add(source_file);
      return [];
    }
    const known = source_sha256 === null ? undefined : first.get(source_sha256);
    if (known === undefined) {
      if (source_sha256 !== null) first.set(source_sha256, result);
      return [result];
    }
    const listed = listedThere(known.file.report_count, children.has(known.file.source_file));
    if (listed === null) return [result];
    repeated.push(source_file);
    leftOut.add(source_file);
    const message = repeatMessage(known.file, listed);
    return [{ file: { ...known.file, source_file, container, message }, reports: [] }];
  });
}

function childrenOf(results: readonly FileResult[]): Map<string, FileResult[]> {
  const children = new Map<string, FileResult[]>();
  for (const result of results) {
    const { container } = result.file;
    if (container === null) continue;
    const known = children.get(container);
    if (known === undefined) children.set(container, [result]);
    else known.push(result);
  }
  return children;
}
