import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { installJupyter } from "../../src/lab/install-jupyter.js";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "segment-lab-venv-"));
});
afterEach(() => rmSync(root, { recursive: true }));

test("says what to install when there is no python3", () => {
  expect(() => installJupyter(root, { PATH: root })).toThrow(
    "no JupyterLab 4 and no python3 on the PATH; install Python 3.10 or newer (Debian: apt-get install python3-venv) and run this again",
  );
});

test("says what to install when python3 has no venv module, and leaves nothing behind", () => {
  const script = '#!/bin/sh\n[ "$1" = "--version" ] && exit 0\nmkdir -p "$3"\nexit 1\n';
  writeFileSync(join(root, "python3"), script);
  chmodSync(join(root, "python3"), 0o755);
  expect(() => installJupyter(root, { PATH: `${root}:/bin:/usr/bin` })).toThrow(
    "python3 cannot make a virtual environment; install its venv module (Debian: apt-get install python3-venv) and run this again",
  );
  expect(existsSync(join(root, ".venv"))).toBe(false);
});
