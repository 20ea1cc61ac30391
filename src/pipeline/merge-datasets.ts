/**
 * Datasets on disk to the results of one dataset. In: folders that `writeDataset` wrote. Out: their files in the order of a single
 * run, with what only several reports together show taken off, so that `tracked` finds it anew over all of them. Files of the same
 * name with different content are refused, unless the later dataset is to replace the earlier one's.
 */
import { COMPARING_RULES } from "../audit/registry.js";
import { readDataset } from "../export/read-dataset.js";
import type { Report } from "../schema/dataset.js";
import type { FileResult } from "./file-result.js";
import { listRepeats, withoutRepeats } from "./repeated-content.js";

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
  const repeated: string[] = [];
  const results = withoutRepeats(inOrder(groups.values()), repeated);
  return { results, kept_once: keptOnce, replaced, repeated };
}

/** What became of the files that were added to a dataset. */
export interface Addition {
  readonly added: number;
  /** Files of which the dataset had other content. */
  readonly changed: readonly string[];
  /** Files that the dataset had with the same content. */
  readonly unchanged: number;
  /** Files of the dataset that were not read again. */
  readonly kept: number;
}

export interface Added extends Addition {
  /** As in `Merged`. */
  readonly results: readonly FileResult[];
}

/**
 * A dataset's results with those that were read now, which take the place of files of the same name. A file that has the same content, but
 * could not be read this time, is kept as it was.
 * @throws DatasetError for a folder without a dataset
 */
export async function addToDataset(folder: string, read: readonly FileResult[]): Promise<Added> {
  const groups = new Map((await groupsOf(folder)).map((group) => [group.top.file.source_file, group]));
  const before = groups.size;
  const changed: string[] = [];
  let [added, unchanged] = [0, 0];
  for (const group of grouped(listRepeats(read))) {
    const { source_file, source_sha256, outcome } = group.top.file;
    const known = groups.get(source_file);
    if (known === undefined) added += 1;
    else if (known.top.file.source_sha256 === source_sha256) unchanged += 1;
    else changed.push(source_file);
    const isSame = known !== undefined && known.top.file.source_sha256 === source_sha256;
    if (!(isSame && outcome === "failed")) groups.set(source_file, group);
  }
  const results = withoutRepeats(inOrder(groups.values()));
  return { results, added, changed, unchanged, kept: before - changed.length - unchanged };
}

function inOrder(groups: Iterable<Group>): FileResult[] {
  const ordered = [...groups].sort((a, b) => (a.top.file.source_file < b.top.file.source_file ? -1 : 1));
  return ordered.flatMap(({ top, members }) => [top, ...members]);
}

function clashMessage(clashes: readonly string[]): string {
  const rest = clashes.length > MOST_NAMED ? ` and ${clashes.length - MOST_NAMED} more` : "";
  return `several datasets have these files with different content: ${clashes.slice(0, MOST_NAMED).join(", ")}${rest}; with --replace the last dataset's are taken, or read the documents from folders of different names`;
}

async function groupsOf(folder: string): Promise<Group[]> {
  const { files, reports } = await readDataset(folder);
  const byFile = new Map<string, Report[]>(files.map(({ source_file }) => [source_file, []]));
  for (const report of reports) byFile.get(report.source_file)?.push(report);
  const results = files.map((file) => ({ file, reports: (byFile.get(file.source_file) ?? []).map(alone) }));
  return grouped(listRepeats(results));
}

function grouped(results: readonly FileResult[]): Group[] {
  const groups: Group[] = [];
  for (const result of results) {
    if (result.file.container === null) groups.push({ top: result, members: [] });
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
