import { limits } from "./inbound-mail";
import { addressIn } from "./message-parts";

/** The fields about one recipient of a delivery-status report (RFC 3464, 2.3). */
export type StatusFields = {
  readonly address: string;
  /** "failed", "delayed", "delivered", "relayed" or "expanded", in small letters; others as they stand. */
  readonly action: string;
  readonly status: string;
  readonly diagnostic: string;
};

type Fields = Map<string, string>;

const recipientFields = ["original-recipient", "final-recipient"] as const;

/** Reads the groups about recipients out of a report, or out of any text that has such lines. */
export function readStatusReport(report: string): readonly StatusFields[] {
  const found: StatusFields[] = [];
  for (const fields of groupsIn(report)) {
    const address = addressOf(fields);
    if (address && found.length < limits.recipients) found.push(read(fields, address));
  }
  return found;
}

function groupsIn(report: string): readonly Fields[] {
  const groups: Fields[] = [];
  let group: Fields = new Map();
  let last = "";
  const close = () => {
    const before = groups.at(-1);
    // Some programs put an empty line between the fields of one recipient.
    if (before && addressOf(before) && !addressOf(group)) for (const [name, value] of group) before.set(name, value);
    else if (group.size > 0) groups.push(group);
    group = new Map();
    last = "";
  };
  for (const line of report.split("\n")) {
    const [, name = "", value = ""] = /^[ \t>]{0,4}([A-Za-z][A-Za-z-]{1,40}): ?(.*)$/.exec(line) ?? [];
    const key = name.toLowerCase();
    if (line.trim() === "") close();
    else if (/^[ \t]/.test(line) && last)
      group.set(last, `${group.get(last) ?? ""} ${line.trim()}`.slice(0, limits.line));
    else if (key) {
      if (key === "final-recipient" && group.has(key)) close();
      group.set(key, value.trim());
      last = key;
    }
  }
  close();
  return groups;
}

const addressOf = (fields: Fields): string =>
  recipientFields.map((name) => addressIn(fields.get(name)?.replace(/^[\w-]{1,20};/, "") ?? "")).find(Boolean) ?? "";

function read(fields: Fields, address: string): StatusFields {
  const diagnostic = (fields.get("diagnostic-code") ?? "").replace(/^[\w.-]{1,30};\s*/, "");
  const comment = /\(([^()]{1,200})\)/.exec(fields.get("status") ?? "")?.[1] ?? "";
  return {
    address,
    action: /^[a-z]+/.exec(fields.get("action")?.toLowerCase() ?? "")?.[0] ?? "",
    status: statusIn(diagnostic) || statusIn(fields.get("status") ?? ""),
    diagnostic: diagnostic || comment,
  };
}

/** The first enhanced status code (RFC 3463) in a text; empty where there is none. */
export function statusIn(text: string): string {
  return /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.]*\d)/.exec(text)?.[0] ?? "";
}
