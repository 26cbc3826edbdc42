import { expect, test } from "vitest";
import { masked } from "#app/domain/confirmation";
import { confirmationIn } from "#app/services/answers/confirmation";
import { showColleagueLanding } from "#app/services/supplier/colleagues/show-colleague-landing";
import { showColleagues } from "#app/services/supplier/colleagues/show-colleagues";
import { stopMails } from "#app/services/supplier/mails/stop-mails";
import { showCodePage } from "#app/services/supplier/signing/code/show-code-page";
import { showSignPage } from "#app/services/supplier/signing/show-sign-page";
import { submitAttestation } from "#app/services/supplier/signing/submit-attestation";
import type { Fields } from "#questionnaires/reading";
import { delivering } from "#tests/support/delivering";
import { doJobs } from "#tests/support/jobs";
import { codeIn, newestCodeIn } from "#tests/support/signing-codes";
import { signature } from "#tests/support/supplier";
import { colleagueScene } from "./scene";

const pressing = (codeStep: string, code = ""): Fields =>
  new Map([...signature, ["codeStep", [codeStep]], ["code", [code]]]);

/** A supplier whose colleague may sign everything that is answered, with a mail server that takes what is sent. */
async function atSigning() {
  const { ctx, server } = await delivering();
  const scene = await colleagueScene({ ctx });
  await scene.supplier.answersAll();
  await scene.ask({ sign: "yes" });
  const open = await scene.opened();
  const presses = async (self: Awaited<ReturnType<typeof open>>, fields: Fields = signature) => {
    const outcome = await submitAttestation(self, { fields, revision: self.session.file.attestation.revision });
    await doJobs(ctx);
    return outcome;
  };
  const code = () => newestCodeIn(server.received);
  const codesTo = () =>
    server.received.flatMap(({ mail }) => (codeIn(mail).code ? (mail.to ?? []).map(({ address }) => address) : []));
  return { ...scene, ctx, open, presses, code, codesTo };
}

test("a colleague who signs gets the code at their own address, which stands in the declaration", async () => {
  const { open, presses, code, codesTo } = await atSigning();
  const sentTo = masked("zhang.wei@haoyuan.example");
  expect((await showSignPage(await open(), {})).codeFirst).toContain(sentTo);
  expect(await presses(await open())).toEqual({ kind: "code" });
  expect(codesTo()).toEqual(["zhang.wei@haoyuan.example"]);
  const typed = { fields: signature, errors: [], notSaved: false, conflict: false };
  expect((await showCodePage(await open(), { typed })).sent).toContain(sentTo);
  const outcome = await presses(await open(), pressing("check", code()));
  if (outcome.kind !== "submitted") throw new Error(outcome.kind);
  expect(confirmationIn(outcome.declaration)).toMatchObject({ by: "code", sentTo });
});

test("a code confirms nobody but whom it was sent to", async () => {
  const { supplier, invited, ctx, open, presses, code, codesTo } = await atSigning();
  await presses(await open());
  const typed = pressing("check", code());
  expect(await presses(await supplier.open(), typed)).toEqual({ kind: "code", problem: { kind: "changed" } });
  ctx.later(1 / 60);
  await presses(await supplier.open(), pressing("new"));
  expect(codesTo()).toEqual(["zhang.wei@haoyuan.example", invited.contact.email]);
  const theirs = pressing("check", code());
  expect(await presses(await open(), theirs)).toEqual({ kind: "code", problem: { kind: "changed" } });
  expect(await presses(await supplier.open(), theirs)).toMatchObject({ kind: "submitted" });
});

test("whoever wants no more mail about a request can still have a colleague asked, who gets the mail", async () => {
  const { ctx, server } = await delivering();
  const scene = await colleagueScene({ ctx });
  await doJobs(ctx);
  const { organisation, invitation } = scene.invited;
  await stopMails(scene.visitor, {
    org: organisation.id,
    invitation: invitation.id,
    proof: ctx.links.stopProofFor(organisation.id, invitation.id),
  });
  await scene.ask();
  await doJobs(ctx);
  expect(server.received.at(-1)?.mail.to?.map(({ address }) => address)).toEqual(["zhang.wei@haoyuan.example"]);
});

test("a colleague chooses and reads what the campaign offers, and English otherwise", async () => {
  const scene = await colleagueScene({ mails: false, campaign: { offered: ["fr"] } });
  const page = await showColleagues(await scene.supplier.open(), {});
  expect(page.languages.map(({ tag }) => tag)).toEqual(["en", "fr"]);
  await scene.ask({ reads: "tr" });
  expect((await scene.newest()).language).toBe("en");
  await scene.ask({ reads: "fr", seen: "1" });
  expect((await scene.newest()).language).toBe("fr");
  const token = await scene.token();
  const languageOf = async (language?: string) =>
    (await showColleagueLanding(scene.visitor, { token, language }))?.frame;
  expect(await languageOf()).toMatchObject({ chosen: "fr", languages: { offered: ["en", "fr"] } });
  expect(await languageOf("tr")).toMatchObject({ chosen: "fr" });
});
