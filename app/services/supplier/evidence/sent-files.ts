import * as z from "zod";
import type { PageTexts } from "#app/services/supplier/page/page-texts";
import type { ErrorLine } from "#app/views/error-line";
import type { AddedEvidence } from "./add-evidence";
import { megabytes } from "./files/file-sizes";
import { evidenceLimits } from "./limits";

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
    const what = whatWentWrong(outcome, words);
    return what === undefined ? [] : [t("evidence:wrong.named", { name: shown(name), what })];
  });
  if (files.length === 0) texts.push(t("evidence:wrong.none"));
  if (more) texts.push(t("evidence:wrong.more", { files: evidenceLimits.files }));
  return texts.map((text) => ({ anchor: "file", text }));
}

function whatWentWrong(outcome: AddedEvidence, words: PageTexts): string | undefined {
  const { t } = words;
  switch (outcome.kind) {
    case "refused":
      return t(`evidence:refused.${outcome.why}`);
    case "too-large":
      return t("evidence:wrong.too-large", { file: megabytes(evidenceLimits.fileBytes, words) });
    case "full": {
      const all = outcome.of === "given" ? evidenceLimits.everBytes : evidenceLimits.bytes;
      return t(`evidence:wrong.full.${outcome.of}`, { files: evidenceLimits.files, all: megabytes(all, words) });
    }
    default:
      return undefined;
  }
}

/** The name of a refused file, cut to what is needed to recognise it: a clean name needs a known type. */
function shown(name: string): string {
  return name.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "").slice(0, 80);
}
