import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scratchWorkspace } from "../../scratch-workspace.js";
import { readText } from "./read-parts.js";

const workspace = scratchWorkspace();

describe("rows that do not fit their header", () => {
  it("are kept out and listed with the line that an editor shows", async () => {
    const text = 'Invoice,Quantity,Price\n1,"x\ny\nz",3\n1,2\n\n4,5,6,7\n"q"x,1,2\n7,8,9\n';
    const { parts, ragged } = await readText(workspace, "shop.csv", text);
    expect(parts[0]!.rows).toEqual([
      ["1", "x\ny\nz", "3"],
      ["7", "8", "9"],
    ]);
    expect(parts[0]!.lines).toEqual([2, 9]);
    expect(ragged).toEqual([
      { part: 0, line: 5, text: "1,2", reason: "has 2 values where the header has 3" },
      { part: 0, line: 7, text: "4,5,6,7", reason: "has 4 values where the header has 3" },
      { part: 0, line: 8, text: '"q"x,1,2', reason: "has text behind a closing quote" },
    ]);
  });

  it("are the very rows that the engine leaves out, whatever the file holds", async () => {
    const unit = fc.constantFrom("a", "b", ",", ",", '"', '"', "\\", "\n", "\r\n", " ", "1");
    const escapeMarks = fc.constantFrom('"', "\\");
    await fc.assert(
      fc.asyncProperty(fc.string({ unit, maxLength: 40 }), escapeMarks, async (body, escapeMark) => {
        const text = `Invoice,Quantity,Price\n1,2,3\n${body}\n7,8,9\n`;
        const dialect = { quote: '"', delimiter: ",", escapeMark };
        const read = await readText(workspace, "fuzz.csv", text, { dialect }).catch((error: Error) => error.message);
        if (typeof read === "string") {
          expect(read).toMatch(/never closes/);
          return;
        }
        const [part] = read.parts;
        expect(part!.lines.every((line) => line > 1)).toBe(true);
        expect(part!.lineBehind).toBe(0);
        expect(part!.lines).toEqual([...new Set(part!.lines)].sort((a, b) => a - b));
        expect(read.ragged.filter(({ line }) => part!.lines.includes(line))).toEqual([]);
        // a row that is read stands in the file on the line that is named
        const first = text.split(/\r\n|\n/);
        part!.rows.forEach((row, i) => {
          const start = (row[0] ?? "")
            .split(/\r\n|\n/)[0]!
            .split(/["\\]/)[0]!
            .trim();
          expect(first[part!.lines[i]! - 1]).toContain(start);
        });
      }),
      { numRuns: 200, seed: 4 },
    );
  });

  it("are told once, however often the file was read", async () => {
    const rows = Array.from({ length: 3000 }, (_, i) => (i % 1000 === 999 ? `${i},2\n` : `${i},"x\ny",3\n`));
    const { ragged, parts } = await readText(workspace, "many.csv", `Invoice,Quantity,Price\n${rows.join("")}`);
    expect(ragged.map(({ line, text }) => [line, text])).toEqual([
      [2000, "999,2"],
      [3999, "1999,2"],
      [5998, "2999,2"],
    ]);
    expect(parts[0]!.lines[999]).toBe(2001);
  });
});
