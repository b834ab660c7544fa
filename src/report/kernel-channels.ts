import { randomUUID } from "node:crypto";
import { Dealer, Subscriber } from "zeromq";
import type { KernelProcess } from "./kernel-process.js";
import { readMessage, type WireMessage, writeMessage } from "./wire-message.js";

/** Who hears what a kernel says about one request: its reply, and what it publishes meanwhile. */
export interface Listener {
  onReply(message: WireMessage): void;
  onPublish(message: WireMessage): void;
}

/** The two channels that a runner needs: requests with replies, and what cells publish. */
export interface KernelChannels {
  /** Sends a request; the returned function stops listening. */
  send(type: string, content: object, listener: Listener): Promise<() => void>;
  /** Rejects when a message cannot be read; else never settles. */
  readonly broken: Promise<never>;
  close(): void;
}

/** Connects to a kernel's shell and iopub sockets; they need not be bound yet. */
export function openChannels(child: KernelProcess): KernelChannels {
  const shell = new Dealer({ linger: 0, receiveHighWaterMark: 0, reconnectInterval: 20 });
  const iopub = new Subscriber({ linger: 0, receiveHighWaterMark: 0, reconnectInterval: 20 });
  shell.connect(child.address("shell"));
  iopub.connect(child.address("iopub"));
  iopub.subscribe();

  const session = randomUUID();
  const listeners = new Map<string, Listener>();
  const listen = async (socket: Dealer | Subscriber, hear: (listener: Listener, message: WireMessage) => void) => {
    // a subscriber's frames start with the topic, which tslab leaves out
    for await (const frames of socket) {
      const message = readMessage(child.key, frames);
      const listener = listeners.get(message.parent.msg_id ?? "");
      if (listener) hear(listener, message);
    }
  };
  const broken = new Promise<never>((_, reject) => {
    listen(shell, (listener, message) => listener.onReply(message)).catch(reject);
    listen(iopub, (listener, message) => listener.onPublish(message)).catch(reject);
  });
  broken.catch(() => {});

  return {
    send: async (type, content, listener) => {
      const { id, frames } = writeMessage(child.key, session, type, content);
      listeners.set(id, listener);
      await shell.send(frames);
      return () => listeners.delete(id);
    },
    broken,
    close: () => {
      shell.close();
      iopub.close();
    },
  };
}
