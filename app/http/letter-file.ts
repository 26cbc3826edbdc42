import type { Message } from "#app/mail/message";

/**
 * The HTML of a mail as a file to download. It is never shown as a page of ours: its styles stand in the text, which our
 * own policy forbids, and what a buyer wrote stands in it.
 */
export function mailHtmlFile({ html }: Message, name: string): Response {
  return new Response(html, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-disposition": `attachment; filename="${name.replace(/[^\w.-]+/g, "-")}.html"`,
      "cache-control": "no-store",
    },
  });
}
