/** `ragtally show`: writes a PNG of one page of a PDF with what was read from it drawn over it. */
import { Command, InvalidArgumentError } from "commander";
import { drawPage, type FileKind, refuseOtherFile, replaceFile } from "../internal.js";
import { EXIT, type ExitCode } from "./exit.js";
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
/** Which files a picture may take the place of: never the PDF by mistake. */
const PNG: FileKind = { mark: "\x89PNG\r\n\x1a\n", otherwise: "is not a PNG", example: "page.png" };

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
      await refuseOtherFile(flags.out, PNG);
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
