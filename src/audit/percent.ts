/**
 * In: counts, totals and percentages as printed. Out: their relation in exact whole numbers, so that 12.5% is a half and
 * never a little less. Figures are whole and below ten million million; decimals beyond the sixth are not looked at.
 */
import type { StatedCount } from "../schema/dataset.js";

/** A percentage at the precision it was printed with: "57.1%" is 571 tenths. */
export interface PrintedPercent {
  /** The percentage times `scale`. */
  readonly scaled: number;
  /** 10 to the power of the printed decimals. */
  readonly scale: number;
  /** As messages show it: "57.1%". */
  readonly text: string;
}

const PRINTED = /(?<!\d)(\d{1,6})(?:[.,](\d{1,6}))?\s{0,3}(?:%|per\s?cent)/giu;
const PLAIN_DECIMAL = /^(\d{1,6})(?:\.(\d{1,6}))?$/;

function printedPercent(whole: string, fraction: string): PrintedPercent {
  return {
    scaled: Number(whole + fraction),
    scale: 10 ** fraction.length,
    text: fraction === "" ? `${whole}%` : `${whole}.${fraction}%`,
  };
}

/** A percentage from its digits as printed: "57.1". */
export function percentOf(digits: string): PrintedPercent {
  const plain = PLAIN_DECIMAL.exec(digits);
  return printedPercent(plain?.[1] ?? "0", plain?.[2] ?? "");
}

/** The stated percentage with the decimals that `stated_raw` prints it with; null where none is stated. */
export function readPercent(stated: StatedCount): PrintedPercent | null {
  const value = stated.stated_percent;
  if (value === null) return null;
  for (const match of stated.stated_raw.matchAll(PRINTED)) {
    const [, whole = "", fraction = ""] = match;
    if (Number(`${whole}.${fraction}`) === value) return printedPercent(whole, fraction);
  }
  const plain = PLAIN_DECIMAL.exec(String(value));
  return printedPercent(plain?.[1] ?? String(Math.round(value)), plain?.[2] ?? "");
}

/** Whole quotient towards zero; exact, where flooring a floating-point quotient is not. */
function quotient(dividend: number, divisor: number): number {
  return (dividend - (dividend % divisor)) / divisor;
}

/** `count` out of `total` as a percentage times `scale`, rounded half up. `total` is above 0. */
export function halfUp(count: number, total: number, scale: number): number {
  return quotient(200 * count * scale + total, 2 * total);
}

/** `count` out of `total` as a percentage times `scale`, cut off. `total` is above 0. */
export function cutOff(count: number, total: number, scale: number): number {
  return quotient(100 * count * scale, total);
}

/** Whether the percentage is one point or more away from `count` out of `total`. `total` is above 0. */
export function isPointAway(percent: PrintedPercent, count: number, total: number): boolean {
  return Math.abs(percent.scaled * total - 100 * count * percent.scale) >= total * percent.scale;
}

/** Whether some count from 0 to `rows` gives the percentage at its precision, rounded half up or cut off. */
export function isReachable(percent: PrintedPercent, rows: number): boolean {
  const { scaled, scale } = percent;
  // The counts that round or are cut to it lie from (scaled - ½) up to, not including, (scaled + 1) parts of the rows.
  const smallest = Math.max(0, quotient((2 * scaled - 1) * rows + 200 * scale - 1, 200 * scale));
  return smallest <= rows && smallest * 100 * scale < (scaled + 1) * rows;
}

/** A scaled percentage in words: 571 at scale 10 is "57.1%". */
export function showPercent(scaled: number, scale: number): string {
  return `${(scaled / scale).toFixed(String(scale).length - 1)}%`;
}

/** `count` out of `total` as text, two decimals finer than `scale`, without idle zeros: "41.67%", "12.5%", "40%". */
export function showShare(count: number, total: number, scale: number): string {
  const fine = scale * 100;
  return `${Number((halfUp(count, total, fine) / fine).toFixed(8))}%`;
}
