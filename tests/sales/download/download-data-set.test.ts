import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { DataSet } from "../../../src/sales/download/data-sets.js";
import { type DataSetDownload, downloadDataSet } from "../../../src/sales/download/download-data-set.js";
import { scratchWorkspace } from "../../scratch-workspace.js";
import { cutAt, file, type Mischief, page, serve, silence, stallAt, status } from "./mischief-server.js";
import { dataSetOf, workbookOf, zipOf } from "./tiny-archive.js";

const { root } = scratchWorkspace();
const archive = zipOf("tiny.xlsx", workbookOf(300_000));
const other = zipOf("tiny.xlsx", workbookOf(300_000, 2));
let runs = 0;

/** Downloads in a folder of its own, without waiting; tells what it would have waited and said. */
async function attempt(
  answers: readonly Mischief[],
  change: Partial<DataSet> = {},
  options: Partial<DataSetDownload> = {},
) {
  const server = await serve(...answers);
  const folder = options.folder ?? join(root, String(runs++));
  const waits: number[] = [];
  const reasons: string[] = [];
  const run = downloadDataSet(
    { ...dataSetOf(archive, server.url), ...change },
    {
      folder,
      shownFolder: "data/raw",
      environment: {},
      stallSeconds: 5,
      sleep: async (milliseconds) => waits.push(milliseconds),
      onRetry: ({ reason }) => reasons.push(reason),
      ...options,
    },
  );
  const result = await run.then(
    (value) => ({ value, error: "" }),
    (error: Error) => ({ value: null, error: error.message }),
  );
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  const content = names.includes("tiny.zip") ? readFileSync(join(folder, "tiny.zip")) : null;
  return { ...result, names, content, waits, reasons, ranges: server.ranges, folder, url: server.url };
}

/** What a run must leave that went well: the whole file, nothing else. */
function expectWhole({ error, names, content }: Awaited<ReturnType<typeof attempt>>, expected = archive): void {
  expect(error).toBe("");
  expect(names).toEqual(["tiny.zip"]);
  expect(content!.equals(expected)).toBe(true);
}

describe("a download that goes well", () => {
  it("leaves the file under its name and nothing beside it", async () => {
    const run = await attempt([file(archive)]);
    expectWhole(run);
    expect(run.value).toMatchObject({ certainty: "archive checksum", wasThere: false });
    expect(run.waits).toEqual([]);
  });

  it("tells how far it is, never backwards", async () => {
    const seen: number[] = [];
    await attempt([file(archive)], {}, { onProgress: ({ received }) => seen.push(received) });
    expect(seen[0]).toBe(0);
    expect(seen.at(-1)).toBe(archive.length);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });

  it("asks nobody where the file is there already", async () => {
    const first = await attempt([file(archive)]);
    const again = await attempt([status(500)], {}, { folder: first.folder });
    expect(again.value).toMatchObject({ wasThere: true, certainty: "archive checksum" });
    expect(again.ranges).toEqual([]);
  });

  it("takes a file of unknown length", async () => {
    const chunked: Mischief = (_request, response) => void response.writeHead(200).end(archive);
    expectWhole(await attempt([chunked]));
  });

  it("follows up to five redirects", async () => {
    const away = status(302, { location: "/tiny.zip?again" });
    expectWhole(await attempt([away, away, away, away, away, file(archive)]));
  });
});

