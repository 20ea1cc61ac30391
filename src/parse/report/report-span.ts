/** Where one report and its parts lie among a document's blocks, as indexes; each end is exclusive. */
export interface ReportSpan {
  /** First block of the header. */
  readonly from: number;
  /** First block of the table or list of deliverables. */
  readonly bodyFrom: number;
  /** End of the rows. */
  readonly rowsEnd: number;
  /** End of the report, with what follows the rows on its pages. */
  readonly end: number;
  /** Blocks that no part of the report is read from: furniture. */
  readonly skip: ReadonlySet<number>;
}
