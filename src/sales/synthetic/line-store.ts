import { DuckDBDataChunk, DuckDBInstance, INTEGER } from "@duckdb/node-api";
import { sqlText } from "../../core/database.js";

/** Lines of invoices on the disk, as whole numbers, to be sorted and written as one file. */
export interface LineStore {
  /** Adds a line: one value for each of `lineColumns`. */
  add(line: readonly number[]): void;
  /** Numbers a list of texts from 0, for the columns that point into it. */
  define(list: "skus" | "descriptions" | "countries", texts: readonly string[]): Promise<void>;
  /** Sets the first number of the invoices of each minute. */
  numberMinutes(first: Int32Array): Promise<void>;
  /** Sorts by sheet, minute, rank and line and writes CSV or Parquet; `onShare` is told how far it is, 0 to 1. */
  write(path: string, format: "csv" | "parquet", onShare: (share: number) => void): Promise<void>;
  /** Stops a statement that runs. */
  interrupt(): void;
  close(): void;
}

/** What a line is made of; `minute` counts from the first open day, `rank` within the minute. */
export const lineColumns = [
  ...["sheet", "minute", "rank", "line", "prefix", "label", "quantity", "pence", "customer", "country"],
] as const;

const prefixes = "['', 'C', 'A']";
const chunkRows = 2048;

/**
 * Opens a store in an empty folder.
 *
 * @param firstInvoice the lowest invoice number
 * @param dates ISO dates of the open days
 */
export async function openLineStore(
  folder: string,
  firstInvoice: number,
  dates: readonly string[],
): Promise<LineStore> {
  // node's own heap comes on top: together they stay under a gigabyte
  const instance = await DuckDBInstance.create(`${folder}/lines.duckdb`, {
    memory_limit: "250MB",
    temp_directory: `${folder}/spill`,
    threads: "2",
    autoinstall_known_extensions: "false",
  });
  const connection = await instance.connect();
  await connection.run(`CREATE TABLE lines (${lineColumns.map((name) => `"${name}" INTEGER`).join(", ")})`);
  const appender = await connection.createAppender("lines");
  const chunk = DuckDBDataChunk.create(new Array(lineColumns.length).fill(INTEGER), chunkRows);
  const columns = lineColumns.map(() => new Array<number>(chunkRows));
  let filled = 0;
  let isStopped = false;
  const flush = (): void => {
    chunk.rowCount = filled;
    chunk.setColumns(columns.map((column) => (filled < chunkRows ? column.slice(0, filled) : column)));
    appender.appendDataChunk(chunk);
    filled = 0;
  };
  // counted, not printed
  await connection.run("SET enable_progress_bar = true; SET enable_progress_bar_print = false");
  const variable = (name: string, literal: string) => connection.run(`SET VARIABLE ${name} = ${literal}`);
  const texts = (values: readonly string[]): string => `[${values.map(sqlText).join(", ")}]`;
  await variable("dates", `${texts(dates)}::DATE[]`);

  return {
    add: (line) => {
      for (let k = 0; k < line.length; k++) columns[k]![filled] = line[k]!;
      if (++filled === chunkRows) flush();
    },
    define: async (list, values) => void (await variable(list, texts(values))),
    numberMinutes: async (first) => {
      await connection.run("CREATE TABLE minutes (minute INTEGER, first INTEGER)");
      const numbers = await connection.createAppender("minutes");
      for (let minute = 0; minute < first.length; minute++) {
        if (first[minute] === first[minute + 1]) continue;
        numbers.appendInteger(minute);
        numbers.appendInteger(first[minute]!);
        numbers.endRow();
      }
      numbers.closeSync();
    },
    write: async (path, format, onShare) => {
      if (filled > 0) flush();
      appender.closeSync();
      onShare(0);
      const timer = setInterval(() => {
        // an interrupt that comes before the statement has begun is lost
        if (isStopped) connection.interrupt();
        onShare(Math.max(0, connection.progress.percentage) / 100);
      }, 200);
      const options = format === "csv" ? "FORMAT csv, HEADER" : "FORMAT parquet, COMPRESSION zstd";
      try {
        await connection.run(`COPY (${fileSql(firstInvoice, format)}) TO ${sqlText(path)} (${options})`);
      } finally {
        clearInterval(timer);
      }
      onShare(1);
    },
    interrupt: () => {
      isStopped = true;
      connection.interrupt();
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

// lists instead of joins above the sort: a join may lose its order
function fileSql(firstInvoice: number, format: "csv" | "parquet"): string {
  const at = (list: string, index: string): string => `getvariable('${list}')[${index} + 1]`;
  const price = "(pence::DECIMAL(12, 0) / 100)::DECIMAL(12, 2)";
  return `
    SELECT
      ${prefixes}[prefix + 1] || (${firstInvoice} + number)::VARCHAR AS "Invoice",
      ${at("skus", "label")} AS "StockCode",
      nullif(${at("descriptions", "label")}, '') AS "Description",
      quantity AS "Quantity",
      ${at("dates", "minute // 1440")} + to_minutes(minute % 1440) AS "InvoiceDate",
      ${format === "csv" ? price : `${price}::DOUBLE`} AS "Price",
      nullif(customer, 0) AS "Customer ID",
      ${at("countries", "country")} AS "Country"
    FROM (SELECT *, first + rank AS number FROM lines JOIN minutes USING (minute) ORDER BY sheet, number, line)`;
}
