/** What an input format consists of: how its files are recognised, and what reads their content into blocks. Types only. */
import type { Block } from "../../model/block.js";
import type { RecognitionSettings } from "../../model/recognition.js";
import type { WordsAt } from "../../normalise/narrow-places.js";
import type { ConfidenceAt } from "../../normalise/recognised-rows.js";
import type { Move } from "../../normalise/sources.js";
import type { InputFile } from "../../schema/dataset.js";
import type { Profile } from "../../schema/profile.js";
import type { Repair } from "../../schema/values.js";
import type { ReadLimits } from "../../source/limits.js";
import type { MemberList } from "../../source/members/member.js";
import type { RecognisedPage } from "../../source/pdf/scanned-pages.js";

/** Which pages are recognised, and the pages that have been; null where recognition has not been tried. */
export interface RecognitionInput {
  readonly settings: RecognitionSettings;
  readonly pages: readonly RecognisedPage[] | null;
}

/** Limits that are known before a file is read; time and memory are watched from outside. */
export type ContentLimits = Pick<ReadLimits, "maxBytes" | "maxPages">;

export interface ReadContent {
  readonly ok: true;
  readonly blocks: readonly Block[];
  /** Null where the format has no pages. */
  readonly pageCount: number | null;
  /** Pages that could not be read, as they are pictures or damaged: rows may be on them. Absent where there are none. */
  readonly unreadPages?: readonly number[];
  /** Pages that are pictures and were not recognised, though they may be. Absent where there are none. */
  readonly toRecognise?: readonly number[];
  /** How sure recognition is of what was read at a place, before `asShown` changes it. Absent where nothing was recognised. */
  readonly confidenceAt?: ConfidenceAt;
  /** The words at a place, before `asShown` changes it. Absent where the format has no pages with words. */
  readonly wordsAt?: WordsAt;
  /** Words that were repaired before anything was read. Absent where there are none. */
  readonly repairs?: readonly Repair[];
  /** From the place where something was read to the place where the file shows it, where the two differ. */
  readonly asShown?: Move;
  /** The files in it, each of which is read as a file of its own. Absent where the format holds none. */
  readonly held?: MemberList;
  /** What `files.csv` says of the file, once it is known whether a report was found in it. */
  readonly outcomeOf: (hasReports: boolean) => Pick<InputFile, "outcome" | "message">;
}

export interface ReadFailure {
  readonly ok: false;
  /** As in the `error_code` of `files.csv`. */
  readonly code: string;
  readonly message: string;
}

export type ContentResult = ReadContent | ReadFailure;

export interface InputFormat {
  /** Whether content that no format before it in the table accepts is to be read as this one. It looks at the content alone, never at a name. */
  readonly accepts: (bytes: Uint8Array) => boolean;
  /**
   * Reads the content; never throws because of what it holds.
   * @param bytes handed over: not usable afterwards
   * @param recognition none by default
   */
  readonly read: (
    bytes: Uint8Array,
    profile: Profile,
    limits: ContentLimits,
    recognition?: RecognitionInput,
  ) => Promise<ContentResult>;
  /**
   * The content's lines, which `line_first` and `line_last` count from 1, by page, or as one page where it has none. Null where places
   * are boxes on pages.
   */
  readonly linesOf: ((bytes: Uint8Array) => Promise<readonly (readonly string[])[]>) | null;
}
