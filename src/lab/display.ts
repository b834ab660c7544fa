/** A value in several forms, keyed by mime type; a front end takes the richest one that it knows. */
export type MimeBundle = Readonly<Record<string, unknown>>;

/** Something that `show` sends as it is: its forms, and what it reads like where there is no notebook. */
export class Display {
  readonly bundle: MimeBundle;
  readonly text: string;

  constructor(bundle: MimeBundle, text: string) {
    this.bundle = bundle;
    this.text = text;
  }
}
