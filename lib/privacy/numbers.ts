/**
 * National identity and health numbers. To add one, add a row and an example of it to the test.
 * A number without a checksum of its own needs a shape that nothing else has, or its name before it.
 */

export type NumberRule = {
  name: string;
  /** ISO 3166-1 alpha-2; null: any country. */
  country: string | null;
  kind: "national-id" | "health-number";
  /** Of the number alone, letters in capitals; what may stand around it is said in quick.ts. */
  pattern: string;
  /** Given the letters and digits of a match, without what parts them. */
  check?: (compact: string) => boolean;
  /** What has to stand right before it, where the number by itself could be anything. */
  named?: string;
};

/** What may stand between the name of a number and the number, and is no part of it. */
export const joiningWords = "is|was|ist|war|es|era|est|était";

export const numberRules: readonly NumberRule[] = [
  {
    // Social Security Administration, randomisation of 2011: no area 000, 666 or 900 and up.
    name: "Social Security number",
    country: "US",
    kind: "national-id",
    pattern: String.raw`(?!000|666|9)\d{3}( ?[-•·] ?|[ .])(?!00)\d{2}\1(?!0000)\d{4}`,
  },
  {
    name: "Social Security number, unparted",
    country: "US",
    kind: "national-id",
    pattern: String.raw`(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}`,
    named: "SSN|social security(?: (?:number|no|card))?",
  },
  {
    // Internal Revenue Manual 3.21.263: 9xx, with 50-65, 70-88, 90-92 or 94-99 in the middle.
    name: "Individual Taxpayer Identification Number",
    country: "US",
    kind: "national-id",
    pattern: String.raw`9\d{2}( ?[-•·] ?|[ .])(?:5\d|6[0-5]|7\d|8[0-8]|9[0-2]|9[4-9])\1\d{4}`,
  },
  {
    // Centers for Medicare & Medicaid Services, "Understanding the MBI": no S, L, O, I, B or Z.
    name: "Medicare Beneficiary Identifier",
    country: "US",
    kind: "health-number",
    pattern: [
      String.raw`[1-9][AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y]\d-?`,
      String.raw`[AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y]\d-?[AC-HJKMNP-RT-Y]{2}\d{2}`,
    ].join(""),
  },
  {
    // NHS Data Dictionary, "NHS number": modulus 11. Scotland's CHI number has the same check.
    name: "NHS number",
    country: "GB",
    kind: "health-number",
    pattern: String.raw`\d{3} ?\d{3} ?\d{4}`,
    check: (digits) => {
      const sum = weighted(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2]);
      return !/^(\d)\1*$/.test(digits) && (11 - (sum % 11)) % 11 === Number(digits[9]);
    },
  },
  {
    // HMRC, National Insurance Manual NIM39110.
    name: "National Insurance number",
    country: "GB",
    kind: "national-id",
    pattern: String.raw`(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]`,
  },
  {
    // Revenue Commissioners: modulus 23 over seven digits and, since 2013, a second letter.
    name: "PPS number",
    country: "IE",
    kind: "national-id",
    pattern: String.raw`\d{7} ?[A-W][A-IW]?`,
    check: (number) => {
      const second = number[8];
      const extra = second && second !== "W" ? (second.charCodeAt(0) - 64) * 9 : 0;
      const sum = weighted(number, [8, 7, 6, 5, 4, 3, 2]) + extra;
      return "WABCDEFGHIJKLMNOPQRSTUV"[sum % 23] === number[7];
    },
  },
  {
    // Canada Revenue Agency: Luhn.
    name: "Social Insurance Number",
    country: "CA",
    kind: "national-id",
    pattern: String.raw`\d{3}([- ])\d{3}\1\d{3}`,
    check: (digits) => luhn(digits) && digits !== "000000000",
  },
  {
    // Ontario Ministry of Health, technical specifications: Luhn; a version code may follow.
    name: "Ontario health card",
    country: "CA",
    kind: "health-number",
    pattern: String.raw`\d{4}([- ])\d{3}\1\d{3}`,
    check: luhn,
  },
  {
    // Australian Taxation Office: weights 1 4 3 7 5 8 6 9 10, modulus 11.
    name: "Tax File Number",
    country: "AU",
    kind: "national-id",
    pattern: String.raw`\d{3} ?\d{3} ?\d{3}`,
    check: (digits) => weighted(digits, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0,
    named: "TFN|tax file (?:number|no)",
  },
  {
    // Services Australia: eight digits from 2 to 6, weights 1 3 7 9, a check digit, an issue number.
    name: "Medicare card",
    country: "AU",
    kind: "health-number",
    pattern: String.raw`[2-6]\d{3} ?\d{5} ?[1-9](?:[-/ ][1-9])?`,
    check: (digits) => weighted(digits, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 === Number(digits[8]),
  },
  {
    // Health New Zealand, HISO 10046: three letters without I and O, weights 7 to 2, modulus 11.
    name: "National Health Index",
    country: "NZ",
    kind: "health-number",
    pattern: String.raw`[A-HJ-NP-Z]{3}\d{4}`,
    check: (number) => {
      const values = [...number].map((each) => {
        const letter = "ABCDEFGHJKLMNPQRSTUVWXYZ".indexOf(each) + 1;
        return letter || Number(each);
      });
      const sum = [7, 6, 5, 4, 3, 2].reduce((all, weight, at) => all + weight * values[at]!, 0);
      return sum % 11 !== 0 && (11 - (sum % 11)) % 10 === values[6];
    },
  },
  {
    // Unique Identification Authority of India: twelve digits, never 0 or 1 first, Verhoeff.
    name: "Aadhaar",
    country: "IN",
    kind: "national-id",
    pattern: String.raw`[2-9]\d{3}([- ]?)\d{4}\1\d{4}`,
    check: verhoeff,
  },
  {
    // Income Tax Department: the fourth letter of a person's is P.
    name: "Permanent Account Number",
    country: "IN",
    kind: "national-id",
    pattern: String.raw`[A-Z]{3}P[A-Z]\d{4}[A-Z]`,
  },
  {
    // INSEE: 97 less the remainder by 97; Corsica's 2A and 2B count as 19 and 18.
    name: "NIR",
    country: "FR",
    kind: "national-id",
    pattern: String.raw`[12] ?\d{2} ?(?:0[1-9]|1[0-2]|[2-9]\d) ?(?:\d{2}|2[AB]) ?\d{3} ?\d{3} ?\d{2}`,
    check: (number) => {
      const digits = number.replace("2A", "19").replace("2B", "18");
      return 97 - remainder(digits.slice(0, 13), 97) === Number(digits.slice(13));
    },
  },
  {
    // Abgabenordnung § 139b: ISO 7064 MOD 11,10; among the first ten, one digit comes again.
    name: "Steuer-ID",
    country: "DE",
    kind: "national-id",
    pattern: String.raw`[1-9]\d ?\d{3} ?\d{3} ?\d{3}`,
    check: (digits) => {
      const different = new Set(digits.slice(0, 10)).size;
      let product = 10;
      for (const digit of digits.slice(0, 10)) {
        product = (((Number(digit) + product) % 10 || 10) * 2) % 11;
      }
      return (different === 8 || different === 9) && (11 - product) % 10 === Number(digits[10]);
    },
  },
  {
    // GKV-Spitzenverband, Richtlinie nach § 290 SGB V: the letter as two digits, weights 1 2.
    name: "Krankenversichertennummer",
    country: "DE",
    kind: "health-number",
    pattern: String.raw`[A-Z] ?\d{3} ?\d{3} ?\d{3}`,
    check: (number) => {
      const letter = String(number.charCodeAt(0) - 64).padStart(2, "0");
      const sum = [...letter, ...number.slice(1, 9)]
        .map((digit, at) => Number(digit) * (at % 2 ? 2 : 1))
        .reduce((all, product) => all + (product > 9 ? product - 9 : product), 0);
      return sum % 10 === Number(number[9]);
    },
  },
  {
    // Ministerio del Interior: the letter is the remainder by 23.
    name: "DNI",
    country: "ES",
    kind: "national-id",
    pattern: String.raw`\d{8}[- ]?[A-HJ-NP-TV-Z]`,
    check: (number) => spanishLetter(number.slice(0, 8)) === number[8],
  },
  {
    // The same for foreigners, with X, Y and Z as 0, 1 and 2.
    name: "NIE",
    country: "ES",
    kind: "national-id",
    pattern: String.raw`[XYZ][- ]?\d{7}[- ]?[A-HJ-NP-TV-Z]`,
    check: (number) =>
      spanishLetter(`${"XYZ".indexOf(number.charAt(0))}${number.slice(1, 8)}`) === number[8],
  },
  {
    // Agenzia delle Entrate, decreto 23 dicembre 1976.
    name: "Codice fiscale",
    country: "IT",
    kind: "national-id",
    pattern: String.raw`[A-Z]{6}\d{2}[A-EHLMPR-T]\d{2}[A-Z]\d{3}[A-Z]`,
    check: italianLetter,
  },
  {
    // Rijksdienst voor Identiteitsgegevens: weights 9 to 2 and -1, modulus 11.
    name: "BSN",
    country: "NL",
    kind: "national-id",
    pattern: String.raw`\d{4}[. ]?\d{2}[. ]?\d{3}`,
    check: (digits) => weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0,
    named: "BSN|burgerservicenummer",
  },
  {
    // Rijksregister: 97 less the remainder by 97, with a 2 before it for those born since 2000.
    name: "Rijksregisternummer",
    country: "BE",
    kind: "national-id",
    pattern: String.raw`\d{2}\.\d{2}\.\d{2}-\d{3}[. ]\d{2}`,
    check: (digits) =>
      ["", "2"].some(
        (century) => 97 - remainder(century + digits.slice(0, 9), 97) === Number(digits.slice(9)),
      ),
  },
  {
    // Skatteverket, SKV 704: Luhn over the last ten; coordination numbers add 60 to the day.
    name: "Personnummer",
    country: "SE",
    kind: "national-id",
    pattern: String.raw`(?:\d{2})?\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01]|[678]\d|9[01])[-+]\d{4}`,
    check: (digits) => luhn(digits.slice(-10)),
  },
  {
    // Digital and Population Data Services Agency: the remainder by 31.
    name: "Henkilötunnus",
    country: "FI",
    kind: "national-id",
    pattern: String.raw`(?:[0-2]\d|3[01])(?:0\d|1[0-2])\d{2}[-+A-FU-Y]\d{3}[0-9A-FHJ-NPR-Y]`,
    check: (number) => {
      const digits = number.slice(0, 6) + number.slice(-4, -1);
      return "0123456789ABCDEFHJKLMNPRSTUVWXY"[remainder(digits, 31)] === number.at(-1);
    },
  },
  {
    // CPR-kontoret: since 2007 without a check digit, so it is the date that has to be one.
    name: "CPR-nummer",
    country: "DK",
    kind: "national-id",
    pattern: String.raw`(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}-\d{4}`,
  },
  {
    // Ministerstwo Cyfryzacji: weights 1 3 7 9; the month carries the century.
    name: "PESEL",
    country: "PL",
    kind: "national-id",
    pattern: String.raw`\d{2}(?:[02468][1-9]|[13579][0-2])(?:0[1-9]|[12]\d|3[01])\d{5}`,
    check: (digits) => {
      const sum = weighted(digits, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]);
      return (10 - (sum % 10)) % 10 === Number(digits[10]);
    },
  },
  {
    // Department of Home Affairs: a date of birth, Luhn.
    name: "Identity number",
    country: "ZA",
    kind: "national-id",
    pattern: String.raw`\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]) ?\d{4} ?[0-2]\d{2}`,
    check: luhn,
  },
  {
    // Receita Federal: two check digits, modulus 11.
    name: "CPF",
    country: "BR",
    kind: "national-id",
    pattern: String.raw`\d{3}\.\d{3}\.\d{3}-\d{2}`,
    check: (digits) =>
      [9, 10].every((length) => {
        const weights = Array.from({ length }, (_, at) => length + 1 - at);
        return ((weighted(digits, weights) * 10) % 11) % 10 === Number(digits[length]);
      }),
  },
  {
    // RENAPO, Instructivo Normativo para la Asignación de la CURP.
    name: "CURP",
    country: "MX",
    kind: "national-id",
    pattern: String.raw`[A-Z]{4}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[HMX][A-Z]{5}[A-Z0-9]\d`,
  },
  {
    name: "Passport",
    country: null,
    kind: "national-id",
    pattern: String.raw`[A-Z]{0,2}\d{6,9}`,
    named: String.raw`passport(?: (?:number|no))?|Reisepass(?:nummer)?|pasaporte(?: n[º°.o]+)?|passeport`,
  },
  {
    // Hospitals number their patients as they like: the name before it is all there is to go by.
    name: "Hospital record number",
    country: null,
    kind: "health-number",
    pattern: String.raw`(?:(?!(?:${joiningWords}|no|of|for)\b)[A-Z]{1,3}[- ]?)?\d{2,4}[- ]?\d{2,4}(?:[- ]?\d{1,5})?`,
    named: [
      String.raw`MRN|NHS(?: (?:number|no))?|NHI`,
      String.raw`(?:medical record|hospital|patient|chart|health card|health insurance|Medicaid)s? (?:number|no|ID|#)`,
      String.raw`Patienten(?:nummer|-?ID)|Fallnummer|Versichertennummer`,
      String.raw`(?:historia clínica|paciente)(?: (?:número|n[º°o]))?|num[eé]ro de (?:dossier|patient)`,
    ].join("|"),
    check: (number) => number.replace(/\D/g, "").length >= 5,
  },
];

