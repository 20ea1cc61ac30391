/**
 * What a review reads, and how. In: inputs and options as a user gives them. Out: the dataset or the reports, and the options of `ingest` that
 * read these in the same way. A dataset's reports are read as the run that wrote it did, where the user says nothing else.
 */
import {
  correctionsOfDataset,
  DEFAULT_READ_LIMITS,
  type ReadLimits,
  type RecognitionSettings,
  type RecordedFile,
  type RunInputs,
  readRunInputs,
  sourcesOfDataset,
} from "../../internal.js";
import { isDataset } from "../audit/inputs.js";
import { UsageError } from "../exit.js";
import { MIB } from "../option-values.js";
import { limitsOf, type OcrFlags, type ReadingFlags, recognitionOf } from "../options.js";

interface ReviewedFlags extends ReadingFlags {
  readonly corrections: string;
  readonly sources?: readonly string[];
}

export interface ReviewedInputs {
  /** Folder of the dataset; null for reports. */
  readonly dataset: string | null;
  /** Null where the sources of a dataset are not found. */
  readonly inputs: readonly string[] | null;
  /** Why the reports cannot be read again; null where they can. */
  readonly whyNot: string | null;
  /** The file of corrections. */
  readonly corrections: string;
  readonly recognition: RecognitionSettings;
  readonly limits: Partial<ReadLimits>;
  /** Whether the dataset has only the latest version of each report. */
  readonly isLatest: boolean;
}

/**
 * @param isGiven whether the user gave an option; it has its default otherwise
 * @param profile name of the profile that is used
 * @throws UsageError if datasets are mixed with reports
 */
export async function reviewedInputs(
  inputs: readonly string[],
  flags: ReviewedFlags,
  isGiven: (option: keyof OcrFlags | "corrections") => boolean,
  profile: string,
): Promise<ReviewedInputs> {
  const { corrections } = flags;
  const given = { corrections, recognition: recognitionOf(flags), limits: limitsOf(flags) };
  const [first] = inputs;
  const datasets = await Promise.all(inputs.map(isDataset));
  if (first === undefined || !datasets.includes(true))
    return { dataset: null, inputs, whyNot: null, isLatest: false, ...given };
  if (inputs.length > 1) throw new UsageError("give either one dataset folder or reports, not both");
  const run = await readRunInputs(first);
  const found = flags.sources ?? (await sourcesOfDataset(first))?.inputs ?? null;
  // Without them the reports would be read again as if nobody had corrected them.
  const applied = isGiven("corrections") ? null : await correctionsOfDataset(first);
  return {
    dataset: first,
    inputs: found,
    whyNot: whyNotRead(found, run, flags.profile === undefined ? profile : null, applied),
    corrections: applied?.path ?? corrections,
    recognition: {
      mode: isGiven("ocr") ? flags.ocr : (run?.ocr ?? flags.ocr),
      language: isGiven("ocrLanguage") ? flags.ocrLanguage : (run?.ocr_language ?? flags.ocrLanguage),
    },
    limits: { ...run?.limits, ...given.limits },
    isLatest: run?.latest ?? false,
  };
}

/**
 * @param profile name of the profile that is used because the user gave none; null where one was given
 * @param applied corrections of the run; null where the user gave others
 */
function whyNotRead(
  found: readonly string[] | null,
  run: RunInputs | null,
  profile: string | null,
  applied: RecordedFile | null,
): string | null {
  if (found === null)
    return "The sources are not at hand: start the review with --sources, or with the reports themselves.";
  if (applied !== null && applied.path === null)
    return `The dataset was corrected by ${applied.name}, which is not found: start the review with --corrections and the file.`;
  if (run === null || profile === null || run.profile === profile) return null;
  return `The dataset was read with the profile ${run.profile}: start the review with --profile and its file.`;
}

/** Options of `ingest` that differ from their defaults, as arguments. @param profile file of the profile */
export function readingArguments(
  { recognition: { mode, language }, limits, isLatest }: Pick<ReviewedInputs, "recognition" | "limits" | "isLatest">,
  profile: string | undefined,
): string[] {
  return [
    ...(profile === undefined ? [] : ["--profile", profile]),
    ...(mode === "auto" ? [] : ["--ocr", mode]),
    ...(language === "eng" ? [] : ["--ocr-language", language]),
    ...LIMITS.flatMap(({ option, key, unit }) => {
      const value = limits[key] ?? DEFAULT_READ_LIMITS[key];
      return value === DEFAULT_READ_LIMITS[key] ? [] : [option, String(value / unit)];
    }),
    ...(isLatest ? ["--latest"] : []),
  ];
}

const LIMITS = [
  { option: "--timeout", key: "timeoutMs", unit: 1000 },
  { option: "--max-memory", key: "memoryBytes", unit: MIB },
  { option: "--max-size", key: "maxBytes", unit: MIB },
  { option: "--max-pages", key: "maxPages", unit: 1 },
] as const;
