/** In: the pages of a report that could not be read. Out: a finding that names them, as rows may be on them. */
import { pageList } from "../../language/page-list.js";
import { defineRule, type Fact } from "../define-rule.js";
import { example } from "../example.js";
import { rowsOf } from "../example-rows.js";

interface PagesFact extends Fact {
  readonly pages: readonly number[];
}

export const pagesUnread = defineRule<PagesFact>({
  id: "pages-unread",
  severity: "warning",
  title: "A page of the report could not be read",
  needs: [],
  explanation: {
    meaning:
      "A page among the report's pages, or right after them, is a picture without text or is damaged. Rows may be on it.",
    importance:
      "The rows may be incomplete. Counts that the rows on such pages can make up are neither confirmed nor contradicted, and no missing number is reported there.",
    remedy: "Look at the page in the source. If it has rows, have its text recognised and read the file again.",
  },
  passing: example({ rows: rowsOf("GGA") }),
  failing: example({ rows: rowsOf("GGA"), stated: { green: "3/4 (75%)" }, unreadPages: [2] }),
  find: ({ report, facts: { unreadPages } }) =>
    unreadPages.length === 0 ? [] : [{ about: report, pages: unreadPages, actual: pageList(unreadPages) }],
  message: ({ pages }) =>
    `Page${pages.length === 1 ? "" : "s"} ${pageList(pages)} of the file could not be read, and rows of the report may be on ${pages.length === 1 ? "it" : "them"}.`,
});
