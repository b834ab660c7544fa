import { open } from "node:fs/promises";
import { SegmentLabError } from "../../core/errors.js";
import { countKnownColumns } from "../columns.js";
import type { DataSource } from "../source.js";

const delimiters = [",", ";", "\t", "|"];
const longestHeader = 64 * 1024;

/** A CSV file's column names and the character that parts them. */
export interface CsvHeader {
  readonly delimiter: string;
  readonly columns: readonly string[];
}

/** Reads a CSV file's first record under each delimiter and keeps the one that shows the most known columns. */
export async function readCsvHeader({ path, name, encoding }: DataSource): Promise<CsvHeader> {
  const file = await open(path);
  const buffer = Buffer.alloc(longestHeader);
  const { bytesRead } = await file.read(buffer, 0, longestHeader, 0).finally(() => file.close());
  const text = new TextDecoder(encoding === "utf-8" ? "utf-8" : "latin1").decode(buffer.subarray(0, bytesRead));
  if (text.includes("\0")) throw new SegmentLabError("bad-file", `${name} is not a text file in UTF-8 or latin-1`);
  const headers = delimiters.map((delimiter) => ({ delimiter, columns: firstRecord(text, delimiter) }));
  return headers.reduce((best, header) => (score(header) > score(best) ? header : best));
}

function score({ columns }: CsvHeader): number {
  return countKnownColumns(columns) * 1000 + columns.length;
}

function firstRecord(text: string, delimiter: string): string[] {
  const fields: string[] = [];
  let field = "";
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    if (quoted) {
      if (char === '"' && text[i + 1] === '"') field += text[++i];
      else if (char === '"') quoted = false;
      else field += char;
    } else if (char === '"') quoted = true;
    else if (char === delimiter) {
      fields.push(field.trim());
      field = "";
    } else if (char === "\n") break;
    else if (char !== "\r") field += char;
  }
  fields.push(field.trim());
  return fields;
}
