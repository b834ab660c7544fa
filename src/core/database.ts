import { randomUUID } from "node:crypto";
import { createRequire } from "node:module";
import { tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import type { DuckDBValue } from "@duckdb/node-api";
import type { ColumnTable } from "arquero";
import { spillRefusal } from "./spill-refusal.js";

// an import would first read all of its files for their exports, which takes longer than loading it
const { DuckDBInstance } = createRequire(import.meta.url)("@duckdb/node-api") as typeof import("@duckdb/node-api");

/** A value that may be bound to a parameter of a statement. */
export type SqlValue = string | number | bigint | boolean | null;

/** A column of a table that is made from values of ours. */
export interface NewColumn {
  readonly name: string;
  readonly type: "INTEGER" | "DOUBLE" | "VARCHAR";
  readonly values: ArrayLike<unknown>;
}

/** The embedded engine (DuckDB, in memory), with results as plain numbers, strings, dates and nulls. */
export interface Database {
  /** Runs a statement; `values` are bound to $1, $2, … and never spliced into the text. */
  run(sql: string, values?: readonly SqlValue[]): Promise<void>;
  /** The result as one object a row, for small results. */
  rows<Row>(sql: string, values?: readonly SqlValue[]): Promise<Row[]>;
  /** The result as one array a column, for what goes through many rows. */
  columns(sql: string, values?: readonly SqlValue[]): Promise<Record<string, unknown[]>>;
  /** The result as an arquero table. */
  table(sql: string, values?: readonly SqlValue[]): Promise<ColumnTable>;
  /** Fills a new table, whose name needs no quoting, with equally long columns. */
  createTable(table: string, columns: readonly NewColumn[]): Promise<void>;
  /** Works with less memory while a step runs whose tables, sorts and joins may all spill to the disk. */
  sparingly<Result>(step: () => Promise<Result>): Promise<Result>;
  close(): void;
}

// what cannot spill, such as medians by customer, may take half of the machine; a shop of a million lines needs a third of 1 GB
const memoryLimit = `${Math.max(1, Math.floor(Math.min(totalmem(), process.constrainedMemory() || Infinity) / 2e9))}GB`;
const sparingLimit = "500MB";

/** Opens an empty database in memory; what does not fit spills into a temporary folder that goes with it. */
export async function openDatabase(): Promise<Database> {
  const spillFolder = join(tmpdir(), `segment-lab-spill-${randomUUID()}`);
  const instance = await DuckDBInstance.create(":memory:", {
    memory_limit: memoryLimit,
    temp_directory: spillFolder,
    autoinstall_known_extensions: "false",
  });
  const connection = await instance.connect();
  const read = async (sql: string, values: readonly SqlValue[] = []) => {
    try {
      return await connection.runAndReadAll(sql, values as readonly DuckDBValue[] as DuckDBValue[]);
    } catch (error) {
      throw spillRefusal(error, spillFolder);
    }
  };
  const columns = async (sql: string, values?: readonly SqlValue[]): Promise<Record<string, unknown[]>> => {
    const result = await read(sql, values);
    const byName = result.getColumnsObjectJS() as Record<string, unknown[]>;
    return Object.fromEntries(result.deduplicatedColumnNames().map((name) => [name, byName[name]!.map(plainValue)]));
  };

  return {
    run: async (sql, values) => void (await read(sql, values)),
    rows: async <Row>(sql: string, values?: readonly SqlValue[]) => {
      const result = await read(sql, values);
      return result
        .getRowObjectsJS()
        .map((row) =>
          Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plainValue(value)])),
        ) as Row[];
    },
    columns,
    table: async (sql, values) => {
      // loaded when the first table is made: a run that only counts starts the sooner
      const arquero = import("arquero");
      return (await arquero).table(await columns(sql, values));
    },
    createTable: async (table, newColumns) => {
      const definitions = newColumns.map(({ name, type }) => `"${name.replaceAll('"', '""')}" ${type}`);
      await read(`CREATE TABLE ${table} (${definitions.join(", ")})`);
      const appender = await connection.createAppender(table);
      const append = newColumns.map(({ type, values }) => (i: number) => {
        const value = values[i];
        if (value === null || value === undefined) appender.appendNull();
        else if (type === "INTEGER") appender.appendInteger(value as number);
        else if (type === "DOUBLE") appender.appendDouble(value as number);
        else appender.appendVarchar(value as string);
      });
      const length = newColumns[0]!.values.length;
      for (let i = 0; i < length; i++) {
        for (const appendTo of append) appendTo(i);
        appender.endRow();
      }
      appender.closeSync();
    },
    sparingly: async (step) => {
      await read(`SET memory_limit = '${sparingLimit}'`);
      try {
        return await step();
      } finally {
        await read(`SET memory_limit = '${memoryLimit}'`);
      }
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

function plainValue(value: unknown): unknown {
  return typeof value === "bigint" ? Number(value) : value;
}

/** A file's path as an SQL string literal, for the few places that take no parameter. */
export function sqlText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
