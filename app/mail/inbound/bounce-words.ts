import type { BounceClass } from "#terms/mails/inbound";

/**
 * What servers say, by what it means, in the order in which it is looked for: the earlier one counts where two are said.
 * No star or plus stands over another, and gaps are bounded, so that the time grows with the length of the text only.
 */
const phrases: readonly (readonly [BounceClass, RegExp])[] = [
  [
    "full",
    /\b(?:mail ?box|mail ?folder|mail ?drop|inbox|account|user|recipient|quota|message store|maildir)\b[^\n]{0,60}\b(?:over[- ]?(?:the |its |his |their )?(?:quota|limit)|exceed\w* [^\n]{0,30}(?:quota|limit|storage|space|size)|quota exceed\w*|out of (?:storage|space|quota))/i,
  ],
  [
    "full",
    /\b(?:mail ?box|mail ?folder|mail ?drop|inbox|account|quota|message store)\b[^\n]{0,30}\b(?:is|was|almost|too|are)? ?full\b/i,
  ],
  [
    "full",
    /\b(?:over[- ]?quota|quota (?:is )?(?:exceed\w*|full|violation)|exceed\w* (?:\w+ ){0,3}(?:quota|storage)|(?:mail ?box|inbox|mail ?folder) (?:is )?full|not enough (?:storage|space) (?:space )?(?:in|for)|insufficient (?:mailbox|user) (?:storage|space)|out of storage)\b/i,
  ],
  ["full", /exhausted (?:the |its )?allowed storage|mail ?box size limit|would exceed (?:the )?(?:mail ?box|quota)/i],
  ["full", /bo[iî]te (?:aux lettres )?pleine|postfach (?:ist )?voll/i],
  ["full", /speicherplatz (?:ist )?(?:voll|überschritten)|buz[oó]n (?:est[aá] )?lleno|casella (?:è )?piena/i],
  ["full", /メールボックスが(?:一杯|いっぱい)|邮箱已满|ящик переполнен/i],
  // An account that was locked or stopped can be opened again, so it is neither dead nor is it about the sender.
  [
    "soft",
    /\b(?:account|user|mail ?box|recipient|address)\b[^\n]{0,80}\b(?:locked|disabled|suspended|frozen|inactive|deactivated|on hold|not active|closed|expired|discontinued|blocked temporarily)\b/i,
  ],
  ["soft", /\b(?:disabled|suspended|inactive|frozen|locked) (?:account|user|mail ?box|recipient)\b/i],
  ["soft", /invalid address (?:format|syntax)|syntax error/i],
  ["soft", /hop count|routing loop|mail loop|loops? back/i],
  ["soft", /(?:message|mail|line|size)(?: \w{1,15}){0,3} (?:too (?:big|large|long)|exceed\w*)/i],
  ["soft", /exceed\w* (?:\w+ ){0,4}(?:message|mail) size|insufficient (?:disk|system)/i],
  // About lists and reputation.
  ["blocked", /black ?list|block ?list|spamhaus|spamcop|abuseat|barracudacentral|\brbls?\b|\bdnsbl\b|\bblocked\b/i],
  ["blocked", /\bbanned\b|reputation|\babuse\b|ip name lookup|closed list|(?<!not )\blisted (?:at|in|on|by)\b/i],
  ["blocked", /\binvalid ip\b|\bip (?:address )?[^\n]{0,40}\b(?:invalid|blocked|rejected|refused|listed)|\baup\b/i],
  ["blocked", /dial-?up|dynamic ip|complaints?\b/i],
  ["blocked", /your (?:ip|host|server|network|domain|address)\b[^\n]{0,60}\b(?:listed|rejected|denied|refused)/i],
  // About who sends, and whether it may.
  ["blocked", /\bd(?:marc|kim)\b|\bspf\b|\breverse dns|\brdns\b|\bptr\b|mismatch\w* client|unverif\w* sending/i],
  [
    "blocked",
    /\brelay(?:ing|ed)?\b[^\n]{0,40}\b(?:denied|prohibit\w*|not|reject\w*|refus\w*|disallow\w*|access|violation)/i,
  ],
  ["blocked", /\b(?:not|unable to|can(?:not|['’]t)|no|don['’]t) (?:permitted to |allowed to )?relay|rcpthosts/i],
  ["blocked", /not a gateway|authentication (?:is )?required|unauthenticated|not authenticated|not authori[sz]ed/i],
  [
    "blocked",
    /(?:message|mail|content|sender|client host|helo)\b[^\n]{0,30}\b(?:rejected|refused|denied|not accepted)/i,
  ],
  ["blocked", /(?:sender|purported)[^\n]{0,40}\b(?:address|domain|does not exist|not exist|verif)/i],
  ["blocked", /connection (?:was )?(?:rejected|denied)|your (?:reverse )?hostname|(?:no|missing|invalid) reverse/i],
  ["blocked", /reverse (?:lookup|hostname|record)|does not resolve|cannot resolve your|forward.?confirmed/i],
  ["blocked", /\byour domain\b|\bclient host\b|\b(?:helo|ehlo)\b[^\n]{0,40}\b(?:not exist|not found|unknown|invalid)/i],
  ["blocked", /\bgreeting\b|\byour (?:helo|ehlo|mail server|server)\b|return[- ](?:path|address)|\bfrom: ?header/i],
  ["blocked", /envelope (?:from|sender)|unknown (?:client|sender|server)|(?:client|server) (?:name )?unknown/i],
  ["blocked", /use the smtp server|helo (?:command )?(?:name|rejected|required)|fully[- ]qualified/i],
  ["blocked", /\bdoes not match\b|cannot be verified|invalid sender|sender (?:id|verify)|callout/i],
  ["blocked", /verification failed|verify fail|unable to verify|authenticat/i],
  // About what was written.
  ["blocked", /\bspam\b|\bube\b|\bvirus|\bmalware|phish|looks like|probability|\bbulk\b|suspected|content filter/i],
  ["blocked", /unsolicited|weren't sent|undesirable|suspicious/i],
  // About what is allowed.
  ["blocked", /policy|not allowed|not permitted|forbidden|refused to talk|service refus|refused due to|\bdenied\b/i],
  ["blocked", /prohibit\w*|not welcome|go away|do(?:es)? not accept [^\n]{0,20}\bfrom\b/i],
  ["blocked", /(?:only accepts?|not accepting|accept(?:s|ed)? only) [^\n]{0,40}\bfrom\b|won['’]t accept|moderated/i],
  ["blocked", /not subscribed|no smtp service|not allowing connections|no access|refused by|rejected by/i],
  ["blocked", /security (?:reason|policy|violation|check)|for security|does not meet/i],
  ["blocked", /^\W{0,3}(?:5\d\d[ -])?(?:5\.\d{1,3}\.\d{1,3} )?rejected\b|not (?:a )?member|permission to post/i],
  ["blocked", /restricted|\bviolat\w*|rfc ?\d{3,4}\b[^\n]{0,30}complian|non-?compliant/i],
  ["soft", /transaction failed|timed? ?out|time-?out|connection (?:refused|reset|lost|dropped|closed)/i],
  ["soft", /could(?:n't| not) connect|unable to connect/i],
  ["soft", /(?:host|network|server)[^\n]{0,20}\b(?:unreachable|not reachable)|no route to host|socket error/i],
  ["soft", /did not accept our requests|gr[ae]y ?-?list|too many|rate limit|try(?:ing)? (?:again )?later/i],
  ["soft", /temporar|deferred|multiple retries|still being retried|not yet been delivered/i],
  ["soft", /will be retried/i],
  [
    "hard",
    /\b(?:domain|host)(?: name)?\b[^\n]{0,80}\b(?:does not exist|doesn't exist|unknown|not found|couldn't be found|no such)\b/i,
  ],
  ["hard", /\b(?:unknown|invalid|no such|unrouteable|unresolvable|bad destination) (?:mail )?(?:domain|host)/i],
  ["hard", /domain name not found|name or service not known|\bnullmx\b|null mx\b/i],
  ["hard", /does ?n[o'’]t accept (?:any )?(?:e-?)?mail|do(?:es)? not accept (?:any )?(?:e-?)?mail/i],
  ["hard", /malformed or unexpected name server reply|no (?:valid )?mx(?: or a)? records?|nxdomain/i],
  [
    "hard",
    /no longer (?:on|at|with|in|available|exists?|works?|valid|here|active|used|employed|a customer)\b|\bhas moved\b|user (?:has )?moved/i,
  ],
  ["hard", /address has changed|not known at this/i],
  [
    "hard",
    /\b(?:users?|recipients?|recip|mail ?box(?:es)?|e-?mail|addresse?e?s?|accounts?|name|userid|destinataire|alias)\b[^\n]{0,160}?\b(?:unknown|not ?found|does ?n[o']t exist|not exist(?:ing)?|not recogni[sz]ed|isn't recogni[sz]ed|wasn['’]t found|couldn['’]t be found|doesn't have|not listed|invalide?|is not valid|unrecogni[sz]ed|nonexistent|non-existent|no mailbox)\b/i,
  ],
  [
    "hard",
    /\b(?:unknown|invalid|no such|nonexistent|non-existent|unrecogni[sz]ed|unrouteable|undeliverable|bad destination|incorrect) (?:local |final delivery )?(?:e-?mail |mailbox |local-?)?(?:users?|recipients?|mail ?box|address|account|userid|part|person)\b/i,
  ],
  [
    "hard",
    /5\.1\.1 (?:recipient )?address rejected|recip(?:ient)?notfound|no mail ?box (?:here )?by that name|not our customer|unknown or illegal|there is no one/i,
  ],
  ["hard", /unrouteable address|mx records point to non-existent|unknown local[- ]?part|is not a known user/i],
  [
    "hard",
    /not a valid (?:mail ?box|recipient|user|address)|(?:cannot|can['’]t|unable to) find (?:the |your )?(?:recipient|user)/i,
  ],
  ["hard", /has no mail ?box|nobody (?:here )?by that name|this user doesn['’]t/i],
  [
    "hard",
    /(?:empf(?:ä|ae)nger|benutzer|adresse)[^\n]{0,40}(?:unbekannt|existiert nicht|ung(?:ü|ue)ltig|nicht gefunden)/i,
  ],
  ["hard", /destinataire (?:inconnu|invalide)|utilisateur inconnu|usuario (?:desconocido|no existe)/i],
  ["hard", /utente sconosciuto|usu[aá]rio (?:desconhecido|inexistente)|用户不存在|пользователь не найден/i],
];

/** Lists of senders that are refused are often named by nothing but an address of a page. */
const blockLists =
  /spamhaus|spamcop|abuseat|barracudacentral|sorbs\.net|uceprotect|invaluement|mailspike|psbl\.|surriel|proofpoint\.com\/(?:ip|bl)|ipcheck/i;

/** The answer of a group that takes mail of its members only, in whatever language: the address of its help gives it away. */
const closedGroups = /groups\.google\.com\/support|support\.google\.com\/a\/[^\s]{1,100}topic|^google groups\s*$/im;

/** What the words of a server mean; nothing where they say nothing that is known. */
export function meaningOf(said: string): BounceClass | undefined {
  // An address may hold any word, and so may the name of a host or a page.
  if (blockLists.test(said) || closedGroups.test(said)) return "blocked";
  const words = said
    .replace(/https?:\/\/[^\s<>]{1,300}/gi, " ")
    .replace(/[^\s<>"'(),:;@[\]]{1,64}@[^\s<>"'(),:;[\]]{1,255}/g, "@");
  return phrases.find(([, phrase]) => phrase.test(words))?.[0];
}
