/** What the detector knows by heart, beside what `compromise` knows. In small letters. */

const list = (words: string) => new Set(words.trim().split(/\s*[\n,]\s*/));

/** Written with a capital and nobody's name: for one reader in thousands it is, and they know. */
export const notNames = list(`
  i, i'm, i'd, i'll, i've, o, oh, ok, okay, sos
  mum, mom, mummy, mommy, mama, mam, ma, mother, dad, daddy, papa, pa, pop, father, gran, granny
  grandma, grandpa, grandad, granddad, nan, nana, nanna, grandmother, grandfather, auntie, aunt, uncle
  oma, opa, mutti, vati, mutter, vater, mamá, papá, abuela, abuelo, maman, mamie, papi, mami, tata, baba
  amma, appa, nani, dadi, didi, bhai, beta, beti, maa, honey, darling, sweetheart, baby
  nurse, nurses, doctor, doctors, dr, sister, matron, professor, prof, surgeon, chaplain, sir, madam, ma'am
  mr, mrs, ms, miss, mx, reverend, rabbi, imam, midwife, patient, consultant, registrar, paramedic
  god, gods, lord, jesus, christ, allah, buddha, krishna, heaven, hell, satan, devil, santa, bible, quran
  koran, torah, amen, fate, death, life, earth, mars, moon, nature, bless
  christmas, xmas, easter, diwali, ramadan, eid, hanukkah, chanukah, passover, holi, lent, advent, pride
  halloween, thanksgiving, weihnachten, ostern, navidad, noël, pâques
  covid, corona, coronavirus, parkinson, alzheimer, crohn, hodgkin, huntington, tourette, asperger, down
  lyme, ebola, cushing, addison, marfan, ehlers, danlos, guillain, barré, graves, hashimoto, sjögren
  raynaud, kawasaki, ewing, wilms, rett, turner, barrett, lewy, hodgkin's, bell's, braille, apgar, doppler
  caesarean, cesarean, c-section, foley, hickman, hoyer, zimmer, heimlich, velcro, stryker, thomas-splint
  prozac, zoloft, tylenol, paracetamol, ibuprofen, advil, nurofen, calpol, panadol, xanax, valium, ativan
  lithium, morphine, oramorph, oxycontin, oxycodone, fentanyl, ketamine, propofol, heparin, warfarin
  insulin, metformin, ritalin, adderall, narcan, naloxone, botox, keytruda, herceptin, tamoxifen, humira
  lexapro, effexor, seroquel, lamictal, epipen, ventolin, gaviscon, viagra, methadone, suboxone, percocet
  vicodin, cipralex, sertraline, citalopram, haldol, risperdal, gabapentin, lyrica, tramadol, codeine
  google, facebook, instagram, twitter, tiktok, youtube, whatsapp, skype, facetime, netflix, spotify, uber
  lego, ikea, tesco, walmart, amazon, disney, pixar, frozen, nintendo, playstation, xbox, scrabble, monopoly
  sudoku, tetris, minecraft, pokemon, barbie, batman, superman, spiderman, spider-man, elsa, pepsi, coke
  starbucks, jell-o, jello, skittles, kleenex, hoover, ford, toyota, honda, iphone, ipad, siri, alexa, mario
  internet, medicare, medicaid, olympics, beatles, bowie, elvis, mozart, beethoven, bach, chopin, shakespeare
  code, stage, ward, room, bed, bay, plan, type, grade, level, unit, floor, block, phase, day, week, page
  intensive, care, emergency, accident, maternity, oncology, cardiology, radiology, theatre, triage, hospice
  hospital, infirmary, clinic, surgery, reception, pharmacy, recovery, labour, labor, delivery, outpatients
  catholic, christian, muslim, jewish, hindu, sikh, buddhist, protestant, quaker, mormon, islam
  deaf, black, white, asian, african, latina, latino, hispanic, indigenous, aboriginal, māori, maori, roma
  german, english, french, spanish, hindi, urdu, arabic, mandarin, cantonese, yoruba, igbo, welsh, gaelic
  irish, scottish, polish, filipino, british, american, canadian, australian, indian, european, ukrainian
  amharic, tigrinya, swahili, tagalog, farsi, dari, pashto, punjabi, bengali, tamil, telugu, gujarati
  marathi, somali, hausa, zulu, xhosa, afrikaans, twi, shona, kurdish, turkish, dutch, esperanto, latin
  who, nhs, er, icu, nicu, a&e, cpr, dnr, mri, ct, iv, tv, id, hiv, aids, ptsd, adhd, ms, als, ivf, chemo
  north, south, east, west, english-speaking, spring, summer, autumn, winter, mass, lights, happy, birthday
  merry, new, year, year's, good, morning, night, dear, ave, yes, no, stop, please, thanks, sorry, not
  januar, februar, märz, juni, juli, oktober, dezember, montag, dienstag, mittwoch, donnerstag, freitag
  samstag, sonntag
`);

