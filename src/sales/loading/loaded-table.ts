/** The table `source` as a file gave it. */
export interface LoadedTable {
  readonly columns: readonly { readonly header: string; readonly sql: string; readonly type: string }[];
  /** The SQL expression of a row's place in the file, from 0. */
  readonly rowNumber: string;
  /** The number that the first row has for a person who opens the file. */
  readonly firstLine: number;
}
