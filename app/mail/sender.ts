import type { ServiceContext } from "#app/services/context/contexts";

type MailConfig = Pick<ServiceContext["config"], "mailFrom">;

/** An address as every mail server takes it: letters before the @ are a to z, and nothing in it could begin another header. */
const plainAddress = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63})*$/i;

/** Whether an address can stand in a header as it is. */
export function isPlainAddress(address: string): boolean {
  return plainAddress.test(address);
}

/** A line break in a name would begin another header, of the writer's choice. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
}

/** The address that mails come from, without the name before it. */
export function senderAddress({ mailFrom }: MailConfig): string {
  return /<([^>]+)>/.exec(mailFrom)?.[1] ?? mailFrom;
}

/** Who mails come from, as a recipient reads it: the buyer by its name, at the address of the installation. */
export function senderOf(
  config: MailConfig,
  organisation: { readonly name: string },
): { readonly name: string; readonly address: string } {
  return { name: oneLine(organisation.name), address: senderAddress(config) };
}
