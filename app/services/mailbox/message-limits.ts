import { limits } from "#app/mail/inbound/inbound-mail";

/** Bytes of a message that are looked at. */
export const readBytes = limits.bytes;

/** Messages that are taken in at once. */
export const mostMessages = 20;
