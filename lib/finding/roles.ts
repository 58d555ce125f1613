type Role = {
  slug: string;
  /** What the list of their stories is called. */
  title: string;
  /** Words that a role in a byline has, in lower case and without accents. */
  words: readonly string[];
};

/** The roles that stories are listed by: who is who in health care, and who is cared for. */
export const roles = [
  {
    slug: "nurse",
    title: "Nurses’ stories",
    words: ["nurse", "nurses", "nursing", "rn", "lpn", "np", "enfermera", "enfermero"],
  },
  {
    slug: "doctor",
    title: "Doctors’ stories",
    words: [
      ...["doctor", "doctors", "dr", "physician", "gp", "resident", "registrar", "intern"],
      ...["pediatrician", "paediatrician", "oncologist", "psychiatrist", "cardiologist"],
      ...["medica", "medico", "doctora"],
    ],
  },
  {
    slug: "surgeon",
    title: "Surgeons’ stories",
    words: ["surgeon", "surgeons", "surgical", "cirujana", "cirujano"],
  },
  {
    slug: "midwife",
    title: "Midwives’ stories",
    words: ["midwife", "midwives", "doula", "partera", "matrona"],
  },
  {
    slug: "paramedic",
    title: "Paramedics’ stories",
    words: ["paramedic", "paramedics", "emt", "ambulance", "paramedico", "paramedica"],
  },
  {
    slug: "pharmacist",
    title: "Pharmacists’ stories",
    words: ["pharmacist", "pharmacy", "farmaceutica", "farmaceutico"],
  },
  {
    slug: "therapist",
    title: "Therapists’ stories",
    words: [
      ...["therapist", "physiotherapist", "psychologist", "counsellor", "counselor"],
      ...["terapeuta", "psicologa", "psicologo"],
    ],
  },
  {
    slug: "carer",
    title: "Carers’ stories",
    words: ["carer", "carers", "caregiver", "caretaker", "aide", "hca", "cuidadora", "cuidador"],
  },
  {
    slug: "student",
    title: "Students’ stories",
    words: ["student", "students", "trainee", "apprentice", "estudiante"],
  },
  {
    slug: "volunteer",
    title: "Volunteers’ stories",
    words: ["volunteer", "volunteers", "voluntaria", "voluntario"],
  },
  {
    slug: "chaplain",
    title: "Chaplains’ stories",
    words: ["chaplain", "imam", "rabbi", "priest", "capellan"],
  },
  {
    slug: "porter",
    title: "Porters’ and cleaners’ stories",
    words: ["porter", "porters", "cleaner", "orderly", "celador", "celadora", "limpiadora"],
  },
  {
    slug: "patient",
    title: "Patients’ stories",
    words: ["patient", "patients", "paciente", "survivor"],
  },
  {
    slug: "family",
    title: "Families’ stories",
    words: [
      ...["mother", "father", "mum", "mom", "dad", "parent", "daughter", "son", "sister"],
      ...["brother", "wife", "husband", "partner", "widow", "widower", "grandmother"],
      ...["grandfather", "niece", "nephew", "family", "madre", "padre", "hija", "hijo"],
    ],
  },
] as const satisfies readonly Role[];

export type RoleSlug = (typeof roles)[number]["slug"];

export function findRole(slug: string): Role | null {
  return roles.find((role) => role.slug === slug) ?? null;
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
