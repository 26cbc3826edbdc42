import type { Received } from "./mail-server";

/** The code in the newest mail that brings one. */
export function codeIn(received: readonly Received[]): string {
  for (const { mail } of [...received].reverse()) {
    const code = /Code: (\d{6})$/m.exec(mail.text ?? "")?.[1];
    if (code) return code;
  }
  throw new Error(`no mail of ${received.length} brings a code`);
}
