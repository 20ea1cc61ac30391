/** What recognition of writing is given and gives. Types only: `src/recognise/` asks, and the engine in `src/source/` answers. */
import type { GreyRaster } from "./raster.js";

/** What a picture holds: a line, a single word, a single character, or lines of any number. */
export type PictureMode = "line" | "word" | "character" | "block";

/** A word as the engine reads it, with its place in the picture in pixels. */
export interface ReadWord {
  readonly text: string;
  /** How sure the engine is, 0 to 1. */
  readonly confidence: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export type Recogniser = (picture: GreyRaster, mode: PictureMode) => ReadWord[];

/** Which pages of a document are recognised: those that are pictures, all, or none. */
export const OCR_MODES = ["auto", "always", "never"] as const;
export type OcrMode = (typeof OCR_MODES)[number];

export interface RecognitionSettings {
  readonly mode: OcrMode;
  /** Three letters, such as "eng". */
  readonly language: string;
}

export const DEFAULT_RECOGNITION: RecognitionSettings = { mode: "auto", language: "eng" };
