import { setTimeout as wait } from "node:timers/promises";
import { type CompiledCell, compiledName } from "./compile/compiled-cell.js";
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
   * @param onPublish is called with each message that the cell publishes, in order; also later, for what it left running
   * @throws KernelDeath when the kernel ends meanwhile
   */
  execute(code: string, onPublish: (message: WireMessage) => void): Promise<ExecuteStatus>;
  /** Gives it a cell that was compiled against the declarations of those before, to take once it is run. */
  hand(declarations: string, code: string, cell: CompiledCell): void;
  /** Ends the kernel's process and removes its files. */
  close(): Promise<void>;
}

/**
 * Starts a fresh kernel and waits until it answers.
 *
 * @param folder the kernel's working folder: the notebook's
 * @param signal ends it, also while it starts
 * @throws KernelDeath when it ends; Error when it does not answer within a minute
 */
export async function startKernel(folder: string, env: NodeJS.ProcessEnv, signal?: AbortSignal): Promise<Kernel> {
  signal?.throwIfAborted();
  const child = startKernelProcess(folder, env);
  const channels = openChannels(child);
  const died = child.ended.then((death): never => {
    throw death;
  });
  const trouble = Promise.race([died, channels.broken]);
  trouble.catch(() => {});
  const stop = () => void child.kill();
  signal?.addEventListener("abort", stop, { once: true });
  const close = async () => {
    signal?.removeEventListener("abort", stop);
    await child.kill();
    channels.close();
  };
  try {
    await Promise.race([waitUntilReady(channels), trouble]);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    execute: (code, onPublish) => Promise.race([executeInTurn(channels, code, onPublish), trouble]),
    hand: (declarations, code, cell) => child.put(compiledName(declarations, code), JSON.stringify(cell)),
    close,
  };
}

/** For 200 ms after an error tslab turns down what it is asked. */
async function executeInTurn(...cell: Parameters<typeof execute>): Promise<ExecuteStatus> {
  for (let tries = 0; tries < 20; tries++) {
    const status = await execute(...cell);
    if (status !== "abort") return status;
    await wait(50);
  }
  return "abort";
}

async function execute(
  channels: KernelChannels,
  code: string,
  onPublish: (message: WireMessage) => void,
): Promise<ExecuteStatus> {
  const reply = createLatch<WireMessage>();
  const idle = createLatch<void>();
  const content = { code, silent: false, store_history: true, user_expressions: {}, allow_stdin: false };
  await channels.send("execute_request", content, {
    onReply: reply.open,
    onPublish: (message) => {
      if (message.header.msg_type !== "status") onPublish(message);
      else if (message.content.execution_state === "idle") idle.open();
    },
  });
  const { status } = (await reply.opened).content;
  // replies and outputs travel on two sockets: "idle" says that the outputs are complete
  await idle.opened;
  await settle(channels);
  return status as ExecuteStatus;
}

/** Asks one thing more: by its answer the rejections that the cell left unhandled have been told of. */
async function settle(channels: KernelChannels): Promise<void> {
  const idle = createLatch<void>();
  const forget = await channels.send(
    "kernel_info_request",
    {},
    {
      onReply: () => {},
      onPublish: ({ content }) => {
        if (content.execution_state === "idle") idle.open();
      },
    },
  );
  await idle.opened;
  forget();
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
