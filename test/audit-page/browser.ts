/** A headless browser for tests. Out: null, said aloud, where none is installed; on a build server that is a failure. */
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

export const CHROMIUM = process.env.RAGTALLY_CHROMIUM ?? "/usr/bin/chromium";

/** Whether tests in a browser can run. */
export function hasBrowser(): boolean {
  if (existsSync(CHROMIUM) || process.env.CI !== undefined) return true;
  console.warn(`Not run: tests in a browser, for ${CHROMIUM} is not installed (or name one in RAGTALLY_CHROMIUM).`);
  return false;
}

export function openBrowser(): Promise<Browser> {
  // Chromium's sandbox refuses to run as root.
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return chromium.launch({ executablePath: CHROMIUM, args });
}
