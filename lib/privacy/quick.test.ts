import { describe, expect, test } from "vitest";
import { readMarked } from "#lib/privacy/examples.ts";
import { numberRules } from "#lib/privacy/numbers.ts";
import { quickFindings } from "#lib/privacy/quick.ts";
import { growth } from "#lib/testing/growth.ts";

/** One number of each row as it may be written, and one that its rule refuses. */
const specimens: Record<string, { yes: string[]; no: string[] }> = {
  "Social Security number": {
    yes: [
      ...["219-09-9999", "457 55 5462", "219.09.9999", "219 - 09 - 9999", "219 • 09 • 9999"],
      ...["219–09–9999", "𝟐𝟏𝟗-𝟎𝟗-𝟗𝟗𝟗𝟗", "219\u00ad-\u200b09-9\u2060999"],
    ],
    no: [
      ...["000-12-3456", "666-12-3456", "219-00-9999", "219-09-0000", "219-09 9999"],
      ...["1219-09-9999", "219. 09. 9999", "219.09-9999"],
    ],
  },
  "Social Security number, unparted": {
    yes: ["SSN 219099999", "Social security number: 219099999"],
    no: ["219099999", "assn 219099999"],
  },
  "Individual Taxpayer Identification Number": {
    yes: ["900-70-0000", "900.70.0000"],
    no: ["900-93-0000"],
  },
  "Medicare Beneficiary Identifier": {
    yes: ["1EG4-TE5-MK73", "1eg4te5mk73"],
    no: ["1SG4-TE5-MK73"],
  },
  "NHS number": {
    yes: ["999 733 1001", "9997331001", "９９９ ７３３ １００１", "999\u00ad733\u00ad1001"],
    no: ["999 733 1002", "0000000000", "19997331001"],
  },
  "National Insurance number": {
    yes: ["AB 12 34 56 C", "ab123456c"],
    no: ["QQ 12 34 56 C", "GB123456A"],
  },
  "PPS number": { yes: ["1234567T", "1234567FA", "1234567TW"], no: ["1234567A"] },
  "Social Insurance Number": {
    yes: ["046 454 286", "046-454-286"],
    no: ["046 454 287", "000 000 000"],
  },
  "Ontario health card": { yes: ["9876-543-217"], no: ["9876-543-218"] },
  "Tax File Number": { yes: ["TFN 123 456 782"], no: ["TFN 123 456 783"] },
  "Medicare card": { yes: ["2123 45670 1", "2123456701"], no: ["2123 45671 1", "9123 45670 1"] },
  "National Health Index": { yes: ["ZZZ0016"], no: ["ZZZ0017", "ZZZ0044444"] },
  Aadhaar: { yes: ["2341 2341 2346", "234123412346"], no: ["2341 2341 2347", "1341 2341 2346"] },
  "Permanent Account Number": { yes: ["ABCPE1234F"], no: ["ABCDE1234F"] },
  NIR: { yes: ["2 55 08 14 168 025 38", "255081416802538"], no: ["2 55 08 14 168 025 39"] },
  "Steuer-ID": {
    yes: ["86095742719", "86 095 742 719", "47036892816"],
    no: ["86095742718", "12345678901"],
  },
  Krankenversichertennummer: { yes: ["A123456780"], no: ["A123456781"] },
  DNI: { yes: ["12345678Z", "12345678-z"], no: ["12345678A"] },
  NIE: { yes: ["X1234567L"], no: ["X1234567A"] },
  "Codice fiscale": { yes: ["RSSMRA85T10A562S"], no: ["RSSMRA85T10A562T"] },
  BSN: { yes: ["BSN 123456782", "BSN: 1234.56.782"], no: ["BSN 123456783", "123456782"] },
  Rijksregisternummer: { yes: ["85.07.30-033.28"], no: ["85.07.30-033.29"] },
  Personnummer: { yes: ["811228-9874", "19811228-9874"], no: ["811228-9875", "811328-9874"] },
  Henkilötunnus: { yes: ["131052-308T"], no: ["131052-308U"] },
  "CPR-nummer": { yes: ["070761-4285"], no: ["320761-4285", "071361-4285"] },
  PESEL: { yes: ["44051401359"], no: ["44051401358", "44131401359"] },
  "Identity number": { yes: ["8001015009087"], no: ["8001015009088", "8013015009087"] },
  CPF: { yes: ["529.982.247-25"], no: ["529.982.247-26"] },
  CURP: { yes: ["HEGG560427MVZRRL04"], no: ["HEGG561427MVZRRL04"] },
  Passport: { yes: ["passport number 512345678", "Reisepass: C0123456"], no: ["512345678"] },
  "Hospital record number": {
    yes: [
      "MRN 4471902",
      "hospital number is K204418",
      "hospital number AB 204418",
      "Patient ID: 00482913",
    ],
    no: ["4471902", "patient number 12"],
  },
};

