import type { MailBody } from "./message";

const rule = "----------------------------------------";

function bodyText(body: MailBody): string {
  const quote = body.quote ? [`${body.quote.label}\n${body.quote.text.replace(/^/gm, "> ")}`] : [];
  const facts = body.facts.map(([label, value]) => `${label}: ${value}`).join("\n");
  const unsubscribe = body.unsubscribe ? [`${body.unsubscribe.label}:\n${body.unsubscribe.href}`] : [];
  return [
    body.greeting,
    ...body.paragraphs,
    ...quote,
    facts,
    `${body.button.label}:\n${body.button.href}`,
    ...body.notes,
    ...unsubscribe,
    body.footer,
  ].join("\n\n");
}

/** The text part: the bodies one under the other, each link on a line of its own so that no program breaks it. */
export function plainText(bodies: readonly MailBody[], between: string): string {
  return `${bodies.map(bodyText).join(`\n\n${rule}\n${between}\n${rule}\n\n`)}\n`;
}
