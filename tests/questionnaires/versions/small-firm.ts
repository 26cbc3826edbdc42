import type { Facts } from "#questionnaires/answers";

/**
 * What the firm of the test of effort types and chooses: of a table its rows; "none" and "no-to-all" for the buttons that say so
 * and go on.
 */
export type Typed = Readonly<Record<string, string | readonly string[]>>;
export type Page =
  | Typed
  | "none"
  | "no-to-all"
  | { readonly row: Typed }
  | { readonly rows: Readonly<Record<string, Typed>> };

/** Risk is Medium, so that all is asked that such a firm can be asked. */
export const smallFirmFacts: Facts = { inherent: 30, regimes: [], modules: [] };

/**
 * A clean maker of clothes in Portugal: one site, 42 workers, nobody from abroad, no agents, blouses of viscose for the US,
 * all sewn in house. Every question that it can meet, whether or not it does.
 */
export const smallFirm: Readonly<Record<string, readonly Page[]>> = {
  A1: [{ answer: "whole" }],
  A2: [{ name: "Confeções do Ave", number: "PT501", country: "PT", "owners.none": "yes" }],
  A3: [{ name: "Rita Alves", job: "HR", helpers: "hr" }],
  B1: [{ row: { name: "Guimarães", country: "PT", work: "production", workers: "42" } }],
  B2: [{ answer: "none" }],
  C1: [{ row: { product: "Blouses", kind: "goods", hs: "61", good: "not-listed", sites: "site", markets: "us" } }],
  C2: [{ listed: "none" }],
  D1: [{ rows: { site: { own: "42" } } }],
  D2: ["none"],
  D5: [{ answer: "none" }],
  E1: [{ answer: "no" }],
  E2: [{ "since-2018": "no" }],
  E3: [{ "since-2018": "no-asked" }],
  E4: ["none"],
  E6: ["no-to-all"],
  F5: [{ answer: "no" }],
  G1: [{ answer: "worker" }],
  G2: [{ answer: "yes" }],
  G4: [{ answer: "yes" }],
  H1: [{ answer: "own-account-or-card" }],
  H3: [{ answer: "no" }],
  I1: [{ hours: "48", "rest-days": "4" }],
  I2: [{ answer: "no-overtime" }],
  J1: [{ answer: "trusted-person", languages: "yes", agency: "no-agency-staff" }],
  J2: [{ received: "2", solved: "2" }],
  J3: [{ "answer.committee": "yes", "answer.no-punishment-rule": "yes" }],
  J4: [{ answer: "looked-none" }],
  K1: [{ answer: "signed", points: ["fees", "wages", "movement"] }],
  K2: [{ person: "HR", trained: "managers" }],
  K3: [{ done: "check", "last-check.year": "2026", "last-check.month": "3" }],
  K4: ["none"],
  L1: [{ suppliers: "4", asked: "4", answered: "3" }],
  L2: [{ answer: "both" }],
  L3: [{ answer: "80" }],
  L4: [{ dprk: "0", xinjiang: "0", documents: "0", fees: "0" }],
  N1: [{ answer: "thirty-days" }],
  O1: [{ answer: "records" }],
};
