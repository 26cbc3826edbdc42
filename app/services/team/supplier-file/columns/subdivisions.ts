const codes = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/**
 * Two-letter codes of states and provinces that lists hold, many of which are codes of countries as well. United States by
 * ISO 3166-2:US; Canada by ISO 3166-2:CA; Italy by ISO 3166-2:IT; Brazil by ISO 3166-2:BR; India by ISO 3166-2:IN; Mexico and
 * Germany as they are usually shortened.
 */
export const subdivisionCodes: readonly ReadonlySet<string>[] = [
  codes(
    "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA PR RI SC SD TN TX UT VT VA WA WV WI WY " +
      "AB BC MB NB NL NS NT NU ON PE QC SK YT",
  ),
  codes(
    "AG AL AN AO AP AQ AR AT AV BA BG BI BL BN BO BR BS BT BZ CA CB CE CH CI CL CN CO CR CS CT CZ EN FC FE FG FI FM FR GE GO GR IM IS KR LC LE LI LO LT LU MB MC ME MI MN MO MS MT NA NO NU OG OR OT PA PC PD PE PG PI PN PO PR PT PU PV PZ RA RC RE RG RI RM RN RO SA SI SO SP SR SS SU SV TA TE TN TO TP TR TS TV UD VA VB VC VE VI VR VS VT VV",
  ),
  codes("AC AL AM AP BA CE DF ES GO MA MG MS MT PA PB PE PI PR RJ RN RO RR RS SC SE SP TO"),
  codes(
    "AN AP AR AS BR CG CH CT DD DH DL DN GA GJ HP HR JH JK KA KL LA LD MH ML MN MP MZ NL OD OR PB PY RJ SK TG TN TR TS UK UP UT WB",
  ),
  codes("BW BY BE BB HB HH HE MV NI NW RP SL SN ST SH TH"),
];
