import type { ServiceContext } from "#app/services/context/contexts";
import { mayAnswer } from "#app/services/supplier/colleagues/own-sections";
import { momentWords } from "#app/services/supplier/page/frame";
import type { PageTexts } from "#app/services/supplier/page/page-texts";
import { addressOf, type SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { AskedLineView, HelpThreadView } from "#app/views/supplier/help";
import type { NamedHelpMessage } from "#db/store";

/** What was asked about a question and answered; undefined while nothing was. */
export function helpThread(
  session: SupplierSession,
  messages: readonly NamedHelpMessage[],
  words: PageTexts,
): HelpThreadView | undefined {
  if (messages.length === 0) return undefined;
  return {
    title: words.t("supplier:ask.thread", { buyer: session.file.organisation.name }),
    lines: messages.map((message) => ({
      by: writtenBy(session, message, words),
      text: message.text,
      isAnswer: message.side === "buyer",
    })),
  };
}

/** Each question of this session about which something was asked, with its newest message. */
export async function askedLines(
  { store }: Pick<ServiceContext, "store">,
  session: SupplierSession,
  words: PageTexts,
): Promise<readonly AskedLineView[]> {
  const { org, id } = session.file.attestation;
  const newest = new Map((await store.help.messages(org, id)).map((message) => [message.question, message]));
  return [...newest.values()]
    .filter(({ question }) => session.walk.asked.has(question) && mayAnswer(session, question))
    .map((message) => ({
      code: message.question,
      href: `${addressOf(session)}/${message.question}/ask`,
      state: writtenBy(session, message, words),
    }));
}

/** Who of the buyer answered is no part of it. */
function writtenBy({ file }: SupplierSession, { side, name, at }: NamedHelpMessage, words: PageTexts): string {
  const { day } = momentWords(at, file.campaign, words);
  if (side === "buyer") return words.t("supplier:ask.answered", { buyer: file.organisation.name, day });
  return name === undefined ? words.t("supplier:ask.asked", { day }) : words.t("supplier:ask.askedBy", { name, day });
}
