// The regions with a numbering plan. A native test (`src/element/settings_tests.rs`) compares them
// with the number engine's.

/** The regions by the first letter of their code: each word is that letter, then the second letters. */
const REGIONS = "ACDEFGILMORSTUWXZ BABDEFGHIJLMNOQRSTWYZ CACDFGHIKLMNORUVWXYZ DEJKMOZ ECEGHRST FIJKMOR GABDEFGHILMNPQRTUWY HKNRTU IDELMNOQRST JEMOP KEGHIMNPRWYZ LABCIKRSTUVY MACDEFGHKLMNOPQRSTUVWXYZ NACEFGILOPRUZ OM PAEFGHKLMRSTWY QA REOSUW SABCDEGHIJKLMNORSTVXYZ TACDGHJKLMNORTVWZ UAGSYZ VACEGINU WFS XK YET ZAMW";

/** Whether a region has a numbering plan. @param {string} region two capitals */
export function isRegion(region) {
  return REGIONS.split(" ").some(
    ([first, ...seconds]) => first === region[0] && seconds.includes(region[1] ?? ""),
  );
}
