import sanitizeHtml from "sanitize-html";

const headings = ["h1", "h2", "h3", "h4", "h5", "h6"];
const media = [
  "img",
  "figure",
  "figcaption",
  "details",
  "summary",
  "caption",
  "colgroup",
  "col",
  "del",
  "ins",
  "progress",
];
const none: ReadonlySet<string> = new Set();

/**
 * HTML from notebooks, which may hold hostile data, cut down to text, tables, links and embedded pictures: nothing that runs,
 * asks for something or changes how the page around it looks.
 *
 * @param ids the ids that headings may keep; all others belong to the page
 */
export function sanitize(source: string, ids: ReadonlySet<string> = none): string {
  const cell: sanitizeHtml.Transformer = (tagName, { style, class: _, ...attribs }) => {
    const align = /(?:^|;)\s*text-align\s*:\s*(right|center)\s*(?:;|$)/.exec(style ?? "")?.[1];
    const own: Record<string, string> = align ? { class: align === "right" ? "number" : "middle" } : {};
    return { tagName, attribs: { ...attribs, ...own } };
  };
  const heading: sanitizeHtml.Transformer = (tagName, { id }) => {
    const attribs: Record<string, string> = id !== undefined && ids.has(id) ? { id } : {};
    return { tagName, attribs };
  };
  return sanitizeHtml(source, {
    allowedTags: [...sanitizeHtml.defaults.allowedTags, ...media],
    allowedAttributes: {
      a: ["href", "title", "rel"],
      img: ["src", "alt", "title", "width", "height"],
      th: ["scope", "colspan", "rowspan", "class"],
      td: ["colspan", "rowspan", "class"],
      ol: ["start"],
      code: ["class"],
      span: ["class"],
      progress: ["value", "max"],
      ...Object.fromEntries(headings.map((name) => [name, ["id"]])),
    },
    allowedClasses: { code: ["language-*"], span: ["hljs-*"], th: ["number", "middle"], td: ["number", "middle"] },
    allowedSchemes: ["http", "https", "mailto"],
    // a page asks nobody for a picture
    allowedSchemesByTag: { img: ["data"] },
    exclusiveFilter: ({ tag, attribs }) => tag === "img" && !attribs.src?.startsWith("data:image/"),
    allowProtocolRelative: false,
    transformTags: {
      a: sanitizeHtml.simpleTransform("a", { rel: "noopener noreferrer" }),
      th: cell,
      td: cell,
      ...Object.fromEntries(headings.map((name) => [name, heading])),
    },
  });
}
