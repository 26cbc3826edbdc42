import { findLanguage } from "#app/i18n/languages";

/**
 * What a supplier reads, as a BCP 47 tag: what they chose, else what their contact reads, else `otherwise`, which is what
 * their browser asks for. Tags that we do not know count as nothing said.
 */
export function readerLanguage({
  chosen,
  contact,
  otherwise,
}: {
  readonly chosen?: string;
  readonly contact?: string;
  readonly otherwise: string;
}): string {
  return findLanguage(chosen)?.tag ?? findLanguage(contact)?.tag ?? otherwise;
}
