import type { Display } from "../lab/display.js";
import { type Provenance, provenanceDisplay } from "../lab/provenance.js";
import type { Cell } from "./notebook.js";
import { type RenderPageOptions, renderPage } from "./render-page.js";

/** A part of a page: a heading and what `displayOf` made of charts, tables and text. */
export interface PageSection {
  readonly heading: string;
  /** 2 where left out; 3 stands under the one before. */
  readonly level?: 2 | 3;
  readonly displays: readonly Display[];
}

/** A page without a notebook, such as one about a segment. */
export interface SectionedPage {
  /** The page's file name without folder and ending. */
  readonly name: string;
  readonly title: string;
  /** A sentence or two below the title, plain text. */
  readonly lead?: string;
  readonly sections: readonly PageSection[];
  readonly provenance?: Provenance;
}

/**
 * A page from a title and sections, in the frame of the reports: contents, numbered figures, sortable tables, provenance.
 *
 * @param options as for `renderPage`; a page in a folder of its own gives `home: "../index.html"`
 * @example await renderSections({ name: "champions", title: "Champions", sections: [{ heading: "Who are they?", displays: [displayOf(table)] }] }, { script: readPageScript(), home: "../index.html" })
 */
export function renderSections(page: SectionedPage, options: RenderPageOptions): Promise<string> {
  const { name, title, lead = "", sections, provenance } = page;
  const prose = (source: string): Cell => ({ kind: "markdown", source, outputs: [] });
  const shown = (displays: readonly Display[]): Cell => ({
    kind: "code",
    source: "",
    outputs: displays.map(({ bundle }) => ({ kind: "display", data: bundle, metadata: {} })),
  });
  const cells = [
    prose(`# ${literal(title)}\n\n${literal(lead)}`),
    ...sections.flatMap(({ heading, level = 2, displays }) => [
      prose(`${"#".repeat(level)} ${literal(heading)}`),
      shown(displays),
    ]),
    ...(provenance ? [shown([provenanceDisplay(provenance)])] : []),
  ];
  return renderPage({ name, cells }, options);
}

// titles come from data: nothing in them is markdown, nothing starts a new line
function literal(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[!-/:-@[-`{-~]/g, "\\$&");
}
