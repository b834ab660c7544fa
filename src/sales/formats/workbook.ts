import { posix } from "node:path";
import { SegmentLabError } from "../../core/errors.js";
import { isDateFormat } from "./excel-date.js";
import { readXml } from "./read-xml.js";
import { readSharedStrings } from "./shared-strings.js";
import { attributeOf, type XmlHandler } from "./xml-scanner.js";
import type { ZipArchive } from "./zip-archive.js";

/** A sheet as the workbook lists it. */
export interface SheetEntry {
  readonly title: string;
  readonly entry: string;
}

/** An Excel workbook (Office Open XML, ECMA-376) before its sheets are read. */
export interface Workbook {
  /** What a message calls the file. */
  readonly name: string;
  readonly archive: ZipArchive;
  readonly sheets: readonly SheetEntry[];
  /** The texts that cells refer to by number. */
  readonly strings: readonly string[];
  /** By number of a cell's style: whether it shows a date. */
  readonly datedStyles: readonly boolean[];
  /** True where serial numbers count from 1904. */
  readonly from1904: boolean;
}

/** True where a zip archive is an Office document of any kind. */
export function isOfficeDocument({ names }: ZipArchive): boolean {
  return names.includes("[Content_Types].xml") || names.includes("content.xml");
}

/**
 * Reads what a workbook says of its sheets, its number formats and its shared texts.
 *
 * @throws SegmentLabError `bad-file` where the document is no .xlsx workbook
 */
export async function openWorkbook(archive: ZipArchive, name: string): Promise<Workbook> {
  const relations = await readRelations(archive, "_rels/.rels", "", name);
  const main = relations.find(({ type }) => type === "officeDocument")?.target ?? "xl/workbook.xml";
  if (!archive.names.includes(main) || !main.endsWith(".xml") || !main.startsWith("xl/")) {
    throw new SegmentLabError("bad-file", `${name} is an Office document but no .xlsx workbook; save it as .xlsx`);
  }
  const folder = posix.dirname(main);
  const parts = await readRelations(archive, `${folder}/_rels/${posix.basename(main)}.rels`, folder, name);
  const listed: { title: string; id: string | undefined }[] = [];
  let from1904 = false;
  await readXml(archive, main, name, {
    open: (tag, attributes) => {
      if (tag === "sheet")
        listed.push({ title: attributeOf(attributes, "name") ?? "", id: attributeOf(attributes, "id") });
      else if (tag === "workbookPr") from1904 = /^(1|true)$/.test(attributeOf(attributes, "date1904") ?? "");
    },
    close: () => {},
    text: () => {},
  });
  // a chart sheet has no rows
  const sheets = listed.flatMap(({ title, id }) => {
    const part = parts.find((relation) => relation.id === id && relation.type === "worksheet");
    return part && archive.names.includes(part.target) ? [{ title, entry: part.target }] : [];
  });
  if (sheets.length === 0) throw new SegmentLabError("bad-file", `${name} has no sheet with rows`);
  const target = (type: string) =>
    parts.find((part) => part.type === type && archive.names.includes(part.target))?.target;
  const styles = target("styles");
  const strings = target("sharedStrings");
  return {
    name,
    archive,
    sheets,
    from1904,
    datedStyles: styles ? await readDatedStyles(archive, styles, name) : [],
    strings: strings ? await readSharedStrings(archive, strings, name) : [],
  };
}

interface Relation {
  readonly id: string | undefined;
  readonly type: string;
  readonly target: string;
}

async function readRelations(archive: ZipArchive, entry: string, folder: string, name: string): Promise<Relation[]> {
  const relations: Relation[] = [];
  if (!archive.names.includes(entry)) return relations;
  await readXml(archive, entry, name, {
    open: (tag, attributes) => {
      if (tag !== "Relationship") return;
      const target = attributeOf(attributes, "Target") ?? "";
      relations.push({
        id: attributeOf(attributes, "Id"),
        type: posix.basename(attributeOf(attributes, "Type") ?? ""),
        target: target.startsWith("/") ? target.slice(1) : posix.join(folder, target),
      });
    },
    close: () => {},
    text: () => {},
  });
  return relations;
}

async function readDatedStyles(archive: ZipArchive, entry: string, name: string): Promise<boolean[]> {
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let isInCells = false;
  const handler: XmlHandler = {
    open: (tag, attributes) => {
      const id = Number(attributeOf(attributes, "numFmtId") ?? 0);
      if (tag === "numFmt") codes.set(id, attributeOf(attributes, "formatCode") ?? "");
      else if (tag === "cellXfs") isInCells = true;
      else if (tag === "xf" && isInCells) formats.push(id);
    },
    close: (tag) => {
      if (tag === "cellXfs") isInCells = false;
    },
    text: () => {},
  };
  await readXml(archive, entry, name, handler);
  return formats.map((id) => isDateFormat(id, codes.get(id)));
}
