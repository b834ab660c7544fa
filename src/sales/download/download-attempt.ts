import { open } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { openResponse } from "./open-response.js";
import type { PartFile } from "./part-file.js";
import { planTransfer } from "./plan-transfer.js";
import type { Environment } from "./proxy-for.js";
import { faultOf, TransferFault } from "./transfer-fault.js";

/** How far a download is, in bytes. */
export interface TransferProgress {
  readonly received: number;
  /** Null where the server does not say. */
  readonly total: number | null;
  /** Bytes that were there before this run. */
  readonly resumedFrom: number;
}

/** What one attempt needs to know. */
export interface AttemptOptions {
  readonly url: URL;
  readonly part: PartFile;
  readonly environment: Environment;
  readonly signal: AbortSignal | undefined;
  /** Without a byte for so long the attempt is given up. */
  readonly stallSeconds: number;
  /** A server that sends more is not believed. */
  readonly maxBytes: number;
  readonly onProgress: ((progress: TransferProgress) => void) | undefined;
}

/**
 * Downloads what is missing of a file, once.
 *
 * @throws TransferFault where it did not get to the end; what came stays in the part file
 */
export async function downloadAttempt(options: AttemptOptions): Promise<void> {
  const { url, part, signal, stallSeconds } = options;
  const stalled = new AbortController();
  let timer = setTimeout(() => stalled.abort(), stallSeconds * 1000);
  const touch = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => stalled.abort(), stallSeconds * 1000);
  };
  const route = {
    environment: options.environment,
    signal: AbortSignal.any([stalled.signal, ...(signal ? [signal] : [])]),
  };
  try {
    const headers = {
      "user-agent": "segment-lab",
      accept: "*/*",
      "accept-encoding": "identity",
      ...rangeOf(part, url),
    };
    const response = await openResponse(url, headers, route);
    // without a listener a late error of an answer that is thrown away would end the process
    response.on("error", () => {});
    try {
      await receive(response, options, touch);
    } finally {
      response.destroy();
    }
  } catch (error) {
    if (signal?.aborted) throw error;
    if (stalled.signal.aborted) throw new TransferFault(`no byte came for ${stallSeconds} s`, { retry: true });
    throw faultOf(error, url.host);
  } finally {
    clearTimeout(timer);
  }
}

function rangeOf(part: PartFile, url: URL): Record<string, string> {
  const origin = part.origin();
  // only a validator tells whether the rest belongs to what is there
  if (!origin?.validator || origin.url !== url.href || part.bytes() === 0) return {};
  return { range: `bytes=${part.bytes()}-`, "if-range": origin.validator };
}

async function receive(response: IncomingMessage, options: AttemptOptions, touch: () => void): Promise<void> {
  const { part, url, maxBytes, onProgress } = options;
  const plan = planTransfer(response, part);
  if (plan === "complete") return;
  const { start, total, validator } = plan;
  if (start === 0) part.clear();
  part.describe({ url: url.href, validator, total });
  const file = await open(part.path, start === 0 ? "w" : "r+");
  let received = start;
  try {
    onProgress?.({ received, total, resumedFrom: start });
    for await (const chunk of response as AsyncIterable<Buffer>) {
      touch();
      if (received + chunk.length > (total ?? maxBytes)) {
        throw new TransferFault(`${url.host} sends more than ${total ?? maxBytes} bytes`, {
          retry: false,
          discard: true,
        });
      }
      // a write stops short, without an error, where the disk is full; the next one tells
      for (let at = 0; at < chunk.length; ) {
        at += (await file.write(chunk, at, chunk.length - at, received + at)).bytesWritten;
      }
      received += chunk.length;
      onProgress?.({ received, total, resumedFrom: start });
    }
    await file.sync();
  } finally {
    await file.close();
  }
  if (total !== null && received < total) {
    throw new TransferFault(`the connection ended after ${received} of ${total} bytes`, { retry: true });
  }
}
