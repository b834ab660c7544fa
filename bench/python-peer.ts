import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SegmentLabError } from "../src/core/errors.js";
import { projectWorkspace } from "../src/sales/workspace.js";

/**
 * The Python that the peers run in: a virtual environment in data/cache with what bench/peers/requirements.txt pins,
 * made where there is none or other versions are in it.
 *
 * @returns the interpreter's path
 * @throws SegmentLabError `file-missing` where there is no python3, `bad-file` where pip fails
 */
export function pythonPeer(): string {
  const { root } = projectWorkspace();
  const requirements = join(root, "bench", "peers", "requirements.txt");
  const pinned = createHash("sha256").update(readFileSync(requirements)).digest("hex");
  const home = join(root, "data", "cache", "bench-python");
  const python = join(home, "bin", "python");
  const stamp = join(home, "requirements.sha256");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === pinned) return python;
  rmSync(home, { recursive: true, force: true });
  try {
    execFileSync("python3", ["-m", "venv", home], { stdio: "pipe" });
  } catch (cause) {
    throw new SegmentLabError(
      "file-missing",
      "the peers need python3 with its venv module (Debian: apt-get install python3-venv)",
      { cause },
    );
  }
  try {
    execFileSync(python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", requirements], {
      stdio: "pipe",
    });
  } catch (cause) {
    throw new SegmentLabError("bad-file", "pip could not install bench/peers/requirements.txt", { cause });
  }
  writeFileSync(stamp, pinned);
  return python;
}
