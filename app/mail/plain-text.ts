import { joinLabel } from "#app/i18n/writing/punctuation";
import type { MailBody } from "./message";

const rule = "----------------------------------------";

function bodyText(body: MailBody): string {
  const quote = body.quote ? [`${body.quote.label}\n${body.quote.text.replace(/^/gm, "> ")}`] : [];
  const { language } = body;
  const facts = body.facts.map(([label, value]) => joinLabel(label, value, language)).join("\n");
  return [
    body.greeting,
    ...body.paragraphs,
    ...quote,
    facts,
    ...(body.button ? [link(body.button, language)] : []),
    ...body.notes,
    ...(body.unsubscribe ? [link(body.unsubscribe, language)] : []),
    body.footer,
  ].join("\n\n");
}

// The address stands alone on its line: mail programs take signs beside it for a part of it.
function link({ label, href }: NonNullable<MailBody["button"]>, language: string): string {
  return `${joinLabel(label, "", language).trimEnd()}\n${href}`;
}

/**
 * The text part: the bodies one under the other, each link on a line of its own so that no program breaks it. Where the first
 * is not English, a line in English says at the top that English follows.
 */
export function renderPlainText(bodies: readonly MailBody[], englishBelow: string): string {
  const above = bodies.length > 1 ? `${englishBelow}\n${rule}\n\n` : "";
  return `${above}${bodies.map(bodyText).join(`\n\n${rule}\n\n`)}\n`;
}
