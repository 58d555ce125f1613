/**
 * Words that call for a content warning. Suggestions only: the storyteller knows best. English and
 * some Spanish, in small letters; `~` stands for any further letters, a space for any white space.
 */
import { type WarningSlug, warningSlugs } from "./list.ts";

/** What only sounds like it. Looked at first and taken out. */
const idioms = [
  "dead (?:tired|line~|lock~|end|pan|weight|easy|serious|battery|phone)|drop dead gorgeous|over my dead body|deadlines?|half dead",
  "(?:was|were|is|are|am|m|s) dying (?:to|for)|died (?:laughing|of (?:boredom|embarrassment|shame))|die (?:laughing|of (?:boredom|embarrassment|shame))|dying of (?:boredom|embarrassment|thirst|laughter)|never say die|(?:battery|phone) (?:has |had )?died|died down",
  "death (?:stare|metal|grip)|scared to death|bored to death|sick to death|loved? (?:\\p{L}+ )?to death",
  "miscarriages? of justice|birth certificates?|rebirth|labou?r (?:party|day|of love)",
  "war(?:s|d)? (?:story|stories|paint|room)|tug of war|star wars|bath bombs?|sex(?:es)? of (?:the|my|our) bab(?:y|ies)",
  "kill(?:s|ed|ing)? (?:time|it|the (?:mood|lights?|engine))|(?:feet|back|shoes?|knees?|heels?) (?:are |is |were |was )?killing|killed me with kindness|killer (?:heels|smile|headache)|kill for (?:a|some)",
  "blood (?:pressures?|tests?|types?|sugars?|banks?|groups?|counts?|thinners?|relatives?|brothers?|oranges?|results?|work|donors?|drives?)|(?:cold|blue|bad) blood|bloody (?:good|great|well|marvellous|brilliant|lovely|awful|cold|hell|minded|mary)|bleeding heart",
  "(?:flu|covid|vaccine|booster|long|best|big|moon|warning|head|hot|screen) shots?|shot of (?:espresso|whisky|whiskey|tequila|vodka|courage)|shots? in the dark|under the knife",
  "(?:knitting|pine|sewing|darning|crochet) needles?|needles? in (?:a|the) haystack|needless~",
  "(?:rescue|smooth|military|hours of|cooperation) operation|(?:gp|doctor.s|at our|at the) surgery|(?:economic|great) depression|tropical depression",
  "addicted to (?:coffee|chocolate|tea|the show|sudoku|crosswords|you|netflix|sugar)",
  "(?:hip|shoulder|leg|arm) abduction|fire drill|(?:air|bus|ferry|computer) terminals?|terminal \\d",
].join("|");

const child =
  "(?:son|daughter|bab(?:y|ies)|child|children|little (?:boy|girl)|newborn|infant|toddler|twins?|grandson|granddaughter|grandchild|nephew|niece)";
const pet = "(?:dogs?|cats?|pupp(?:y|ies)|kittens?|horses?|pets?|rabbits?|hamsters?|pony|parrot)";
const partner = "(?:husband|boyfriend|partner|wife|girlfriend|ex)";
const few = "(?: [\\p{L}']{1,12}){0,3}";