describe("a download that breaks off", () => {
  it("goes on where it ended, with the rest only", async () => {
    const run = await attempt([cutAt(100_000, archive), file(archive)]);
    expectWhole(run);
    expect(run.ranges[0]).toBe("");
    expect(run.ranges[1]).toMatch(/^bytes=\d+-$/);
    expect(Number(/\d+/.exec(run.ranges[1]!)![0])).toBe(100_000);
    expect(run.waits).toEqual([1000]);
  });

  it("goes on in another run, after this one was stopped", async () => {
    const stopped = await attempt([cutAt(100_000, archive)], {}, { attempts: 1 });
    expect(stopped.error).toMatch(/^tiny could not be downloaded: the connection (broke off|ended after 100000)/);
    expect(stopped.names).toEqual(["tiny.zip.part", "tiny.zip.part.json"]);
    const server = await serve(file(archive));
    // the rest of the same address: the note beside the part says which
    const note = join(stopped.folder, "tiny.zip.part.json");
    writeFileSync(note, readFileSync(note, "utf8").replace(stopped.url, server.url));
    const value = await downloadDataSet(dataSetOf(archive, server.url), { folder: stopped.folder, environment: {} });
    expect(readFileSync(value.path).equals(archive)).toBe(true);
    expect(server.ranges).toEqual(["bytes=100000-"]);
  });

  it("does not count attempts that bring something", async () => {
    const run = await attempt(
      [cutAt(70_000, archive), cutAt(70_000, archive), cutAt(70_000, archive), file(archive)],
      {},
      { attempts: 2 },
    );
    expectWhole(run);
    expect(run.waits).toEqual([1000, 1000, 1000]);
  });

  it("begins anew where the server knows no ranges", async () => {
    const plain: Mischief = (_request, response) =>
      void response.writeHead(200, { "content-length": archive.length, etag: '"one"' }).end(archive);
    const run = await attempt([cutAt(100_000, archive), plain]);
    expectWhole(run);
    expect(run.ranges).toEqual(["", "bytes=100000-"]);
  });

  it("begins anew where the server names no version to hold on to", async () => {
    const run = await attempt([cutAt(100_000, archive, null), file(archive, null)]);
    expectWhole(run);
    expect(run.ranges).toEqual(["", ""]);
  });

  it("begins anew where the content changed between two attempts", async () => {
    const run = await attempt([cutAt(100_000, other, '"old"'), file(archive, '"new"')]);
    expectWhole(run);
    expect(run.ranges).toEqual(["", "bytes=100000-"]);
  });

  it("notices a change that the server passes off as the rest", async () => {
    const rest = archive.subarray(100_000);
    const sly: Mischief = (_request, response) =>
      void response
        .writeHead(206, { "content-range": `bytes 100000-${archive.length - 1}/${archive.length}`, etag: '"new"' })
        .end(rest);
    const run = await attempt([cutAt(100_000, other, '"old"'), sly, file(archive, '"new"')]);
    expectWhole(run);
    expect(run.reasons[1]).toBe("the file changed on the server in between");
    expect(run.ranges).toEqual(["", "bytes=100000-", ""]);
  });

  it("notices two halves that do not fit even where nothing tells", async () => {
    const run = await attempt([cutAt(100_000, other), file(archive)], { sha256: undefined } as Partial<DataSet>);
    expectWhole(run);
    expect(run.reasons[1]).toBe("tiny.xlsx in what came is damaged");
  });

  it("takes a part that was whole already", async () => {
    const server = await serve(file(archive));
    const folder = join(root, String(runs++));
    mkdirSync(folder);
    writeFileSync(join(folder, "tiny.zip.part"), archive);
    const origin = { url: server.url, validator: '"one"', total: archive.length };
    writeFileSync(join(folder, "tiny.zip.part.json"), JSON.stringify(origin));
    const { path } = await downloadDataSet(dataSetOf(archive, server.url), { folder, environment: {} });
    expect(readFileSync(path).equals(archive)).toBe(true);
    expect(server.ranges).toEqual([`bytes=${archive.length}-`]);
  });

  it("begins anew where the note beside the part is torn", async () => {
    const folder = join(root, String(runs++));
    mkdirSync(folder);
    writeFileSync(join(folder, "tiny.zip.part"), "half");
    writeFileSync(join(folder, "tiny.zip.part.json"), '{"url":');
    const run = await attempt([file(archive)], {}, { folder });
    expectWhole(run);
    expect(run.ranges).toEqual([""]);
  });

  it("gives a stalled connection up and goes on", async () => {
    const run = await attempt([stallAt(100_000, archive), file(archive)], {}, { stallSeconds: 0.3 });
    expectWhole(run);
    expect(run.reasons).toEqual(["no byte came for 0.3 s"]);
    expect(run.ranges).toEqual(["", "bytes=100000-"]);
  });

  it("gives a server up that never answers", async () => {
    const run = await attempt([silence], {}, { stallSeconds: 0.1, attempts: 3 });
    expect(run.error).toMatch(/^tiny could not be downloaded: no byte came for 0.1 s; download http/);
    expect(run.waits).toEqual([1000, 2000]);
  });

  it("keeps what came when it is stopped", async () => {
    const controller = new AbortController();
    const run = await attempt(
      [stallAt(100_000, archive)],
      {},
      {
        signal: controller.signal,
        onProgress: ({ received }) => received >= 100_000 && controller.abort(),
      },
    );
    expect(run.error).toBe("the download was stopped; run it again to go on from there");
    expect(run.names).toEqual(["tiny.zip.part", "tiny.zip.part.json"]);
  });
});

