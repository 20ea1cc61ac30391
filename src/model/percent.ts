/**
 * In: counts, totals and percentages as printed. Out: exact comparisons between them in whole numbers, without rounding
 * errors of floating-point arithmetic. Figures must be whole and below 10^13; decimals after the sixth are ignored.
 */
import type { StatedCount } from "../schema/dataset.js";

/** A percentage at the precision it was printed with: "57.1%" is 571 tenths. */
export interface PrintedPercent {
  /** The percentage times `scale`. */
  readonly scaled: number;
  /** 10 to the power of the printed decimals. */
  readonly scale: number;
  /** As shown in messages: "57.1%". */
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

/** The stated percentage with as many decimals as `stated_raw` prints; null if none is stated. */
export function readPercent(stated: Pick<StatedCount, "stated_raw" | "stated_percent">): PrintedPercent | null {
  const value = stated.stated_percent;
  if (value === null) return null;
  for (const match of stated.stated_raw.matchAll(PRINTED)) {
    const [, whole = "", fraction = ""] = match;
    if (Number(`${whole}.${fraction}`) === value) return printedPercent(whole, fraction);
  }
  const plain = PLAIN_DECIMAL.exec(String(value));
  return printedPercent(plain?.[1] ?? String(Math.round(value)), plain?.[2] ?? "");
}

/** Whole quotient, rounded towards zero. Exact, unlike rounding down a floating-point quotient. */
function quotient(dividend: number, divisor: number): number {
  return (dividend - (dividend % divisor)) / divisor;
}

/** `count` out of `total` as a percentage times `scale`, rounded half up. `total` is above 0. */
export function halfUp(count: number, total: number, scale: number): number {
  return quotient(200 * count * scale + total, 2 * total);
}

/** `count` out of `total` as a percentage times `scale`, truncated. `total` is above 0. */
export function truncated(count: number, total: number, scale: number): number {
  return quotient(100 * count * scale, total);
}

/** Whether the percentage is one point or more away from `count` out of `total`. `total` is above 0. */
export function isPointAway(percent: PrintedPercent, count: number, total: number): boolean {
  return Math.abs(percent.scaled * total - 100 * count * percent.scale) >= total * percent.scale;
}

/** The fewest and the most that are less than one point away from the percentage of `total`. `total` is above 0. */
export function countsWithinPoint({ scaled, scale }: PrintedPercent, total: number): { least: number; most: number } {
  const [below, above, one] = [(scaled - scale) * total, (scaled + scale) * total, 100 * scale];
  return { least: below < 0 ? 0 : quotient(below, one) + 1, most: quotient(above - 1, one) };
}

/** Whether some count from 0 to `rows` gives the percentage at its printed precision, rounded half up or truncated. */
export function isReachable(percent: PrintedPercent, rows: number): boolean {
  const { scaled, scale } = percent;
  // Counts that round or truncate to it lie between scaled - ½ (included) and scaled + 1 (excluded), as shares of `rows`.
  const smallest = Math.max(0, quotient((2 * scaled - 1) * rows + 200 * scale - 1, 200 * scale));
  return smallest <= rows && smallest * 100 * scale < (scaled + 1) * rows;
}

/** A scaled percentage as text: 571 at scale 10 is "57.1%". */
export function showPercent(scaled: number, scale: number): string {
  return `${(scaled / scale).toFixed(String(scale).length - 1)}%`;
}

/** `count` out of `total` as text with two more decimals than `scale`, without trailing zeros: "41.67%", "12.5%", "40%". */
export function showShare(count: number, total: number, scale: number): string {
  const fine = scale * 100;
  return `${Number((halfUp(count, total, fine) / fine).toFixed(8))}%`;
}
