import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { openDatabase } from "../../src/core/database.js";
import { diskRefusal } from "../../src/core/disk-refusal.js";
import { spillRefusal } from "../../src/core/spill-refusal.js";
import { scratchWorkspace } from "../scratch-workspace.js";
import { textRow, writeWorkbook } from "./formats/write-workbook.js";
import { runAlone } from "./run-alone.js";
import { header } from "./tiny-shop.js";

const script = fileURLToPath(new URL("print-sales.ts", import.meta.url));
const { root, cacheFolder } = scratchWorkspace();
const lines = Array.from({ length: 20_000 }, (_, i) => {
  const [code, price] = [10_000 + ((i * 7919) % 40_000), ((i * 104_729) % 9973) / 100 + 0.01];
  return `${i},${code},A ${code},1,2011-01-${(i % 28) + 1} 10:00:00,${price.toFixed(2)},${i % 977},France`;
});
const text = `${[header, ...lines].join("\n")}\n`;
const kept = () => (existsSync(cacheFolder) ? readdirSync(cacheFolder) : []);
const temporary = join(root, "tmp");
mkdirSync(temporary);

/** What a run prints that may not write a file of more than 64 kB, as on a disk that is full. */
async function open(name: string, content: string | Uint8Array, options?: { largestFile: number }) {
  writeFileSync(join(root, name), content);
  return JSON.parse(await runAlone(script, [name, root], { ...options, temporary })) as Record<string, unknown>;
}

describe("a disk that is full while the cache is written", () => {
  it("costs the cache but not the run, which says so; the next run with room keeps one", async () => {
    const note =
      "Nothing is kept in the cache: the file grows larger than this system allows; make room, or let SEGMENT_LAB_CACHE name another disk.";
    const full = await open("shop.csv", text, { largestFile: 64 });
    expect((full.notes as string[]).at(-1)).toBe(note);
    expect(kept()).toEqual([]);
    const { notes, ...roomy } = await open("shop.csv", text);
    expect(roomy).toEqual({ ledger: full.ledger, row: full.row });
    expect(notes).toEqual((full.notes as string[]).slice(0, -1));
    expect(kept()).toEqual([expect.stringMatching(/^sales-[0-9a-f]{24}$/)]);
    // and from that cache, without any room
    expect(await open("shop.csv", text, { largestFile: 64 })).toEqual({ notes, ...roomy });
  });
});

describe("a disk that is full while a file is unpacked", () => {
  it("is told in one line, and nothing stays behind", async () => {
    expect(await open("packed.csv.gz", gzipSync(text), { largestFile: 64 })).toEqual({
      error:
        "the file grows larger than this system allows while packed.csv.gz is unpacked; make room, or let TMPDIR name another disk",
    });
    expect(kept()).toHaveLength(1);
    expect(readdirSync(temporary)).toEqual([]);
  });
});

describe("a disk that is full while a table is written anew", () => {
  const told = (name: string) => ({
    error: `the file grows larger than this system allows while ${name} is unpacked; make room, or let TMPDIR name another disk`,
  });
  // little enough for one write, which a full disk cuts short without an error
  const some = lines.slice(0, 3000);

  it("loses no row of a workbook unsaid", async () => {
    const rows = [header, ...some].map((row, i) => textRow(i + 1, row.split(","))).join("");
    const book = writeWorkbook([{ title: "x", rows }]);
    expect(await open("book.xlsx", book, { largestFile: 64 })).toEqual(told("book.xlsx"));
    expect((await open("book.xlsx", book)).row).toMatchObject({ rows: 3000 });
  });

  it("loses no row of a text file unsaid", async () => {
    const odd = `${header}\r\n${some.join("\n").replace("A 10000", '"A ""10000"" \r"')}\n`;
    expect(await open("odd.csv", odd, { largestFile: 64 })).toEqual(told("odd.csv"));
    expect((await open("odd.csv", odd)).row).toMatchObject({ rows: 3000 });
  });
});

describe("a disk that is full while the engine puts aside what does not fit in memory", () => {
  const folder = join("/tmp", "segment-lab-spill-1");
  const told = (what: string) =>
    `${what} while what does not fit in memory is put aside in /tmp; make room, or let TMPDIR name another disk`;

  it("is told in one line by the engine itself", async () => {
    const database = await openDatabase();
    await database.run("SET memory_limit = '30MB'");
    await database.run("SET max_temp_directory_size = '1MB'");
    await expect(
      database.run("CREATE TABLE big AS SELECT i, hash(i) AS h FROM range(5000000) AS r(i)"),
    ).rejects.toThrow(
      /^the disk is full while what does not fit in memory is put aside in [^;\n]+; make room, or let TMPDIR name another disk$/,
    );
    database.close();
  });

  it("is told by the folder's name, and other errors are left as they are", () => {
    const full = new Error(
      `IO Error: Could not write file "${folder}/duckdb_temp_storage_S128K-0.tmp": File too large`,
    );
    expect(spillRefusal(full, folder)).toMatchObject({
      code: "too-large",
      message: told("the file grows larger than this system allows"),
    });
    const others = [
      new Error('IO Error: Could not write file "/data/cache/rows.parquet": File too large'),
      new Error("Parser Error"),
    ];
    for (const error of others) expect(spillRefusal(error, folder)).toBe(error);
  });
});

describe("a folder for temporary files that is not there", () => {
  it("is told in one line", async () => {
    writeFileSync(join(root, "small.csv"), `${header}\n${lines[0]}\n`);
    const gone = join(root, "gone");
    expect(JSON.parse(await runAlone(script, ["small.csv", root], { temporary: gone }))).toEqual({
      error: `no temporary folder can be made in ${gone}: it is not there; let TMPDIR name another folder`,
    });
  });
});

describe("a disk that takes nothing", () => {
  it.each([
    [{ code: "ENOSPC", message: "" }, "the disk is full"],
    [{ message: 'IO Error: Could not write file "x": No space left on device' }, "the disk is full"],
    [{ code: "EDQUOT", message: "" }, "the disk quota is used up"],
    [{ code: "EROFS", message: "" }, "the disk is read-only"],
    [{ message: 'IO Error: Cannot open file "x": Permission denied' }, "its folder may not be written to"],
    [{ message: "Parser Error: syntax error" }, undefined],
  ])("is told by its code or its words: %j", (error, meaning) => {
    expect(diskRefusal(error)).toBe(meaning);
  });
});
