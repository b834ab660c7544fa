import { request as httpRequest, type IncomingMessage, type RequestOptions } from "node:http";
import { request as httpsRequest } from "node:https";
import type { Duplex } from "node:stream";
import { connect } from "node:tls";
import { openTunnel, proxyCredentials } from "./open-tunnel.js";
import { type Environment, proxyFor } from "./proxy-for.js";
import { TransferFault } from "./transfer-fault.js";

/** How a request goes out. */
export interface Route {
  readonly environment: Environment;
  readonly signal: AbortSignal;
}

const maxRedirects = 5;

/**
 * Sends GET and follows redirects, at most five and never from https to http.
 *
 * @returns the first answer that is no redirect, its body unread
 * @throws TransferFault where the redirects lead nowhere
 */
export async function openResponse(
  start: URL,
  headers: Record<string, string>,
  route: Route,
): Promise<IncomingMessage> {
  let url = start;
  for (let redirects = 0; redirects <= maxRedirects; redirects++) {
    const response = await get(url, headers, route);
    const { location } = response.headers;
    if (![301, 302, 303, 307, 308].includes(response.statusCode!) || location === undefined) return response;
    response.destroy();
    if (!URL.canParse(location, url))
      throw new TransferFault(`${url.host} redirects to "${location}"`, { retry: false });
    const next = new URL(location, url);
    if (!/^https?:$/.test(next.protocol) || (url.protocol === "https:" && next.protocol === "http:")) {
      throw new TransferFault(`${url.host} redirects to ${next.protocol}//${next.host}, which is not safe`, {
        retry: false,
      });
    }
    url = next;
  }
  throw new TransferFault(`${start.host} redirects more than ${maxRedirects} times`, { retry: false });
}

async function get(
  url: URL,
  headers: Record<string, string>,
  { environment, signal }: Route,
): Promise<IncomingMessage> {
  const proxy = proxyFor(url, environment);
  const options: RequestOptions = { headers, agent: false, signal };
  if (url.protocol === "http:") {
    if (!proxy) return answer((done) => httpRequest(url, options, done));
    const throughProxy = {
      ...options,
      path: url.href,
      headers: { host: url.host, ...headers, ...proxyCredentials(proxy) },
    };
    return answer((done) => (proxy.protocol === "https:" ? httpsRequest : httpRequest)(proxy, throughProxy, done));
  }
  if (!proxy) return answer((done) => httpsRequest(url, options, done));
  const tunnel = await openTunnel(proxy, url, signal);
  const createConnection = (): Duplex => connect({ socket: tunnel, servername: url.hostname });
  // node asks createConnection only where no agent is given
  return answer((done) => httpsRequest(url, { headers, signal, createConnection }, done));
}

function answer(send: (done: (response: IncomingMessage) => void) => ReturnType<typeof httpRequest>) {
  return new Promise<IncomingMessage>((resolve, reject) => {
    send(resolve).once("error", reject).end();
  });
}
