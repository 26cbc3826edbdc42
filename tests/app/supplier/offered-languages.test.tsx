import { renderToString } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { expect, test } from "vitest";
import * as z from "zod";
import { LanguageList, LanguageStrip } from "#app/components/supplier/frame/language-list";
import { Problem } from "#app/domain/problem";
import { supplierLanguage } from "#app/http/supplier-session.server";
import { languages } from "#app/i18n/languages";
import { i18nFor } from "#app/i18n/texts/i18n.server";
import { interfaceStates } from "#app/i18n/translations/interface-states";
import { mailParts } from "#app/mail/mail-data";
import { submitIntent } from "#app/routes/supplier/question/submit-intent";
import { forSession } from "#app/routes/supplier/requests/session-requests";
import { asVisitor } from "#app/services/context/callers";
import type { ServiceContext } from "#app/services/context/contexts";
import { writeMail } from "#app/services/mails/write-mail";
import { declineInvitation } from "#app/services/supplier/link/decline-invitation";
import { openLink } from "#app/services/supplier/link/link";
import { showDecline } from "#app/services/supplier/link/show-decline";
import { showLanding } from "#app/services/supplier/link/show-landing";
import { startAttestation } from "#app/services/supplier/link/start-attestation";
import { showUnsubscribe } from "#app/services/supplier/link/unsubscribe";
import { showStopMails } from "#app/services/supplier/mails/stop-mails";
import { pageTexts } from "#app/services/supplier/page/page-texts";
import { problemOffer } from "#app/services/supplier/page/problem-offer";
import { readerLanguage } from "#app/services/supplier/page/reader-language";
import { showProblem } from "#app/services/supplier/page/show-problem";
import { showPaste } from "#app/services/supplier/paste/show-paste";
import { choosePageLanguage } from "#app/services/supplier/session/choose-language";
import { openSupplierSession } from "#app/services/supplier/session/open-supplier-session";
import { statementOf } from "#app/services/supplier/signing/declaration";
import { showTasks } from "#app/services/supplier/tasks/show-tasks";
import type { FrameView } from "#app/views/supplier/frame";
import { loadQuestionnaire } from "#questionnaires/load";
import { testContext } from "#tests/support/context";
import { asSupplier, form, invite } from "#tests/support/supplier";
import { codeOf } from "#tests/support/team";

const offered = ["en", "zh-Hans", "ar"];

/** A supplier whose contact reads Turkish, asked by a campaign that does not offer it. */
async function asked(over: { contact?: string; offered?: readonly string[] } = {}) {
  const ctx = await testContext();
  const campaign = { offered: over.offered ?? offered };
  return { ctx, ...(await invite(ctx, { contact: { language: over.contact ?? "tr" }, campaign })) };
}

const read = ({ language, chosen }: FrameView) => ({ language, chosen });
const english = { language: "en", chosen: "en" };
const choices = ({ languages: way }: FrameView) => way?.offered;

/** Every page of a link as somebody gets it whose browser asks for `browser` and who chose `chosen`. */
async function linkFrames(
  { ctx, token, invitation }: Awaited<ReturnType<typeof asked>>,
  browser: string,
  chosen?: string,
) {
  const visitor = asVisitor(ctx, browser);
  const link = { token, language: chosen };
  const { org, id } = invitation;
  const proof = ctx.links.stopProofFor(org, id);
  const pages = [
    await showLanding(visitor, link),
    await showDecline(visitor, { ...link, reason: "wrong-contact" }),
    await showUnsubscribe(visitor, link),
    await showStopMails(visitor, { org, invitation: id, proof, language: chosen }),
  ];
  return pages.flatMap((page) => page?.frame ?? []);
}

test.each([
  ["contact's, whatever the browser asks for", "fr", undefined, "en"],
  ["chosen by address or cookie", "en", "de", "en"],
  ["contact's where an offered one is chosen", "en", "ar", "ar"],
  ["chosen, of the contact or the browser", "vi", "ko", "en"],
] as const)(
  "a language that is not offered is not read on pages of a link: %s",
  async (_, browser, chosen, language) => {
    const invited = await asked();
    const frames = await linkFrames(invited, browser, chosen);
    expect(frames.map(read)).toEqual(Array(4).fill({ language, chosen: language }));
    expect(frames.map(choices)).toEqual(Array(4).fill(offered));
  },
);

