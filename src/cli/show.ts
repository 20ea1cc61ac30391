/** `ragtally show`: writes a PNG of one page of a PDF with what was read from it drawn over it. */
import { open, stat } from "node:fs/promises";
import { Command, InvalidArgumentError } from "commander";
import { drawPage, replaceFile } from "../internal.js";
import { EXIT, type ExitCode, UsageError } from "./exit.js";
import { parsePage } from "./option-values.js";
import { addOptions, chooseProfile, type OcrFlags, ocrOptions, profileOption, recognitionOf } from "./options.js";
import { count } from "./render.js";
import type { Terminal } from "./terminal.js";

interface ShowFlags extends OcrFlags {
  readonly page?: number;
  readonly out: string;
  readonly scale?: number;
  readonly profile?: string;
  readonly candidates?: true;
}

/** Scales in pixels per point, from a thumbnail to 720 dots per inch. */
const MIN_SCALE = 0.25;
const MAX_SCALE = 10;
const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export function showCommand(terminal: Terminal, end: (code: ExitCode) => void): Command {
  const command = new Command("show")
    .description("draw a page of a PDF with what was read from it")
    .argument("<file>", "a PDF, or a picture of pages")
    .requiredOption("--out <picture>", "PNG file to write; an earlier one is replaced")
    .option("--page <number>", "page to draw, from 1 (default: the first with a row of a report)", parsePage)
    .option("--scale <number>", "pixels per point (default: 2)", parseScale)
    .option("--candidates", "draw the tables that were considered but not chosen, dashed, with strategy and score")
    .addOption(profileOption())
    .action(async (file: string, flags: ShowFlags) => {
      await refuseUnlessPng(flags.out);
      const { out, page, scale } = flags;
      const drawn = await drawPage(file, {
        profile: await chooseProfile(flags.profile),
        recognition: recognitionOf(flags),
        ...(page === undefined ? {} : { page }),
        ...(scale === undefined ? {} : { scale }),
        ...(flags.candidates === undefined ? {} : { candidates: flags.candidates }),
      });
      await replaceFile(out, [drawn.png]);
      const size = `${drawn.widthPx} × ${drawn.heightPx} pixels`;
      terminal.print(`${out}: page ${drawn.page}, ${count(drawn.rowCount, "row")} of a report, ${size}`);
      end(EXIT.done);
    });
  return addOptions(command, ocrOptions());
}

function parseScale(text: string): number {
  const scale = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (scale >= MIN_SCALE && scale <= MAX_SCALE) return scale;
  throw new InvalidArgumentError(`"${text}" is not a number from ${MIN_SCALE} to ${MAX_SCALE}.`);
}

/** Only a PNG is ever replaced, never a folder, and never the PDF by mistake. */
async function refuseUnlessPng(out: string): Promise<void> {
  const stats = await stat(out).catch(() => null);
  if (stats === null) return;
  if (stats.isDirectory()) throw new UsageError(`${out} is a folder; name a file to write, such as page.png`);
  if (stats.isFile() && stats.size > 0 && !(await isPng(out))) {
    throw new UsageError(`${out} exists and is not a PNG; choose another name`);
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
