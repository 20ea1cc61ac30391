/**
 * What each operator does. In: pdf.js's codes and their arguments, whose types depend on the code. Out: calls on the
 * walker. Operators that are not listed have no effect on what is read.
 */
import type { ShownGlyph } from "./glyphs.js";
import { applyEntries, moveText, setTextMatrix } from "./graphics-state.js";
import { IDENTITY, toMatrix } from "./matrix.js";
import { OPS } from "./open.js";
import { type Arguments, type Group, numberOf, type OperatorList } from "./operator-list.js";
import type { Walker } from "./walker.js";

type Handler = (walker: Walker, args: Arguments) => void;

const colourOf = (value: unknown): string | null =>
  typeof value === "string" && /^#[0-9a-f]{6}$/i.test(value) ? value.toLowerCase() : null;
const numbersOf = (value: unknown): ArrayLike<number> | null =>
  value instanceof Float32Array || Array.isArray(value) ? (value as ArrayLike<number>) : null;

const OPERATORS: ReadonlyMap<number, Handler> = new Map<number, Handler>([
  [OPS.save, (w) => w.save()],
  [OPS.restore, (w) => w.restore()],
  [OPS.transform, (w, args) => w.transform(toMatrix(args as readonly number[]))],
  [
    OPS.setLineWidth,
    (w, [width]) => {
      w.state.lineWidth = numberOf(width, 1);
    },
  ],
  [
    OPS.setGState,
    (w, [entries]) => {
      const list = entries as readonly (readonly [string, unknown])[];
      applyEntries(w.state, list);
      for (const [key, value] of list) if (key === "Font" && Array.isArray(value)) w.setFont(value[0], value[1]);
    },
  ],
  [
    OPS.setFillRGBColor,
    (w, [colour]) => {
      w.state.fillColour = colourOf(colour);
    },
  ],
  [
    OPS.setStrokeRGBColor,
    (w, [colour]) => {
      w.state.strokeColour = colourOf(colour);
    },
  ],
  [
    OPS.setFillColorN,
    (w) => {
      w.state.fillColour = null;
    },
  ],
  [
    OPS.setStrokeColorN,
    (w) => {
      w.state.strokeColour = null;
    },
  ],
  [
    OPS.setFillTransparent,
    (w) => {
      w.state.fillColour = null;
    },
  ],
  [
    OPS.setStrokeTransparent,
    (w) => {
      w.state.strokeColour = null;
    },
  ],
  [OPS.beginText, (w) => setTextMatrix(w.state, IDENTITY)],
  [OPS.endText, (w) => w.endText()],
  [OPS.setFont, (w, [name, size]) => w.setFont(name, size)],
  [
    OPS.setCharSpacing,
    (w, [space]) => {
      w.state.charSpacing = numberOf(space);
    },
  ],
  [
    OPS.setWordSpacing,
    (w, [space]) => {
      w.state.wordSpacing = numberOf(space);
    },
  ],
  [
    OPS.setHScale,
    (w, [percent]) => {
      w.state.horizontalScale = numberOf(percent, 100) / 100;
    },
  ],
  [
    OPS.setLeading,
    (w, [leading]) => {
      w.state.leading = numberOf(leading);
    },
  ],
  [
    OPS.setTextRise,
    (w, [rise]) => {
      w.state.rise = numberOf(rise);
    },
  ],
  [
    OPS.setTextRenderingMode,
    (w, [mode]) => {
      w.state.renderMode = numberOf(mode);
    },
  ],
  [OPS.moveText, (w, [x, y]) => moveText(w.state, numberOf(x), numberOf(y))],
  [
    OPS.setLeadingMoveText,
    (w, [x, y]) => {
      w.state.leading = -numberOf(y);
      moveText(w.state, numberOf(x), numberOf(y));
    },
  ],
  [OPS.setTextMatrix, (w, [matrix]) => setTextMatrix(w.state, toMatrix(numbersOf(matrix) ?? IDENTITY))],
  [OPS.nextLine, (w) => moveText(w.state, 0, -w.state.leading)],
  [OPS.showText, (w, [items]) => w.showText(items as readonly (ShownGlyph | number)[])],
  [OPS.clip, (w) => w.clip()],
  [OPS.eoClip, (w) => w.clip()],
  [OPS.constructPath, (w, [paint, data]) => w.path(numberOf(paint), numbersOf((data as unknown[] | null)?.[0]))],
  [OPS.paintFormXObjectBegin, (w, [matrix, box]) => w.beginForm(numbersOf(matrix), numbersOf(box))],
  [OPS.paintFormXObjectEnd, (w) => w.restore()],
  [OPS.beginGroup, (w, [group]) => w.beginGroup(group as Group)],
  [OPS.endGroup, (w) => w.endGroup()],
  [
    OPS.beginAnnotation,
    (w, [, box, transform, matrix]) =>
      w.beginAnnotation(numbersOf(box), numbersOf(transform) ?? IDENTITY, numbersOf(matrix) ?? IDENTITY),
  ],
  [OPS.endAnnotation, (w) => w.restore()],
  [OPS.beginMarkedContent, (w, [tag]) => w.beginMarked(tag, null)],
  [OPS.beginMarkedContentProps, (w, [tag, layer]) => w.beginMarked(tag, layer)],
  [OPS.endMarkedContent, (w) => w.endMarked()],
  [OPS.shadingFill, (w) => w.shade()],
  [OPS.paintImageXObject, (w, [name]) => w.image(name)],
  [OPS.paintInlineImageXObject, (w, [data]) => w.image(data)],
  [OPS.paintImageMaskXObject, (w) => w.image()],
  [OPS.paintSolidColorImageMask, (w) => w.drawing.fillUnit(w.state)],
]);

/** Calls the walker for each operator of a page, in order. */
export function walkOperators(walker: Walker, { fnArray, argsArray }: OperatorList): void {
  for (let index = 0; index < fnArray.length; index += 1)
    OPERATORS.get(fnArray[index] ?? 0)?.(walker, argsArray[index] ?? []);
  walker.endPage();
}
