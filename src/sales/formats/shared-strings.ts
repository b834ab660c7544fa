import { readXml } from "./read-xml.js";
import type { ZipArchive } from "./zip-archive.js";

/** Reads the table of texts that the cells of a workbook refer to by number. */
export async function readSharedStrings(archive: ZipArchive, entry: string, name: string): Promise<string[]> {
  const strings: string[] = [];
  let current = "";
  let isText = false;
  let phonetic = false;
  await readXml(archive, entry, name, {
    open: (tag) => {
      if (tag === "si") current = "";
      else if (tag === "t") isText = !phonetic;
      // how a Japanese text is spoken is no part of it
      else if (tag === "rPh") phonetic = true;
    },
    close: (tag) => {
      if (tag === "si") strings.push(decodeEscapes(current));
      else if (tag === "t") isText = false;
      else if (tag === "rPh") phonetic = false;
    },
    text: (text) => {
      if (isText) current += text;
    },
  });
  return strings;
}

/** Excel writes characters that XML forbids as _x000D_. */
export function decodeEscapes(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
