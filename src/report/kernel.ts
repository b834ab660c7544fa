import { setTimeout as wait } from "node:timers/promises";
import { type KernelChannels, openChannels } from "./kernel-channels.js";
import { startKernelProcess } from "./kernel-process.js";
import type { WireMessage } from "./wire-message.js";

/** How an execution ended. */
export type ExecuteStatus = "ok" | "error" | "abort";

/** A running tslab kernel. */
export interface Kernel {
  /**
   * Runs code as one cell.
   *
   * @param onPublish is called with each message that the cell publishes, in order
   * @throws Error when the kernel dies
   */
  execute(code: string, onPublish: (message: WireMessage) => void): Promise<ExecuteStatus>;
  /** Ends the kernel's process and removes its files. */
  close(): Promise<void>;
}

/**
 * Starts a fresh kernel and waits until it answers.
 *
 * @param folder the kernel's working folder: the notebook's
 * @throws Error when it dies or does not answer within a minute
 */
export async function startKernel(folder: string, env: NodeJS.ProcessEnv): Promise<Kernel> {
  const child = startKernelProcess(folder, env);
  const channels = openChannels(child);
  const died = child.ended.then((reason): never => {
    throw new Error(reason);
  });
  const trouble = Promise.race([died, channels.broken]);
  trouble.catch(() => {});
  const close = async () => {
    await child.kill();
    channels.close();
  };
  try {
    await Promise.race([waitUntilReady(channels), trouble]);
  } catch (error) {
    await close();
    throw error;
  }
  return { execute: (code, onPublish) => Promise.race([execute(channels, code, onPublish), trouble]), close };
}

async function execute(
  channels: KernelChannels,
  code: string,
  onPublish: (message: WireMessage) => void,
): Promise<ExecuteStatus> {
  const reply = createLatch<WireMessage>();
  const idle = createLatch<void>();
  const content = { code, silent: false, store_history: true, user_expressions: {}, allow_stdin: false };
  const forget = await channels.send("execute_request", content, {
    onReply: reply.open,
    onPublish: (message) => {
      if (message.header.msg_type !== "status") onPublish(message);
      else if (message.content.execution_state === "idle") idle.open();
    },
  });
  const { status } = (await reply.opened).content;
  // replies and outputs travel on two sockets: "idle" says that the outputs are complete
  await Promise.race([idle.opened, wait(5000, undefined, { ref: false })]);
  forget();
  return status as ExecuteStatus;
}

function createLatch<T>(): { opened: Promise<T>; open: (value: T) => void } {
  let open: (value: T) => void = () => {};
  const opened = new Promise<T>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

/** Asks until both sockets have answered: a subscriber misses what is published before it has joined. */
async function waitUntilReady(channels: KernelChannels): Promise<void> {
  let hasReplied = false;
  let hasPublished = false;
  for (let attempt = 0; attempt < 1200; attempt++) {
    const forget = await channels.send(
      "kernel_info_request",
      {},
      {
        onReply: () => {
          hasReplied = true;
        },
        onPublish: () => {
          hasPublished = true;
        },
      },
    );
    await wait(50);
    if (hasReplied && hasPublished) return;
    forget();
  }
  throw new Error("the kernel did not answer within a minute");
}
