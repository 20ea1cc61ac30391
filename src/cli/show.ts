/** `ragtally show`: one page of a PDF with what was read drawn over it, as a PNG file. */
import { randomBytes } from "node:crypto";
import { open, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Command, InvalidArgumentError } from "commander";
import { drawPage } from "../internal.js";
import { EXIT, type ExitCode, UsageError } from "./exit.js";
import { chooseProfile, parsePage, profileOption } from "./options.js";
import { count } from "./render.js";
import type { Terminal } from "./terminal.js";

interface ShowFlags {
  readonly page?: number;
  readonly out: string;
  readonly scale?: number;
  readonly profile?: string;
}

/** Pixels a point, from a thumbnail to 720 dots an inch. */
const SMALLEST = 0.25;
const LARGEST = 10;
const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export function showCommand(terminal: Terminal, end: (code: ExitCode) => void): Command {
  return new Command("show")
    .description("draw a page of a PDF with what was read over it")
    .argument("<file>", "a PDF")
    .requiredOption("--out <picture>", "PNG file to write; a former one is replaced")
    .option("--page <number>", "page to draw, from 1 (default: the first with a row of a report)", parsePage)
    .option("--scale <number>", "pixels a point (default: 2)", parseScale)
    .addOption(profileOption())
    .action(async (file: string, flags: ShowFlags) => {
      await refuseOther(flags.out);
      const { out, page, scale } = flags;
      const drawn = await drawPage(file, {
        profile: await chooseProfile(flags.profile),
        ...(page === undefined ? {} : { page }),
        ...(scale === undefined ? {} : { scale }),
      });
      await writePicture(out, drawn.png);
      const size = `${drawn.widthPx} × ${drawn.heightPx} pixels`;
      terminal.print(`${out}: page ${drawn.page}, ${count(drawn.rowCount, "row")} of a report, ${size}`);
      end(EXIT.done);
    });
}

function parseScale(text: string): number {
  const scale = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (scale >= SMALLEST && scale <= LARGEST) return scale;
  throw new InvalidArgumentError(`"${text}" is no number from ${SMALLEST} to ${LARGEST}.`);
}

/** Only a PNG is ever replaced: not a folder, and not the PDF by a slip. */
async function refuseOther(out: string): Promise<void> {
  const stats = await stat(out).catch(() => null);
  if (stats === null) return;
  if (stats.isDirectory()) throw new UsageError(`${out} is a folder; name a file to write, such as page.png`);
  if (stats.isFile() && stats.size > 0 && !(await isPng(out))) {
    throw new UsageError(`${out} is there and is no PNG; choose another name`);
  }
}

async function isPng(path: string): Promise<boolean> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(PNG_SIGNATURE.length), 0, PNG_SIGNATURE.length, 0);
    return bytesRead === PNG_SIGNATURE.length && buffer.equals(PNG_SIGNATURE);
  } finally {
    await handle.close();
  }
}

/** Written beside its place and moved into it, so that a run that dies leaves the old one. */
async function writePicture(out: string, png: Uint8Array): Promise<void> {
  const beside = join(dirname(out), `.${basename(out)}.${randomBytes(4).toString("hex")}`);
  try {
    await writeFile(beside, png);
    await rename(beside, out);
  } catch (error) {
    await rm(beside, { force: true });
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw new UsageError(`${out} cannot be written (${code}); choose another place`);
  }
}
