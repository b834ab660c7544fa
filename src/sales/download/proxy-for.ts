import { SegmentLabError } from "../../core/errors.js";

/** Environment variables by name, as in process.env. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The proxy that the environment asks for, as curl reads it: https_proxy or http_proxy by the address's scheme, else
 * all_proxy, unless no_proxy names the host; small letters win over capitals.
 *
 * @returns the proxy's address, null for a direct connection
 * @throws SegmentLabError `bad-option` for an address that is no http or https proxy
 */
export function proxyFor(url: URL, environment: Environment): URL | null {
  const read = (name: string): string => environment[name] || environment[name.toUpperCase()] || "";
  const name = url.protocol === "https:" ? "https_proxy" : "http_proxy";
  const [from, text] = read(name) ? [name, read(name)] : ["all_proxy", read("all_proxy")];
  if (text === "" || isExempt(url, read("no_proxy"))) return null;
  const address = text.includes("://") ? text : `http://${text}`;
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) {
    // the value may hold a password: it is not printed
    throw new SegmentLabError("bad-option", `${from} is not the address of an http proxy; give http://HOST:PORT`);
  }
  return new URL(address);
}

function isExempt(url: URL, list: string): boolean {
  const port = url.port || (url.protocol === "https:" ? "443" : "80");
  return list.split(/[\s,]+/).some((entry) => {
    if (entry === "*") return true;
    const [, name = "", onlyPort] = /^(.*?)(?::(\d+))?$/.exec(entry.toLowerCase())!;
    const domain = name.replace(/^\*?\./, "");
    if (domain === "" || (onlyPort !== undefined && onlyPort !== port)) return false;
    return url.hostname === domain || url.hostname.endsWith(`.${domain}`);
  });
}