test("who reads a language that is offered reads it, and a choice that is not offered changes nothing", async () => {
  const frames = await linkFrames(await asked({ contact: "ar" }), "de", "tr");
  expect(frames.map(read)).toEqual(Array(4).fill({ language: "ar", chosen: "ar" }));
});

test("the choice is not there where English alone is offered", async () => {
  const invited = await asked({ offered: ["en"] });
  const frames = await linkFrames(invited, "fr", "fr");
  expect(frames.map(choices)).toEqual(Array(4).fill(undefined));
  const session = await asSupplier(invited.ctx, invited.token, "fr").open();
  expect((await showTasks(session, {})).frame.languages).toBeUndefined();
});

test("in a session only what is offered is read, listed and taken", async () => {
  const { ctx, token } = await asked();
  for (const language of ["tr", "de", "xx"]) {
    const session = await asSupplier(ctx, token, language).open();
    const { frame } = await showTasks(session, {});
    expect(read(frame)).toEqual(english);
    expect(choices(frame)).toEqual(offered);
    expect(await codeOf(choosePageLanguage(session, { language, from: "" }))).toBe("bad-request");
    const sent = submitIntent(form({ language }), session.session.file.campaign);
    expect([sent.language, sent.intent]).toEqual([undefined, "go-on"]);
    const paste = await showPaste(session, { question: "B1", part: "sites", text: "", language });
    expect(read(paste.frame)).toEqual(english);
  }
  const session = await asSupplier(ctx, token, "ar").open();
  expect(session.language).toBe("ar");
  expect((await choosePageLanguage(session, { language: "zh-Hans", from: "B1" })).language).toBe("zh-Hans");
  const offer = session.session.file.campaign;
  expect(submitIntent(form({ language: "zh-Hans" }), offer)).toMatchObject({ language: "zh-Hans", intent: "step-out" });
});

test("the trail says the language that is read from the start", async () => {
  const { ctx, token, organisation } = await asked();
  const { attestation, sessionToken } = await startAttestation(asVisitor(ctx, "de"), { token });
  await openSupplierSession(asVisitor(ctx, "de"), { attestation, sessionToken, language: "de" });
  const [event] = await ctx.store.audit.trail(organisation.id, { most: 1 });
  expect(event).toMatchObject({ action: "attestation.started", details: { language: "en" } });
});

test.each([
  ["tr", undefined, ["tr", "en"]],
  ["tr", ["en", "ar"], ["en"]],
  ["ar", ["en", "ar"], ["ar", "en"]],
  ["en", ["en", "ar"], ["en"]],
  ["xx", undefined, ["en"]],
] as const)("a mail to a reader of %s where %j is offered is in %j", (language, of, parts) => {
  expect(mailParts(language, { offered: of }).map((part) => part.language)).toEqual(parts);
  expect(mailParts(language, { offered: of })[0]?.reader).toBe(parts[0]);
});

test.each([
  ["tr", undefined, true],
  ["tr", ["en", "ar"], false],
  ["ar", ["en", "ar"], true],
  ["en", ["en", "ar"], true],
  ["en", ["en"], false],
  ["xx", ["en", "ar"], true],
] as const)("a mail to a reader of %s where %j is offered promises their language: %s", (language, of, promises) => {
  for (const part of mailParts(language, { offered: of })) expect(part.hasChoice).toBe(promises);
});

test("an invitation to a reader of what is not offered is in English, and its link asks for English", async () => {
  const { ctx, organisation } = await asked();
  const { rows } = await ctx.store.mails.list(organisation.id, { page: 1, pageSize: 1 });
  const [mail] = rows;
  if (!mail) throw new Error("one was queued");
  const message = await writeMail(ctx, { ...mail, language: "tr" });
  expect(message.headers["Content-Language"]).toBe("en");
  expect(message.text).toContain("?language=en");
  expect(message.text).not.toContain("?language=tr");
  const promise = ctx.t("en")("mail:invitation.languages");
  expect(message.text).not.toContain(promise);
  const other = await writeMail(ctx, { ...mail, language: "ar" });
  expect(other.headers["Content-Language"]).toBe("ar, en");
  expect(other.text).toContain(promise);
});

