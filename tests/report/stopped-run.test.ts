import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { createNotebookFolder, writeNotebook } from "./notebook-fixture.js";
import { runningProcesses } from "./running-processes.js";

const folder = createNotebookFolder();
const parent = mkdtempSync(join(tmpdir(), "segment-lab-stopped-"));
const started: ChildProcess[] = [];
afterAll(() => {
  // what a failed test has left hangs for ever
  for (const child of started) child.kill("SIGKILL");
  rmSync(folder, { recursive: true });
  rmSync(parent, { recursive: true });
});

// each starts a child and then hangs where no event reaches it; the last one is begun when the others are done
const notebooks = ["01-a", "02-b", "03-c"].map((name) =>
  writeNotebook(folder, name, [
    `import { spawn } from "child_process";\nimport { writeFileSync } from "fs";\nspawn("sleep", ["7654321"]);`,
    `writeFileSync(process.env.BEGUN + "/${name}", "");\nfor (;;) {}`,
  ]),
);

async function startRun(
  name: string,
): Promise<{ child: ChildProcess; temporary: string; out: string; end: Promise<unknown[]> }> {
  const [temporary, begun, out] = ["temporary", "begun", "out"].map((one) => join(parent, `${name}-${one}`)) as [
    string,
    string,
    string,
  ];
  mkdirSync(temporary);
  mkdirSync(begun);
  const child = spawn(process.execPath, ["tests/report/export-alone.mjs", out, ...notebooks], {
    env: { ...process.env, TMPDIR: temporary, BEGUN: begun },
    stdio: "ignore",
  });
  started.push(child);
  const end = once(child, "exit");
  await expect.poll(() => readdirSync(begun).length, { timeout: 50_000, interval: 50 }).toBe(2);
  expect(runningProcesses("sleep 7654321")).toHaveLength(2);
  expect(runningProcesses(`${temporary}/segment-lab-kernel-`).length).toBeGreaterThanOrEqual(2);
  return { child, temporary, out, end };
}

describe.skipIf(process.platform !== "linux")(
  "a run that is stopped leaves no process, no temporary file and no page",
  () => {
    test.each(["SIGINT", "SIGTERM"] as const)("by %s, at once and with exit code 130", async (signal) => {
      const { child, temporary, out, end } = await startRun(signal);
      const sent = performance.now();
      child.kill(signal);
      expect(await end).toEqual([130, null]);
      expect(performance.now() - sent).toBeLessThan(5000);
      expect(runningProcesses("sleep 7654321")).toEqual([]);
      expect(runningProcesses(temporary)).toEqual([]);
      expect(readdirSync(temporary)).toEqual([]);
      expect(existsSync(out)).toBe(false);
    });

    test("by SIGKILL, which lets it tidy up nothing itself", async () => {
      const { child, temporary, out, end } = await startRun("SIGKILL");
      child.kill("SIGKILL");
      await end;
      await expect.poll(() => runningProcesses("sleep 7654321"), { timeout: 5000 }).toEqual([]);
      await expect.poll(() => runningProcesses(temporary), { timeout: 5000 }).toEqual([]);
      await expect.poll(() => readdirSync(temporary), { timeout: 5000 }).toEqual([]);
      expect(existsSync(out)).toBe(false);
    });
  },
);
