import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import type { Duplex } from "node:stream";
import { TransferFault } from "./transfer-fault.js";

/** Asks a proxy for a tunnel to a host (CONNECT, RFC 9110 § 9.3.6) and returns the socket that leads there. */
export function openTunnel(proxy: URL, target: URL, signal: AbortSignal): Promise<Duplex> {
  const authority = `${target.hostname}:${target.port || 443}`;
  const request = proxy.protocol === "https:" ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const connecting = request(proxy, {
      method: "CONNECT",
      path: authority,
      headers: { host: authority, ...proxyCredentials(proxy) },
      agent: false,
      signal,
    });
    connecting.once("connect", ({ statusCode }, socket) => {
      if (statusCode === 200) return resolve(socket);
      socket.destroy();
      const retry = statusCode !== undefined && statusCode >= 500;
      reject(new TransferFault(`the proxy ${proxy.host} refuses the connection (${statusCode})`, { retry }));
    });
    // a proxy that does not know CONNECT answers like a web server
    connecting.once("response", (response) => {
      response.destroy();
      const status = response.statusCode;
      reject(new TransferFault(`the proxy ${proxy.host} refuses the connection (${status})`, { retry: false }));
    });
    connecting.once("error", reject);
    connecting.end();
  });
}

/** The header that carries the name and password of a proxy's address, if it has any. */
export function proxyCredentials({ username, password }: URL): Record<string, string> {
  if (username === "") return {};
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { "proxy-authorization": `Basic ${Buffer.from(pair).toString("base64")}` };
}
