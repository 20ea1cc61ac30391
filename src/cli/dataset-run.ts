/**
 * What all commands that write the dataset of documents do alike. In: how the documents were read, and what was found. Out: what `run.json`
 * says of the options; and at the end the summary, or without one what must be said in any case, and the exit code.
 */
import { type Profile, type ReadLimits, type RecognitionSettings, RUN_FILE } from "../internal.js";
import { unappliedSentence } from "./corrections.js";
import { EXIT, type ExitCode } from "./exit.js";
import { namesText, renderFailures, renderSummary, type SummaryScope } from "./summary.js";
import { type FailOn, reaches, type Tally } from "./tally.js";
import type { Terminal } from "./terminal.js";

interface ReadOptions {
  readonly inputs: readonly string[];
  readonly profile: Profile;
  readonly limits: ReadLimits;
  readonly recognition: RecognitionSettings;
  /** File of the corrections. */
  readonly corrections: string | null;
  readonly latest: boolean;
  readonly failOn: FailOn;
}

export function recordedOptions({ inputs, profile, limits, recognition, corrections, latest, failOn }: ReadOptions) {
  return {
    ...{ inputs, profile: profile.name, fail_on: failOn, limits },
    ...{ ocr: recognition.mode, ocr_language: recognition.language, corrections, latest },
  };
}

interface Ending {
  readonly quiet: boolean;
  readonly failOn: FailOn;
}

export function endDatasetRun(
  tally: Tally,
  scope: SummaryScope,
  { quiet, failOn }: Ending,
  terminal: Terminal,
): ExitCode {
  if (quiet) tellConcerns(tally, scope, terminal);
  else terminal.print(renderSummary(tally, scope, terminal));
  if (isNoneRead(tally)) {
    terminal.tell(`ragtally: no input could be read; ${scope.out} says why for each file`);
    return EXIT.noInput;
  }
  return reaches(tally.findings, failOn) ? EXIT.findings : EXIT.done;
}

/** What is said even if no summary is asked for. */
function tellConcerns(tally: Tally, { corrections, addition }: SummaryScope, terminal: Terminal): void {
  if (isNoneRead(tally)) terminal.tell(renderFailures(tally, terminal.messageColours, terminal.width).join("\n"));
  const unread = addition?.unread ?? [];
  if (unread.length > 0) terminal.tell(`ragtally: could not be read now and kept as before: ${namesText(unread)}`);
  const unapplied = corrections === null ? null : unappliedSentence(corrections, RUN_FILE);
  if (unapplied !== null) terminal.tell(`ragtally: ${unapplied}`);
}

const isNoneRead = ({ outcomes, fileCount }: Tally): boolean => outcomes.failed === fileCount;
