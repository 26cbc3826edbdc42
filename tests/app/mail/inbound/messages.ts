/** Messages that came in, written for tests. */

/** The bytes of a message of these headers and this body. */
export const bytesOf = (headers: Readonly<Record<string, string>>, body: string): Uint8Array =>
  new TextEncoder().encode(
    `${Object.entries(headers)
      .map(([name, value]) => `${name}: ${value}`)
      .join("\r\n")}\r\n\r\n${body.replaceAll("\n", "\r\n")}`,
  );

/** A mail server's own mail to whoever wrote. */
export const fromDaemon = {
  "Return-Path": "<>",
  From: "Mail Delivery System <MAILER-DAEMON@relay.buyer.example>",
  To: "desk@buyer.example",
  Subject: "Undelivered Mail Returned to Sender",
};

/** A bounce that only people can read, about a mail with the Message-ID <asked@buyer.example>. */
export const plainBounce = (words: string): Uint8Array =>
  bytesOf(
    fromDaemon,
    `Your message could not be delivered.\n\n${words}\n\n--- Below this line is a copy of the message.\n\nReceived: from a by b\nMessage-ID: <asked@buyer.example>\nFrom: desk@buyer.example\nTo: anna@mill.example\n\nPlease answer.\n`,
  );

/** A report with parts of these types, after words for people. */
export function report(
  type: string,
  words: string,
  parts: readonly (readonly [type: string, body: string])[],
): Uint8Array {
  const all = [["text/plain; charset=utf-8", words] as const, ...parts];
  const body = all.map(([partType, text]) => `--cut\nContent-Type: ${partType}\n\n${text}\n`).join("");
  return bytesOf(
    { ...fromDaemon, "MIME-Version": "1.0", "Content-Type": `multipart/report; report-type=${type}; boundary="cut"` },
    `${body}--cut--\n`,
  );
}

export const returnedHeaders = [
  "text/rfc822-headers",
  "From: desk@buyer.example\nTo: anna@mill.example\nMessage-ID: <asked@buyer.example>",
] as const;

/** A delivery-status report (RFC 3464) with these groups of fields about recipients. */
export const statusReport = (groups: readonly string[], words = "See below."): Uint8Array =>
  report("delivery-status", words, [
    ["message/delivery-status", `Reporting-MTA: dns; relay.buyer.example\n\n${groups.join("\n\n")}`],
    returnedHeaders,
  ]);
