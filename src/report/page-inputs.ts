import { contentKey } from "../core/kept-results.js";
import { escapeHtml } from "../lab/escape-html.js";
import type { Notebook } from "./notebook.js";

/** What a page is made from, each part as a hash: a page tells nothing by it, and the same parts give the same bytes. */
export interface PageInputs {
  /** SHA-256 of the notebook's file. */
  readonly notebook: string;
  /** The name and SHA-256 of the data. */
  readonly data: string;
  /** The options of the run, the seed among them. */
  readonly settings: string;
  /** The values given to the notebook's parameters. */
  readonly parameters: string;
  /** The library as built, the packages it stands on, and Node. */
  readonly library: string;
  /** How many cells failed, where any did; no input, but what else is to be known of an earlier page. */
  readonly failures?: number;
}

/** What all pages of a run have in common. */
export type RunInputs = Pick<PageInputs, "data" | "settings" | "library">;

/** What a page of a notebook is made from, its parameters given as in `injectParameters`. */
export function inputsOf({ sha256 = "", parameters = {} }: Notebook, run: RunInputs): PageInputs {
  return { notebook: sha256, ...run, parameters: contentKey(parameters) };
}

/** What each part is called when it differs. */
const changes: Readonly<Record<Exclude<keyof PageInputs, "failures">, string>> = {
  notebook: "the notebook has changed since",
  data: "it shows other data",
  settings: "it was made with other options",
  parameters: "it was made with other parameters",
  library: "the library, its packages or Node have changed since",
};

const entities: Readonly<Record<string, string>> = {
  "&quot;": '"',
  "&lt;": "<",
  "&gt;": ">",
  "&amp;": "&",
  "&#39;": "'",
};

const open = '<meta name="segment-lab-inputs" content="';

/** The element in which a page says what it was made from. */
export function writeInputs(inputs: PageInputs): string {
  return `${open}${escapeHtml(JSON.stringify(inputs))}">`;
}

/** What a page was made from; null where it does not say so, or not so that it can be read. */
export function readInputs(page: string): PageInputs | null {
  const start = page.indexOf(open);
  if (start < 0) return null;
  const text = page.slice(start + open.length, page.indexOf('">', start));
  try {
    return JSON.parse(text.replace(/&(?:quot|lt|gt|amp|#39);/g, (name) => entities[name]!)) as PageInputs;
  } catch {
    return null;
  }
}

/** In words, where a page was made from something else; empty where it is up to date. */
export function compareInputs(page: PageInputs, now: PageInputs): string[] {
  const parts = Object.keys(changes) as (keyof typeof changes)[];
  return parts.filter((part) => page[part] !== now[part]).map((part) => changes[part]);
}

/** A name for the page, for a cache. */
export function inputsKey(inputs: PageInputs, name: string): string {
  return contentKey("page", name, inputs.notebook, inputs.data, inputs.settings, inputs.parameters, inputs.library);
}
