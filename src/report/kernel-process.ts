import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A kernel's process and how to talk to it. */
export interface KernelProcess {
  readonly key: string;
  /** The address of a channel, for zeromq. */
  address(channel: Channel): string;
  /** Settles when the process has ended, with a sentence that tells how. */
  readonly ended: Promise<string>;
  /** Ends the process and removes its files; may be called twice. */
  kill(): Promise<void>;
}

type Channel = "shell" | "iopub";

const ports = { shell_port: 1, iopub_port: 2, control_port: 3, stdin_port: 4, hb_port: 5 };

/** Starts the project's own tslab as a Jupyter kernel that listens on sockets in a private folder. */
export function startKernelProcess(folder: string, env: NodeJS.ProcessEnv): KernelProcess {
  const home = createPrivateFolder();
  const key = randomBytes(32).toString("hex");
  const config = join(home, "kernel.json");
  // unix sockets: no port to race for, and the folder's permissions guard them
  const connection = { transport: "ipc", ip: join(home, "k"), key, signature_scheme: "hmac-sha256", ...ports };
  writeFileSync(config, JSON.stringify(connection), { mode: 0o600 });

  const child = spawn(process.execPath, [findTslab(), "kernel", `--config-path=${config}`], {
    cwd: folder,
    env,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const removeHome = () => rmSync(home, { recursive: true, force: true });
  const killNow = () => {
    child.kill("SIGKILL");
    removeHome();
  };
  // whatever ends this process, no kernel stays behind
  process.once("exit", killNow);
  const ended = waitForEnd(child).finally(() => {
    process.removeListener("exit", killNow);
    removeHome();
  });
  return {
    key,
    address: (channel) => `ipc://${connection.ip}:${ports[`${channel}_port`]}`,
    ended,
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

function waitForEnd(child: ChildProcess): Promise<string> {
  let tail = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    tail = (tail + text).slice(-2000);
  });
  return new Promise((resolve) => {
    child.once("error", (error) => resolve(`the kernel did not start: ${error.message}`));
    child.once("close", (code, signal) => {
      const last = tail.trim();
      resolve(`the kernel died (${signal ?? `exit code ${code}`})${last ? `: ${last}` : ""}`);
    });
  });
}

function createPrivateFolder(): string {
  // a unix socket's path has at most about 100 characters
  const parent = tmpdir().length > 70 ? "/tmp" : tmpdir();
  const home = mkdtempSync(join(parent, "segment-lab-kernel-"));
  chmodSync(home, 0o700);
  return home;
}

function findTslab(): string {
  return join(dirname(createRequire(import.meta.url).resolve("tslab/package.json")), "bin", "tslab");
}
