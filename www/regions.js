// The regions with a numbering plan and their calling codes. A native test
// (`src/element/settings_tests.rs`) compares them with the number engine's.

/** For each calling code, in their order: how much more it is than the last, and its regions. */
const REGIONS = "1AGAIASBBBMBSCADMDOGDGUJMKNKYLCMPMSPRSXTCTTUSVCVGVI6KZRU13EG7ZA3GR1NL1BE1FR1ES2HU3ITVA1RO1CH2AT1GBGGIMJE1DK1SE1NOSJ1PL1DE2PE1MX1CU1AR1BR1CL1CO1VE2MY1AUCCCX1ID1PH1NZ1SG1TH15JP1KR2VN2CN4TR1IN1PK1AF1LK1MM3IR113SS1EHMA1DZ3TN2LY2GM1SN1MR1ML1GN1CI1BF1NE1TG1BJ1MU1LR1SL1GH1NG1TD1CF1CM1CV1ST1GQ1GA1CG1CD1AO1GW1IO1AC1SC1SD1RW1ET1SO1DJ1KE1TZ1UG1BI1MZ2ZM1MG1REYT1ZW1NA1MW1LS1BW1SZ1KM21SHTA1ER6AW1FO1GL51GI1PT1LU1IE1IS1AL1MT1CY1AXFI1BG11LT1LV1EE1MD1AM1BY1AD1MC1SM2UA1RS1ME1XK2HR1SI1BA2MK31CZ1SK2LI77FK1BZ1GT1SV1HN1NI1CR1PA1PM1HT81BLGPMF1BO1GY1EC1GF1PY1MQ1SR1UY1BQCW71TL2NF1BN1NR1PG1TO1SB1VU1FJ1PW1WF1CK1NU2WS1KI1NC1TV1PF1TK1FM1MH158KP2HK1MO2KH1LA24BD6TW74MV1LB1JO1SY1IQ1KW1SA1YE1OM2PS1AE1IL1BH1QA1BT1MN1NP15TJ1TM1AZ1GE1KG2UZ";

/** The calling codes by region. @type {Map<string, number>} */
const codes = new Map();

/** The calling code of a region; `undefined` for what is none. @param {string} region two capitals */
export function callingCode(region) {
  if (!codes.size) {
    let code = 0;
    for (const [, more, regions] of REGIONS.matchAll(/(\d+)(\D+)/g)) {
      code += Number(more);
      for (const [region] of regions?.matchAll(/../g) ?? []) {
        codes.set(region, code);
      }
    }
  }
  return codes.get(region);
}
