import { describe, expect, it } from "vitest";
import { masked } from "#app/domain/confirmation";
import { confirmationIn } from "#app/services/answers/confirmation";
import { showReceipt } from "#app/services/supplier/receipt/show-receipt";
import { showCodePage } from "#app/services/supplier/signing/code/show-code-page";
import { typedCode } from "#app/services/supplier/signing/code/signing-code";
import type { SubmitOutcome } from "#app/services/supplier/signing/submit-attestation";
import { showMail } from "#app/services/team/settings/mails";
import type { Fields } from "#questionnaires/reading";
import { asPerson, type TestContext, testContext } from "#tests/support/context";
import { delivering } from "#tests/support/delivering";
import { aUser, now } from "#tests/support/factories";
import { doJobs } from "#tests/support/jobs";
import type { MailServerOptions } from "#tests/support/mail-server";
import { codeIn, newestCodeIn } from "#tests/support/signing-codes";
import { asSupplier, invite, signature } from "#tests/support/supplier";

const minute = 1 / 60;

const pressing = (codeStep: string, code = ""): Fields =>
  new Map([...signature, ["codeStep", [codeStep]], ["code", [code]]]);

async function atSigning(options: MailServerOptions = {}, language = "en") {
  const { ctx, server } = await delivering(options);
  const invited = await invite(ctx);
  const supplier = asSupplier(ctx, invited.token, language);
  await supplier.answersAll();
  const types = (code: string) => supplier.submits(pressing("check", code));
  /** Presses a button and lets the mail go out. */
  const presses = async (fields: Fields = signature) => {
    const outcome = await supplier.submits(fields);
    await doJobs(ctx);
    return outcome;
  };
  const codes = () => server.received.filter(({ mail }) => codeIn(mail).code);
  return { ctx, server, invited, supplier, types, presses, codes, code: () => newestCodeIn(server.received) };
}

/** Six digits that are not these. */
function another(code: string, no = 1): string {
  return String((Number(code) + no) % 1_000_000).padStart(6, "0");
}

function confirmation(outcome: SubmitOutcome) {
  if (outcome.kind !== "submitted") throw new Error(JSON.stringify(outcome));
  return confirmationIn(outcome.declaration);
}

async function actions(ctx: TestContext, org: string) {
  return (await ctx.store.audit.trail(org, { most: 200 }))
    .filter(({ action }) => action.startsWith("attestation.code"))
    .reverse();
}

