/** Why no mail leaves at all: whoever runs the mail server or its settings has to mend it. */
export const mailTroubles = ["connection", "tls", "login", "sender", "quota"] as const;
export type MailTrouble = (typeof mailTroubles)[number];
