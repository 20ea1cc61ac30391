/**
 * A dataset's charts to a folder: numbered files, and `SUMMARY.md`, which says what each of them shows. In: what is to be drawn. Out: the
 * files' names. The folder is replaced as a whole; one with other files in it is refused. No name of a file comes from the content.
 */
import type { ChartContent } from "../../chart/content.js";
import { drawChart } from "../../chart/draw-chart.js";
import { type Pen, paint } from "../../chart/paint.js";
import { renderSvg } from "../../chart/svg.js";
import { type Graphics, loadGraphics, writeText } from "../../draw/canvas.js";
import { markdownTable } from "../../export/describe/markdown.js";
import { OutputError } from "../../export/output-error.js";
import type { FolderKind } from "../../export/output-folder.js";
import { writeFolder } from "../../export/write-folder.js";
import { LABEL_FONTS } from "../../source/pdf/pdfjs-files.js";

export const CHART_FORMATS = ["svg", "png"] as const;
export type ChartFormat = (typeof CHART_FORMATS)[number];

export const SUMMARY_FILE = "SUMMARY.md";
const SUMMARY_START = "# Charts of statuses\n";

const CHART_FOLDER: FolderKind = {
  marker: SUMMARY_FILE,
  start: SUMMARY_START,
  mayHold: (name) => name === SUMMARY_FILE || /^chart-\d{3,6}\.(?:svg|png)$/.test(name),
};

/** Pixels of the picture for each of the drawing: sharp on dense screens and in print. */
const SCALE = 2;

export interface WrittenChart {
  /** Of each format, in the order of `CHART_FORMATS`. */
  readonly files: readonly string[];
  readonly title: string;
  readonly content: ChartContent;
}

/** @throws OutputError */
export async function writeCharts(
  contents: readonly ChartContent[],
  out: string,
  formats: readonly ChartFormat[],
): Promise<WrittenChart[]> {
  const graphics = formats.includes("png") ? await loadGraphics(LABEL_FONTS) : null;
  if (graphics === null && formats.includes("png"))
    throw new OutputError("pictures cannot be drawn: the package @napi-rs/canvas is not installed; take --format svg");
  const written: WrittenChart[] = [];
  async function* files(): AsyncGenerator<readonly [name: string, content: string | Uint8Array]> {
    for (const [at, content] of contents.entries()) {
      const name = `chart-${String(at + 1).padStart(3, "0")}`;
      const drawing = drawChart(content);
      if (formats.includes("svg")) yield [`${name}.svg`, renderSvg(drawing, name)];
      if (graphics !== null) yield [`${name}.png`, await pictureOf(drawing, graphics)];
      const names = CHART_FORMATS.filter((format) => formats.includes(format)).map((format) => `${name}.${format}`);
      written.push({ files: names, title: drawing.title, content });
    }
    yield [SUMMARY_FILE, summaryOf(written)];
  }
  await writeFolder(out, CHART_FOLDER, files());
  return written;
}

async function pictureOf(drawing: ReturnType<typeof drawChart>, graphics: Graphics): Promise<Uint8Array> {
  const { canvas, pen } = graphics.surface(drawing.width, drawing.height, SCALE);
  paint(pen as Pen, drawing, ({ text, x, y, size, colour, bold }) => {
    writeText(pen, text, x, y, { sizePt: size, colour, ...(bold && { bold }) });
  });
  return new Uint8Array(await canvas.encode("png"));
}

function summaryOf(written: readonly WrittenChart[]): string {
  const rows = written.map(({ files, title, content: { periods, strips } }) => {
    const [first, last] = [periods[0]?.label ?? "", periods.at(-1)?.label ?? ""];
    const shown = first === last ? first : `${first} to ${last}`;
    return [files.join(", "), title, shown, strips.length === 0 ? "–" : String(strips.length)];
  });
  return `${SUMMARY_START}
Each chart shows the share of rows by status, rows whose updates are overdue, and the status of each deliverable, by period. Every
status has its letter; the description inside each SVG has all figures.

${markdownTable(["files", "plan and theme", "periods", "deliverables"], rows)}
`;
}
