import { Display } from "./display.js";
import { escapeHtml } from "./escape-html.js";
import { formatValue } from "./format-value.js";

/**
 * Markdown with computed values: `` md`**${n}** customers` ``. Values are data, so their markup is escaped; numbers
 * get thousands separators; another `md` value is taken as markdown, and an array is written one item a line.
 *
 * @param strings the markdown between the values, taken as it stands
 * @param values anything; markup in them is escaped
 * @returns a value for `show`
 * @example show(md`**${sales.ledger.length}** steps leave **${formatShare(0.61)}** of the revenue.`);
 */
export function md(strings: TemplateStringsArray, ...values: readonly unknown[]): Display {
  const markdown = String.raw({ raw: strings }, ...values.map((value) => write(value, escapeMarkdown, markdownOf)));
  const text = String.raw({ raw: strings }, ...values.map((value) => write(value, (plain) => plain, textOf)));
  return new Display({ "text/markdown": markdown, "text/plain": text }, text);
}

/**
 * HTML with computed values: `` html`<b>${name}</b>` ``. Values are escaped; another `html` value is taken as it is, and an
 * array is written one item after the other. Scripts and event handlers do not reach exported pages.
 *
 * @param strings the markup between the values, taken as it stands
 * @param values anything; markup in them is escaped
 * @returns a value for `show`
 */
export function html(strings: TemplateStringsArray, ...values: readonly unknown[]): Display {
  const source = String.raw({ raw: strings }, ...values.map((value) => write(value, escapeHtml, htmlOf)));
  return new Display({ "text/html": source }, stripTags(source));
}

/** HTML as plain text: tags dropped, the five basic entities read. */
export function stripTags(source: string): string {
  return source
    .replace(/<(style|script)\b[\s\S]*?<\/\1\s*>/gi, "")
    .replace(/<\/(p|div|tr|li|h[1-6]|table|ul|ol)\s*>|<br\s*\/?>/gi, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, "&")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function write(value: unknown, secure: (text: string) => string, read: (display: Display) => string): string {
  if (value instanceof Display) return read(value);
  if (Array.isArray(value)) return value.map((item) => write(item, secure, read)).join("\n");
  return secure(formatValue(value));
}

function markdownOf(display: Display): string {
  const markdown = display.bundle["text/markdown"];
  return typeof markdown === "string" ? markdown : escapeMarkdown(display.text);
}

function htmlOf(display: Display): string {
  const source = display.bundle["text/html"];
  return typeof source === "string" ? source : escapeHtml(display.text);
}

function textOf(display: Display): string {
  return display.text;
}

// any ascii punctuation may stand behind a backslash; entities keep "<" away from every html parser
function escapeMarkdown(text: string): string {
  return text
    .replace(/\s*\n\s*/g, " ")
    .replace(/[\\`*_{}[\]()#+\-.!|~$:^=@/]/g, "\\$&")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;");
}
