import * as finding from "#lib/generated/messages/finding.ts";

type Role = {
  slug: string;
  /** What the list of their stories is called. */
  title: () => string;
  /** Words that a role in a byline has, in lower case and without accents. */
  words: readonly string[];
};

/** The roles that stories are listed by: who is who in health care, and who is cared for. */
export const roles = [
  {
    slug: "nurse",
    title: finding.nurses,
    words: ["nurse", "nurses", "nursing", "rn", "lpn", "np", "enfermera", "enfermero"],
  },
  {
    slug: "doctor",
    title: finding.doctors,
    words: [
      ...["doctor", "doctors", "dr", "physician", "gp", "resident", "registrar", "intern"],
      ...["pediatrician", "paediatrician", "oncologist", "psychiatrist", "cardiologist"],
      ...["medica", "medico", "doctora"],
    ],
  },
  {
    slug: "surgeon",
    title: finding.surgeons,
    words: ["surgeon", "surgeons", "surgical", "cirujana", "cirujano"],
  },
  {
    slug: "midwife",
    title: finding.midwives,
    words: ["midwife", "midwives", "doula", "partera", "matrona"],
  },
  {
    slug: "paramedic",
    title: finding.paramedics,
    words: ["paramedic", "paramedics", "emt", "ambulance", "paramedico", "paramedica"],
  },
  {
    slug: "pharmacist",
    title: finding.pharmacists,
    words: ["pharmacist", "pharmacy", "farmaceutica", "farmaceutico"],
  },
  {
    slug: "therapist",
    title: finding.therapists,
    words: [
      ...["therapist", "physiotherapist", "psychologist", "counsellor", "counselor"],
      ...["terapeuta", "psicologa", "psicologo"],
    ],
  },
  {
    slug: "carer",
    title: finding.carers,
    words: ["carer", "carers", "caregiver", "caretaker", "aide", "hca", "cuidadora", "cuidador"],
  },
  {
    slug: "student",
    title: finding.students,
    words: ["student", "students", "trainee", "apprentice", "estudiante"],
  },
  {
    slug: "volunteer",
    title: finding.volunteers,
    words: ["volunteer", "volunteers", "voluntaria", "voluntario"],
  },
  {
    slug: "chaplain",
    title: finding.chaplains,
    words: ["chaplain", "imam", "rabbi", "priest", "capellan"],
  },
  {
    slug: "porter",
    title: finding.porters,
    words: ["porter", "porters", "cleaner", "orderly", "celador", "celadora", "limpiadora"],
  },
  {
    slug: "patient",
    title: finding.patients,
    words: ["patient", "patients", "paciente", "survivor"],
  },
  {
    slug: "family",
    title: finding.families,
    words: [
      ...["mother", "father", "mum", "mom", "dad", "parent", "daughter", "son", "sister"],
      ...["brother", "wife", "husband", "partner", "widow", "widower", "grandmother"],
      ...["grandfather", "niece", "nephew", "family", "madre", "padre", "hija", "hijo"],
    ],
  },
] as const satisfies readonly Role[];

export type RoleSlug = (typeof roles)[number]["slug"];

export function findRole(slug: string): { slug: RoleSlug; title: string } | null {
  const role = roles.find((each) => each.slug === slug);
  return role ? { slug: role.slug, title: role.title() } : null;
}

/** What the role in a byline is one of: "night nurse, mother of two" is two. */
export function rolesIn(bylineRole: string | null): RoleSlug[] {
  const said = new Set(
    (bylineRole ?? "")
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .split(/[^\p{L}]+/u),
  );
  return roles.filter(({ words }) => words.some((word) => said.has(word))).map(({ slug }) => slug);
}
