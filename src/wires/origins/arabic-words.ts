import { foldWord } from '#lib/text/words.ts';

function folded(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/u).map(foldWord));
}

/** Verbs that are nothing but verbs of telling. */
export const TELLING_SURELY = folded(`
قال قالت يقول تقول قالوا أكد أكدت يؤكد تؤكد أضاف أضافت ذكر ذكرت أوضح أوضحت صرح صرحت أفاد أفادت يفيد تفيد روى روت أعلن أعلنت يعلن تعلن نفى نفت
ينفي تنفي أشار أشارت لفت لفتت حذر حذرت زعم زعمت نوه نوهت شدد شددت كتب كتبت ناشد ناشدت`);
/** Verbs by which a body or an office tells something, and anybody else does something. */
export const DEEDS = folded(`
وثق وثقت سجل سجلت أحصى أحصت يحصي رصد رصدت كشف كشفت دعا دعت طالب طالبت طلب طلبت رأى رأت قرر قررت قدر قدرت عزا عزت وصف وصفت رفض رفضت
اتهم اتهمت بينت تحدث تحدثت طمأن طمأنت وعد وعدت هدد هددت نصح نصحت توقع توقعت رجح رجحت اعتبر اعتبرت ندد نددت أدان أدانت تعهد تعهدت
أظهر أظهرت تظهر يظهر بين ترى يرى عللت علل أبدى أبدت أصدر أصدرت أرجع أرجعت حمل حملت برر بررت استبعد استبعدت حدد حددت أمر أمرت منع منعت هنأ شكر شكرت أوصى أوصت عرض عرضت كذب كذبت
أبلغ أبلغت أقر أقرت نقل نقلت`);
/** All of them. */
export const TELLING: ReadonlySet<string> = new Set([
  ...TELLING_SURELY,
  ...DEEDS,
  ...folded('يشير تشير يوضح توضح يذكر تذكر'),
]);
/** Of these, which may have their object written onto them: أعلنته. */
export const WITH_OBJECT: ReadonlySet<string> = new Set([
  ...TELLING_SURELY,
  ...folded('أورد أوردت نشر نشرت وثق وثقت أحصى أحصت سجل سجلت كشف كشفت رصد رصدت أظهر أظهرت نقل نقلت'),
]);
/** "He left, adding that …": of whoever the sentence is about. */
export const SAYING = folded(
  'مضيفا موضحا مؤكدا مشيرا محذرا نافيا لافتا داعيا مطالبا مضيفة موضحة مؤكدة مشيرة محذرة نافية لافتة داعية مطالبة متهما متهمة واصفا واصفة متوقعا متوقعة مرجحا مرجحة مبررا مبررة',
);
export const ACCORDING = folded('بحسب حسب حسبما وفق وفقا طبقا نقلا استنادا');
export const TEXTS = folded(
  'قرار مرسوم بيان بيانا تعميم بلاغ تصريح تصريحات منشور نشرة أرقام بيانات إحصاءات إحصائية تقرير رسالة مذكرة دراسة كشف قائمة سجل سجلات حصيلة نتائج إعلان بطاقة كتاب وثيقة وثائق لائحة جدول صفحة موقعها موقعه تغريدة',
);

/** Whether a folded word is a text: بيان, البيان, ببيان, بيانها. */
export function isText(word: string): boolean {
  const bare = word.replace(/^(?:بال|ال)(?=...)/u, '');
  const forms = [bare, bare.replace(/^[بل](?=...)/u, '')];
  return forms.some(
    (form) =>
      TEXTS.has(form) ||
      TEXTS.has(form.replace(/ت?(?:ها|ه|هم)$/u, '')) ||
      TEXTS.has(form.replace(/ت(?:ها|ه|هم)$/u, 'ه')),
  );
}

