import { readNumberWord } from '#lib/text/number-words.ts';
import { soundsOf } from '#lib/text/sounds.ts';
import { foldWord, isArabic, isNumeric, stemArabic, stemWord, stripArabicArticle } from '#lib/text/words.ts';

/**
 * What news is made of, in English and in Arabic: words of one line say one thing. Few and plain, chosen by hand; no
 * dictionary. Forms are stemmed as the reports' words are.
 */
const lines = `
kill killed kills dead die died dies death deaths body bodies / قتل قتيل قتلى قتلوا مقتل مصرع وفاة توفي ضحايا جثة جثث جثمان
wounded wound injured injuries hurt / جريح جرحى جرح أصيب إصابة إصابات مصاب مصابين
missing / مفقود مفقودين مفقودون فقدان
detained detention detainee detainees arrested arrest arrests prisoner prisoners jail prison / اعتقال معتقل معتقلين اعتقل احتجاز محتجز محتجزين أسير أسرى سجن سجين توقيف
released release freed / إفراج أفرج إطلاق
displaced fled flee refugees refugee / نازح نازحين نزوح لاجئ لاجئين فرار
explosion blast bomb bombing exploded / انفجار تفجير قنبلة انفجر عبوة
shelling shelled shells shell rocket rockets missile missiles / قصف قذيفة قذائف صاروخ صواريخ
airstrike airstrikes strike strikes raid raids / غارة غارات ضربة ضربات
drone drones / مسيرة مسيرات درون
ceasefire truce / هدنة وقف
talks negotiations negotiators negotiation / محادثات مفاوضات تفاوض
agreement deal accord signed / اتفاق اتفاقية صفقة وقع
election elections vote votes voters ballot poll / انتخاب انتخابات تصويت اقتراع ناخبين ناخب صوت
parliament council assembly / برلمان مجلس
minister ministry / وزير وزارة
president presidency / رئيس رئاسة
mayor governor / عمدة محافظ حاكم
government cabinet / حكومة
court judge trial magistrate / محكمة قاض قاضي محاكمة
inquiry investigation investigators report / تحقيق تحقيقات محققين محقق تقرير
police officers officer / شرطة ضابط
army soldiers soldier troops military forces / جيش جندي جنود قوات عسكري
hospital hospitals clinic / مستشفى مستشفيات عيادة مشفى
doctor doctors medics nurse nurses / طبيب أطباء مسعف مسعفين ممرض
school schools pupils students teachers / مدرسة مدارس تلاميذ طلاب معلم معلمين
university / جامعة
strike strikers walkout union / إضراب مضربين نقابة
protest protests protesters demonstration march / احتجاج احتجاجات محتجين تظاهر مظاهرة متظاهرين مسيرة
ferry ferries / عبارة عبارات معدية
ship ships vessel boat boats barge barges / سفينة سفن قارب قوارب مركب مراكب زورق بارجة
sank sunk sinking capsized drowned / غرق غرقت غارق انقلب
bridge bridges / جسر جسور
port harbour harbor quay dock / ميناء مرفأ رصيف
crossing border checkpoint / معبر حدود حاجز عبور
road roads highway / طريق طرق
rail train trains railway station / قطار قطارات سكة محطة
airport flight flights plane / مطار رحلة رحلات طائرة
river valley / نهر وادي
sea coast island islands / بحر ساحل جزيرة جزر
dam flood floods flooding / سد فيضان فيضانات سيول
earthquake quake tremor / زلزال هزة
fire fires blaze burned / حريق حرائق نار احترق
storm storms wind rain snow / عاصفة عواصف رياح مطر أمطار ثلج
drought water well wells / جفاف ماء مياه بئر آبار
electricity power outage blackout grid / كهرباء انقطاع تيار
fuel petrol oil gas / وقود بنزين نفط غاز
bread flour wheat grain barley / خبز طحين دقيق قمح حبوب شعير
food aid convoy relief supplies / غذاء مساعدات قافلة إغاثة إمدادات
price prices cost / سعر أسعار ثمن كلفة
bank currency money salaries wages / بنك مصرف عملة مال رواتب أجور
trade exports imports / تجارة صادرات واردات
vaccine vaccination cholera disease outbreak virus / لقاح تطعيم كوليرا مرض وباء تفشي فيروس
camp camps tent tents / مخيم مخيمات خيمة خيام
child children / طفل أطفال
women woman / امرأة نساء
family families / عائلة عائلات أسرة
grave graves burial funeral buried / قبر قبور مقبرة دفن جنازة
church mosque chapel / كنيسة مسجد جامع
journalist journalists reporter / صحفي صحفيين صحافي مراسل
monitor observatory observers / مرصد مراقب مراقبين راصد
envoy mission delegation / مبعوث بعثة وفد
resign resigned resignation / استقالة استقال
debate campaign candidate candidates party parties / مناظرة حملة مرشح مرشحين حزب أحزاب
opened open reopen reopened / افتتاح فتح افتتح
closed close closure shut / إغلاق أغلق مغلق
attack attacked attackers gunmen / هجوم هاجم مهاجمين مسلح مسلحين
landmine mine mines / لغم ألغام
engineer engineers / مهندس مهندسين
workers worker dockers / عامل عمال
farmers farm farmers harvest / مزارع مزارعين حصاد محصول
fishing fishermen fish / صيد صيادين صياد سمك
hostage hostages kidnapped abducted / رهينة رهائن خطف مخطوف اختطاف
exchange swap / تبادل
museum archive library / متحف أرشيف مكتبة
letter / رسالة كتاب
captain crew passengers passenger / قبطان طاقم ركاب راكب
`;

/** By the stem of a word, the number of the line that it stands in. */
const bridgeWords: ReadonlyMap<string, number> = new Map(
  lines
    .trim()
    .split('\n')
    .flatMap((line, number) =>
      line
        .split(/[\s/]+/u)
        .filter(Boolean)
        .map((word): [string, number] => [stemWord(foldWord(word)), number]),
    ),
);

/** The line that a word stands in, by its folded form and its stem. */
export function bridgeLine(folded: string, stem: string): number | undefined {
  return (
    bridgeWords.get(stem) ??
    (isArabic(folded) ? bridgeWords.get(stemArabic(folded.replace(/^[بفكلو](?=.{3})/u, ''))) : undefined)
  );
}

/** The number that a word is, in digits: “9”, “٩” and “nine” are one; null for other words. */
export function countOf(raw: string, folded: string): string | null {
  if (isNumeric(folded)) return folded;
  const word = readNumberWord(raw);
  return word?.alone === true && word.kind !== 'times' ? String(word.value) : null;
}

const LEAST_SOUNDS = 2;

/** What a word says beyond its language and script. Where there are capitals, a name has one. */
export function bridgeOf(
  raw: string,
  folded: string,
  stem: string,
  count: string | null,
  capital: boolean,
): { key: string; kind: 'fact' | 'name' } | null {
  if (count !== null) return { key: `#${count}`, kind: 'fact' };
  const arabic = isArabic(folded);
  const line = bridgeLine(folded, stem);
  if (line !== undefined) return { key: `=${line}`, kind: 'fact' };
  if (!arabic && !capital) return null;
  const sounds = soundsOf(arabic ? stripArabicArticle(folded) : raw);
  return sounds.length < LEAST_SOUNDS ? null : { key: `~${sounds}`, kind: 'name' };
}
