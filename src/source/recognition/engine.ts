/**
 * The recognition engine: Tesseract, as WebAssembly. In: the language. Out: a function that reads a picture of a line. It is loaded once per
 * process, works without a network and writes no file. Refuses, with a `LanguageError`, a language that is not installed.
 */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import type { GreyRaster } from "../../model/raster.js";
import type { PictureMode, ReadWord, Recogniser } from "../../model/recognition.js";

const require = createRequire(import.meta.url);

/** The build with SIMD and without relaxed SIMD, on which Node 20 aborts. */
const CORE = "tesseract.js-core/tesseract-core-simd-lstm.js";
/** Models of the best accuracy, with whole numbers for weights. */
const MODEL_FOLDER = "4.0.0_best_int";

/** The part of the engine's interface that is used. */
interface Api {
  Init(folder: null, language: string, mode: number): number;
  SetVariable(name: string, value: string): void;
  SetPageSegMode(mode: number): void;
  SetImageFile(exif: number, angle: number): number;
  Recognize(monitor: null): number;
  GetTSVText(page: number): string;
  Clear(): void;
}

interface Core {
  readonly FS: { writeFile(path: string, bytes: Uint8Array): void; unlink(path: string): void };
  readonly TessBaseAPI: new () => Api;
}

/** Only the network of Tesseract 4 and later. */
const LSTM_ONLY = 1;
const INPUT = "/input";

/** Tesseract's page segmentation modes. */
const MODES: Readonly<Record<PictureMode, number>> = { block: 6, line: 7, word: 8, character: 10 };

/** The language's model is not among the installed packages. */
export class LanguageError extends Error {
  override readonly name = "LanguageError";
}

const loaded = new Map<string, Promise<Recogniser>>();

/** @param language three letters, such as "eng" @throws LanguageError */
export function recogniserFor(language: string): Promise<Recogniser> {
  const known = loaded.get(language);
  if (known !== undefined) return known;
  const loading = load(language);
  loaded.set(language, loading);
  return loading;
}

/** The packages and versions that decide what is read: a result may be kept as long as they are the same. */
export function engineVersion(language: string): string {
  const versionOf = (name: string): string =>
    (JSON.parse(readFileSync(require.resolve(`${name}/package.json`), "utf8")) as { version: string }).version;
  return `tesseract.js-core ${versionOf("tesseract.js-core")}, ${language} ${versionOf(`@tesseract.js-data/${language}`)} ${MODEL_FOLDER}`;
}

/** @throws LanguageError */
function modelOf(language: string): Uint8Array {
  if (!/^[a-z]{3}(?:_[a-z]+)?$/.test(language)) throw new LanguageError(`"${language}" is not a language such as eng`);
  try {
    const folder = path.dirname(require.resolve(`@tesseract.js-data/${language}/package.json`));
    return gunzipSync(readFileSync(path.join(folder, MODEL_FOLDER, `${language}.traineddata.gz`)));
  } catch {
    throw new LanguageError(
      `the language "${language}" is not installed for recognition; run \`npm install @tesseract.js-data/${language}\``,
    );
  }
}

async function load(language: string): Promise<Recogniser> {
  const model = modelOf(language);
  const silent = (): void => undefined;
  const start = require(CORE) as (settings: object) => Promise<Core>;
  const { FS, TessBaseAPI } = await start({ print: silent, printErr: silent });
  FS.writeFile(`${language}.traineddata`, model);
  const api = new TessBaseAPI();
  if (api.Init(null, language, LSTM_ONLY) !== 0) throw new LanguageError(`the model of "${language}" cannot be used`);
  FS.unlink(`${language}.traineddata`);
  // Without it the engine guesses a resolution from the picture.
  api.SetVariable("user_defined_dpi", "300");
  return (picture, mode) => {
    FS.writeFile(INPUT, asPgm(picture));
    api.SetPageSegMode(MODES[mode]);
    if (api.SetImageFile(1, 0) !== 0 || api.Recognize(null) !== 0) return [];
    return wordsOf(api.GetTSVText(0));
  };
}

/** A portable grey map: a line with the size, then the pixels. */
function asPgm({ widthPx, heightPx, grey }: GreyRaster): Uint8Array {
  return Buffer.concat([Buffer.from(`P5\n${widthPx} ${heightPx}\n255\n`), grey]);
}

const WORD_LEVEL = "5";

/** Level, page, block, paragraph, line, word, left, top, width, height, confidence in percent, text. */
function wordsOf(table: string): ReadWord[] {
  return table.split("\n").flatMap((line) => {
    const fields = line.split("\t");
    if (fields[0] !== WORD_LEVEL) return [];
    const [left = 0, top = 0, width = 0, height = 0, percent = 0] = fields.slice(6, 11).map(Number);
    const text = (fields[11] ?? "").trim();
    if (text === "") return [];
    return [{ text, confidence: percent / 100, left, top, right: left + width, bottom: top + height }];
  });
}
