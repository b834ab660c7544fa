import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { type AddressInfo, connect } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { workbookOf, zipOf } from "../sales/download/tiny-archive.js";
import { scratchWorkspace } from "../scratch-workspace.js";

const { root } = scratchWorkspace();
const door = fileURLToPath(new URL("../../scripts/run.mjs", import.meta.url));
const noNetwork = { HTTPS_PROXY: "http://127.0.0.1:1", https_proxy: "http://127.0.0.1:1", NO_PROXY: "", no_proxy: "" };

/** Runs `npm run data` as npm does, by default without a network: the proxy is a closed port. */
async function data(args: readonly string[], environment: Record<string, string> = noNetwork) {
  const child = spawn(process.execPath, [door, "data", ...args], {
    env: { ...process.env, INIT_CWD: root, ...environment },
  });
  let [stdout, errors] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    errors += text;
  });
  const status = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { status, stdout, errors: errors.trim() };
}

describe("npm run data", () => {
  it("explains itself, and what the download is tested against", async () => {
    const { status, stdout } = await data(["--help"]);
    expect(status).toBe(0);
    for (const word of [
      "online-retail-ii",
      "online-retail",
      "sample",
      "--customers",
      "--years",
      "--seed",
      "--out",
      "CC BY 4.0",
    ]) {
      expect(stdout).toContain(word);
    }
    expect(stdout.replaceAll("\n", " ")).toContain("tested against a local server");
    expect(stdout.replaceAll("\n", " ")).toContain("never against UCI itself");
  });

  it("says in one line how to place the file by hand where there is no network", async () => {
    const { status, errors } = await data(["online-retail-ii", "--out", "none"]);
    expect(errors).toBe(
      `archive.ics.uci.edu cannot be reached (ECONNREFUSED); download https://archive.ics.uci.edu/static/public/502/online+retail+ii.zip by hand and save it as ${join(root, "none", "online_retail_II.zip")}`,
    );
    expect(status).toBe(2);
    expect(readdirSync(join(root, "none"))).toEqual([]);
  });

  it.each([
    [[], "which data set? name one of online-retail-ii, online-retail, sample"],
    [
      ["online-retial"],
      'no data set "online-retial"; did you mean online-retail? there are online-retail-ii, online-retail, sample',
    ],
    [["online-retail", "sample"], 'one data set at a time; "sample" is too much'],
    [["online-retail", "--seed", "2"], '--seed goes with "sample" only, not with "online-retail"'],
    [["sample"], "where to? give --out FILE.parquet or --out FILE.csv"],
    [["sample", "--out", "a.csv"], "how large? give --customers N, 50 or more"],
    [["sample", "--out", "a.csv", "--customers", "many"], '--customers "many" is not a whole number'],
    [["sample", "--out", "a.csv", "--customers", "60", "--years", "0"], "--years 0 is not a whole number from 1 to 20"],
  ])("refuses %j", async (args, message) => {
    const { status, errors } = await data(args);
    expect(errors).toBe(message);
    expect(status).toBe(2);
    expect(existsSync(join(root, "a.csv"))).toBe(false);
  });

  it("makes a synthetic shop of any size", async () => {
    const { status, stdout, errors } = await data([
      "sample",
      "--customers",
      "60",
      "--years",
      "1",
      "--seed",
      "3",
      "--out",
      "a.csv",
    ]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/a\.csv: [\d,]+ rows, [\d,]+ invoices, 60 customers, [\d.]+ MB\nsynthetic: /);
    expect(errors).toMatch(/^making customers: 100 %\nsorting and writing: 0 %/);
    expect(readFileSync(join(root, "a.csv"), "utf8")).toMatch(/^Invoice,StockCode,Description,/);
  });
});

const hasOpenssl = spawnSync("openssl", ["version"]).status === 0;
if (!hasOpenssl) console.warn("no openssl: the test of the whole download is skipped");

