import { type ColumnTable, table } from "arquero";
import { toCsv } from "../../core/csv.js";
import { defaultPlaybook } from "./default-playbook.js";
import type { Playbook } from "./playbook.js";
import { playbookFields } from "./playbook-fields.js";
import { playbookRows } from "./playbook-rows.js";

/**
 * The playbook as a table: what to do about each persona, RFM segment and newcomers, and what that is assumed to bring.
 *
 * @param playbook `defaultPlaybook` unless given
 * @returns an arquero table, one row a persona; its columns are those that `readPlaybook` reads
 */
export function playbookTable(playbook: Playbook = defaultPlaybook): ColumnTable {
  const rows = playbookRows(playbook);
  return table(Object.fromEntries(playbookFields.map(({ column }) => [column, rows.map((row) => row[column])])));
}

/**
 * The playbook as CSV, to be edited in a spreadsheet and handed back with `--playbook`: numbers stay numbers, and text that
 * a spreadsheet would run as a formula is guarded.
 *
 * @param playbook `defaultPlaybook` unless given
 * @returns one row a persona, with a header
 */
export function playbookCsv(playbook: Playbook = defaultPlaybook): string {
  const rows = playbookRows(playbook);
  return toCsv(playbookFields.map(({ column }) => ({ name: column, values: rows.map((row) => row[column]) })));
}
