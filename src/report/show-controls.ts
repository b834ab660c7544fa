/**
 * Makes characters visible that reorder or hide text around them (Unicode's bidirectional controls, spaces without width): a
 * name must not turn the sentence that it stands in. Letters of right-to-left scripts stay as they are.
 */
export function showControls(html: string): string {
  return html.replace(/[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g, "\ufffd");
}
