const day = 86_400_000;

/**
 * Writes a spreadsheet's serial number of days as a date and time.
 *
 * @param serial days since 1899-12-30, or since 1904-01-01 where the workbook counts from there
 * @returns `2011-12-09 12:50:00`; only the time where the serial is below one day; the bare number where it is no date
 */
export function excelDate(serial: number, from1904 = false): string {
  if (!(serial >= 0 && serial < 2_958_466)) return String(serial);
  // a double holds a moment of our century to within half a millisecond
  const rough = Math.round(serial * day);
  const moment = Math.abs(rough - Math.round(rough / 1000) * 1000) <= 5 ? Math.round(rough / 1000) * 1000 : rough;
  if (serial < 1 && !from1904) return new Date(moment).toISOString().slice(11, 19);
  // Excel believes that 1900 was a leap year: before March of that year its numbers run one day ahead
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const iso = new Date(epoch + moment).toISOString();
  return `${iso.slice(0, 10)} ${iso.slice(11, moment % 1000 === 0 ? 19 : 23)}`;
}

/** True where a number format of a spreadsheet shows a date or a time. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined)
    return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58 && id !== 49);
  const bare = code
    .replace(/"[^"]*"|\\.|[_*]./g, "")
    .replace(/\[(h+|m+|s+)\]/gi, "$1")
    .replace(/\[[^\]]*\]/g, "");
  return bare.toLowerCase() !== "general" && /[dmyhs]/i.test(bare.replace(/E[+-]/gi, ""));
}
