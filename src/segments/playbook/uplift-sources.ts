/** What an uplift is called that nobody has measured. */
export const assumed = "assumption";

/** The one public test that most e-mail rows lean on: two weeks after one e-mail, 64,000 customers, control at 0.57 %. */
export const emailTest =
  "assumption; for scale, Hillstrom (2008), MineThatData e-mail test: +0.31 and +0.68 points of purchase in two weeks after one e-mail";
