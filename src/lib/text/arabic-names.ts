import type { FoundName } from './names.ts';
import { eachWord, foldWord, isArabic, isStopWord } from './words.ts';

/** Titles and words of office that stand before a name, folded; the article and "and" written onto them do not count. */
const titles = new Set(
  `رئيس رئيسه وزير وزيره محافظ محافظه سفير سفيره مبعوث مبعوثه نائب نائبه مدير مديره لواء عميد عقيد مقدم رائد نقيب ملازم فريق جنرال
شيخ شيخه سيد سيده دكتور دكتوره مهندس مهندسه قاضي قاضيه استاذ استاذه امير اميره ملك ملكه امام متحدث متحدثه ناطق ناطقه قائد قائده
مرشح مرشحه ناشط ناشطه صحافي صحافيه صحفي صحفيه طبيب طبيبه ممرض ممرضه محام محامي محاميه قبطان ربان عمده مهندسين`.split(
    /\s+/u,
  ),
);
/** Words of speaking; who speaks follows. */
const speaking = new Set('قال قالت صرح صرحت اعلن اعلنت اكد اكدت اوضح اوضحت اضاف اضافت اعتبر اعتبرت'.split(' '));
/** Who may speak, or bear a title, without being named. */
const nobody = new Set(
  `مسؤول مسوول مسؤولون مسوولون مصدر مصادر شاهد شهود سكان سائق سائقون تاجر تجار بيان تقرير متحدث متحدثه ناطق احد احدي عدد بعض كبير كبيره
رجل امراه مراقب مراقبون طبيب اطباء ممثل ممثله عضو اعضاء مدير مديره وزير رئيس هيئه وكاله وكالات لجنه مكتب اداره مجلس محكمه شرطه جيش منظمه
جمعيه نقابه شركه بلديه باسم لدي عام عامه سابق سابقه مقيم موقت انه انها انهم ان انني اننا لنا له لها لي لهم`.split(
    /\s+/u,
  ),
);
/** Names that begin as verbs of the present do. */
const likeVerbs = new Set(
  'يوسف يحيي ياسر ياسين يزن يعقوب يونس تامر تيم توفيق تركي تغريد تحسين يسري يمني يارا'.split(' '),
);
const longestName = 3;

/**
 * Names of an Arabic text by what stands before them: a title or a word of speaking. Arabic has no capitals, so a name that
 * nothing announces is not found. One place for each word of a name; offsets are UTF-16.
 */
export function findAnnouncedNames(text: string): FoundName[] {
  const said: { raw: string; folded: string; start: number; end: number }[] = [];
  eachWord(text, (start, end) => {
    const raw = text.slice(start, end);
    said.push({ raw, folded: foldWord(raw), start, end });
  });
  const found: FoundName[] = [];
  for (const [at, { folded, end }] of said.entries()) {
    const bare = folded.replace(/^[وف]?(?:ال|لل|بال)?/u, '');
    const afterTitle = titles.has(bare) || titles.has(folded);
    if (!afterTitle && !speaking.has(folded) && !speaking.has(folded.replace(/^و/u, ''))) continue;
    let before = end;
    for (const word of said.slice(at + 1, at + 1 + longestName)) {
      const first = before === end;
      if (!/^\s+$/u.test(text.slice(before, word.start)) || !isArabic(word.folded)) break;
      if (isStopWord(word.folded) || nobody.has(word.folded) || titles.has(word.folded)) break;
      // "The Syrian president", "the ministry": what follows a title with an article is no name, but a family's may be.
      if (first && /^(?:ال|لل|[وبل]ال)/u.test(word.folded)) break;
      if (/^(?:[وفبكل]ال|لل)/u.test(word.folded)) break;
      // "The envoy finds names": a verb of the present, short ones alone, as many names begin so too.
      if (first && /^[يت].{2,3}$/u.test(word.folded) && !likeVerbs.has(word.folded)) break;
      found.push({ start: word.start, end: word.end, text: word.raw });
      before = word.end;
    }
  }
  return found;
}
