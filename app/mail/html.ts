import { defaultLanguage, findLanguage, type LanguageTag } from "#app/i18n/languages";
import { escapeHtml } from "#app/i18n/writing/escape-html";
import type { MailBody } from "./message";

// Mail programs drop style sheets, so styles stand on the elements themselves.
const latinFaces = "-apple-system,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif";

/** Faces by language, for scripts in which the first face that has the letters is not the right one. */
const faces: Readonly<Record<string, string>> = {
  "zh-Hans": "'PingFang SC','Microsoft YaHei','Noto Sans SC'",
  "zh-Hant": "'PingFang TC','Microsoft JhengHei','Noto Sans TC'",
  ja: "'Hiragino Sans','Yu Gothic UI','Noto Sans JP'",
  ko: "'Apple SD Gothic Neo','Malgun Gothic','Noto Sans KR'",
  th: "'Leelawadee UI',Thonburi,'Noto Sans Thai'",
  bn: "'Nirmala UI','Bangla Sangam MN','Noto Sans Bengali'",
  ar: "'Segoe UI','Geeza Pro','Noto Sans Arabic',Tahoma",
};

/** The look of text in a language. Korean breaks between words, not within them. */
function setting(language: LanguageTag): string {
  const own = faces[language];
  const face = `font-family:${own ? `${own},` : ""}${latinFaces}`;
  return language === "ko" ? `${face};word-break:keep-all;overflow-wrap:anywhere` : face;
}

const button =
  "display:inline-block;padding:12px 22px;background:#1f3f95;color:#ffffff;text-decoration:none;border-radius:4px;font-weight:600";

function dirOf(language: LanguageTag): "ltr" | "rtl" {
  return findLanguage(language)?.dir ?? "ltr";
}

function inLanguage(language: LanguageTag): string {
  return `lang="${language}" dir="${dirOf(language)}"`;
}

function paragraph(text: string, style = "margin:0 0 16px", language?: LanguageTag): string {
  return `<p${language ? ` ${inLanguage(language)}` : ""} style="${style}">${escapeHtml(text).replace(/\n/g, "<br>")}</p>`;
}

function factRows(facts: MailBody["facts"], align: string): string {
  const cell = "padding:8px 0;border-bottom:1px solid #d9dee5;vertical-align:top";
  const rows = facts.map(
    ([label, value]) =>
      `<tr><td style="${cell};color:#414d5c;width:34%" align="${align}">${escapeHtml(label)}</td>` +
      `<td style="${cell};font-weight:600;word-break:break-word" align="${align}"><bdi>${escapeHtml(value)}</bdi></td></tr>`,
  );
  return `<table role="presentation" width="100%" style="border-collapse:collapse;margin:0 0 20px">${rows.join("")}</table>`;
}

function quoted(quote: MailBody["quote"], side: string): string {
  if (!quote) return "";
  const style = `margin:0 0 16px;padding-${side}:16px;border-${side}:3px solid #111b2a`;
  return paragraph(quote.label, "margin:0 0 4px;font-weight:600") + paragraph(quote.text, style, quote.language);
}

function pressed(to: MailBody["button"]): string {
  if (!to) return "";
  return `<p style="margin:0 0 20px"><a href="${escapeHtml(to.href)}" style="${button}">${escapeHtml(to.label)}</a></p>`;
}

function bodyHtml(body: MailBody): string {
  const side = dirOf(body.language) === "rtl" ? "right" : "left";
  const small = "margin:0 0 12px;font-size:14px;color:#414d5c";
  const out = body.unsubscribe
    ? `<p style="${small}"><a href="${escapeHtml(body.unsubscribe.href)}" style="color:#1d45a8">${escapeHtml(body.unsubscribe.label)}</a></p>`
    : "";
  return (
    `<div ${inLanguage(body.language)} style="text-align:${side};${setting(body.language)}">` +
    paragraph(body.greeting) +
    body.paragraphs.map((text) => paragraph(text)).join("") +
    quoted(body.quote, side) +
    factRows(body.facts, side) +
    pressed(body.button) +
    body.notes.map((text) => paragraph(text, small)).join("") +
    out +
    paragraph(body.footer, "margin:0;font-size:13px;color:#596575") +
    "</div>"
  );
}

/**
 * The HTML part: a double line, the name of the buyer, then the bodies, each with its own language and direction. Where the
 * first is not English, a line in English says at the top that English follows.
 */
export function renderHtml(subject: string, buyer: string, bodies: readonly MailBody[], englishBelow: string): string {
  const first = bodies[0]?.language ?? defaultLanguage;
  const small = "font-size:13px;color:#596575;text-align:left";
  const above =
    bodies.length > 1
      ? paragraph(englishBelow, `margin:0 0 16px;${small};${setting(defaultLanguage)}`, defaultLanguage)
      : "";
  const divider = `<div style="margin:28px 0;border-top:1px solid #76828f;height:1px"></div>`;
  return (
    `<!DOCTYPE html><html ${inLanguage(first)}><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light"><title>${escapeHtml(subject)}</title></head>` +
    `<body style="margin:0;padding:24px 16px;background:#ffffff;color:#111b2a;font-size:16px;line-height:1.6;${setting(first)}">` +
    `<div style="max-width:600px;margin:0 auto"><div style="border-top:4px solid #111b2a;border-bottom:1px solid #111b2a;height:2px"></div>` +
    `<p dir="auto" style="margin:14px 0 24px;font-weight:600">${escapeHtml(buyer)}</p>` +
    `${above}${bodies.map(bodyHtml).join(divider)}</div></body></html>`
  );
}
