import { setTimeout as wait } from "node:timers/promises";
import { openChannels } from "../../src/report/kernel-channels.js";
import { startKernelProcess } from "../../src/report/kernel-process.js";

/** A kernel that is asked as JupyterLab asks it: what stands under the cursor, and how a word may go on. */
export interface AskedKernel {
  /** The hover text at a position of a cell's source; null where there is none. */
  inspect(code: string, position: number): Promise<string | null>;
  /** What completion offers at a position of a cell's source. */
  complete(code: string, position: number): Promise<readonly string[]>;
  close(): Promise<void>;
}

type Content = Readonly<Record<string, unknown>>;

/** Starts a tslab kernel in a folder, for questions. */
export async function askKernel(folder: string): Promise<AskedKernel> {
  const child = startKernelProcess(folder, process.env);
  const channels = openChannels(child);
  const askOnce = (type: string, content: object): Promise<Content> =>
    new Promise((resolve, reject) => {
      const listener = { onReply: (message: { content: Content }) => resolve(message.content), onPublish: () => {} };
      channels.send(type, content, listener).catch(reject);
      channels.broken.catch(reject);
      child.ended.then(reject);
    });
  // tslab sends without waiting for its socket, and loses one message in a thousand (zeromq's EBUSY)
  const ask = async (type: string, content: object): Promise<Content> => {
    for (let attempt = 0; attempt < 12; attempt++) {
      const answer = await Promise.race([askOnce(type, content), wait(5000, null, { ref: false })]);
      if (answer) return answer;
    }
    throw new Error(`no answer within a minute to ${type} ${JSON.stringify(content)}`);
  };
  const close = async () => {
    await child.kill();
    channels.close();
  };
  await ask("kernel_info_request", {}).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  return {
    inspect: async (code, position) => {
      const { found, data } = await ask("inspect_request", { code, cursor_pos: position, detail_level: 0 });
      return found ? String((data as Content)["text/plain"]) : null;
    },
    complete: async (code, position) => {
      const { matches } = await ask("complete_request", { code, cursor_pos: position });
      return matches as readonly string[];
    },
    close,
  };
}
