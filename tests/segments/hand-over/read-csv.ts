/** Rows of a CSV (RFC 4180) by their headers, told character by character so that a fault of the writer shows. */
export function readCsv(text: string): Record<string, string>[] {
  const rows: string[][] = [[""]];
  let isQuoted = false;
  for (let i = 0; i < text.length; i++) {
    const [row, character] = [rows.at(-1)!, text[i]!];
    if (isQuoted && character === '"' && text[i + 1] === '"') row[row.length - 1] += text[++i];
    else if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && character === ",") row.push("");
    else if (!isQuoted && character === "\n") rows.push([""]);
    else row[row.length - 1] += character;
  }
  if (isQuoted || rows.pop()!.join("") !== "") throw new Error("the CSV does not end with a whole row");
  const [header, ...body] = rows;
  if (body.some((row) => row.length !== header!.length)) throw new Error("a row has another number of cells");
  return body.map((row) => Object.fromEntries(header!.map((name, j) => [name, row[j]!])));
}
