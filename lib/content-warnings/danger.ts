/**
 * Whether the words speak of the writer's own wish to die, now. It brings up a helpline and puts the
 * story at the head of the queue, and it blocks nothing: where a sentence can be read either way, it
 * counts. What someone else said, what is past and what is a manner of speaking does not, or every
 * story from a hospice would stand at the head of the queue.
 *
 * English, Spanish, German and French, in small letters and without the apostrophes within words, so
 * that "don't", "don’t" and "dont" are one. A space stands for any white space.
 */

const often =
  "(?:(?:really|just|still|only|sometimes|often|honestly|always|now|so|do|dont know why i|simply|kind of|kinda|literally|actually) ){0,3}";
const want = `${often}(?:want to|wanna|wana|want too|wnat to|would like to|d like to|d rather|would rather|need to|long to)`;
const dont = "(?:dont|dnt|do not|don t|no longer|never)";
const cant = "(?:cant|cnt|cannot|can not|can t)";
const anyMore = "(?:any ?more|any longer|anymor)";
const kill =
  "(?:kill myself|kms|unalive(?: myself)?|end (?:it all|it|my life|everything|things)|take my (?:own )?life|do away with myself|commit suicide|hang myself)";
/** "I want to die at home" is about how, not whether. */
const noHow =
  "(?! (?:at home|in|with|of|old|happy|peacefully|well|surrounded|here|there|like|as|laughing|knowing|before|after|on my own terms|outside|by the)(?!\\p{L}))";

const present = [
  // English
  `i ${want} (?:die${noHow}|be dead|${kill}|not (?:be here|exist|wake up|be alive)|disappear for ?ever|(?:sleep|go to sleep|fall asleep) and (?:not|never) wake)`,
  `(?:part of me|all of me|a part of me) wants to (?:die${noHow}|${kill}|be dead)`,
  `i ${often}${dont} (?:${often})(?:want to|wanna|wana|wish to) (?:live(?! (?:in|at|with|near|alone|next|on|there|here)(?!\\p{L}))|be alive|wake up(?! (?:in|at|from|to|early|before|with)(?!\\p{L}))|exist|go on|carry on|be here ${anyMore}|be around ${anyMore}|do (?:this|life) ${anyMore}|keep (?:living|going))`,
  `(?:im|i am|i m) (?:(?:just|really|seriously) )?(?:going to|gonna|about to|planning to|trying to|ready to|thinking of|thinking about|tempted to) (?:${kill}|killing myself|ending (?:it all|it|my life|things)|taking my (?:own )?life|suicide)`,
  `(?:ill|i will|i might|i may|i could|i should) (?:just )?(?:kill myself|unalive myself|end it all|end my life|take my own life|end it (?:now|tonight|today|tomorrow|this (?:morning|evening|week|weekend)))`,
  // Without its "I", as people post it; not "I didn't", not "I was going to".
  `(?<!(?:\\p{L}nt|not|never|was|were) (?:gonna |(?:(?:going|about|planning|trying) )?to )?)unalive myself (?:now|tonight|today|tomorrow|this (?:morning|evening|week|weekend))`,
  `(?:better off|happier|better) without me`,
  `i ${often}${cant} (?:go on|carry on|keep going|keep living|live like this|live with (?:it|this|myself)|(?:do|take|bear|stand) (?:this|it|life) ${anyMore}|cope ${anyMore}|face another (?:day|night))(?! (?:the|a|an|my|any|stage|holiday|vacation|shift|strike|leave|air|tour|about)(?!\\p{L}))`,
  `(?:theres|there is|i have|ive got|i see|ive|i ve) (?:no|nothing) (?:reason|point|left|more)?(?: left)? ?(?:to live|to go on|in living|in going on|to stay alive|to live for|in being here)`,
  `(?:life|it) (?:is not|isnt|isn t|is no longer) worth living`,
  `i ${often}wish (?:that )?i (?:(?:was|were) (?:dead|never born|not alive)|(?:wasnt|werent|was not) alive)`,
  `i ${often}wish (?:that )?i (?:could (?:just )?(?:die|disappear|not wake up|never wake up)|had never been born|had (?:just )?died|hadnt survived|had not survived|didnt exist|didnt wake up|wouldnt wake up)`,
  `i hope (?:that )?i (?:dont|never|do not) wake up`,
  `(?:im|i am|i m|i feel|feeling) (?:(?:so|very|really|actively) )?suicidal(?! (?:no|then))`,
  `(?:i have|ive been having|i keep having|im having|i am having|having) (?:(?:constant|daily) )?(?:suicidal thoughts|thoughts of (?:suicide|dying|killing myself|ending))`,
  `i (?:keep thinking|think|keep dreaming|cant stop thinking) (?:about|of) (?:(?:killing myself|suicide|ending (?:it all|it|my life))|dying (?:every|all|day))`,
  `(?:nobody|no one|noone) (?:would|will|d) (?:even )?(?:miss me|notice if i (?:died|was gone|were gone|disappeared)|care if i (?:died|was gone|were gone|lived))`,
  `(?:im|i am|i m) (?:(?:so|just|very|really) )?(?:tired|sick|done) (?:of|with) (?:living|being alive|life|existing)`,
  `i (?:dont|cant|can not|cannot|do not) see (?:a|any|another) (?:way out|reason to (?:live|go on)|point in living)`,
  `i (?:just )?want (?:it all|everything) to (?:end|stop|be over)`,
  `(?:enough|my|the) (?:pills|tablets) to (?:end it|die|kill myself|never wake|not wake)`,
  `(?:by the time you read this|when you read this),? (?:ill|i will|i) be (?:gone|dead)`,
  `this is my (?:suicide|goodbye|last|final) (?:note|letter|message)`,
  // Spanish
  `(?:me quiero|quiero) (?:morir(?:me)?|matarme|matar|suicidarme)(?! (?:de|en|con) )`,
  `quiero (?:desaparecer para siempre|acabar con (?:todo|mi vida)|dejar de (?:vivir|existir)|quitarme la vida|dormir y no despertar)`,
  `(?:ya )?no quiero (?:vivir|seguir viviendo|existir|despertar(?:me)? (?:m[aá]s|nunca))(?! (?:en|con|aquí) )`,
  `ya no quiero (?:seguir|estar aqu[ií])`,
  `(?:voy a|me voy a|pienso en|pienso) (?:matar(?:me)?|suicidar(?:me)?|quitarme la vida|acabar con (?:todo|mi vida))`,
  `no puedo seguir (?:viviendo|as[ií])|ya no puedo m[aá]s con (?:la|mi|esta) vida`,
  `(?:estar[ií]an|estar[aá]n|estar[ií]a|est[aá]n) mejor sin m[ií]`,
  `ojal[aá] (?:me muriera|me muera|estuviera muert[oa]|no despertara)`,
  `(?:no tengo (?:ganas|razones|motivos) (?:de|para) (?:vivir|seguir)|tengo ganas de morir(?:me)?)`,
  // German
  `ich (?:will|möchte|moechte|mag) (?:(?:einfach|nur noch|nur|so|jetzt|doch) ){0,2}(?:sterben|tot sein|nicht mehr (?:leben|da sein|aufwachen|hier sein|weiterleben))`,
  `ich (?:will|werde|möchte) (?:mich umbringen|mir das leben nehmen|allem ein ende (?:machen|setzen))|ich bringe mich um`,
  `ich kann nicht mehr (?:weiterleben|leben)|ohne mich (?:besser dran|geht es (?:allen|euch|ihnen) besser)`,
  `ich w(?:ä|ae)re (?:lieber|am liebsten|gerne) tot|ich w(?:ü|ue)nschte,? ich w(?:ä|ae)re tot`,
  // French
  `je veux (?:(?:juste|seulement) )?(?:mourir|en finir|me tuer|me suicider)(?! (?:chez|à|de|dans) )`,
  `jai (?:(?:juste|tellement) )?envie (?:de mourir|den finir|de me tuer|de me suicider)`,
  `je (?:ne )?veux plus (?:vivre|être là|être ici|exister)|je vais (?:me tuer|me suicider|en finir|mettre fin à mes jours)`,
  `(?:mieux sans moi|je pense au suicide|je voudrais être morte?)`,
];

