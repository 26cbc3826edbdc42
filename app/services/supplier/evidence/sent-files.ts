import * as z from "zod";
import { joinItems } from "#app/i18n/writing/punctuation";
import { isKeptApart } from "#app/services/answers/evidence-answers";
import type { SupplierContext } from "#app/services/context/contexts";
import type { PageTexts } from "#app/services/supplier/page/page-texts";
import { type Origin, withOrigin } from "#app/services/supplier/session/origin";
import { addressOf } from "#app/services/supplier/session/supplier-session";
import type { ErrorLine } from "#app/views/error-line";
import type { RefusedLine } from "#app/views/supplier/evidence";
import { keptApartWords } from "./evidence-lines";
import { megabytes } from "./files/file-sizes";
import type { RefusedType } from "./files/file-type";
import type { AddedEvidence } from "./files/receive-document";
import { waysOut } from "./files/ways-out";
import { evidenceLimits, lookedIntoBytes } from "./limits";

/** What became of the files that were sent at once, by the name each came with. */
export type SentFiles = {
  readonly files: readonly { readonly name: string; readonly outcome: AddedEvidence }[];
  /** There were more files than are taken at once. */
  readonly more: boolean;
};

/** The files of a form that are told of again, in the input of the use case that shows them. */
export const sentFiles = z.custom<SentFiles>(
  (value) => typeof value === "object" && value !== null && "files" in value,
);

/** What went wrong with them, one line a file. */
export function sentErrors({ files, more }: SentFiles, words: PageTexts): readonly ErrorLine[] {
  const { t } = words;
  const texts = files.flatMap(({ name, outcome }) => {
    const what = whatWentWrong(name, outcome, words);
    return what === undefined ? [] : [t("evidence:wrong.named", { name: shownName(name), what })];
  });
  if (files.length === 0) texts.push(t("evidence:wrong.none"));
  if (more) texts.push(t("evidence:wrong.more", { files: evidenceLimits.files }));
  return texts.map((text) => ({ anchor: "file", text }));
}

/** The ways out of those that were not taken, for the page of a question's documents. */
export function refusedLines(
  ctx: SupplierContext,
  { files }: SentFiles,
  { question, from, words }: { readonly question: string; readonly from: Origin; readonly words: PageTexts },
): readonly RefusedLine[] {
  const { t } = words;
  const base = `${addressOf(ctx.session)}/${question}`;
  const ask = { href: withOrigin(`${base}/ask`, from), label: t("supplier:ask.title") };
  return files.flatMap(({ name, outcome }) => {
    const ways = waysOut(outcome);
    if (ways === undefined) return [];
    return {
      name: shownName(name),
      state: t("evidence:refusal.state"),
      why: whatWentWrong(name, outcome, words) ?? "",
      ways: ways.flatMap((way) => (way === "ask" ? [] : t(`evidence:ways.${way}`))),
      links: [
        { href: "#file", label: t("evidence:refusal.another") },
        { href: `${withOrigin(base, from)}#comment`, label: t("evidence:refusal.words") },
        ...(ways.includes("ask") && ctx.may("help.ask") ? [ask] : []),
      ],
      dismiss: { href: withOrigin(`${base}/evidence`, from), label: t("evidence:refusal.dismiss") },
    };
  });
}

/** Which of them arrived, which are kept apart and why, and which were there already: nothing that was sent goes without a word. */
export function sentNotes(
  { files }: SentFiles,
  words: PageTexts,
  file: Parameters<typeof keptApartWords>[1],
): readonly string[] {
  const { t, ui } = words;
  const added = files.flatMap(({ name, outcome }) => (outcome.kind === "added" ? [{ name, outcome }] : []));
  const arrived = added
    .filter(({ outcome }) => !outcome.again && !isKeptApart(outcome.evidence))
    .map(({ outcome }) => outcome.evidence.name);
  const names = joinItems(arrived, ui);
  return [
    ...(arrived.length > 0 ? [t("evidence:sent.arrived", { count: arrived.length, names })] : []),
    ...added
      .filter(({ outcome }) => !outcome.again && isKeptApart(outcome.evidence))
      .map(({ outcome: { evidence } }) => {
        const what = keptApartWords(evidence.heldFor ?? "", file, words);
        return t("evidence:wrong.named", { name: evidence.name, what });
      }),
    ...added
      .filter(({ outcome }) => outcome.again)
      .map(({ name, outcome }) => t("evidence:sent.same", { name: shownName(name), other: outcome.evidence.name })),
  ];
}

function whatWentWrong(name: string, outcome: AddedEvidence, words: PageTexts): string | undefined {
  const { t } = words;
  switch (outcome.kind) {
    case "refused":
      return whyRefused(name, outcome.why, words);
    case "too-large":
      return t("evidence:wrong.too-large", { file: megabytes(outcome.most ?? lookedIntoBytes, words) });
    case "full": {
      const all = outcome.of === "given" ? evidenceLimits.everBytes : evidenceLimits.bytes;
      return t(`evidence:wrong.full.${outcome.of}`, { files: evidenceLimits.files, all: megabytes(all, words) });
    }
    case "not-saved":
      return t("evidence:wrong.not-saved");
    default:
      return undefined;
  }
}

/** Endings that a reason tells people to save a file as. To one who has that ending, it would say to do what was done. */
const adviceOf: Partial<Record<RefusedType, readonly string[]>> = {
  macros: ["pdf"],
  "holds-files": ["pdf"],
  remote: ["pdf"],
  "old-office": ["pdf"],
  "web-page": ["pdf"],
  text: ["pdf", "xlsx"],
  picture: ["jpg", "jpeg", "png"],
  video: ["jpg", "jpeg"],
};

function whyRefused(name: string, why: RefusedType, { t }: PageTexts): string {
  const ending = /\.([a-z]{3,4})[\s"'.]*$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  if (adviceOf[why]?.includes(ending)) return t("evidence:wrong.misnamed", { ending: ending.toUpperCase() });
  return t(`evidence:refused.${why}`);
}

/** The name of a refused file, cut to what is needed to recognise it: a clean name needs a known type. */
export function shownName(name: string): string {
  return name.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "").slice(0, 80);
}
