/**
 * The picture of a page to a page. In: the page's picture, its number and its size in points, and what recognises. Out: words, rulings and
 * fills in points on the page turned upright and level, as if they had been printed.
 */
import type { Fill, Page, Ruling, Turn, Word } from "../model/page.js";
import type { Raster } from "../model/raster.js";
import type { Recogniser } from "../model/recognition.js";
import { type Analysis, analysed } from "./analyse.js";
import type { Colour } from "./image/fills.js";
import { inkColour } from "./ink-colour.js";
import { type PixelWord, readLine, readOnce } from "./read-lines.js";

export interface PageToRecognise {
  readonly number: number;
  /** As it is shown. */
  readonly widthPt: number;
  readonly heightPt: number;
  readonly picture: Raster;
}

/** Height of capital letters, as a share of the type size. */
const CAPITAL = 0.72;
/** How far above a line's letters its type reaches, and below them, as shares of the type size. */
const ABOVE = 0.12;
const BELOW = 0.08;

/** How often lines of a page may be read once more: on a page of stains that would take minutes. */
const MOST_RETRIES = 60;
/** Lines by which it is seen whether a page is upside down: so many, of at least so many letters. */
const LINES_TRIED = 5;
const FEWEST_LETTERS = 8;
/** How sure recognition is of lines that are upright; by how much the other way must be surer; and below what it is no writing. */
const SURE = 0.8;
const SURER = 0.1;
const POOR = 0.55;

const hundredths = (value: number): number => Math.round(value * 100) / 100;

export function recognisePage(asked: PageToRecognise, recognise: Recogniser): Page {
  const analysis = upright(asked.picture, recognise);
  let retries = 0;
  const again = (): boolean => {
    retries += 1;
    return retries <= MOST_RETRIES;
  };
  const words = analysis.lines.flatMap((line) => readLine(line, analysis.ink, { recognise, again }));
  return pageOf(asked, analysis, words);
}

/** The picture the right way up: how lines lie does not say whether they are upside down. */
function upright(picture: Raster, recognise: Recogniser): Analysis {
  const first = analysed(picture);
  const asItIs = surenessOf(first, recognise, 0);
  if (asItIs >= SURE) return first;
  const onItsHead = surenessOf(first, recognise, 180);
  if (onItsHead > asItIs + SURER) return analysed(picture, turnBy(first.turn, 180));
  if (Math.max(asItIs, onItsHead) >= POOR) return first;
  const other = analysed(picture, turnBy(first.turn, 90));
  const otherSure = surenessOf(other, recognise, 0);
  const otherHead = surenessOf(other, recognise, 180);
  if (Math.max(otherSure, otherHead) <= asItIs + SURER) return first;
  return otherHead > otherSure ? analysed(picture, turnBy(other.turn, 180)) : other;
}

const turnBy = (turn: Turn, by: Turn): Turn => ((turn + by) % 360) as Turn;

/** How surely the longest lines are read, turned as they are or standing on their heads: the mean by letters, 0 where there are none. */
function surenessOf({ lines, ink }: Analysis, recognise: Recogniser, turn: 0 | 180): number {
  const longest = [...lines]
    .filter(({ pieces }) => pieces.length >= FEWEST_LETTERS)
    .sort((a, b) => b.pieces.length - a.pieces.length)
    .slice(0, LINES_TRIED);
  let [letters, sum] = [0, 0];
  for (const line of longest)
    for (const { text, confidence } of readOnce(line, ink, recognise, turn)) {
      letters += text.length;
      sum += confidence * text.length;
    }
  return letters === 0 ? 0 : sum / letters;
}

function pageOf({ number, widthPt, heightPt }: PageToRecognise, analysis: Analysis, words: readonly PixelWord[]): Page {
  const { turn, skew, picture } = analysis;
  const [across, down] = sizeAfter(turn, widthPt, heightPt);
  const [perX, perY] = [across / picture.widthPx, down / picture.heightPx];
  const box = (left: number, top: number, right: number, bottom: number): [number, number, number, number] => [
    hundredths(left * perX),
    hundredths(top * perY),
    hundredths(right * perX),
    hundredths(bottom * perY),
  ];
  const fills = [
    ...analysis.fills.map(
      ({ left, top, right, bottom, colour }): Fill => ({ bbox: box(left, top, right, bottom), colour: hex(colour) }),
    ),
    ...analysis.symbols.map(
      ({ left, top, right, bottom, colour }): Fill => ({ bbox: box(left, top, right, bottom), colour: hex(colour) }),
    ),
  ];
  const rulings = analysis.rules.map(({ across: horizontal, at, from, to, thick }): Ruling => {
    const [x0, y0, x1, y1] = horizontal ? box(from, at, to, at) : box(at, from, at, to);
    return { x0, y0, x1, y1, widthPt: hundredths(thick * perY), horizontal };
  });
  return {
    number,
    widthPt: across,
    heightPt: down,
    words: words.flatMap((word) => pageWords(word, analysis, box, perY)),
    rulings,
    fills,
    imageShare: 1,
    ...(turn === 0 ? {} : { turn }),
    ...(skew === 0 ? {} : { skew }),
  };
}

const sizeAfter = (turn: Turn, width: number, height: number): readonly [number, number] =>
  turn === 90 || turn === 270 ? [height, width] : [width, height];

const hex = (colour: Colour): string =>
  `#${colour
    .map((value) =>
      Math.min(255, Math.max(0, Math.round(value)))
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;

function pageWords(
  word: PixelWord,
  { picture, ink }: Analysis,
  box: (left: number, top: number, right: number, bottom: number) => [number, number, number, number],
  perY: number,
): Word[] {
  const size = word.letterPx / CAPITAL;
  const colour = hex(inkColour(picture, ink, word.pieces));
  const bbox = box(word.left, word.lineTop - ABOVE * size, word.right, word.lineBottom + BELOW * size);
  return [
    {
      text: word.text,
      bbox,
      sizePt: hundredths(size * perY),
      colour,
      bold: false,
      invisible: false,
      confidence: Math.round(word.confidence * 100) / 100,
    },
  ];
}
