import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach } from "vitest";

/** One answer of the server. */
export type Mischief = (request: IncomingMessage, response: ServerResponse) => void;

export interface MischiefServer {
  readonly url: string;
  /** Range header of each request so far, "" for none. */
  readonly ranges: string[];
}

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

/** A server on 127.0.0.1 that answers the first request by the first mischief and so on, the last one for ever. */
export async function serve(...answers: readonly Mischief[]): Promise<MischiefServer> {
  const ranges: string[] = [];
  const server = createServer((request, response) => {
    const answer = answers[Math.min(ranges.length, answers.length - 1)]!;
    ranges.push(request.headers.range ?? "");
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  open.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/tiny.zip`, ranges };
}

/** Serves a file as a good server does: ranges, ETag, If-Range. */
export function file(content: Buffer, etag: string | null = '"one"'): Mischief {
  return (request, response) => {
    const validators = etag === null ? {} : { etag };
    const start = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1] ?? 0);
    const isFresh = request.headers["if-range"] === undefined || request.headers["if-range"] === etag;
    if (start === 0 || !isFresh) {
      response.writeHead(200, { "content-length": content.length, "content-type": "application/zip", ...validators });
      return void response.end(content);
    }
    if (start >= content.length) {
      return void response.writeHead(416, { "content-range": `bytes */${content.length}` }).end();
    }
    const rest = content.subarray(start);
    const range = `bytes ${start}-${content.length - 1}/${content.length}`;
    response.writeHead(206, { "content-length": rest.length, "content-range": range, ...validators });
    response.end(rest);
  };
}

/** Promises the whole file, sends `bytes` of it and breaks off. */
export function cutAt(bytes: number, content: Buffer, etag: string | null = '"one"'): Mischief {
  return (request, response) => {
    const isWhole = request.headers.range === undefined;
    const start = isWhole ? 0 : Number(/\d+/.exec(request.headers.range!)![0]);
    const headers = isWhole
      ? { "content-length": content.length }
      : { "content-range": `bytes ${start}-${content.length - 1}/${content.length}` };
    response.writeHead(isWhole ? 200 : 206, { ...headers, ...(etag === null ? {} : { etag }) });
    response.write(content.subarray(start, start + bytes), () => setTimeout(() => response.destroy(), 20));
  };
}

/** Sends `bytes` of the file, then nothing more, and keeps the connection. */
export function stallAt(bytes: number, content: Buffer): Mischief {
  return (_request, response) => {
    response.writeHead(200, { "content-length": content.length, etag: '"one"' });
    response.write(content.subarray(0, bytes));
  };
}

export const status =
  (code: number, headers: Record<string, string> = {}): Mischief =>
  (_request, response) =>
    void response.writeHead(code, headers).end("<html>no</html>");

export const page: Mischief = (_request, response) =>
  void response.writeHead(200, { "content-type": "text/html" }).end("<!DOCTYPE html><title>Please log in</title>");

export const silence: Mischief = () => {};
