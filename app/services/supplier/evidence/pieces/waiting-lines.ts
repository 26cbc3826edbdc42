import type { SupplierContext } from "#app/services/context/contexts";
import type { AnnouncedFile, WaitingKey } from "#app/services/context/resources/evidence-files";
import { sizeInWords } from "#app/services/supplier/evidence/files/file-sizes";
import { momentWords } from "#app/services/supplier/page/frame";
import type { PageTexts } from "#app/services/supplier/page/page-texts";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { WaitingLine } from "#app/views/supplier/evidence";

/** What tells a file that arrives in pieces from all others. */
export function waitingKey(
  { file }: Pick<SupplierSession, "file">,
  { question, sha256, bytes }: Omit<AnnouncedFile, "name">,
): WaitingKey {
  const { org, id: attestation } = file.attestation;
  return { org, attestation, file: `${question} ${sha256} ${bytes}` };
}

type Arriving = Awaited<ReturnType<typeof waitingFiles>>;

/** The files of an attestation of which a part has arrived. */
export function waitingFiles({ files, session }: Pick<SupplierContext, "files" | "session">) {
  const { org, id: attestation } = session.file.attestation;
  return files.waiting.list({ org, attestation });
}

/** Those of one question as a page shows them. */
export async function waitingLines(ctx: SupplierContext, question: string, words: PageTexts) {
  return linesOfWaiting(ctx.session, await waitingFiles(ctx), question, words);
}

/** The newest last; what arrived whole by another way waits no more. */
export function linesOfWaiting(
  { file }: Pick<SupplierSession, "file">,
  arriving: Arriving,
  question: string,
  words: PageTexts,
): readonly WaitingLine[] {
  const there = new Set(file.evidence[question]?.map(({ sha256 }) => sha256));
  return arriving
    .filter((one) => one.question === question && !there.has(one.sha256))
    .toSorted((one, other) => one.at.getTime() - other.at.getTime())
    .map(({ name, sha256, bytes, received, at }) => ({
      ...{ name, sha256, bytes, received },
      state: words.t("evidence:waiting.received", {
        received: sizeInWords(received, words),
        all: sizeInWords(bytes, words),
      }),
      text: words.t("evidence:waiting.text", momentWords(at, file.campaign, words)),
      anew: words.t("evidence:waiting.anew", momentWords(at, file.campaign, words)),
    }));
}
