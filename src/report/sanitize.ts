import sanitizeHtml from "sanitize-html";

const headings = ["h1", "h2", "h3", "h4", "h5", "h6"];
const media = ["img", "figure", "figcaption", "details", "summary", "caption", "colgroup", "col", "del", "ins"];
const align = { "text-align": [/^(left|right|center)$/] };

const options: sanitizeHtml.IOptions = {
  allowedTags: [...sanitizeHtml.defaults.allowedTags, ...media],
  allowedAttributes: {
    a: ["href", "title", "rel"],
    img: ["src", "alt", "title", "width", "height"],
    th: ["scope", "colspan", "rowspan", "style"],
    td: ["colspan", "rowspan", "style"],
    ol: ["start"],
    code: ["class"],
    span: ["class"],
    ...Object.fromEntries(headings.map((name) => [name, ["id"]])),
  },
  allowedClasses: { code: ["language-*"], span: ["hljs-*"] },
  allowedStyles: { th: align, td: align },
  allowedSchemes: ["http", "https", "mailto"],
  // a page asks nobody for a picture
  allowedSchemesByTag: { img: ["data"] },
  exclusiveFilter: ({ tag, attribs }) => tag === "img" && !attribs.src?.startsWith("data:image/"),
  allowProtocolRelative: false,
  transformTags: { a: sanitizeHtml.simpleTransform("a", { rel: "noopener noreferrer" }) },
};

/** HTML from notebooks, which may hold hostile data, cut down to text, tables, links and embedded pictures. */
export function sanitize(source: string): string {
  return sanitizeHtml(source, options);
}
