import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { dayMoment } from "#app/i18n/dates/moments";
import { pageText } from "#app/i18n/page-text";
import { statementIn } from "#app/services/answers/signed/signed-statement";
import type { TeamContext } from "#app/services/context/contexts";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { readSupplier } from "#app/services/team/suppliers/show-supplier";
import { noteExport } from "#app/services/team/trail/note";
import type { BriefSheet, BriefWords } from "#app/views/team/supplier/brief-sheet";
import type { RestrictedRatedView } from "#app/views/team/supplier/restricted";
import type { RatedView } from "#app/views/team/supplier/supplier-page";
import type { Declaration } from "#db/records";
import { doubtWords } from "./brief-doubts";
import { knownList, nextList, proofList, statusList, sumList } from "./brief-lists";
import { restrictedVerdict, verdictOf } from "./brief-verdict";

const nothing = new Uint8Array();

/**
 * What the page of a supplier says, on one sheet of paper for somebody who has never seen the product. `rating`: as on the page.
 * It shows no more than the page does to whoever prints it.
 * @throws Problem "not-found" for an id that is not in this organisation, and for a supplier that has no rating
 */
export const printBrief = teamUseCase({
  permission: "suppliers.export",
  input: z.object({ id: recordId, rating: z.string().optional() }),
  events: ["data.exported", "record.mismatched"],
  async run(ctx, asked, event) {
    ctx.require("suppliers.read");
    const page = await readSupplier(ctx, asked, event);
    const shown = page.rated ?? page.restricted;
    if (!shown) throw new Problem("not-found");
    const rating = page.history.find((one) => one.shown)?.id;
    const declaration = shown.signed && (await declarationOf(ctx, asked.id, rating));
    const sheet: BriefSheet = {
      ...headOf(ctx, page.supplier),
      ...("isChanged" in shown ? restrictedVerdict(ctx, shown.rating.band) : verdictOf(ctx, shown.rating)),
      known: knownList(ctx, shown),
      ...("isChanged" in shown ? {} : { sum: sumList(ctx, shown), statuses: statusList(ctx, shown) }),
      proof: proofList(ctx, shown),
      next: await nextList(ctx, asked.id),
      doubts: doubtWords(ctx, shown),
      words: declaration && signedWords(ctx, shown, declaration),
      ...footOf(ctx, shown),
    };
    const bytes = ctx.isHead ? nothing : await ctx.printer.print({ paper: "brief", sheet });
    await noteExport(ctx, event, "brief");
    return { name: `${page.supplier.ref}.pdf`, type: "application/pdf", bytes };
  },
});

function headOf(
  ctx: TeamContext,
  { name, ref, place, externalId }: Awaited<ReturnType<typeof readSupplier>>["supplier"],
) {
  const t = ctx.t(ctx.language);
  const now = ctx.clock.now();
  return {
    language: ctx.language,
    title: t("ratings:brief.pageTitle", { name }),
    organisation: ctx.organisation.name,
    kind: t("ratings:brief.kind"),
    day: dayMoment(now, ctx.language).text,
    at: now.getTime(),
    name,
    facts: [ref, place, ...(externalId === undefined ? [] : [t("ratings:page.externalId", { id: externalId })])].join(
      " · ",
    ),
    substitute: t("ratings:brief.substitute"),
  };
}

/** What was signed, of the very rating that is shown. */
async function declarationOf(ctx: TeamContext, supplier: string, rating: string | undefined) {
  const org = ctx.organisation.id;
  const stored = (await ctx.store.ratings.history(org, supplier)).find(({ id }) => id === rating);
  const file = stored && (await ctx.store.attestations.get(org, stored.attestation));
  return file?.declaration;
}

/** The statement in the language in which it was signed, and who signed it. */
function signedWords(
  ctx: TeamContext,
  { signed }: RatedView | RestrictedRatedView,
  { document, language }: Declaration,
): BriefWords {
  const t = ctx.t(ctx.language);
  const { notice, opening, clauses = [] } = statementIn(document) ?? {};
  const ours = [notice, opening]
    .filter((text): text is string => text !== undefined)
    .map((text) => ({ text, lang: language }));
  const note = signed && [
    t("ratings:page.record.signed", { name: signed.name, job: signed.job, at: signed.at.text }),
    ...(signed.confirmed === undefined ? [] : [signed.confirmed]),
  ];
  return {
    heading: t("ratings:brief.words"),
    paragraphs: inOnePiece([...ours, ...clauses]).map((text) => pageText(text, ctx.language)),
    note: note?.join(" "),
  };
}

type Words = { readonly text: string; readonly lang: string };

/** Neighbours of one language as one paragraph: a sheet has no room for a line each. */
function inOnePiece(all: readonly Words[]): readonly Words[] {
  const pieces: Words[] = [];
  for (const { text, lang } of all) {
    const last = pieces.at(-1);
    if (last?.lang === lang) pieces[pieces.length - 1] = { lang, text: `${last.text} ${text}` };
    else pieces.push({ text, lang });
  }
  return pieces;
}

/** What it was made from, and the seal of what was signed, where whoever prints it may see its fingerprint. */
function footOf(ctx: TeamContext, shown: RatedView | RestrictedRatedView) {
  const t = ctx.t(ctx.language);
  const { at, versions } = shown.rating;
  const named = (what: string) => versions.find((one) => one.what === what)?.name ?? "";
  const hash = "isChanged" in shown ? undefined : shown.signed?.hash;
  return {
    seal: hash === undefined ? undefined : { hash, alt: t("ratings:brief.seal") },
    foot: [
      t("ratings:brief.madeFrom", {
        at: at.text,
        questionnaire: named("questionnaire"),
        rules: named("ruleSet"),
        edition: named("edition"),
      }),
      ...(hash === undefined ? [] : [t("ratings:brief.fingerprint", { hash })]),
      t("ratings:brief.maker", { name: ctx.user.name }),
    ],
  };
}