describe("a server in trouble", () => {
  it("is asked again after 1, 2, 4 and 8 seconds", async () => {
    const run = await attempt([status(500), status(502), status(503), status(504), file(archive)]);
    expectWhole(run);
    expect(run.waits).toEqual([1000, 2000, 4000, 8000]);
    expect(run.reasons[0]).toBe("the server answers 500");
  });

  it("is given up after five answers of that kind", async () => {
    const run = await attempt([status(500)]);
    expect(run.error).toBe(
      `tiny could not be downloaded: the server answers 500; download ${run.url} by hand and save it as data/raw/tiny.zip`,
    );
    expect(run.ranges).toHaveLength(5);
    expect(run.names).toEqual([]);
  });

  it("is left alone as long as it asks, but not for an hour", async () => {
    const run = await attempt([
      status(429, { "retry-after": "7" }),
      status(503, { "retry-after": "3600" }),
      file(archive),
    ]);
    expectWhole(run);
    expect(run.waits).toEqual([7000, 60_000]);
  });

  it("is not asked twice for what it does not have", async () => {
    const run = await attempt([status(404)]);
    expect(run.error).toMatch(/^tiny could not be downloaded: the server answers 404; download/);
    expect(run.ranges).toHaveLength(1);
  });

  it.each([
    ["redirects in a circle", status(302, { location: "/tiny.zip" }), /127\.0\.0\.1:\d+ redirects more than 5 times/],
    ["redirects to nowhere", status(301, { location: "http://[" }), /redirects to "http:\/\/\["/],
    [
      "redirects to a file",
      status(301, { location: "file:///etc/passwd" }),
      /redirects to file:\/\/, which is not safe/,
    ],
  ])("is not believed when it %s", async (_what, answer, message) => {
    const run = await attempt([answer]);
    expect(run.error).toMatch(message);
    expect(run.names).toEqual([]);
  });

  it("is not believed when it sends a page instead of the file", async () => {
    const run = await attempt([page]);
    expect(run.error).toMatch(
      /^tiny could not be downloaded: what came is no whole zip file: it begins with "<!DOCTYPE html><title>Please log in<\/tit"; download/,
    );
    expect(run.names).toEqual([]);
  });

  it("may send a page once", async () => {
    expectWhole(await attempt([page, file(archive)]));
  });

  it("is not believed when it sends more than it said it would", async () => {
    const flood: Mischief = (_request, response) => {
      response.writeHead(200);
      for (let i = 0; i < 30; i++) response.write(Buffer.alloc(100_000));
      response.end();
    };
    const run = await attempt([flood]);
    expect(run.error).toMatch(/sends more than \d+ bytes; download/);
    expect(run.names).toEqual([]);
  });

  it("may break off in the middle of an unknown length", async () => {
    const chunkedCut: Mischief = (_request, response) => {
      response.writeHead(200, { etag: '"one"' });
      response.write(archive.subarray(0, 50_000), () => setTimeout(() => response.destroy(), 20));
    };
    const run = await attempt([chunkedCut, file(archive)]);
    expectWhole(run);
    expect(run.reasons).toEqual(["the connection broke off"]);
  });

  it("may end early and politely, which the zip's missing end shows", async () => {
    const short: Mischief = (_request, response) => void response.writeHead(200).end(archive.subarray(0, 50_000));
    const run = await attempt([short, file(archive)]);
    expectWhole(run);
    expect(run.reasons).toEqual(["what came is no whole zip file: its end is missing"]);
  });
});

