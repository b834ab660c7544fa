import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

/** A JupyterLab that `npm run lab` started. */
export interface LabServer {
  readonly address: string;
  readonly token: string;
  /** What the command has printed so far. */
  log(): string;
  /** What the server says of each open notebook's kernel: "starting" … "idle", and whether a page listens to it. */
  kernelStates(): Promise<string[]>;
  /** Ends it as Ctrl-C does, and waits until all its processes have let go. */
  stop(): Promise<void>;
}

/** Starts `npm run lab` on a free port and waits until it answers. */
export async function startLab(env: NodeJS.ProcessEnv): Promise<LabServer> {
  const port = await findFreePort();
  const token = "e2e-token";
  const args = ["run", "lab", "--", "--no-browser", "--port", String(port), "--token", token];
  // a group of its own, as a terminal gives it: stopping signals all of it
  const child = spawn("npm", args, { env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (part: string) => {
      text += part;
    });
  }
  const address = `http://127.0.0.1:${port}`;
  const stop = () => stopGroup(child);
  const kernelStates = async () => {
    const response = await fetch(`${address}/api/sessions?token=${token}`);
    const sessions = (await response.json()) as { kernel: { execution_state: string; connections: number } }[];
    return sessions.map(({ kernel }) => `${kernel.execution_state}${kernel.connections > 0 ? ", connected" : ""}`);
  };
  for (let attempt = 0; attempt < 600; attempt++) {
    if (child.exitCode !== null) throw new Error(`npm run lab ended early:\n${text}`);
    const response = await fetch(`${address}/api/status?token=${token}`).catch(() => null);
    if (response?.ok) return { address, token, log: () => text, kernelStates, stop };
    await wait(200);
  }
  await stop();
  throw new Error(`npm run lab did not answer within two minutes:\n${text}`);
}

async function stopGroup(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, "close");
  process.kill(-child.pid!, "SIGTERM");
  await closed;
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (typeof address !== "object" || address === null) throw new Error("no free port");
  return address.port;
}
