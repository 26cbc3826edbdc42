import type { FormValues } from "#tests/support/http-client";

/** How the tests call on one route. */
export type Address = {
  /** With the names of `Owned` in braces. */
  readonly path: string;
  /** `team`: signed in. `working` and `done`: the session of a supplier. `open`: whoever knows the address. */
  readonly who: "team" | "working" | "done" | "open";
  /** Status of a GET by somebody who may; 200 unless said. `none`: only forms are sent here. */
  readonly status?: number;
  /** A form that its action would take, when it has an action. */
  readonly form?: FormValues;
  readonly multipart?: true;
  /** Its form changes what is the sender's own and nothing else, so that every role may send it. */
  readonly harmless?: true;
  /** Status of its form where there is nothing to take away, which is done already; else it is not found. */
  readonly done?: number;
};

/** One case for each pattern of the pages that suppliers and those whom they ask see. */
export const supplierAddresses: Readonly<Record<string, Address>> = {
  "s/:token": { path: "/s/{token}", who: "open", form: [] },
  "s/:token/decline": { path: "/s/{token}/decline", who: "open", form: [["reason", "wrong-contact"]] },
  "s/:token/give-back": { path: "/s/{token}/give-back", who: "open", status: 404, form: [["note", ""]] },
  "s/:token/unsubscribe": { path: "/s/{token}/unsubscribe", who: "open", form: [] },
  "stop-mails/:org/:invitation/:proof": {
    path: "/stop-mails/{organisation}/{invitation}/{stop}",
    who: "open",
    form: [],
  },
  "attest-help": { path: "/attest-help", who: "open" },
  "attest/:id": { path: "/attest/{attestation}", who: "working" },
  "attest/:id/left": { path: "/attest/{attestation}/left", who: "working" },
  "attest/:id/done": { path: "/attest/{attestation}/done", who: "open", form: [] },
  "attest/:id/colleagues": {
    path: "/attest/{attestation}/colleagues",
    who: "working",
    form: [
      ["section", "E"],
      ["name", "Mallory"],
      ["email", "mallory@example.com"],
      ["asker", "Mallory"],
    ],
  },
  "attest/:id/files": { path: "/attest/{attestation}/files", who: "working" },
  "attest/:id/earlier": {
    path: "/attest/{attestation}/earlier",
    who: "working",
    form: [["link", "/s/somebody-elses-link"]],
  },
  "attest/:id/:question/still-true": {
    path: "/attest/{attestation}/E1/still-true",
    who: "working",
    status: 302,
    form: [["earlier", "mine"]],
  },
  // Only whoever was asked to approve opens it.
  "attest/:id/approve": { path: "/attest/{attestation}/approve", who: "working", status: 403, form: [] },
  "attest/:id/:question/ask": {
    path: "/attest/{attestation}/E1/ask",
    who: "working",
    form: [["message", "What did the others answer?"]],
  },
  "attest/:id/actions": { path: "/attest/{signed}/actions", who: "done" },
  "attest/:id/actions/:action": {
    path: "/attest/{signed}/actions/{action}",
    who: "done",
    form: [
      ["ownStep", "We pay on time"],
      ["progress", "begun"],
    ],
  },
  "attest/:id/actions/:action/proof": {
    path: "/attest/{signed}/actions/{action}/proof",
    who: "done",
    form: [["file", "a proof"]],
    multipart: true,
  },
  "attest/:id/check": { path: "/attest/{attestation}/check", who: "working", form: [["finding", "c4"]] },
  "attest/:id/answers": { path: "/attest/{attestation}/answers", who: "working" },
  "attest/:id/workbook": {
    path: "/attest/{attestation}/workbook",
    who: "working",
    form: [["file", "no workbook"]],
    multipart: true,
  },
  "attest/:id/workbook.xlsx": { path: "/attest/{attestation}/workbook.xlsx", who: "working" },
  "attest/:id/workbook/:part": { path: "/attest/{attestation}/workbook/answers", who: "working" },
  "attest/:id/sign": { path: "/attest/{attestation}/sign", who: "working", form: [["O2.name", "Mallory"]] },
  "attest/:id/receipt": { path: "/attest/{signed}/receipt", who: "done" },
  "attest/:id/result": { path: "/attest/{signed}/result", who: "done", status: 404 },
  "attest/:id/receipt.json": { path: "/attest/{signed}/receipt.json", who: "done" },
  "attest/:id/receipt.pdf": { path: "/attest/{signed}/receipt.pdf", who: "done" },
  "attest/:id/language": {
    path: "/attest/{attestation}/language",
    who: "working",
    status: 400,
    form: [["language", "ar"]],
  },
  "attest/:id/:question": {
    path: "/attest/{attestation}/E1",
    who: "working",
    form: [
      ["basedOn", "0"],
      ["E1.answer", "no"],
    ],
  },
  "attest/:id/:question/evidence": {
    path: "/attest/{attestation}/E1/evidence",
    who: "working",
    form: [["file", "another paper"]],
    multipart: true,
  },
  "attest/:id/:question/evidence/pieces": {
    path: "/attest/{attestation}/E1/evidence/pieces",
    who: "working",
    status: 400,
    form: [["file", "another paper"]],
  },
  "attest/:id/evidence/:evidence": { path: "/attest/{attestation}/evidence/{paper}", who: "working" },
  "attest/:id/evidence/:evidence/about": {
    path: "/attest/{attestation}/evidence/{paper}/about",
    who: "working",
    form: [["questions", "E1"]],
  },
  "attest/:id/evidence/:evidence/remove": {
    path: "/attest/{attestation}/evidence/{paper}/remove",
    who: "working",
    form: [],
  },
  "attest/:id/:question/:part/paste": {
    path: "/attest/{attestation}/B1/sites/paste",
    who: "working",
    form: [
      ["text", "Porto\t\t\tPortugal\tSewing\t5"],
      ["then", "add"],
    ],
  },
  "attest/:id/:question/:part/:row": {
    path: "/attest/{attestation}/B1/sites/{site}",
    who: "working",
    form: [
      ["basedOn", "1"],
      ["B1.sites.name", "Renamed"],
      ["B1.sites.country", "PT"],
      ["B1.sites.activity", "Sewing"],
      ["B1.sites.workers", "11"],
    ],
  },
  "attest/:id/:question/:part/:row/remove": {
    path: "/attest/{attestation}/B1/sites/{site}/remove",
    who: "working",
    form: [],
    done: 302,
  },
};
