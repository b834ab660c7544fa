import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { endProcesses } from "./end-processes.js";
import { guardKernel } from "./guard-kernel.js";
import { KernelDeath } from "./kernel-death.js";

/** A kernel's process and how to talk to it. */
export interface KernelProcess {
  readonly key: string;
  /** The address of a channel, for zeromq. */
  address(channel: Channel): string;
  /** Puts a file beside those of the kernel. */
  put(name: string, text: string): void;
  /** Settles when the process has ended and all that it started is gone, and tells how it ended. */
  readonly ended: Promise<KernelDeath>;
  /** Ends the process and what it started, and removes its files; may be called twice. */
  kill(): Promise<void>;
}

type Channel = "shell" | "iopub";

const ports = { shell_port: 1, iopub_port: 2, control_port: 3, stdin_port: 4, hb_port: 5 };

/**
 * Starts the project's own tslab as a Jupyter kernel that listens on sockets in a private folder. It leads a process
 * group, and has a folder of its own for temporary files.
 */
export function startKernelProcess(folder: string, env: NodeJS.ProcessEnv): KernelProcess {
  const home = createPrivateFolder();
  const temporary = mkdtempSync(join(tmpdir(), "segment-lab-cells-"));
  const key = randomBytes(32).toString("hex");
  const name = randomBytes(16).toString("hex");
  const config = join(home, "kernel.json");
  // unix sockets: no port to race for, and the folder's permissions guard them
  const connection = { transport: "ipc", ip: join(home, "k"), key, signature_scheme: "hmac-sha256", ...ports };
  writeFileSync(config, JSON.stringify(connection), { mode: 0o600 });

  const child = spawn(process.execPath, [entryFile(), config], {
    cwd: folder,
    env: { ...env, TMPDIR: temporary, SEGMENT_LAB_KERNEL: name },
    stdio: ["ignore", "ignore", "pipe"],
    detached: true,
  });
  const dismiss = child.pid === undefined ? () => {} : guardKernel(child.pid, [home, temporary]);
  const clearUp = () => {
    if (child.pid !== undefined) endProcesses(child.pid, `SEGMENT_LAB_KERNEL=${name}`);
    for (const path of [home, temporary]) rmSync(path, { recursive: true, force: true, maxRetries: 3 });
    dismiss();
  };
  // whatever ends this process, no kernel stays behind
  process.once("exit", clearUp);
  const ended = waitForEnd(child, clearUp).finally(() => process.removeListener("exit", clearUp));
  return {
    key,
    address: (channel) => `ipc://${connection.ip}:${ports[`${channel}_port`]}`,
    put: (file, text) => writeFileSync(join(home, file), text, { mode: 0o600 }),
    ended,
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

async function waitForEnd(child: ChildProcess, clearUp: () => void): Promise<KernelDeath> {
  let tail = "";
  child.stderr!.setEncoding("utf8").on("data", (text: string) => {
    tail = (tail + text).slice(-2000);
  });
  const closed = new Promise((resolve) => child.once("close", resolve));
  const how = await new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(`it did not start: ${error.message}`));
    child.once("exit", (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  clearUp();
  // a process that was missed may hold the pipe open
  await Promise.race([closed, wait(500, undefined, { ref: false })]);
  child.stderr!.destroy();
  return new KernelDeath(how, tail.trim());
}

function createPrivateFolder(): string {
  // a unix socket's path has at most about 100 characters
  const parent = tmpdir().length > 70 ? "/tmp" : tmpdir();
  const home = mkdtempSync(join(parent, "segment-lab-kernel-"));
  chmodSync(home, 0o700);
  return home;
}

/** As built: a kernel reads no TypeScript of ours. */
function entryFile(): string {
  const library = dirname(createRequire(import.meta.url).resolve("segment-lab"));
  return join(library, "report", "kernel-entry.js");
}
