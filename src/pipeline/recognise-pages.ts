/**
 * Pages of a document to what recognition reads of them, each in a guarded process with its own limits. In: the document and its pages. Out:
 * the pages, or why one could not be recognised.
 */
import { DEFAULT_RECOGNITION, type RecognitionSettings } from "../model/recognition.js";
import type { GuardedPool } from "../source/guard/pool.js";
import type { OneRecognition } from "../source/pdf/one-document.js";
import type { RecognisedPage } from "../source/pdf/scanned-pages.js";
import type { RecogniseArgument } from "./worker/recognise-page.js";

const RECOGNISE_PAGE = new URL("./worker/recognise-page.js", import.meta.url).href;

/** Memory of a process that recognises pages, while others read: the engine, a page at 300 dpi and what is worked out of it. */
const MEMORY_BYTES = 700 * 1024 * 1024;

/** @param onPage called for each page that is done */
export function recognisePages(
  pool: GuardedPool,
  numbers: readonly number[],
  document: Omit<RecogniseArgument, "number">,
  onPage?: () => void,
): Promise<RecognisedPage[]> {
  return Promise.all(
    numbers.map(async (number): Promise<RecognisedPage> => {
      const argument: RecogniseArgument = { ...document, number };
      const outcome = await pool.runTwice<RecognisedPage>({ module: RECOGNISE_PAGE, argument }, MEMORY_BYTES);
      onPage?.();
      return outcome.ok ? outcome.value : { number, failure: outcome.message };
    }),
  );
}

/** Recognition as `runPdfJob` wants it, without a cache unless a folder is given. */
export function oneRecognition(
  settings: Partial<RecognitionSettings> = {},
  cache: string | null = null,
): OneRecognition {
  const { mode, language } = { ...DEFAULT_RECOGNITION, ...settings };
  return {
    mode,
    recognise: (pool, bytes, numbers) => recognisePages(pool, numbers, { source: { bytes }, language, cache }),
  };
}