test("the page of a link that ended is in what was offered", async () => {
  const { ctx, token } = await asked();
  await declineInvitation(asVisitor(ctx, "en"), { token, reason: "not-supplier", hint: "" });
  const problem = await openLink(ctx, token).catch((error: unknown) => error);
  if (!(problem instanceof Problem)) throw new Error("it opens nothing any more");
  const offer = problemOffer(problem);
  expect(offer).toEqual({ offered });
  const request = new Request("https://avow.example/s/x", { headers: { cookie: "language=de" } });
  expect(supplierLanguage(request, "tr", offer)).toBe("en");
  const { frame } = await showProblem(asVisitor(ctx, "en"), { problem, address: "/s/x", offer });
  expect(choices(frame)).toEqual(offered);
  expect(problemOffer(new Problem("link-unknown"))).toEqual({});
});

test.each([
  ["tr", "en"],
  ["ar", "ar"],
])(
  "the page of what went wrong in a session of a reader of %s is in %s, and so is its choice",
  async (contact, language) => {
    const { ctx, token } = await asked({ contact });
    const { attestation, sessionToken } = await startAttestation(asVisitor(ctx, "en"), { token });
    const request = new Request(`https://avow.example/attest/${attestation}/B1`, {
      headers: { cookie: `language=de; avow_attest=${sessionToken}`, "accept-language": "fr" },
    });
    const page = forSession(() => {
      throw new Problem("not-found");
    });
    const context = { cspNonce: "", address: "::1", context: ctx };
    const answer: unknown = await page({ request, params: { id: attestation }, context }).catch(
      (thrown: unknown) => thrown,
    );
    const { data } = z.object({ data: z.object({ frame: z.custom<FrameView>() }) }).parse(answer);
    expect(read(data.frame)).toEqual({ language, chosen: language });
    expect(choices(data.frame)).toEqual(offered);
  },
);

test("a choice that is not offered gives way to the contact's, then to English", () => {
  const offer = { offered };
  expect(readerLanguage({ chosen: "de", contact: "ar", otherwise: "fr" }, offer)).toBe("ar");
  expect(readerLanguage({ chosen: "de", contact: "xx", otherwise: "zh-Hans" }, offer)).toBe("zh-Hans");
  expect(readerLanguage({ contact: "tr", otherwise: "ar" }, offer)).toBe("en");
  expect(readerLanguage({ chosen: "de", contact: "ar", otherwise: "fr" })).toBe("de");
});

test("lists for different offers do not get each other's languages, and count their own", async () => {
  const draw = async (over: { offered?: readonly string[] }) => {
    const [frame] = await linkFrames(await asked(over), "en");
    if (!frame) throw new Error("there is a page");
    const page = [<LanguageStrip key="strip" frame={frame} />, <LanguageList key="list" frame={frame} />];
    return renderToString(<I18nextProvider i18n={i18nFor("en")}>{page}</I18nextProvider>);
  };
  const listed = (html: string) => [...html.matchAll(/<li><a href="\?language=([\w-]+)"/g)].map(([, tag]) => tag);
  const [few, other, all] = [
    await draw({}),
    await draw({ offered: ["en", "tr"] }),
    await draw({ offered: languages.map(({ tag }) => tag) }),
  ];
  expect([few, other].map(listed)).toEqual([offered, ["en", "tr"]]);
  expect(listed(all)).toEqual(languages.map(({ tag }) => tag));
  expect(few).toContain("3 languages");
  expect(all).toContain("16 languages");
});

test("above the statement stands that English decides, also where only the page round it was read by nobody", async () => {
  const ctx = await testContext();
  const { token } = await invite(ctx);
  const { session } = await asSupplier(ctx, token).open();
  const { questionnaire, file } = session;
  const written = questionnaire.texts.get("en");
  if (!written) throw new Error("it is written in English");
  const untranslated = loadQuestionnaire(questionnaire.definition, [written.file], questionnaire.fingerprints);
  const noticeIn = (language: string) => {
    const words = pageTexts(ctx, { questionnaire: untranslated, file }, language);
    return statementOf(ctx, { ...session, questionnaire: untranslated }, words).notice;
  };
  // The questions are in English; the page is a translation by machine.
  expect(["ar", "zh-Hans"].map((tag) => interfaceDrafts(ctx, tag))).toEqual([true, true]);
  expect(noticeIn("ar")).toBe(ctx.t("ar")("supplier:sign.unreviewed"));
  expect(noticeIn("zh-Hans")).toBe(ctx.t("zh-Hans")("supplier:sign.unreviewed"));
  expect(noticeIn("en")).toBeUndefined();
});

function interfaceDrafts({ sha256 }: ServiceContext, language: string): boolean {
  return [...interfaceStates(language, (text) => sha256(text).slice(0, 12)).values()].includes("draft");
}
