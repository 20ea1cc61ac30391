/**
 * Advice on documents of programs that are not read. In: the form to convert to, and how names of such documents end. Out: a phrase with
 * the command that converts all of them in a folder.
 */

/** HTML keeps sheets whole, with merged cells and colours; PDF shows a text as it is printed. */
export const convertTo = (form: "pdf" | "html", ending: string): string =>
  `convert it with LibreOffice and import the result: soffice --headless --convert-to ${form} *.${ending}`;