describe("numbers", () => {
  test("of every row are tried", () => {
    expect(Object.keys(specimens)).toEqual(numberRules.map(({ name }) => name));
  });

  describe.each(numberRules)("$name", ({ name, kind }) => {
    const numbers = () => specimens[name] ?? { yes: [], no: [] };
    test("is found within a sentence, and whole", () => {
      for (const written of numbers().yes) {
        for (const sentence of [`They wrote ${written}, and nothing else.`, written]) {
          const [found, ...others] = quickFindings(sentence);
          expect(found?.kind, written).toBe(kind);
          expect(sentence.slice(0, found?.end), written).toMatch(/[\p{L}\p{N}]$/u);
          expect(sentence.slice(found?.end), written).not.toMatch(/^[\p{L}\p{N}]/u);
          expect(others).toEqual([]);
        }
      }
    });
    test("is not found where its rule is broken", () => {
      for (const written of numbers().no) {
        const kinds = quickFindings(`They wrote ${written}, and nothing else.`).map(
          (each) => each.kind,
        );
        expect(kinds, written).not.toContain(kind);
      }
    });
  });
});

test.each([
  // The words before a number are none of it, short as they may be
  "Her NHS number was [health-number:943 476 5919], her hospital number is [health-number:204 418].",
  "The NHS no [health-number:943 476 5919], die Fallnummer war [health-number:204418].",
  // E-mail
  "[email:rosa@example.org]",
  "Mail [email:rosa.b+ward7@mail.example.co.uk].",
  "[email:rosa (at) example.org], [email:rosa{at}example.org], [email:rosa at example dot org]",
  "We met at example street, and at noon she said: dot the i.",
  "rosa@, she joked, and 5@7.",
  "[email:rosa@\nexample.org], [email:rosa＠example．org], [email:ro\u200bsa@exam\u00adple.org]",
  "rosa @ example, rosa@\n\n[url:example.org] is [handle:@rosa], not\n[handle:@rosa.example]",
  // Handles
  "[handle:@rosa], [handle:@rosa_b.c]. [handle:@rosa@social.example.org]",
  "@ 3am, @3, and a@",
  // Web addresses
  "[url:https://example.org/a?b=c] and [url:example.com]",
  "It ended.It began.",
  // Dates
  "[date:May 4th], [date:May 4, 2018], [date:4 May], [date:4th of May 2018], the [date:fourth of May]",
  "[date:4. Mai 2018], [date:3 de febrero de 2020], [date:1er mai], [date:14 novembre 2019], [date:2 gennaio]",
  "[date:2018-05-04], [date:5/4/2018], [date:4.5.18], am [date:3.11.] war es kalt",
  "May 2018, in May; the 4th bed, 24/7, 120/80, 1/2, 10.30, 99/99/2018, 2018-99-99, may 4 come in?",
  // Named days
  "[weekday:last Tuesday], on [weekday:Monday], [weekday:Christmas Eve], [weekday:Good Friday], [weekday:Boxing Day]",
  "every Tuesday, Tuesdays, a Tuesday, Tuesday's child, at Christmas",
  "am [weekday:Dienstag], el [weekday:martes pasado], [weekday:mardi dernier], los martes, jeden Dienstag, le mardi",
  // Ages
  "[age:94-year-old], [age:aged 97], [age:turned 101], [age:ninety-two years old], she is [age:93], died at [age:96], [age:97yo]",
  "89-year-old, aged 80, in her nineties, at 97, it was 101, she was 120/80, he was 99% sure, I was 95 kilos, 95 years",
  // Initials
  "[initials:J.R.], [initials:Mr B.], [initials:Mrs T], [initials:Baby K], my friend [initials:L.] came",
  "The U.S., I.V., a.m., P.S., Plan B, Vitamin D, Baby I love you, Mr Bean, Dr X said",
  // Overlaps
  "Mail [email:rosa@example.org] by [date:4 May].",
])("%s", (marked) => {
  const { text, expected } = readMarked(marked);
  expect(quickFindings(text)).toEqual(expected);
});

const hostile = [
  ..."a1@.-/ A('",
  "1 ",
  "1-",
  "a.",
  "A.",
  "A. ",
  "x@y.",
  "a@",
  "@a",
  "a at b dot ",
  "12.",
  "1/",
  "May ",
  "4 May ",
  "ninety ",
  "aged ",
  "Mr ",
  "she was 9",
  "last Monday ",
  "SSN ",
  "MRN 1",
  "AB12",
  "twenty-",
  "日本",
  "a@\n",
  "219 - 09 - ",
  "１．",
  "𝟐",
  "2️⃣",
  "1\u200b",
  "A\u0301",
];

test.each(hostile)("%j over and over is read in time that grows with its length", (unit) => {
  expect(growth(unit, quickFindings)).toBeLessThan(3);
});

test("what is far longer than a story is read to its limit", () => {
  expect(quickFindings("@rosa ".repeat(100_000)).length).toBeLessThanOrEqual(100);
});