describe("a code at signing", () => {
  it("goes to the contact by mail, and confirms the signature on record, receipt, mail and page", async () => {
    const { ctx, server, invited, supplier, types, presses, code, codes } = await atSigning();
    expect(await presses()).toEqual({ kind: "code" });
    const mail = codes().at(-1)?.mail;
    expect(mail?.to?.map(({ address }) => address)).toEqual([invited.contact.email]);
    expect(mail?.subject).not.toContain(code());
    expect(mail?.text).toContain("We never ask for this code on the phone.");
    expect(`${mail?.text}${mail?.html}`).not.toMatch(/https?:|href/);
    const sentTo = masked(invited.contact.email);
    const outcome = await types(code());
    expect(confirmation(outcome)).toEqual({ by: "code", sentTo, sentAt: now, at: now });
    const document = outcome.kind === "submitted" && outcome.declaration.document;
    expect(JSON.parse(document || "{}").confirmation).toMatchObject({ confirmedBy: "code", codeSentTo: sentTo });
    expect(document).not.toContain(code());
    expect((await showReceipt(await supplier.open(), {})).confirmed).toContain(sentTo);
    await doJobs(ctx);
    expect(server.received.at(-1)?.mail.text).toMatch(/Confirmed: With a code sent to .•••@/);
    const told = await actions(ctx, invited.organisation.id);
    expect(told.map(({ action }) => action)).toEqual(["attestation.code-asked", "attestation.code-confirmed"]);
    expect(JSON.stringify(told)).not.toContain(code());
  });

  it("is taken in the digits and with the spaces that people type", () => {
    expect(["123 456", " 123-456 ", "١٢٣٤٥٦", "１２３４５６", "12\u200e3456"].map(typedCode)).toEqual(
      Array(5).fill("123456"),
    );
    expect(["12345", "1234567", "12345a", "", "1+23456"].map(typedCode)).toEqual(Array(5).fill(undefined));
  });

  it("has five tries, and then another one is needed and had", async () => {
    const { ctx, types, presses, code, codes } = await atSigning();
    await presses();
    const first = code();
    expect(await types("12345")).toEqual({ kind: "code", problem: { kind: "blank" } });
    for (const left of [4, 3, 2, 1]) {
      expect(await types(another(first, left))).toEqual({ kind: "code", problem: { kind: "wrong", left } });
    }
    expect(await types(another(first, 5))).toEqual({ kind: "code", problem: { kind: "spent" } });
    expect(await types(first)).toEqual({ kind: "code", problem: { kind: "spent" } });
    expect(await presses(pressing("new"))).toEqual({ kind: "code", problem: { kind: "too-soon" } });
    ctx.later(minute);
    expect(await presses(pressing("new"))).toEqual({ kind: "code" });
    expect(codes()).toHaveLength(2);
    expect(await types(first)).toMatchObject({ problem: { kind: "wrong" } });
    expect((await types(code())).kind).toBe("submitted");
  });

  it("cannot be guessed by many at once", async () => {
    const { ctx, invited, types, presses, code } = await atSigning();
    await presses();
    const right = code();
    await Promise.all(Array.from({ length: 12 }, (_, at) => types(another(right, at + 1))));
    expect(await types(right)).toEqual({ kind: "code", problem: { kind: "spent" } });
    const told = await actions(ctx, invited.organisation.id);
    expect(told.filter(({ action }) => action === "attestation.code-wrong")).toHaveLength(5);
  });

  it("is sent five times an hour at most, and never locks", async () => {
    const { ctx, types, presses, code, codes } = await atSigning();
    await presses();
    for (let no = 1; no < 5; no += 1) {
      ctx.later(2 * minute);
      expect(await presses(pressing("new"))).toEqual({ kind: "code" });
    }
    ctx.later(2 * minute);
    const after = new Date(now.getTime() + 3_600_000);
    expect(await presses(pressing("new"))).toEqual({ kind: "code", problem: { kind: "too-many", after } });
    expect(codes()).toHaveLength(5);
    ctx.later(50 * minute);
    expect(await presses()).toEqual({ kind: "code" });
    expect((await types(code())).kind).toBe("submitted");
  });

  it("works for ten minutes", async () => {
    const { ctx, types, presses, code } = await atSigning();
    await presses();
    const first = code();
    ctx.later(10 * minute);
    expect(await types(first)).toEqual({ kind: "code", problem: { kind: "over" } });
    expect(await presses()).toEqual({ kind: "code" });
    ctx.later(9.9 * minute);
    expect((await types(code())).kind).toBe("submitted");
  });

  it("is good for its own answers and statement, and for no other attestation", async () => {
    const { ctx, invited, supplier, types, presses, code } = await atSigning();
    await presses();
    const first = code();
    const elsewhere = await invite(ctx, { organisation: { id: "org-2", name: "Other" } });
    const other = asSupplier(ctx, elsewhere.token);
    await other.answersAll();
    await other.submits();
    await doJobs(ctx);
    expect(await types(code())).toMatchObject({ problem: { kind: "wrong" } });
    const arabic = await asSupplier(ctx, invited.token, "ar").submits(pressing("check", first));
    expect(arabic).toEqual({ kind: "code", problem: { kind: "changed" } });
    await supplier.answers({ E1: { unsure: "legal" } });
    expect(await types(first)).toEqual({ kind: "code", problem: { kind: "changed" } });
    ctx.later(minute);
    expect(await presses()).toEqual({ kind: "code" });
    expect((await types(code())).kind).toBe("submitted");
  });

  it("is one for two tabs, and after the signature both get the receipt", async () => {
    const { presses, types, code, codes } = await atSigning();
    const both = await Promise.all([presses(), presses()]);
    expect(both).toEqual([{ kind: "code" }, { kind: "code" }]);
    expect(codes()).toHaveLength(1);
    const [one, other] = await Promise.all([types(code()), types(code())]);
    expect(one.kind).toBe("submitted");
    expect(other).toEqual(one);
    expect(await types(another(code()))).toEqual(one);
    expect(await presses()).toEqual(one);
  });

  it("is not readable by the team", async () => {
    const { ctx, invited, presses, code } = await atSigning();
    await presses();
    const { organisation } = invited;
    const { rows } = await ctx.store.mails.list(organisation.id, { page: 1, pageSize: 9 });
    const id = rows.find(({ kind }) => kind === "code")?.id ?? "";
    const user = aUser({ org: organisation.id, role: "admin" });
    const { message } = await showMail(asPerson(ctx, { user, organisation }), { id });
    expect(message.text).toContain("Code: ••••••");
    expect(JSON.stringify(message)).not.toContain(code());
  });
});