/** Between a cue and who it is of. */
export const BETWEEN = folded(`
به بها بهذا عنه عنها ما في عن على من إلى بيان تقرير خبر جهة أحدث آخر تصريح تصريحات حديث مقابلة
لقاء بيانات إحصاءات أرقام جاء ورد صادر صادرة صدر صدرت خاص خاصة صحفي صحافي لدى مع كل أفاد أفادت ذكر ذكرت ذكره ذكرته أورد أوردت أوردته
نقل نقلت نشر نشرت نشرته أعلن أعلنت أعلنته أعلنه أكد أكدت قال قالت قاله قالته إليه كبير رسمي رسمية مقتضب
مشترك عاجل لي لنا مساء صباح ظهر فجر ليل اليوم أمس لـ ل`);
export const PREPOSITIONS = folded('في من على إلى عبر خلال بحسب وفق حسب');
/** Before a noun of doing that is spelled as its verb: "without telling his name". */
export const BEFORE_NOUN = folded('عدم رفض دون بعد قبل أي لدى طلب طلبت');
/** Between a text and who it is of. */
export const BETWEEN_TEXT = folded(
  'صادر صادرة صدر صدرت عن من رسمي رسمية مقتضب مشترك صحفي صحافي اليوم أصدره أصدرته وقعه وقعته نشره نشرته خطي عاجل',
);
export const THAT = folded(
  'إن أن بأن إنه أنه بأنه إنها أنها بأنها إنهم أنهم بأنهم إنهما إلى إلي التي الذي الذين لأن حيث كما',
);
export const DAY =
  /^(?:الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت|الاحد|اليوم|امس|يوم|مساء|صباح|ليل|ليله|فجر|ظهر|عصر)$/u;
/** "The observatory that is concerned": which one is not said. */
export const WHICH = /^(?:ال|لل)?(?:معني|معنيه|مختص|مختصه|مكلف|مكلفه|مذكور|مذكوره|نفسه|نفسها|ذاته|ذاتها|محلي|محليه)$/u;
/** Said of somebody who was named before. */
export const ANAPHORS = folded(`
المتحدث المتحدثة الناطق الناطقة البيان الوزارة الوزير الوزيرة المصدر التقرير المرصد الهيئة المديرية الصحيفة الوكالة المجلس القيادة الجيش
الشرطة البلدية الإدارة المحافظ المدير المديرة الرئيس الرئيسة المسؤول المسؤولة المنظمة الإذاعة القناة الموقع الشركة النقابة اللجنة الشبكة الجمعية الاتحاد الرابطة المؤسسة المستشفى القائد
الرائد العقيد العميد اللواء النقيب المقدم الملازم القاضي النائب الطبيب الحزب المركز الدائرة الحكومة السفارة الجهاز المتحدثون الضابط التعميم الدكتور الدكتورة المحكمة النيابة السلطات العمدة`);
/** Bodies that are named so where there is one alone, also for the first time. */
export const BODIES_ALONE = folded(
  'الشرطة البلدية الجيش الحكومة المحافظ المرصد المحكمة النيابة العمدة المجلس الإدارة المستشفى الشركة النقابة الوزارة الهيئة المديرية اللجنة الشبكة الجمعية الاتحاد',
);