/** After these in a story comes whom they belong to: "my son Daniel", "the porter, Kwame,". */
export const people = list(`
  son, daughter, mother, father, mum, mom, dad, brother, sister, wife, husband, partner, fiancé, fiancée
  girlfriend, boyfriend, friend, neighbour, neighbor, cousin, aunt, auntie, uncle, niece, nephew, grandson
  granddaughter, grandmother, grandfather, grandma, grandpa, granny, nan, nana, twin, twins, stepson
  stepdaughter, stepmother, stepfather, stepmum, stepdad, godson, goddaughter, godmother, colleague
  roommate, flatmate, classmate, boss, patient, nurse, midwife, doctor, surgeon, anaesthetist
  anesthesiologist, oncologist, consultant, paramedic, porter, cleaner, carer, caregiver, therapist
  physio, physiotherapist, chaplain, volunteer, donor, stranger, medic, orderly, receptionist, janitor
  pharmacist, psychiatrist, counsellor, counselor, midwives, baby, boy, girl, toddler, teenager, dog, cat
  hijo, hija, madre, padre, hermano, hermana, esposo, esposa, marido, mujer, amigo, amiga, vecino, vecina
  abuela, abuelo, tía, tío, prima, primo, nieta, nieto, enfermera, enfermero, compañera, compañero
  sohn, tochter, mutter, vater, bruder, schwester, frau, mann, freund, freundin, nachbar, nachbarin, tante
  onkel, oma, opa, enkel, enkelin, cousine, kollege, kollegin, hebamme, pfleger
  fils, fille, mère, père, frère, sœur, soeur, femme, mari, ami, amie, voisin, voisine, tante, oncle
  grand-mère, grand-père, mamie, papi, infirmière, infirmier, collègue
  beta, beti, bhai, behen, dost, pati, patni, nani, nana, dadi, dada, chacha
`);

/** Right before a name, parted by no comma: "Dr Patel", "Schwester Monika". */
export const titles = list(`
  mr, mrs, ms, miss, mx, dr, doctor, doc, prof, professor, nurse, sister, brother, father, matron, reverend, rev
  rabbi, imam, pastor, sir, lady, captain, sergeant, officer, coach, auntie, aunt, uncle, grandma, grandpa
  granny, nana, nan, cousin, herr, frau, schwester, pfleger, doktor, oberarzt, tante, onkel, oma, opa
  señor, señora, señorita, sr, sra, don, doña, doctora, enfermera, tía, tío, abuela, abuelo
  monsieur, madame, mademoiselle, mme, mlle, docteur, docteure, tata, tonton, mamie, papi
  signor, signora, dottor, dottoressa, dona, seu, shri, smt
`);

/** A place within which one has to look further: as wide as a state, or wider. */
export const wide = list(`
  africa, asia, europe, america, americas, oceania, antarctica, scandinavia, caribbean, balkans, arctic
  england, scotland, wales, northern ireland, ireland, britain, great britain, uk, united kingdom, us, usa
  u.s., america, united states, states, the states, midwest, new england, middle east, latin america
  alabama, alaska, arizona, arkansas, california, colorado, connecticut, delaware, florida, georgia, hawaii
  idaho, illinois, indiana, iowa, kansas, kentucky, louisiana, maine, maryland, massachusetts, michigan
  minnesota, mississippi, missouri, montana, nebraska, nevada, new hampshire, new jersey, new mexico
  new york state, north carolina, north dakota, ohio, oklahoma, oregon, pennsylvania, rhode island
  south carolina, south dakota, tennessee, texas, utah, vermont, virginia, west virginia, wisconsin
  wyoming, puerto rico, ontario, quebec, québec, british columbia, alberta, manitoba, saskatchewan
  nova scotia, new brunswick, newfoundland, yukon, nunavut, new south wales, victoria, queensland
  western australia, south australia, tasmania, northern territory
  bavaria, bayern, saxony, sachsen, hesse, hessen, thuringia, thüringen, brandenburg, saarland
  baden-württemberg, niedersachsen, nordrhein-westfalen, rheinland-pfalz, schleswig-holstein
  mecklenburg-vorpommern, sachsen-anhalt
  andalucía, andalusia, cataluña, catalonia, catalunya, galicia, aragón, asturias, cantabria, extremadura
  castilla, bretagne, brittany, normandie, normandy, provence, occitanie, bourgogne, alsace, corsica
  kerala, punjab, gujarat, rajasthan, maharashtra, karnataka, tamil nadu, telangana, andhra pradesh
  bihar, odisha, assam, goa, haryana, uttar pradesh, madhya pradesh, west bengal, jharkhand, kashmir
  gauteng, kwazulu-natal, limpopo, mpumalanga, eastern cape, western cape, free state, north west
  alemania, españa, francia, inglaterra, méxico, deutschland, frankreich, spanien, österreich, schweiz
  polen, italien, türkei, syrien, allemagne, espagne, france, angleterre, maroc, algérie, tunisie
`);

/** What a hospital's name ends with, and in other languages begins with. */
export const hospitalEnds = list(`
  hospital, infirmary, hospice, clinic, sanatorium, sanitarium, maternity, krankenhaus, klinik, klinikum
`);
export const hospitalPairs = list(`
  medical center, medical centre, health center, health centre, cancer center, cancer centre, heart center
  heart centre, care home, nursing home, birth center, birth centre, health park, eye hospital
`);
export const hospitalStarts = list(`
  hospital, clínica, clinica, hôpital, chu, clinique, ospedale, klinikum, krankenhaus, klinik
  universitätsklinikum, sanatorio, residencia, ehpad
`);

/** What the name of a small place ends with. */
export const placeEnds = list(`
  street, road, avenue, lane, drive, boulevard, crescent, terrace, close, village, town, county, park
  square, bridge, creek, valley, island, beach, heights, hill, hills, falls, lake, river, bay, springs
  school, college, university, primary, church, cathedral, chapel, prison, straße, strasse, platz
`);
