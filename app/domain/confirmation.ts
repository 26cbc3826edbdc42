/**
 * How it was made sure that whoever signed reads the mail of the contact. `sentTo`: the address as `masked` writes it; `sentAt`:
 * when the code was asked for. `none`: there was no mail server, or the mail did not get through.
 */
export type Confirmation =
  | { readonly by: "code"; readonly sentTo: string; readonly sentAt: Date; readonly at: Date }
  | { readonly by: "none"; readonly because: "no-mail-server" | "mail-not-sent" };

/** A mail address that its owner knows again and nobody else can write to: `l•••@mill.example`. */
export function masked(address: string): string {
  const at = address.lastIndexOf("@");
  const [first = ""] = address;
  return at > 0 ? `${first}•••${address.slice(at)}` : "•••";
}