describe.skipIf(!hasOpenssl)("npm run data through a proxy that leads to a server in place of UCI", () => {
  const key = join(root, "key.pem");
  const certificate = join(root, "cert.pem");
  const archive = zipOf("online_retail_II.xlsx", workbookOf(200_000));
  const asked: string[] = [];
  let port = 0;
  let close: () => void;

  beforeAll(async () => {
    const args = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=test";
    const names = ["-addext", "subjectAltName=DNS:archive.ics.uci.edu"];
    spawnSync("openssl", [...args.split(" "), ...names, "-keyout", key, "-out", certificate]);
    const far = createTlsServer({ key: readFileSync(key), cert: readFileSync(certificate) }, (request, response) => {
      asked.push(`${request.url} ${request.headers.range ?? "whole"}`);
      const start = Number(/\d+/.exec(request.headers.range ?? "0")![0]);
      const range = start > 0 ? { "content-range": `bytes ${start}-${archive.length - 1}/${archive.length}` } : {};
      response.writeHead(start > 0 ? 206 : 200, { ...range, "content-length": archive.length - start, etag: '"one"' });
      // the first answer breaks off
      if (start > 0) response.end(archive.subarray(start));
      else response.write(archive.subarray(0, 100_000), () => setTimeout(() => response.destroy(), 50));
    });
    await new Promise<void>((resolve) => far.listen(0, "127.0.0.1", resolve));
    const proxy = createServer();
    proxy.on("connect", (request, socket) => {
      asked.push(`CONNECT ${request.url}`);
      const through = connect((far.address() as AddressInfo).port, "127.0.0.1", () => {
        socket.write("HTTP/1.1 200 OK\r\n\r\n");
        through.pipe(socket).pipe(through);
      });
      socket.on("error", () => through.destroy());
      through.on("error", () => socket.destroy());
    });
    await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
    port = (proxy.address() as AddressInfo).port;
    close = () => {
      far.closeAllConnections();
      far.close();
      proxy.close();
    };
  });
  afterAll(() => close());

  it("gets the file in two pieces, refuses what is not UCI's, and takes it where that is accepted", async () => {
    const environment = { ...noNetwork, https_proxy: `http://127.0.0.1:${port}`, NODE_EXTRA_CA_CERTS: certificate };
    const refused = await data(["online-retail-ii", "--out", "got"], environment);
    expect(asked).toEqual([
      ...["CONNECT archive.ics.uci.edu:443", "/static/public/502/online+retail+ii.zip whole"],
      ...["CONNECT archive.ics.uci.edu:443", "/static/public/502/online+retail+ii.zip bytes=100000-"],
    ]);
    expect(refused.status).toBe(2);
    expect(refused.errors).toMatch(/\d MB of 0\.2 MB \(\d+ %\)/);
    expect(refused.errors).toMatch(/attempt 2 of 5 in 1 s\n/);
    expect(refused.errors.split("\n").at(-1)).toMatch(
      /^online_retail_II\.xlsx in online_retail_II\.zip is another than the one known \(200000 bytes, sha256 /,
    );
    expect(readdirSync(join(root, "got")).sort()).toEqual([
      "online_retail_II.zip.part",
      "online_retail_II.zip.part.json",
    ]);

    const taken = await data(["online-retail-ii", "--out", "got", "--accept-changed", "--quiet"], environment);
    expect(taken).toMatchObject({ status: 0, errors: "" });
    expect(taken.stdout).toMatch(
      /online_retail_II\.zip is complete, known by its content\nCC BY 4\.0: Chen, D\. \(2012\)/,
    );
    expect(readdirSync(join(root, "got"))).toEqual(["online_retail_II.zip"]);
    expect(readFileSync(join(root, "got", "online_retail_II.zip")).equals(archive)).toBe(true);
  });

  it("takes no damaged file for a good one", async () => {
    mkdirSync(join(root, "bad"));
    writeFileSync(join(root, "bad", "online_retail_II.zip"), archive.subarray(0, 5000));
    const { status, errors } = await data(["online-retail-ii", "--out", "bad"]);
    expect(errors).toMatch(
      /online_retail_II\.zip is there already but it is no whole zip file: its end is missing; remove it/,
    );
    expect(status).toBe(2);
  });
});