const RANKS = folded(
  'القبطان الكابتن العقيد العميد اللواء الرائد النقيب المقدم الملازم الرقيب الدكتور الدكتورة السيد السيدة المهندس المهندسة الشيخ القاضي الأستاذ البروفيسور الأب المطران الفريق القاضية الملازمة الرقيبة',
);
const HEADS = folded(
  'مدير مديرة رئيس رئيسة قائد نقيب أمين متحدث متحدثة ناطق ناطقة مسؤول مسؤولة نائب ممثل ممثلة عضو كبير مساعد وكيل سكرتير صاحب قائم مصدر مصادر أعضاء مسؤولون ضابط',
);
export const SPEAKS_FOR = folded('متحدث متحدثة ناطق ناطقة');
const OFFICES = folded('وزير وزيرة محافظ عمدة قاضي مختار والي سفير مطران نقيب حاكم قائمقام مبعوث مبعوثة موفد أممي');
/** Offices that a person has: the name may follow. */
export const HELD: ReadonlySet<string> = new Set([...OFFICES, ...HEADS]);
const BODIES = folded(`
وزارة مديرية هيئة مجلس حكومة إدارة بلدية محافظة قيادة جيش شرطة مكتب سلطة سلطات دائرة مفوضية منظمة جمعية نقابة اتحاد رابطة مؤسسة شركة مستشفى مشفى لجنة
دفاع إطفاء فوج محكمة نيابة خفر جمارك ميناء مرفأ مصلحة جامعة مدرسة متحف مصرف بنك سفارة بعثة حزب حركة قوات أمن درك جهاز غرفة مطار سكك أرصاد مستوصف دار صندوق
برلمان نواب غرفة سلطات فرع مجلس أبرشية كنيسة نادي معهد أكاديمية تعاونية غرفة قسم مركز هلال صليب مصفاة محطة مصنع بورصة قضاء ديوان رئاسة أمانة شبكة كتلة تحالف ائتلاف`);
const MONITORS = folded('مرصد');
const PRESS = folded('وكالة صحيفة جريدة إذاعة راديو قناة تلفزيون موقع مجلة يومية');
/** Those who are nobody in particular, and what people are by trade. */
const COMMON = folded(`
اثنان اثنين اثنتان ثلاثة ثلاث أربعة أربع خمسة خمس ستة ست سبعة سبع ثمانية عشرة عشر عشرون كثير كثيرون صاحب صاحبة شهود سكان أهالي أهل ناجون ناجين عمال صيادون صيادين مزارعون مزارعين رجل امرأة شاب فتاة عجوز طفل طفلة سائق سائقة حارس بائع بائعة تاجر موظف موظفة طبيب طبيبة ممرض ممرضة معلم معلمة طالب طالبة صياد راعي رعاة
مصور مراسل مراسلة موفد موفدة عامل عاملة جار جارة جيران أحد إحدى أحدهم إحداهن بعض كثيرون عدد آخر آخرون أم أب أخ أخت زوجة زوج ابن ابنة والد والدة شقيق شقيقة
كاتب باحث باحثة خبير خبيرة مهندس مهندسة صحفي صحافي ناشط ناشطة لاعب مدرب محام محامية خباز فران حلاق مندوب مندوبان موظفان ضباط جنود جندي شخص أشخاص مواطن مواطنون سيدة مسافر مسافرة ربان قبطان بحار حفيد عازف مصلح أمين`);

export type NounKind = 'body' | 'office' | 'head' | 'rank' | 'monitor' | 'press';

/** What sort of body or office a folded noun without its article is; ranks are given with it. */
export function kindOfNoun(noun: string): NounKind | null {
  if (RANKS.has(noun)) return 'rank';
  if (PRESS.has(noun)) return 'press';
  if (MONITORS.has(noun)) return 'monitor';
  if (OFFICES.has(noun)) return 'office';
  if (HEADS.has(noun)) return 'head';
  if (BODIES.has(noun)) return 'body';
  return null;
}

/** An adjective with the article: of the noun before it. */
export const ADJECTIVE = /^(?:ال|وال)(?:.+(?:ي|يه|ه)|موقت|مشترك|عام|اعلي|عليا|احمر|قطري|اول)$/u;

/** A noun of doing, which begins what is told: إغلاق, توزيع, افتتاح, استئناف. */
export const DOING =
  /^(?!ال)(?:ا..ا.ه?|ت..ي.|تا.ي.|ا.ت.ا.|است.{3,4}|ان.{1,2}ا.|حبس|سجن|فتح|رفع|قطع|منع|حظر|سحب|بدء|وقف|عدم|وصول|مقتل|وفاه|سقوط|نقل|دفع|صرف|ضبط|توقيف|اصابه|نيه|نيته|نيتها|وجود|ان|اي|كل|حول)$/u;

export function isCommon(folded: string): boolean {
  return COMMON.has(folded) || COMMON.has(folded.replace(/^ال/u, ''));
}

export function withoutAnd(folded: string): string {
  if (TELLING.has(folded) || ACCORDING.has(folded) || TEXTS.has(folded)) return folded;
  if (WITH_OBJECT.has(folded.replace(/(?:ها|ه)$/u, ''))) return folded;
  return folded.replace(/^[وف](?=...)/u, '');
}