function weighted(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0);
}

function remainder(digits: string, by: number): number {
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % by, 0);
}

function luhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at]) * (at % 2 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}

function spanishLetter(digits: string): string | undefined {
  return "TRWAGMYFPDXBNJZSQVHLCKE"[remainder(digits, 23)];
}

function italianLetter(code: string): boolean {
  // In odd places, A and 0 count 1, B and 1 count 0, and so on; in even ones as one would think.
  const odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10].concat(
    [22, 25, 24, 23],
  );
  let sum = 0;
  for (let at = 0; at < 15; at++) {
    const value = parseInt(code.charAt(at), 36);
    const place = value > 9 ? value - 10 : value;
    sum += at % 2 ? place : odd[place]!;
  }
  return code.charCodeAt(15) - 65 === sum % 26;
}

/** J. Verhoeff, "Error Detecting Decimal Codes" (1969): the dihedral group of order ten. */
function verhoeff(digits: string): boolean {
  const step = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
  let check = 0;
  for (let at = 0; at < digits.length; at++) {
    let digit = Number(digits[digits.length - 1 - at]);
    for (let times = at % 8; times > 0; times--) digit = step[digit]!;
    check = dihedral(check, digit);
  }
  return check === 0;
}

function dihedral(a: number, b: number): number {
  if (a < 5) return b < 5 ? (a + b) % 5 : 5 + ((a + b) % 5);
  return b < 5 ? 5 + ((a - b + 5) % 5) : (a - b + 5) % 5;
}