const lexicon: Partial<Record<WarningSlug, string>> = {
  death:
    "die[ds]?|dying|dead|deaths?|passed away|funerals?|buried|burial|coffins?|mourn~|griev~|widow~|obituar~|bereave~|autops~|corpses?|mortuary|morgue|ashes|lost (?:my|our|his|her|their) (?:mum|mom|mother|dad|father|wife|husband|sister|brother|friend|gran~)|muri(?:ó|eron)|murier~|muerte|muert[oa]s?|fallec~|entierro|viud[oa]",
  "child-death": `${child}${few} (?:died|dies|dead|was dying|passed away)|(?:lost|los(?:e|ing)|bur(?:y|ied)) (?:my|our|his|her|their|a) ${child}(?!')|death of (?:my|our|his|her|their|a|the) ${child}|cot death|sids|(?:tiny|small|little|white) coffins?|${child}'s (?:funeral|coffin|death)|(?:hij[oa]|beb[eé])${few} (?:murió|falleció)|perd(?:í|imos) a (?:mi|nuestr[oa]) (?:hij[oa]|beb[eé])`,
  "end-of-life":
    "hospices?|palliative~|end of life|end-of-life|last (?:breaths?|rites)|deathbed|dnr|do not resuscitate|syringe driver|life support|(?:turn|turned|switch|switched) off (?:the|his|her) (?:ventilator|machines?)|assisted dying|euthanasia|(?:days|weeks|months) to live|terminally|terminal (?:ill~|cancer|diagnosis)|(?:is|was|it's) terminal|sat with (?:him|her) as (?:he|she) died|cuidados paliativos|último aliento|eutanasia",
  "animal-death": `${pet}${few} (?:died|dies|dead|put (?:down|to sleep))|put (?:my|our|the|his|her) ${pet} (?:down|to sleep)|(?:my|our) dead ${pet}|(?:perr[oa]|gat[oa])${few} murió`,
  miscarriage:
    "miscarr~|lost (?:the|our|my) (?:baby|pregnancy)|pregnancy loss~|ectopic|no heartbeat|aborto espontáneo|perd(?:í|imos) (?:el|al) bebé",
  stillbirth:
    "still-?b(?:irth|orn)~|born (?:still|sleeping|silent|asleep)|nació muert[oa]|mortinat~",
  childbirth:
    "childbirth|(?:gave|give|giving|given) birth|birthing|in labou?r|labou?r (?:ward|room|pains?)|went into labou?r|contractions|c-section|ca?esar(?:ean|ian)~|delivery room|delivered (?:my|our|her|a|the) (?:bab~|twins|daughter|son)|crowning|epidural~|episiotomy|placenta|pre-?eclampsia|preterm|premature(?:ly)? (?:birth|bab~|born)|parto|(?:di|dio) a luz|cesárea|contracciones",
  abortion:
    "abort(?:ion|ions|ed|ing)|terminat(?:e|ed|ing) (?:the|my|her|a|our) pregnancy|termination (?:of|for)|mifepristone|abort(?:é|ar)|aborto(?! espontáneo)",
  "medical-procedures":
    "surger(?:y|ies)|surgical~|operations?|operated on|operating (?:room|table|theatre)|ana?esthe[ts]~|biops~|amputat~|transplant~|intubat~|catheter~|colonoscop~|endoscop~|colostomy|stoma|dialysis|chemo~|radiotherapy|scalpels?|stitches|sutur~|ventilators?|tracheo~|spinal tap|lumbar puncture|bone marrow|(?:heart|triple) bypass|mastectom~|hysterectom~|craniotom~|feeding tube|cirugía~|operación|(?:me|le|lo|la) operaron|quirófano|anestesia|biopsia|trasplante|quimio~|diálisis",
  "blood-gore":
    "blood(?:y|ied|stained)?|bleed(?:s|ing)?|bled|ha?emorrhag~|gore|guts|entrails|maggots|open wounds?|severed|mutilat~|sangre|sangr(?:é|ó|aba|ando)|hemorragia",
  resuscitation:
    "cpr|resuscitat~|(?:chest )?compressions|defib~|crash (?:cart|team|call)|code blue|flatlin~|mouth-to-mouth|cardiac arrests?|(?:my|his|her) heart (?:had )?stopped|brought (?:him|her|me|them) back to life|reanima~|rcp|paro cardíaco",
  needles:
    "needles?|injection~|inject(?:ed|s|ing)?|syringes?|cannula~|venipuncture|blood draws?|iv (?:line|drip)|lumbar puncture|agujas?|inyecci~|jeringas?|pinchazos?",
  "medical-error":
    "misdiagnos~|malpractice|negligen~|(?:medical|medication|surgical|prescribing|drug) errors?|wrong (?:leg|arm|eye|side|patient|dose|drug|medication|medicine|kidney|blood|tablets?|pills?|diagnosis|notes)|missed (?:the|my|her|his) (?:cancer|tumou?r|fracture|stroke|signs?|diagnosis|sepsis)|left (?:a|the) (?:swab|sponge|clamp)|mixed up (?:the|my|our|her|his) (?:results|charts?|samples?|notes|drugs)|negligencia|error médico|diagnóstico equivocado",
  suicide:
    "suicid~|kill(?:s|ed|ing)? (?:my|him|her|them|your)sel(?:f|ves)|(?:take|taking|took|end|ended|ending) (?:my|his|her|their) own li(?:fe|ves)|end(?:ed|ing)? (?:my|his|her|their) li(?:fe|ves)|(?:hanged|hung) (?:my|him|her)self|want(?:ed|s)? to die|quitar(?:se|me) la vida|(?:quería|quiero) morir~",
  "self-harm":
    "self-?harm~|self harm~|self-?injur~|(?:cut|cuts|cutting|burn(?:ed|t|ing)?) (?:my|him|her|them)sel(?:f|ves)(?! (?:shav~|on|off|some|a|loose|free|out|with|slicing|chopping|by|in))|(?:cut|slit) (?:my|her|his) wrists?|autolesi~|me cortaba",
  "mental-illness":
    "depress(?:ed|ion|ive)|anxiety|bipolar|schizo~|psychos[ei]s|psychotic|psychiatr~|ptsd|ocd|panic attacks?|(?:nervous|mental) breakdown|mental(?:ly)? (?:ill~|health)|mani[ac]|manic|paranoi~|hear(?:d|ing)? voices|anti-?depress~|dissociat~|sectioned|depresión|ansiedad|esquizofrenia|psiquiátric~|ataques? de pánico|psicosis|trastorno bipolar",
  addiction:
    "addict~|alcoholi~|sober|sobriety|overdos~|heroin|cocaine|crystal meth|detox~|narcan|naloxone|methadone|hooked on|drinking problem|(?:in|through) withdrawal|twelve steps|12 steps|aa meetings?|gambling|adict~|adicci~|alcohólic~|sobredosis|heroína|cocaína",
  "eating-disorder":
    "eating disorders?|anorexi~|bulimi~|bing(?:e|ed|e?ing)(?: and purg~|[- ]eat~)|purging|starv(?:e|ed|ing) myself|ma(?:de|ke|king) myself (?:sick|vomit|throw up)|count(?:ed|ing)? (?:the |every )?calories?|trastornos? alimentari~|atracones",
  "sexual-assault":
    "rap(?:e|ed|es|ists?|ing)|sexual(?:ly)? (?:assault~|abus~|harass~|violence)|molest~|grop(?:ed|ing)|incest|viol(?:ó|aron|ada|ación)|agresión sexual|abus[oó]s? sexual(?:es)?",
  "child-abuse":
    "child(?:hood)? (?:sexual )?(?:abuse|neglect|protection)|abused (?:as a child|me when i was)|(?:beat|hit|abused) (?:me|us) (?:as a child|when i was (?:little|small|a child|a kid|\\p{N}+))|(?:child|children|kid|girl|boy|baby|toddler) (?:was|were|had been|who was) (?:being )?(?:abused|beaten|neglected)|shaken baby|pa?edophil~|(?:maltrato|abuso) infantil",
  "domestic-abuse": `domestic (?:abuse|violence)|abusive (?:${partner}|relationship|marriage|home)|${partner}${few} (?:hits?|beats?|beat|punched|choked|strangled|slapped) me|he (?:hits?|beats?|punched|choked|strangled|slapped) me|battered (?:wife|wom[ae]n)|women's (?:refuge|shelter)|coercive control|restraining order|violencia (?:doméstica|de género)|me (?:pegaba|maltrataba)`,
  "animal-cruelty": `animal (?:cruelty|abuse|testing)|cruelty to animals|(?:beat|kicked|tortured|starved) (?:the|a|his|her|my|our|their) ${pet}|dog ?fight~|vivisection|lab (?:rats|mice|monkeys)|maltrato animal`,
  violence:
    "violen(?:t|tly|ce)|stabb(?:ed|ing|ings)|stab wounds?|gun(?:shots?|fire|man|men|point)?|(?:was|been|were|got) shot|shot (?:him|her|them|me|dead|in the)|shootings?|shooter|murder~|homicide|kill(?:ed|er|ers)|assault(?:ed|s)?|attack(?:ed|er|ers|ing)|beaten|beat (?:him|her|me|them) (?:up|with)|punch(?:ed|es)|strangl~|knifepoint|with a knife|mugg(?:ed|ing)|violencia|violent[oa]s?|apuñal~|dispar(?:ó|aron)|asesin~|golpe(?:ó|aron)|paliza|tiroteo",
  kidnapping:
    "kidnap~|abduct(?:ed|ion|ors?)|hostages?|held captive|(?:human|sex) traffick~|trafficked|secuestr~",
  "war-terror":
    "(?:the|a|at|civil|world|in|to|during|after|this|that|our) wars?|war ?zones?|bombs?|bombed|bombings?|shelling|shelled|air ?strikes?|air raids?|missiles?|drone strikes?|battlefields?|soldiers?|terroris[mt]~|genocide|land ?mines?|shrapnel|massacre~|refugees?|guerra|bombas?|bombarde~|misil~|terroris~|refugiad~|soldados?",
  racism:
    "racis[mt]~|racial(?:ly)? (?:slurs?|abuse~|profil~|bias)|(?:the )?n-word|colou?r of (?:my|his|her|our|their) skin|go back to (?:your|where you)|xenophob~|white supremac~|lynch~|because (?:i'm|he's|she's|we're|i am) (?:black|brown|asian|foreign)|xen[oó]fob~|racista~",
  sexism:
    "sexis[mt]~|misogyn~|catcall~|mansplain~|gender (?:bias|discrimination)|(?:called|calling) (?:me|her) hysterical|just a (?:girl|woman)|a woman's place|machis[mt]~|mis[oó]gin~|sexista~",
  "homophobia-transphobia":
    "homophob~|transphob~|biphob~|deadnam~|misgender~|conversion therapy|faggots?|trann(?:y|ies)|gay-?bash~|(?:for being|because (?:i'm|i am|he's|she's|we're|they're)) (?:gay|a lesbian|lesbian|trans|queer|bi)|hom[oó]fob~|tr[aá]nsfob~",
  ableism:
    "ableis[mt]~|retard(?:s|ed)?|cripple[ds]?|scroungers?|(?:don't|doesn't|didn't) look (?:sick|ill|disabled)|disability hate|capacitis~",
  "religious-hatred":
    "islamophob~|anti-?semit~|anti-?muslim|sectarian~|swastikas?|holocaust|pogroms?|religious (?:hatred|persecution|abuse)|(?:because of|for) (?:my|her|his) (?:hijab|headscarf|turban|kippah)|islam[oó]fob~",
  "sexual-content":
    "(?:had|have|having) sex|sex life|(?:made|make|making) love|orgasm~|masturbat~|porn~|erotic~|aroused|erections?|condoms?|foreplay|one-night stands?|(?:tuvimos|tener) sexo|hicimos el amor|orgasmo~",
  "strong-language":
    "f(?:uck|\\*ck|\\*\\*k)~|motherfuck~|(?:bull)?sh[i*]t(?:s|ty|ting|less)?|bitch~|cunts?|bastards?|arseholes?|assholes?|wankers?|twats?|dickheads?|goddamn~|bollocks|piss(?:ed)? off|joder|mierda|put[ao]s?|cabr[oó]n~|coño|gilipollas",
};

function toPattern(words: string): RegExp {
  const any = words
    .replaceAll("~", "\\p{L}*")
    .replaceAll(" ?", "\\s{0,3}")
    .replaceAll(" ", "\\s{1,3}");
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, "giu");
}

const idiom = toPattern(idioms);
const patterns = warningSlugs.flatMap((slug) => {
  const words = lexicon[slug];
  return words ? [{ slug, pattern: toPattern(words) }] : [];
});

/** Nothing longer is ever a story. */
const MOST_READ = 10_000;

/** In the order of the list. */
export function suggestWarnings(text: string): WarningSlug[] {
  const words = text
    .slice(0, MOST_READ)
    .normalize("NFC")
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(idiom, "·");
  return patterns.filter(({ pattern }) => words.search(pattern) >= 0).map(({ slug }) => slug);
}