describe("a machine without a network", () => {
  it("is told at once what to do by hand", async () => {
    const dataSet = { url: "http://127.0.0.1:1/tiny.zip" };
    const run = await attempt([status(500)], dataSet);
    expect(run.error).toBe(
      "127.0.0.1:1 cannot be reached (ECONNREFUSED); download http://127.0.0.1:1/tiny.zip by hand and save it as data/raw/tiny.zip",
    );
    expect(run.waits).toEqual([]);
  });
});

describe("two runs at once", () => {
  it("do not write to the same file", async () => {
    const folder = join(root, String(runs++));
    const slow = attempt([stallAt(1000, archive)], {}, { folder, stallSeconds: 0.5, attempts: 1 });
    await expect.poll(() => existsSync(join(folder, "tiny.zip.part.lock")), { interval: 5 }).toBe(true);
    const second = await attempt([file(archive)], {}, { folder });
    expect(second.error).toMatch(/^another run \(process \d+\) is downloading to .*tiny\.zip\.part; let it finish$/);
    await slow;
    expectWhole(await attempt([file(archive)], {}, { folder }));
  });

  it("are not kept off by a lock whose process is gone", async () => {
    const folder = join(root, String(runs++));
    mkdirSync(folder);
    writeFileSync(join(folder, "tiny.zip.part.lock"), "999999999");
    expectWhole(await attempt([file(archive)], {}, { folder }));
  });
});

describe("what came", () => {
  it("may be another file under the known name only where that is accepted", async () => {
    const contents = [{ name: "tiny.xlsx", sha256: "0".repeat(64) }];
    const changed = { sha256: "0".repeat(64), contents };
    const refused = await attempt([file(archive)], changed);
    expect(refused.error).toMatch(
      /^tiny\.xlsx in tiny\.zip is another than the one known \(300000 bytes, sha256 [0-9a-f]{12}…\); to keep it all the same add --accept-changed$/,
    );
    const taken = await attempt([file(archive)], changed, { folder: refused.folder, acceptChanged: true });
    expectWhole(taken);
    expect(taken.value!.certainty).toBe("content");
  });

  it("may be packed anew around the same workbook", async () => {
    const workbook = workbookOf(300_000);
    const repacked = zipOf("tiny.xlsx", workbook, 8);
    const { sha256 } = dataSetOf(workbook, "http://127.0.0.1/");
    const run = await attempt([file(repacked)], { contents: [{ name: "tiny.xlsx", sha256: sha256! }] });
    expectWhole(run, repacked);
    expect(run.value!.certainty).toBe("workbook checksum");
  });

  it("must hold the workbook", async () => {
    const run = await attempt([file(zipOf("readme.txt", Buffer.from("hello")))]);
    expect(run.error).toMatch(
      /^tiny could not be downloaded: tiny\.zip holds no tiny\.xlsx \(found: readme\.txt\); download/,
    );
    expect(run.names).toEqual([]);
  });

  it("must hold a workbook that is one", async () => {
    const run = await attempt([file(zipOf("tiny.xlsx", Buffer.from("<html>")))]);
    expect(run.error).toMatch(/: tiny\.xlsx in tiny\.zip is not a workbook; download/);
    expect(run.names).toEqual([]);
  });

  it("is refused where the file that is there is damaged, and left as it is", async () => {
    const folder = join(root, String(runs++));
    mkdirSync(folder);
    writeFileSync(join(folder, "tiny.zip"), archive.subarray(0, 1000));
    const run = await attempt([file(archive)], {}, { folder });
    expect(run.error).toMatch(/tiny\.zip is there already but it is no whole zip file: its end is missing; remove it/);
    expect(run.content).toHaveLength(1000);
  });
});
