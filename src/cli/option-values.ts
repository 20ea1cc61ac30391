/**
 * Values of options. In: text as a user gives it. Out: numbers, names and pages. A text that is none is refused, and the message says what
 * to give.
 */
import { InvalidArgumentError } from "commander";
import type { PageRange } from "../internal.js";

export const MIB = 1024 * 1024;

/** Parses a whole number. Both ends are allowed. */
export function wholeNumber(from: number, to: number): (text: string) => number {
  return (text) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= from && value <= to) return value;
    throw new InvalidArgumentError(`Give a whole number from ${from} to ${to}.`);
  };
}

/** Parses "csv,json". Gives each name once, in the order of those that are known. */
export function listOf<Name extends string>(known: readonly Name[]): (text: string) => Name[] {
  return (text) => {
    const names = text.split(",").map((name) => name.trim());
    const unknown = names.find((name) => !known.some((one) => one === name));
    if (unknown !== undefined) throw new InvalidArgumentError(`"${unknown}" is none of ${known.join(", ")}.`);
    return known.filter((name) => names.includes(name));
  };
}

/** Parses "3-5", "1,4" and "7-". Does not check whether the document has these pages. */
export function parsePages(text: string): PageRange[] {
  return text.split(",").map((part) => {
    const match = /^\s*([1-9]\d{0,8})\s*(?:(-)\s*([1-9]\d{0,8})?)?\s*$/.exec(part);
    if (match === null)
      throw new InvalidArgumentError(`"${part}" is not a page or range such as 3 or 3-5, counted from 1.`);
    const from = Number(match[1]);
    const to = match[2] === undefined ? from : match[3] === undefined ? null : Number(match[3]);
    if (to !== null && to < from) throw new InvalidArgumentError(`"${part}" ends before it begins.`);
    return { from, to };
  });
}

/** Parses a page number, counted from 1. */
export function parsePage(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError(`"${text}" is not a page number, counted from 1.`);
  return Number(text);
}

/** Checks the code of a language. Whether its package is installed is seen when it is used. */
export function languageCode(text: string): string {
  if (/^[a-z]{3}(?:_[a-z]+)?$/.test(text)) return text;
  throw new InvalidArgumentError("Give a code of three letters, such as eng.");
}
