/**
 * Datasets on disk to the results of one dataset. In: folders that `writeDataset` wrote. Out: their files in the order of a single
 * run, with what only several reports together show taken off, so that `tracked` finds it anew over all of them. Files of the same
 * name with different content are refused, unless the later dataset is to replace the earlier one's.
 */
import { COMPARING_RULES } from "../audit/registry.js";
import { readDataset } from "../export/read-dataset.js";
import type { InputFile, Report } from "../schema/dataset.js";
import type { FileResult } from "./file-result.js";

/** Datasets that cannot be merged; the message says which files are in the way. */
export class MergeError extends Error {
  override readonly name = "MergeError";
}

/** Files that a message names. */
const MOST_NAMED = 5;

export interface MergeReport {
  /** Files that more than one dataset has with the same content: kept once. */
  readonly kept_once: readonly string[];
  /** Files of which a later dataset's content was taken. */
  readonly replaced: readonly string[];
  /** Files whose reports are listed under another file with the same content. */
  readonly repeated: readonly string[];
}

export interface Merged extends MergeReport {
  /** In code-unit order of the files; each file that holds others is followed by those. */
  readonly results: readonly FileResult[];
}

/** A file and the files in it, which stay together. */
interface Group {
  readonly top: FileResult;
  readonly members: FileResult[];
}

/** @throws DatasetError for a folder without a dataset; MergeError for files of the same name with different content */
export async function mergeDatasets(folders: readonly string[], { replace = false } = {}): Promise<Merged> {
  const groups = new Map<string, Group>();
  const [keptOnce, replaced, clashes]: [string[], string[], string[]] = [[], [], []];
  const listFor = (known: Group, group: Group): string[] =>
    known.top.file.source_sha256 === group.top.file.source_sha256 ? keptOnce : replace ? replaced : clashes;
  for (const folder of folders) {
    for (const group of await groupsOf(folder)) {
      const name = group.top.file.source_file;
      const known = groups.get(name);
      if (known !== undefined) listFor(known, group).push(name);
      groups.set(name, group);
    }
  }
  if (clashes.length > 0) throw new MergeError(clashMessage(clashes));
  const ordered = [...groups.values()].sort((a, b) => (a.top.file.source_file < b.top.file.source_file ? -1 : 1));
  const repeated: string[] = [];
  const results = withoutRepeats(
    ordered.flatMap(({ top, members }) => [top, ...members]),
    repeated,
  );
  return { results, kept_once: keptOnce, replaced, repeated };
}

function clashMessage(clashes: readonly string[]): string {
  const rest = clashes.length > MOST_NAMED ? ` and ${clashes.length - MOST_NAMED} more` : "";
  return `several datasets have these files with different content: ${clashes.slice(0, MOST_NAMED).join(", ")}${rest}; with --replace the last dataset's are taken, or read the documents from folders of different names`;
}

async function groupsOf(folder: string): Promise<Group[]> {
  const { files, reports } = await readDataset(folder);
  const byFile = new Map<string, Report[]>(files.map(({ source_file }) => [source_file, []]));
  for (const report of reports) byFile.get(report.source_file)?.push(report);
  const groups: Group[] = [];
  for (const file of files) {
    const result = { file, reports: (byFile.get(file.source_file) ?? []).map(alone) };
    if (file.container === null) groups.push({ top: result, members: [] });
    else groups.at(-1)?.members.push(result);
  }
  return groups;
}

/** A report as it was before it was compared with others. */
function alone(report: Report): Report {
  const isOwn = (rule: string): boolean => !COMPARING_RULES.has(rule);
  return {
    ...report,
    superseded_by: null,
    findings: report.findings.filter(({ rule }) => isOwn(rule)),
    not_applied: report.not_applied
      .map(({ rules, reason }) => ({ rules: rules.filter(isOwn), reason }))
      .filter(({ rules }) => rules.length > 0),
  };
}

/** Leaves reports to the first file with their content, as one run over all files does. @param repeated gets the others' names */
function withoutRepeats(results: readonly FileResult[], repeated: string[]): FileResult[] {
  const first = new Map<string, InputFile>();
  return results.map((result) => {
    const { source_sha256, source_file } = result.file;
    if (source_sha256 === null || result.reports.length === 0) return result;
    const known = first.get(source_sha256);
    if (known === undefined) {
      first.set(source_sha256, result.file);
      return result;
    }
    repeated.push(source_file);
    const message = `same content as ${known.source_file}; its reports are listed there`;
    return { file: { ...result.file, message }, reports: [] };
  });
}
