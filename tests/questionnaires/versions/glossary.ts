/**
 * What version 2 needs of the glossary of the design: the English term of each word that it explains, by the id of the word.
 * Words that the glossary does not have are not here. North Korean nationals have the name that the questions give them.
 */
export const preferredTerms: readonly (readonly [word: string, term: string])[] = [
  ["beneficial-owner", "owner"],
  ["agency-worker", "agency worker"],
  ["dispatched-worker", "dispatched worker"],
  ["trainee", "trainee"],
  ["home-worker", "home worker"],
  ["foreign-national", "foreign national"],
  ["labour-agent", "labour agent"],
  ["migrant-worker", "migrant worker"],
  ["subcontractor", "subcontractor"],
  ["labour-cooperation-firm", "labour cooperation firm"],
  ["recruitment-fee", "recruitment fee"],
  ["debt-bondage", "debt bondage"],
  ["guarantor", "guarantor"],
  ["identity-papers", "identity papers"],
  ["minder", "minder"],
  ["deduction", "deduction"],
  ["complaint-channel", "way to complain"],
  ["import-ban", "import ban"],
  ["xinjiang", "Xinjiang"],
  ["labour-transfer", "labour transfer programme"],
  ["listed-good", "listed good"],
  ["tracing-papers", "tracing papers"],
  ["detention", "detention of goods"],
  ["action-plan", "action plan"],
];

/** Other words for what the glossary names, and what it says instead. */
export const refusedWords: readonly (readonly [refused: RegExp, instead: string])[] = [
  [/\brecruiters?\b|\bemployment agen(t|cy|cies)\b|\bmanpower\b/i, "labour agent"],
  [/\bmigrants? labou?r(ers?)?\b|\bguest workers?\b|\bexpat/i, "migrant worker"],
  [/\b(foreigners?|aliens?|foreign workers?)\b/i, "foreign national"],
  [/\bsub-contract|\bsubcontracted firms?\b/i, "subcontractor"],
  [/\binterns?hips?\b|\bapprenticeships?\b/i, "trainee"],
  [/\bgrievance/i, "way to complain"],
  [/\bplacement fees?\b|\bhiring fees?\b/i, "recruitment fee"],
  [/\bdefectors?\b|\bescapees?\b/i, "person who left North Korea"],
  [/(?<!North Korean? \()DPRK|\bN(orth)? ?Koreans\b/, "North Korea (DPRK), North Korean (DPRK) national"],
  [/\bhold(ing)? (the|any|these|those) (orders|goods)/i, "do not ship the goods concerned"],
  [/\bmodern slaves?\b|\bslave labou?r\b/i, "forced labour"],
  [/\bUnited States\b|\bUSA\b|\bAmerican\b/, "US"],
  [/\bstate camps?\b/i, "a camp run by the state"],
  [/\bfree and paid\b/i, "worked by choice and were paid"],
  [/\bwage theft\b|\bunpaid wages\b/i, "withheld wages"],
];
