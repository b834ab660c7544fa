import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { CellError } from "../../src/report/cell-error.js";
import type { Output } from "../../src/report/notebook.js";
import { type RunNotebookOptions, runNotebook } from "../../src/report/run-notebook.js";
import { createNotebookFolder, writeNotebook } from "./notebook-fixture.js";
import { runningProcesses } from "./running-processes.js";

const folder = createNotebookFolder();
const temporary = join(folder, "temporary");
beforeAll(() => {
  // a folder for temporary files of its own, to see what is left in it
  mkdirSync(temporary);
  vi.stubEnv("TMPDIR", temporary);
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const run = (cells: readonly string[], options: RunNotebookOptions = {}) =>
  runNotebook(writeNotebook(folder, "hostile", cells), { env: process.env, ...options });

async function failureOf(cells: readonly string[], options: RunNotebookOptions = {}): Promise<CellError> {
  const error = await run(cells, options).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(CellError);
  return error as CellError;
}

const text = (outputs: readonly Output[]) =>
  outputs.map((output) => (output.kind === "stream" ? output.text : "")).join("");

describe("a cell that ends its kernel is told by its notebook, its number and its first line", () => {
  const limited = { limits: { cellSeconds: 3 } };
  test.each<[string, string, object, RunNotebookOptions]>([
    ["exits", "process.exit(3)", { kind: "kernel-died", message: "the kernel died (exit code 3)" }, {}],
    [
      "crashes",
      'process.kill(process.pid, "SIGSEGV")',
      { kind: "kernel-died", message: "the kernel died (SIGSEGV)" },
      {},
    ],
    [
      "loops",
      "for (;;) {}",
      { kind: "cell-limit", message: "the cell took more than 3 seconds and was ended; --cell-limit allows it more" },
      limited,
    ],
    ["waits for what never comes", "await new Promise(() => {})", { kind: "cell-limit" }, limited],
  ])("%s", async (_, source, expected, options) => {
    const error = await failureOf(["1", `\n  ${source};\n// more`], options);
    expect(error).toMatchObject({ notebook: "hostile", cell: 2, firstLine: `${source};`, ...expected });
    expect(readdirSync(temporary)).toEqual([]);
  });
});

test("the limit of the whole run ends a cell too, and a kernel that starts", async () => {
  const message = "the run as a whole took more than 3 seconds and was ended; --limit allows it more";
  const late = { limits: { runSeconds: 3, deadline: performance.now() + 3000 } };
  expect(await failureOf(["for (;;) {}"], late)).toMatchObject({ kind: "run-limit", cell: 1, message });
  const over = { limits: { runSeconds: 3, deadline: performance.now() + 20 } };
  expect(await failureOf(["1"], over)).toMatchObject({ kind: "run-limit", cell: 1, message });
  expect(readdirSync(temporary)).toEqual([]);
});

test("a promise left unhandled at a cell's end fails the notebook, also in the last cell", async () => {
  const error = await failureOf(["void Promise.reject(new Error('lost'));"]);
  expect(error).toMatchObject({ kind: "not-awaited", cell: 1, message: "not awaited: Error: lost", line: 1 });
});

test("a flood of a gigabyte is cut, said, and fills no memory", async () => {
  const before = process.memoryUsage().rss;
  const { cells } = await run([
    'const text = "x".repeat(1e6);\nfor (let i = 0; i < 1000; i++) process.stdout.write(text);',
    'for (let i = 0; i < 200; i++) console.error(text);\nvoid process.stderr.write("the end");',
    "console.log(process.resourceUsage().maxRSS < 700_000);",
    "for (let i = 0; i < 3000; i++) console.log(i);",
  ]);
  expect(text(cells[0]!.outputs)).toMatch(
    /^x{200000}\n\[cut here: of one cell 200,000 characters in 10,000 writes are kept\]\n$/,
  );
  expect(text(cells[1]!.outputs)).toMatch(/^x{200000}\n\[cut here: [^\]]*\]\nx*\nthe end$/);
  expect(text(cells[2]!.outputs)).toBe("true\n");
  // what is within the bounds arrives whole
  expect(text(cells[3]!.outputs)).toBe(Array.from({ length: 3000 }, (_, i) => `${i}\n`).join(""));
  expect(process.memoryUsage().rss - before).toBeLessThan(300e6);
});

test("an output of 100 MB is left out, and said", async () => {
  const { cells } = await run(['import { show } from "segment-lab";\nshow("x".repeat(100e6));', "console.log(1)"]);
  expect(cells[0]!.outputs).toEqual([
    {
      kind: "display",
      data: { "text/plain": "An output of 100.0 MB is left out: the most that a page takes of one is 32.0 MB." },
      metadata: {},
    },
  ]);
  expect(text(cells[1]!.outputs)).toBe("1\n");
});

test("what is not text becomes signs that a page can hold; a character in two writes is one", async () => {
  const { cells } = await run([
    "process.stdout.write(Buffer.from([0, 1, 27, 127, 255, 65, 10]));\nawait new Promise<void>((done) => process.stdout.write('b\\rc\\ud800\\n', () => done()));",
    'const euro = Buffer.from("€");\nprocess.stdout.write(euro.subarray(0, 1));\nprocess.stdout.write(euro.subarray(1));\nvoid 0;',
  ]);
  expect(text(cells[0]!.outputs)).toBe("␀␁\x1b␡\ufffdA\nc\ufffd\n");
  expect(text(cells[1]!.outputs)).toBe("€");
});

describe.skipIf(process.platform !== "linux")("on Linux, where processes can be listed", () => {
  const forking = [
    'import { spawn } from "child_process";',
    // one stays in the kernel's group and holds its pipe, one leads a session of its own, one has lost its parent
    'spawn("sleep", ["1234567"], { stdio: "inherit" });\nspawn("sleep", ["1234567"], { detached: true, stdio: "ignore" }).unref();\nspawn("sh", ["-c", "(sleep 1234567 &) ; (setsid sleep 1234567 &)"]);\nawait new Promise((done) => setTimeout(done, 300));',
  ];

  test("processes that a cell has started are gone when the notebook has run", async () => {
    await run(forking);
    expect(runningProcesses("sleep 1234567")).toEqual([]);
    expect(readdirSync(temporary)).toEqual([]);
  });

  test("and when its kernel dies", async () => {
    expect(await failureOf([...forking, "process.exit(0)"])).toMatchObject({ kind: "kernel-died", cell: 3 });
    expect(runningProcesses("sleep 1234567")).toEqual([]);
  });
});

test("where failures are told, what can do without a failed cell is run, and the rest is marked", async () => {
  const told: CellError[] = [];
  const { cells } = await run(
    [
      "const a: number = 1;",
      "const b: number = a;\nthrow new Error('no');",
      "const c: number = b + 1;",
      "console.log(c);",
      "console.log(a);",
      "process.exit(1);",
      "console.log(a);",
    ],
    { onFailure: (error) => told.push(error) },
  );
  expect(told.map(({ cell, kind, message }) => [cell, kind, message])).toEqual([
    [2, "error", "Error: no"],
    [6, "kernel-died", "the kernel died (exit code 1)"],
  ]);
  expect(cells.map(({ failure }) => failure?.message)).toEqual([
    undefined,
    "Error: no",
    "it needs b from code cell 2",
    "it needs c from code cell 3",
    undefined,
    "the kernel died (exit code 1)",
    "the kernel ended in code cell 6",
  ]);
  expect(text(cells[4]!.outputs)).toBe("1\n");
});
