/** A report in each format that has tables. In: the model. Out: a file's bytes, as usual programs save it. */
import * as docx from "../source/build-docx.js";
import * as odf from "../source/build-odf.js";
import { buildXlsx, row as sheetRow } from "../source/build-xlsx.js";
import { type Cell, plainLines, type ReportModel, type Row } from "./report-model.js";
import { pdfOf } from "./report-pdf.js";

const escaped = (value: string): string => value.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

function htmlOf({ lines, rows }: ReportModel): string {
  const cell = (one: Cell | null): string => {
    if (one === null) return "";
    const { paragraphs, fill, columns = 1, rows: height = 1, table } = one;
    const within = table?.map((line) => `<tr>${line.map((value) => `<td>${escaped(value)}</td>`).join("")}</tr>`);
    const spans = `${columns > 1 ? ` colspan="${columns}"` : ""}${height > 1 ? ` rowspan="${height}"` : ""}`;
    return `<td${spans}${fill === undefined ? "" : ` style="background-color: ${fill}"`}>${paragraphs.map((value) => `<p>${escaped(value)}</p>`).join("")}${within === undefined ? "" : `<table>${within.join("")}</table>`}</td>`;
  };
  const body = rows.map((row) => `<tr>${row.map(cell).join("")}</tr>`).join("\n");
  return `<!doctype html><html><body>${lines.map((line) => `<p>${line}</p>`).join("\n")}<table>${body}</table></body></html>`;
}

function docxOf({ lines, rows }: ReportModel): Buffer {
  /** Columns that a cell above reaches into, by their index. */
  const open = new Map<number, number>();
  const cell = (one: Cell | null, at: number): string => {
    if (one === null) {
      const left = open.get(at) ?? 0;
      open.set(at, left - 1);
      return left > 0 ? docx.cell(docx.para(""), "<w:vMerge/>") : "";
    }
    const { paragraphs, fill, columns = 1, rows: height = 1, table } = one;
    if (height > 1) open.set(at, height - 1);
    const properties = [
      columns > 1 ? `<w:gridSpan w:val="${columns}"/>` : "",
      height > 1 ? '<w:vMerge w:val="restart"/>' : "",
      fill === undefined ? "" : `<w:shd w:val="clear" w:fill="${fill.slice(1).toUpperCase()}"/>`,
    ].join("");
    const within = table === undefined ? "" : docx.table(...table.map((line) => docx.row(...line.map(escaped))));
    const content = paragraphs.length === 0 ? [docx.para("")] : paragraphs.map((value) => docx.para(escaped(value)));
    return docx.cell(`${content.join("")}${within}`, properties);
  };
  const body = rows.map((row) => docx.row(...row.map(cell).filter((one) => one !== "")));
  return docx.buildDocx([...lines.map((line) => docx.para(line)), docx.table(...body)].join(""));
}

const COVERED = "<table:covered-table-cell/>";

function odfCell(one: Cell | null, isNested: boolean): string {
  if (one === null) return COVERED;
  const { paragraphs, fill, columns = 1, rows: height = 1, table = [] } = one;
  const attributes = [
    columns > 1 ? `table:number-columns-spanned="${columns}"` : "",
    height > 1 ? `table:number-rows-spanned="${height}"` : "",
    fill === undefined ? "" : `table:style-name="f${fill.slice(1)}"`,
  ].join(" ");
  const within = isNested && table.length > 0 ? odf.table(table.map((line) => odf.row(line.map(escaped)))) : "";
  const shown = isNested ? paragraphs : plainLines(one, true);
  return odf.cell(`${shown.map((value) => odf.p(escaped(value))).join("")}${within}`, attributes);
}

function odfStyles(rows: readonly Row[]): string {
  const fills = new Set(rows.flatMap((row) => row.flatMap((cell) => cell?.fill ?? [])));
  return [...fills]
    .map(
      (fill) =>
        `<style:style style:name="f${fill.slice(1)}" style:family="table-cell"><style:table-cell-properties fo:background-color="${fill}"/></style:style>`,
    )
    .join("");
}

function odtOf({ lines, rows }: ReportModel): Buffer {
  const table = odf.table(rows.map((row) => odf.row(row.map((cell) => odfCell(cell, true)))));
  return odf.buildOdf("text", `${lines.map((line) => odf.p(line)).join("")}${table}`, odfStyles(rows));
}

function odsOf({ lines, rows }: ReportModel): Buffer {
  const titles = lines.map((line) => odf.row([line]));
  const body = rows.map((row) => odf.row(row.map((cell) => odfCell(cell, false))));
  const sheet = odf.table([...titles, odf.row([""]), ...body], 'table:name="Actions"');
  return odf.buildOdf("spreadsheet", sheet, odfStyles(rows));
}

function xlsxOf({ lines, rows }: ReportModel): Buffer {
  const fills = [...new Set(rows.flatMap((row) => row.flatMap((cell) => cell?.fill ?? [])))];
  const styles = [
    `<fills><fill/><fill/>${fills.map((fill) => `<fill><patternFill patternType="solid"><fgColor rgb="FF${fill.slice(1).toUpperCase()}"/></patternFill></fill>`).join("")}</fills>`,
    `<cellXfs><xf/>${fills.map((_, at) => `<xf fillId="${at + 2}"/>`).join("")}</cellXfs>`,
  ].join("");
  const merges: string[] = [];
  const first = lines.length + 2;
  const letter = (column: number): string => String.fromCharCode(65 + column);
  const body = rows.map((row, at) => {
    const number = first + at;
    for (const [column, cell] of row.entries()) {
      const { columns = 1, rows: height = 1 } = cell ?? {};
      if (columns > 1 || height > 1)
        merges.push(
          `<mergeCell ref="${letter(column)}${number}:${letter(column + columns - 1)}${number + height - 1}"/>`,
        );
    }
    return sheetRow(
      number,
      row.map((cell) => {
        if (cell === null) return null;
        const value = escaped(plainLines(cell, true).join("\n"));
        return { value, style: cell.fill === undefined ? 0 : fills.indexOf(cell.fill) + 1 };
      }),
    );
  });
  const titles = lines.map((line, at) => sheetRow(at + 1, [line]));
  const after = merges.length === 0 ? "" : `<mergeCells>${merges.join("")}</mergeCells>`;
  return buildXlsx([{ name: "Actions", rows: [...titles, ...body].join(""), after }], { styles });
}

function csvOf({ lines, rows }: ReportModel): string {
  const quoted = (value: string): string => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  const body = rows.map((row) =>
    row.map((cell) => quoted(cell === null ? "" : plainLines(cell, false).join("\n"))).join(","),
  );
  return [...lines.map(quoted), "", ...body, ""].join("\r\n");
}

function markdownOf({ lines, rows }: ReportModel): string {
  const line = (row: Row): string =>
    `| ${row.map((cell) => (cell === null ? "" : plainLines(cell, false).join("<br>"))).join(" | ")} |`;
  const [heading = [], ...body] = rows;
  const rule = `| ${heading.map(() => "---").join(" | ")} |`;
  return [`# ${lines[0]}`, "", ...lines.slice(1), "", line(heading), rule, ...body.map(line), ""].join("\n");
}

export const WRITERS: Readonly<Record<string, (report: ReportModel) => Uint8Array>> = {
  html: (report) => Buffer.from(htmlOf(report)),
  docx: docxOf,
  odt: odtOf,
  xlsx: xlsxOf,
  ods: odsOf,
  pdf: pdfOf,
  csv: (report) => Buffer.from(csvOf(report)),
  md: (report) => Buffer.from(markdownOf(report)),
};