const wish = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${present.join("|").replaceAll(" ?", "\\s{0,3}").replaceAll(" ", "\\s{1,3}")})(?![\\p{L}\\p{N}])`,
  "gu",
);

const speech =
  "(?:said|says|saying|say|whispered|whispers|told|tells|asked|asks|wrote|writes|screamed|cried|texted|begged|repeated|sobbed|shouted|replied|answered|dijo|dice|decía|susurró|sagte|sagt|flüsterte|dit|disait|a dit)";
/** What, right before it in the same sentence, makes it another's words, or words of the past. */
const before = new RegExp(
  [
    `(?<!\\p{L})${speech}(?: (?:me|us|him|her|to me|to us|to him|to her|the \\p{L}+|my \\p{L}+|que|that|softly|quietly|once))?[\\s,:"“”„«‘’'-]{0,5}$`,
    // "I thought", "I used to think", "back then", "that night".
    `(?<!\\p{L})(?:i (?:thought|believed|felt|was sure|was certain|was convinced|used to|remember|kept thinking|told|knew|woke up thinking)|used to|back then|at the time|years? ago|months ago|once|when i was|last (?:year|winter|spring|summer|autumn|fall)|that (?:night|day|year|winter|morning)|in (?:19|20)\\p{N}\\p{N}|at \\p{N}+|pensé|pensaba|creía|antes|damals|ich dachte|je pensais|avant)(?!\\p{L})[^.!?\\n]{0,60}$`,
    `(?<!\\p{L})(?:if|whether|do|did|does|why would|not that|doesnt mean|dont mean)\\s$`,
    // "She thinks we would be better off without me" is hers; "he wrote that …" as well.
    `(?<!\\p{L})(?:she|he) (?:thinks|thought|believes|believed|felt|feels|wrote|was sure)(?!\\p{L})[^.!?\\n]{0,60}$`,
  ].join("|"),
  "u",
);
/** …or right behind it: "I want to die," said the man in bed four. */
const behind = new RegExp(
  `^[,.!?…]?\\s?["”“»«’'][,.]?\\s{0,2}(?:(?:she|he|they|i|mum|mom|dad|my|the|a|his|her|our|one|mr|mrs|él|ella|mi|la|el|er|sie|il|elle)(?: \\p{L}+){0,3} )?${speech}(?!\\p{L})|^,\\s(?:she|he|they|i|my \\p{L}+|the \\p{L}+|mum|mom|dad) ${speech}(?!\\p{L})|^,? (?:i (?:said|thought|wrote|told)|dijo|sagte|a dit)(?!\\p{L})`,
  "u",
);

/** Nothing longer is ever a story. */
const MOST_READ = 10_000;
const CONTEXT = 100;

export function speaksOfPresentDanger(text: string): boolean {
  const words = text
    .slice(0, MOST_READ)
    // What shows nothing: the browser asks before the text is normalised.
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/(?<=\p{L})['\u2019\u02bc\u00b4`](?=\p{L})/gu, "");
  for (const { index, 0: found } of words.matchAll(wish)) {
    const end = index + found.length;
    if (before.test(words.slice(Math.max(0, index - CONTEXT), index))) continue;
    if (behind.test(words.slice(end, end + CONTEXT))) continue;
    return true;
  }
  return false;
}
