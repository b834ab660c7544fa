import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { openDatabase, sqlText } from "../../../src/core/database.js";

/**
 * Searches every file of a folder for a piece of an id: its bytes in any case, in UTF-16, percent-encoded, as base64 at
 * any place, inside gzip, and in the values of Parquet files.
 *
 * @returns the files that hold it, each with the form in which it was found
 */
export async function findIds(folder: string, needle: string): Promise<string[]> {
  const found: string[] = [];
  for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const path = join(file.parentPath, file.name);
    const forms = new Set([...(await formsOf(path, needle)), ...(holds(Buffer.from(file.name), needle) ?? [])]);
    found.push(...[...forms].map((form) => `${file.name}: ${form}`));
  }
  return found.sort();
}

async function formsOf(path: string, needle: string): Promise<string[]> {
  const bytes = readFileSync(path);
  const forms = holds(bytes, needle);
  for (let at = bytes.indexOf(gzipMark); at >= 0; at = bytes.indexOf(gzipMark, at + 1)) {
    try {
      if (holds(gunzipSync(bytes.subarray(at)), needle).length > 0) forms.push("gzip");
    } catch {
      // three bytes that only look like gzip
    }
  }
  if (!path.endsWith(".parquet")) return forms;
  const database = await openDatabase();
  const rows = await database.rows(`FROM read_parquet(${sqlText(path)})`);
  database.close();
  return holds(Buffer.from(JSON.stringify(rows)), needle).length > 0 ? [...forms, "parquet"] : forms;
}

const gzipMark = Buffer.from([0x1f, 0x8b, 0x08]);

function holds(bytes: Buffer, needle: string): string[] {
  const text = bytes.toString("latin1");
  const lower = text.toLowerCase();
  const forms: string[] = [];
  if (lower.includes(needle)) forms.push("plain");
  if (lower.replaceAll("\0", "").includes(needle) && !lower.includes(needle)) forms.push("utf-16");
  const percent = [...needle].map((c) => `(${escaped(c)}|%${c.charCodeAt(0).toString(16)})`).join("");
  if (new RegExp(percent, "i").test(lower.replaceAll(needle, ""))) forms.push("percent");
  if ([needle, needle.toUpperCase()].some((one) => base64Cores(one).some((core) => text.includes(core)))) {
    forms.push("base64");
  }
  return forms;
}

const escaped = (character: string): string => character.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** What base64 makes of a text wherever it begins, without the characters that its neighbours share. */
function base64Cores(text: string): string[] {
  return [0, 1, 2].map((offset) => {
    const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(text)]);
    const from = Math.ceil((offset * 8) / 6);
    return bytes.toString("base64").slice(from, Math.floor((bytes.length * 8) / 6));
  });
}
