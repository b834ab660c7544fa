import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openResponse } from "../../../src/sales/download/open-response.js";
import { proxyFor } from "../../../src/sales/download/proxy-for.js";

describe("the proxy for an address", () => {
  const proxyOf = (address: string, environment: Record<string, string>) =>
    proxyFor(new URL(address), environment)?.href ?? null;
  const uci = "https://archive.ics.uci.edu/a.zip";

  it.each([
    [{}, null],
    [{ HTTPS_PROXY: "http://p:1" }, "http://p:1/"],
    [{ https_proxy: "http://small:1", HTTPS_PROXY: "http://large:1" }, "http://small:1/"],
    [{ HTTPS_PROXY: "p:1" }, "http://p:1/"],
    [{ HTTP_PROXY: "http://p:1" }, null],
    [{ ALL_PROXY: "http://p:1" }, "http://p:1/"],
    [{ HTTPS_PROXY: "http://p:1", NO_PROXY: "*" }, null],
    [{ HTTPS_PROXY: "http://p:1", NO_PROXY: "localhost, .uci.edu" }, null],
    [{ HTTPS_PROXY: "http://p:1", NO_PROXY: "*.uci.edu" }, null],
    [{ HTTPS_PROXY: "http://p:1", no_proxy: "archive.ics.uci.edu:443" }, null],
    [{ HTTPS_PROXY: "http://p:1", no_proxy: "archive.ics.uci.edu:80" }, "http://p:1/"],
    [{ HTTPS_PROXY: "http://p:1", NO_PROXY: "ci.edu" }, "http://p:1/"],
  ])("under %j is %s", (environment, expected) => {
    expect(proxyOf(uci, environment)).toBe(expected);
  });

  it("must be one, and a wrong one's password is not printed", () => {
    expect(() => proxyOf(uci, { HTTPS_PROXY: "socks5://me:secret@p:1" })).toThrow(
      "https_proxy is not the address of an http proxy; give http://HOST:PORT",
    );
  });
});

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function listen(server: Server): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

async function fetchText(address: string, environment: Record<string, string>): Promise<string> {
  const response = await openResponse(new URL(address), {}, { environment, signal: AbortSignal.timeout(5000) });
  let text = `${response.statusCode} `;
  for await (const chunk of response) text += chunk;
  return text;
}

describe("a request through a proxy", () => {
  it("sends the whole address to an http proxy, with name and password", async () => {
    const proxy = createServer((request, response) =>
      response.end(`${request.url} for ${request.headers.host} by ${request.headers["proxy-authorization"]}`),
    );
    const port = await listen(proxy);
    const text = await fetchText("http://nowhere.invalid/a?b", {
      http_proxy: `http://me:pass%20word@127.0.0.1:${port}`,
    });
    const credentials = Buffer.from("me:pass word").toString("base64");
    expect(text).toBe(`200 http://nowhere.invalid/a?b for nowhere.invalid by Basic ${credentials}`);
  });

  it("says so where the proxy refuses a tunnel", async () => {
    const proxy = createServer();
    proxy.on("connect", (_request, socket) => socket.end("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n"));
    const port = await listen(proxy);
    await expect(fetchText("https://nowhere.invalid/", { https_proxy: `http://127.0.0.1:${port}` })).rejects.toThrow(
      `the proxy 127.0.0.1:${port} refuses the connection (407)`,
    );
  });

  it("says so where the proxy is a mere web server", async () => {
    const port = await listen(createServer((_request, response) => response.writeHead(405).end()));
    await expect(fetchText("https://nowhere.invalid/", { https_proxy: `http://127.0.0.1:${port}` })).rejects.toThrow(
      /socket hang up|refuses the connection/,
    );
  });
});

const hasOpenssl = spawnSync("openssl", ["version"]).status === 0;
if (!hasOpenssl) console.warn("no openssl: the tests of https are skipped");

describe.skipIf(!hasOpenssl)("a server with a certificate that is not trusted", () => {
  const folder = mkdtempSync(join(tmpdir(), "segment-lab-tls-"));
  const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  beforeAll(() => {
    const args = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost";
    spawnSync("openssl", [...args.split(" "), "-keyout", key, "-out", cert]);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("is reached through the tunnel and refused there", async () => {
    const tls = createTlsServer({ key: readFileSync(key), cert: readFileSync(cert) }, (_request, response) =>
      response.end("secret"),
    );
    const tlsPort = await listen(tls as unknown as Server);
    const asked: string[] = [];
    const proxy = createServer();
    proxy.on("connect", (request, socket) => {
      asked.push(request.url!);
      const far = connect(tlsPort, "127.0.0.1", () => socket.write("HTTP/1.1 200 OK\r\n\r\n"));
      socket.on("error", () => far.destroy());
      far.on("error", () => socket.destroy());
      far.pipe(socket).pipe(far);
    });
    const port = await listen(proxy);
    const environment = { https_proxy: `http://127.0.0.1:${port}` };
    await expect(fetchText("https://localhost/x", environment)).rejects.toMatchObject({
      code: "DEPTH_ZERO_SELF_SIGNED_CERT",
    });
    expect(asked).toEqual(["localhost:443"]);
  });
});
