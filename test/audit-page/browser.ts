/** A headless browser for tests. Where none is installed they are skipped with a printed line, and fail on a build server. */
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";
import { isSkipped } from "../skipped.js";

export const CHROMIUM = process.env.RAGTALLY_CHROMIUM ?? "/usr/bin/chromium";

/** Whether tests in a browser can run. */
export function hasBrowser(): boolean {
  const isMissing = !existsSync(CHROMIUM) && process.env.CI === undefined;
  return !isSkipped(isMissing, "tests in a browser", `${CHROMIUM} is not installed (or name one in RAGTALLY_CHROMIUM)`);
}

export function openBrowser(): Promise<Browser> {
  // Chromium's sandbox refuses to run as root.
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return chromium.launch({ executablePath: CHROMIUM, args });
}
