import type { Received } from "./mail-server";

/** The code that a mail brings, and what it is for; neither in any other mail. */
export function codeIn({ text = "" }: Pick<Received["mail"], "text">) {
  const code = /^Code: (\d{6})$/m.exec(text)?.[1];
  return code === undefined ? {} : { code, reference: /^Reference: (\S+)$/m.exec(text)?.[1] };
}

/** The code in the newest mail that brings one. */
export function newestCodeIn(received: readonly Received[]): string {
  const codes = received.flatMap(({ mail }) => codeIn(mail).code ?? []);
  const newest = codes.at(-1);
  if (newest === undefined) throw new Error(`no mail of ${received.length} brings a code`);
  return newest;
}
