/**
 * Words to make stories of, by language: many thousands each, the common ones first, as in any
 * language. The first few hundred are real; the rest are put together from halves of those, so that
 * they look like words of it.
 */
import type { Random } from "./random.ts";

type Language = {
  /** Of all stories, in hundredths. */
  share: number;
  /** How many different words it has. */
  size: number;
  /** The commonest first. */
  words: string;
  /** What ends a sentence. */
  stop: string;
  /** What stands between words: nothing, in Japanese. */
  gap: string;
};

const languages: readonly Language[] = [
  {
    share: 64,
    size: 50_000,
    stop: ". ",
    gap: " ",
    words: `the and to her a I of was she in he my it me his for with that had on you we at not as but
      they him said so when from were day every years who this all be an what by one is up out after
      have still there been before no if then them are how do or never night about would our back
      their told than will just could into did only again only last over your asked came home because
      down until first always hand now went mother time like nurse left hospital room patient old knew
      husband daughter little doctor wife morning father son door ward shift thank baby chair name
      later words phone bed coffee letter knew love heart another few people life while thought kept
      hours both held gave once through two three found year week family being woman man held cried
      laughed smiled window light kettle tea quiet corridor surgery scan ambulance siren rain winter
      kitchen garden shoes coat sister brother grandmother neighbour stranger student midwife surgeon
      porter cleaner chaplain volunteer singing whispered remembered promised forgot waited listened
      breathing fever needle monitor machine discharge clinic pharmacy village island funeral birthday
      wedding photograph blanket lantern pillow slippers trolley elevator parking station bus driver
      teacher school lunch soup bread apple orange biscuit sugar sandwich ring watch keys glasses scarf
      jumper sock button thread needlework knitting pattern violin piano radio newspaper crossword
      chess cards dog cat goldfish sparrow robin chickens garden roses tulips daffodils allotment`,
  },
  {
    share: 16,
    size: 30_000,
    stop: ". ",
    gap: " ",
    words: `de la que el y en a me no los con su mi se un lo una por para las le más pero al como del
      cuando todavía ella nunca era había porque todo yo sin sobre también hasta hay donde quien desde
      años noche día cada casa madre mano padre vida después siempre nos dijo estaba fue tenía hija
      hijo enfermera médico hospital puerta sala cama silla abuela abuelo hermana marido esposa gracias
      mañana tarde tiempo nombre palabras corazón niña niño paciente turno pasillo ventana luz lámpara
      carta teléfono café pan sopa manzana jardín lluvia invierno verano pueblo montaña escuela maestra
      ambulancia quirófano cirujana partera farmacia urgencias camilla sábana almohada manta zapatos
      abrigo bufanda llaves reloj anillo fotografía cumpleaños boda entierro vecina desconocido
      estudiante voluntaria limpiadora celador capellán lloró sonrió prometió recordó esperaba escuchaba
      respiraba fiebre aguja máquina alta consulta canción guitarra radio periódico perro gato pájaro
      rosas claveles cocina mesa mantel azúcar galletas autobús estación`,
  },
  {
    share: 5,
    size: 20_000,
    stop: ". ",
    gap: " ",
    words: `de la le et les des je que il elle à en un une dans pour qui ne pas sur plus ce avec mon ma
      son sa était avait par mais nous vous au du se est tout comme après quand jamais encore toujours
      nuit jour mère père main fille fils maison hôpital chambre porte fenêtre lumière infirmière
      médecin chirurgienne patient merci matin soir années semaine lettre mots téléphone café pain
      couloir lit chaise couverture oreiller manteau écharpe clés montre bague photographie mariage
      anniversaire enterrement voisine inconnu étudiante bénévole sœur frère grand-mère pleurait
      souriait promettait attendait écoutait respirait fièvre aiguille machine pluie hiver village
      école chanson violon journal chien chat oiseau roses jardin cuisine soupe pomme sucre autobus`,
  },
  {
    share: 5,
    size: 25_000,
    stop: ". ",
    gap: " ",
    words: `der die und in den von zu das mit sich auf für ist im dem nicht ein eine als auch es an er
      hat aus bei sie nach wird war noch wie einem über einen so zum haben nur oder aber vor zur bis
      mehr durch man dann ich mir mich meine ihre seine nie immer wieder nacht tag jahre mutter vater
      hand tochter sohn haus krankenhaus zimmer tür fenster licht schwester ärztin patient danke morgen
      abend woche brief wörter telefon kaffee brot flur bett stuhl decke kissen mantel schal schlüssel
      uhr ring foto hochzeit geburtstag beerdigung nachbarin fremder studentin hebamme weinte lächelte
      versprach wartete hörte atmete fieber nadel maschine regen winter dorf schule lied geige zeitung
      hund katze vogel rosen garten küche suppe apfel zucker straßenbahn`,
  },
  {
    share: 4,
    size: 20_000,
    stop: ". ",
    gap: " ",
    words: `de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à
      seu sua ou quando muito nos já eu também só pelo pela até isso ela entre depois sem mesmo aos meu
      minha nunca sempre noite dia mãe pai mão filha filho casa hospital quarto porta janela luz
      enfermeira médica paciente obrigada manhã tarde anos semana carta palavras telefone café pão
      corredor cama cadeira cobertor travesseiro casaco chaves relógio anel fotografia casamento
      aniversário vizinha estranho estudante irmã irmão avó chorava sorria prometeu esperava ouvia
      respirava febre agulha máquina chuva inverno aldeia escola canção violão jornal cachorro gato
      pássaro rosas jardim cozinha sopa maçã açúcar ônibus`,
  },
  {
    share: 2,
    size: 15_000,
    stop: ". ",
    gap: " ",
    words: `في من على أن إلى كان عن مع لا ما كل هذا التي الذي بعد قبل عند حتى ثم لم قالت قال كانت هي هو
      أنا أمي أبي يدها يده ابنتي ابني البيت المستشفى الغرفة الباب النافذة الضوء الممرضة الطبيب المريضة
      شكرا الصباح المساء الليل سنة أسبوع رسالة كلمات الهاتف القهوة الخبز الممر السرير الكرسي البطانية
      الوسادة المعطف المفاتيح الساعة الخاتم الصورة العرس الجارة غريب طالبة أختي أخي جدتي بكت ابتسمت
      وعدت انتظرت سمعت تنفست الحمى الإبرة المطر الشتاء القرية المدرسة أغنية الجريدة القطة العصفور
      الورد الحديقة المطبخ الحساء التفاح السكر`,
  },
  {
    share: 2,
    size: 15_000,
    stop: "। ",
    gap: " ",
    words: `के में की है का और से को पर ने कि था थी एक यह वह नहीं मैं भी तो हो गया कर लिए साथ बाद जब तक
      मेरी मेरे अपने उनके कहा माँ पिता हाथ बेटी बेटा घर अस्पताल कमरा दरवाज़ा खिड़की रोशनी नर्स डॉक्टर मरीज़
      धन्यवाद सुबह शाम रात साल हफ़्ता चिट्ठी शब्द फ़ोन चाय रोटी गलियारा बिस्तर कुर्सी कंबल तकिया कोट चाबी
      घड़ी अंगूठी तस्वीर शादी जन्मदिन पड़ोसी अजनबी छात्रा बहन भाई दादी रोई मुस्कुराई वादा इंतज़ार सुना
      साँस बुख़ार सुई बारिश सर्दी गाँव स्कूल गीत अख़बार कुत्ता बिल्ली चिड़िया गुलाब बग़ीचा रसोई सेब चीनी`,
  },
  {
    share: 2,
    size: 15_000,
    stop: "。",
    gap: "",
    words: `の は を に が と で も た て い ました から まで です だった 母 父 私 彼女 手 夜 朝 病院 病室
      看護師 先生 患者 娘 息子 家 窓 光 椅子 手紙 言葉 電話 お茶 廊下 布団 枕 時計 指輪 写真 結婚式 誕生日
      隣人 学生 姉 弟 祖母 笑った 泣いた 待った 聞いた 呼吸 熱 注射 機械 雨 冬 村 学校 歌 新聞 犬 猫 鳥
      薔薇 庭 台所 味噌汁 林檎 砂糖 電車 約束 毎日 最後 今日 一年 ありがとう`,
  },
];

export type Vocabulary = Language & { all: readonly string[] };

/** Every language with all of its words, the commonest first. */
export function makeVocabularies(random: Random): readonly Vocabulary[] {
  return languages.map((language) => ({ ...language, all: makeWords(language, random) }));
}

function makeWords({ words, size, gap }: Language, random: Random): string[] {
  const real = [...new Set(words.split(/\s+/))];
  const halves = real.filter((word) => word.length > (gap === "" ? 1 : 3));
  const all = new Set(real);
  while (all.size < size) {
    const [one, other] = [random.among(halves), random.among(halves)];
    const made =
      one.slice(0, 1 + random.below(one.length)) + other.slice(random.below(other.length));
    // Made of three where two have run out.
    all.add(all.has(made) ? made + random.among(halves).slice(-3) : made);
  }
  return [...all];
}
