import { SegmentLabError } from "../../core/errors.js";
import { excelDate } from "./excel-date.js";
import { readXml } from "./read-xml.js";
import { decodeEscapes } from "./shared-strings.js";
import type { SheetEntry, Workbook } from "./workbook.js";
import { attributeOf, type XmlHandler } from "./xml-scanner.js";

/** One row of a sheet that is not blank: its number from 1, its cells as text from column A on. */
export type SheetRowHandler = (row: number, cells: readonly (string | undefined)[]) => void;

/** Excel's own limit. */
const mostColumns = 16_384;

/**
 * Streams the rows of a sheet: numbers as short as they can be, dates as ISO text, booleans as true and false,
 * formulas as their last result, errors as Excel shows them.
 *
 * @param onRow is called for each row that has a value, in the order of the sheet
 * @param pause is awaited after each piece of the file; true leaves the rest unread
 */
export async function readSheetRows(
  workbook: Workbook,
  sheet: SheetEntry,
  onRow: SheetRowHandler,
  pause?: () => Promise<boolean> | boolean,
): Promise<void> {
  const name = `${workbook.name}, sheet "${sheet.title}"`;
  await readXml(workbook.archive, sheet.entry, name, rowReader(workbook, name, onRow), pause);
}

function rowReader(workbook: Workbook, name: string, onRow: SheetRowHandler): XmlHandler {
  let row = 0;
  let cells: (string | undefined)[] = [];
  let column = -1;
  let type: string | undefined;
  let style = 0;
  let value = "";
  let isValue = false;
  let isPhonetic = false;
  let hasValues = false;

  // hot: runs for every element of every cell
  return {
    open: (tag, attributes) => {
      if (tag === "c") {
        const place = attributeOf(attributes, "r");
        column = place === undefined ? column + 1 : columnOf(place);
        if (column < 0 || column >= mostColumns) {
          throw new SegmentLabError("bad-file", `${name} has a cell "${place}", which no sheet has`);
        }
        type = attributeOf(attributes, "t");
        style = Number(attributeOf(attributes, "s") ?? 0);
        value = "";
      } else if (tag === "v") isValue = true;
      else if (tag === "t") isValue = !isPhonetic;
      else if (tag === "rPh") isPhonetic = true;
      else if (tag === "row") {
        const number = attributeOf(attributes, "r");
        row = number === undefined ? row + 1 : Number(number);
        cells = [];
        column = -1;
        hasValues = false;
      }
    },
    close: (tag) => {
      if (tag === "v" || tag === "t") isValue = false;
      else if (tag === "c") {
        if (value !== "") {
          cells[column] = cellText(workbook, type, style, value);
          hasValues = true;
        }
      } else if (tag === "rPh") isPhonetic = false;
      else if (tag === "row" && hasValues) onRow(row, cells);
    },
    text: (text) => {
      if (isValue) value += text;
    },
  };
}

function cellText(workbook: Workbook, type: string | undefined, style: number, value: string): string {
  if (type === undefined || type === "n") {
    const number = Number(value);
    if (Number.isNaN(number)) return value;
    if (workbook.datedStyles[style]) return excelDate(number, workbook.from1904);
    return String(number);
  }
  if (type === "s") return workbook.strings[Number(value)] ?? "";
  if (type === "b") return value === "1" ? "true" : "false";
  if (type === "d") return value.replace("T", " ").replace(/Z$/, "");
  return decodeEscapes(value);
}

/** "AB12" → 27. */
function columnOf(place: string): number {
  let column = 0;
  for (let i = 0; i < place.length; i++) {
    const letter = place.charCodeAt(i) & 0xdf;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column - 1;
}
