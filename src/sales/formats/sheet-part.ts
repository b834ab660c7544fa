import { open, stat } from "node:fs/promises";
import type { Database } from "../../core/database.js";
import type { LoadedTable } from "../loading/loaded-table.js";
import { createCsvView } from "./csv-view.js";
import type { FilePart } from "./file-part.js";
import { findHeader, mostTitleRows, titleNote } from "./find-header.js";
import { readSheetRows } from "./sheet-rows.js";
import { unpackFault } from "./unpack-file.js";
import type { SheetEntry, Workbook } from "./workbook.js";

const piece = 1 << 20;

/** Looks at the first rows of a sheet for its header; undefined where every row is blank. */
export async function openSheet(
  workbook: Workbook,
  sheet: SheetEntry,
  scratchPath: string,
  knownColumns: (header: readonly string[]) => number,
): Promise<FilePart | undefined> {
  const rows: { readonly row: number; readonly cells: readonly (string | undefined)[] }[] = [];
  const onRow = (row: number, cells: readonly (string | undefined)[]) => {
    if (rows.length < mostTitleRows) rows.push({ row, cells });
  };
  await readSheetRows(workbook, sheet, onRow, () => rows.length === mostTitleRows);
  if (rows.length === 0) return undefined;
  const at = findHeader(
    rows.map(({ cells }) => cells),
    knownColumns,
  );
  const { row: headerRow, cells } = rows[at]!;
  const columns = Array.from(cells, (cell) => (cell ?? "").trim());
  const titles = rows.slice(0, at).map((above) => above.cells);
  const name = `${workbook.name}, sheet "${sheet.title}"`;
  return {
    name,
    header: columns,
    notes: at > 0 ? [titleNote(name, "row", headerRow, titles)] : [],
    load: async (database, table) => {
      const hasLineEnds = await writeSheet(workbook, sheet, columns.length, headerRow, scratchPath);
      return createSheetView(database, table, name, columns, scratchPath, hasLineEnds);
    },
  };
}

/** Writes a sheet's rows below its header as CSV, each behind its row number; tells whether a value has a line end. */
async function writeSheet(
  workbook: Workbook,
  sheet: SheetEntry,
  width: number,
  headerRow: number,
  path: string,
): Promise<boolean> {
  const file = await open(path, "w");
  let text = "";
  let hasLineEnds = false;
  const onRow = (row: number, cells: readonly (string | undefined)[]) => {
    if (row <= headerRow) return;
    text += row;
    for (let j = 0; j < width; j++) {
      const cell = cells[j];
      if (cell === undefined) text += ",";
      else if (special.test(cell)) {
        hasLineEnds ||= /[\n\r]/.test(cell);
        text += `,"${cell.replaceAll('"', '""')}"`;
      } else text += `,${cell}`;
    }
    text += "\n";
  };
  const flush = async (least: number) => {
    if (text.length < least) return false;
    // write() alone stops short, without an error, where the disk is full
    await file.appendFile(text);
    text = "";
    return false;
  };
  try {
    await readSheetRows(workbook, sheet, onRow, () => flush(piece));
    await flush(1);
  } catch (error) {
    throw unpackFault(workbook.name, error);
  } finally {
    await file.close();
  }
  return hasLineEnds;
}

// a quote, or a blank at the rim, which a reader of CSV might drop
const special = /[",\n\r]|^\s|\s$/;

async function createSheetView(
  database: Database,
  table: string,
  name: string,
  header: readonly string[],
  path: string,
  hasLineEnds: boolean,
): Promise<LoadedTable> {
  const names = header.map((_, i) => `c${i}`);
  await createCsvView(database, table, {
    path,
    columns: { sheet_row: "BIGINT", ...Object.fromEntries(names.map((column) => [column, "VARCHAR"])) },
    delimiter: ",",
    quote: '"',
    escapeMark: '"',
    lineEnd: "\n",
    header: false,
    parallel: !hasLineEnds,
  });
  return {
    table,
    name,
    columns: header.map((title, i) => ({ header: title, sql: names[i]!, type: "VARCHAR" })),
    size: (await stat(path)).size,
    rowNumber: "(sheet_row - 1)",
    firstLine: 1,
    linesOf: async (rows) => rows.map((row) => row + 1),
  };
}