describe("where no mail goes out", () => {
  it("nothing is asked without a mail server, and the record says that there was no code", async () => {
    const ctx = await testContext();
    const supplier = asSupplier(ctx, (await invite(ctx)).token);
    await supplier.answersAll();
    expect(confirmation(await supplier.submits())).toEqual({ by: "none", because: "no-mail-server" });
    expect((await showReceipt(await supplier.open(), {})).confirmed).toBe("No code: the mail could not be sent");
  });

  it("nothing is asked while mails are held", async () => {
    const { ctx, supplier, presses } = await atSigning({
      login: () => undefined,
      sender: () => ({ code: 451, text: "4.3.0 try later: too many" }),
    });
    expect(await presses()).toEqual({ kind: "code" });
    expect((await ctx.store.mailHolds.get())?.endedAt).toBeUndefined();
    expect((await showCodePage(await supplier.open(), { typed: form() })).isUnsent).toBe(true);
    expect(confirmation(await presses())).toEqual({ by: "none", because: "mail-not-sent" });
  });

  it("signing goes on without when the mail was refused for good, and not before", async () => {
    const { supplier, presses } = await atSigning({ recipient: () => ({ code: 550, text: "5.1.1 no such user" }) });
    expect(await supplier.submits()).toEqual({ kind: "code" });
    expect(await supplier.submits(pressing("without"))).toEqual({ kind: "code" });
    expect(await presses(pressing("new"))).toMatchObject({ kind: "code" });
    expect((await showCodePage(await supplier.open(), { typed: form() })).isUnsent).toBe(true);
    expect(await supplier.submits(pressing("new"))).toEqual({ kind: "code" });
    expect(confirmation(await presses(pressing("without")))).toEqual({ by: "none", because: "mail-not-sent" });
  });

  it("a code that nobody can use any more is not sent late", async () => {
    const { ctx, supplier, presses, codes } = await atSigning();
    await supplier.submits();
    ctx.later(11 * minute);
    await doJobs(ctx);
    expect(codes()).toHaveLength(0);
    expect(confirmation(await presses(pressing("without")))).toEqual({ by: "none", because: "mail-not-sent" });
  });
});

describe("the page that asks for the code", () => {
  it("keeps everything that was typed before, and says where the code goes", async () => {
    const { invited, supplier, presses } = await atSigning();
    await presses();
    const view = await showCodePage(await supplier.open(), { typed: form() });
    expect(view.typed).toEqual([...signature].map(([name, [value]]) => ({ name, value })));
    expect(view).toMatchObject({ isLive: true, isUnsent: false });
    expect(view.sent?.replace(/[\u2066-\u2069]/g, "")).toContain(masked(invited.contact.email));
  });
});

function form() {
  return { fields: pressing("check", "123456"), errors: [], notSaved: false, conflict: false };
}

describe("an address that is shown partly", () => {
  it("is known again by its owner, and by nobody else", () => {
    expect(["lin@mill.example", "l@mill.example", "李@mill.example", "a@b@mill.example"].map(masked)).toEqual([
      "l•••@mill.example",
      "l•••@mill.example",
      "李•••@mill.example",
      "a•••@mill.example",
    ]);
    expect(masked("nothing")).toBe("•••");
  });
});
