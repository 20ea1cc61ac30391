/**
 * Guarded work: one page of a document to what recognition reads of its picture. In: the document's file, the page and the language. Out:
 * the page. A page that was recognised before, in whatever document, is taken from the cache.
 */
import { createHash } from "node:crypto";
import type { Page } from "../../model/page.js";
import { type PageToRecognise, recognisePage } from "../../recognise/recognise-page.js";
import { DEFAULT_MAX_BYTES, type FileContent } from "../../source/files.js";
import type { GuardedJob } from "../../source/guard/messages.js";
import { isPicture, pdfOfPicture } from "../../source/images/picture-file.js";
import { failureOf } from "../../source/pdf/failure.js";
import { scannedPage } from "../../source/pdf/render-page.js";
import type { RecognisedPage } from "../../source/pdf/scanned-pages.js";
import { programHash } from "../../source/program-hash.js";
import { engineVersion, LanguageError, recogniserFor } from "../../source/recognition/engine.js";
import { openResultCache, type ResultCache } from "../../source/result-cache.js";
import type { FoundDocument } from "../documents.js";
import { documentBytes } from "./document-bytes.js";

export interface RecogniseArgument {
  /** The document's file, or its content. */
  readonly source: { readonly file: FoundDocument } | { readonly bytes: Uint8Array };
  readonly number: number;
  readonly language: string;
  /** Folder of the cache; null if it is neither read nor written. */
  readonly cache: string | null;
}

/** The parts of the program that decide what is recognised. */
const DECIDING = ["recognise", "geometry/turned-picture.js", "source/recognition"];

async function recognise({ source, number, language, cache }: RecogniseArgument): Promise<RecognisedPage> {
  const content: FileContent =
    "file" in source ? await documentBytes(source.file, DEFAULT_MAX_BYTES) : { kind: "bytes", bytes: source.bytes };
  if (content.kind === "failure") return { number, failure: content.file.message ?? "it cannot be read" };
  let asked: PageToRecognise;
  try {
    const { bytes } = content;
    const pdf = isPicture(bytes) ? await pdfOfPicture(bytes, number) : bytes;
    asked = { number, ...(await scannedPage(pdf, number)) };
  } catch (error) {
    return { number, failure: failureOf(error).message };
  }
  const store = cache === null ? null : await openPageCache(cache, language);
  const key = keyOf(asked);
  const known = store?.read(key) ?? null;
  if (known !== null) return { number, page: { ...(JSON.parse(known.toString()) as Page), number } };
  try {
    const page = recognisePage(asked, await recogniserFor(language));
    store?.write(key, Buffer.from(JSON.stringify(page)));
    return { number, page };
  } catch (error) {
    if (error instanceof LanguageError) return { number, failure: error.message };
    throw error;
  }
}

async function openPageCache(folder: string, language: string): Promise<ResultCache> {
  return openResultCache(folder, "page", await programHash(DECIDING), engineVersion(language));
}

/** Pixels and size decide what is recognised, not the document. */
function keyOf({ picture, widthPt, heightPt }: PageToRecognise): string {
  const { widthPx, heightPx, rgba } = picture;
  return createHash("sha256").update(`${widthPx} ${heightPx} ${widthPt} ${heightPt}\0`).update(rgba).digest("hex");
}

export const job: GuardedJob<RecogniseArgument, RecognisedPage> = recognise;
