import { foldWord } from './words.ts';

/**
 * Words that names of institutions are made of, in English and Arabic, a meaning a line; Arabic without the article.
 * What an institution is called by translation, and not by sound, is compared by these.
 */
const KINDS = `
ministry minister ministerial وزاره وزير وزيره
directorate director مديريه مدير مديره
head chief chair chairman chairwoman master رئيس رئيسه
authority authorities هيئه سلطه سلطات
agency وكاله
council councillor councillors مجلس
administration اداره
government حكومه
municipality municipal mayor بلديه عمده مختار
governorate governor محافظه محافظ
army military جيش
police policeman sheriff detectives force constabulary constable gendarmerie شرطه درك
command commander قياده قائد
office bureau مكتب
commission commissioner مفوضيه
committee لجنه
observatory monitor watchdog مرصد
network شبكه
centre center مركز
court judge magistrate tribunal محكمه قاضي
prosecutor prosecution prosecutors نيابه مدعي
parliament assembly برلمان
cabinet
department دائره قسم
union syndicate guild federation نقابه اتحاد
institute معهد
coastguard خفر
civildefence
navy بحريه
ambulance paramedics اسعاف
embassy ambassador سفاره سفير
party حزب
museum متحف
school مدرسه
مصرف بنك
airport مطار
prison jail سجن
diocese bishop archbishop ابرشيه مطران
mission بعثه
envoy مبعوث مبعوثه
chamber غرفه
laboratory مختبر
brigade اطفاء اطفائيه
board
guard guards حرس
hospital infirmary clinic مستشفي مشفي مستوصف
university جامعه
voice صوت
`;
/** Left out as easily as not: "Ledger" is the Ledger newspaper, "Saltway Relief" the organisation of that name. */
const LEFT_OUT = `
radio راديو اذاعه
television tv تلفزيون تلفزه
gazette جريده
newspaper paper صحيفه
channel قناه
site website موقع
company شركه
service services خدمات
organisation organization منظمه
society association جمعيه رابطه
foundation مؤسسه موسسه
`;
const SUBJECTS = `
health صحه صحي صحيه
interior داخليه
foreign خارجيه
defence defense دفاع
education تعليم تربيه
water waterworks مياه ماء
veterinary vet بيطري بيطريه
weather meteorological meteorology forecasters ارصاد جويه
electricity power كهرباء
energy طاقه
supply supplies تموين
agriculture farming زراعه زراعيه
justice عدل
finance ماليه
economy economic اقتصاد
trade commerce تجاره
transport نقل
labour labor عمل
information media اعلام
environment بيئه
culture ثقافه
housing اسكان
fisheries fishery fishing مصائد صيد
fishermen fishers صيادين صيادون
ports port harbour harbor ميناء مرفا موانئ موانيء مرافئ مواني
crossings crossing معابر معبر
borders border حدود
customs جمارك جمرك
railway railways rail سكه سكك
roads road طرق
bread خبز
grain حبوب
fuel وقود
elections election electoral انتخابات انتخابيه انتخابي
ceasefire truce هدنه
human انسان
rights حقوق
prisoners prisoner سجناء سجون
detainees detainee معتقلين محتجزين معتقلون محتجزون اسري
missing مفقودين مفقودون
relief aid اغاثه اغاثيه
refugees refugee لاجئين لاجئون
displaced displacement نازحين نزوح
civil مدني مدنيه
documentation recording توثيق
violations violation انتهاكات خروقات
monitoring مراقبه رصد
peace سلام
security امن امني امنيه
planning تخطيط
national وطني وطنيه
public عام عامه
central مركزي مركزيه
supreme high اعلي عليا
joint مشترك مشتركه
provisional interim transitional موقت موقته انتقالي انتقاليه مؤقت مؤقته
general عموم
eastern east شرق شرقي شرقيه
western west غرب غربي غربيه
northern north شمال شمالي شماليه
southern south جنوب جنوبي جنوبيه
coastal coast ساحل ساحلي ساحليه سواحل
valley وادي
river نهر
island جزيره
basin حوض
lake بحيره
strait straits مضيق
gulf خليج
bay خليج
delta دلتا
desert صحراء باديه
hill hills تل تلال
plateau هضبه
marsh marshes fen هور اهوار
shore shores شاطئ شاطيء
bank ضفه
tower برج
lighthouse منار مناره
lantern قنديل فانوس
gate بوابه
star نجم نجمه
morning dawn صباح فجر
evening مساء
people شعب
land ارض
world عالم
observer مراقب
mirror مراه
light ضوء نور
pen قلم
word كلمه
truth حقيقه
freedom liberty حريه
unity وحده
justices عداله
reconstruction اعمار
development تنميه
farmers growers مزارعين مزارعون فلاحين
drivers سائقين سائقون
post postal بريد بريديه
forestry forest forests احراج غابات
archaeology antiquities اثار
travel tourism سياحه
engineers مهندسين مهندسون
lawyers محامين محامون
nurses ممرضين ممرضات
students طلاب طلبه
traders merchants تجار
shipping ملاحه
gas غاز
milk dairy البان
taxes tax ضرائب
statistics احصاء
sports رياضه
social اجتماعي اجتماعيه
affairs شؤون شوون
forensic شرعي
mines mine الغام لغم
bakers bakery خبازين افران
dockers عتالين
miners عمال_المناجم
market سوق
mountain جبل
city مدينه
district منطقه قضاء
red احمر
crescent هلال
cross صليب
women نساء
children اطفال
teachers معلمين معلمون
workers عمال
doctors اطباء
medical طبي طبيه
families اهالي عائلات ذوي
`;

function read(lines: string): Map<string, string> {
  const meanings = new Map<string, string>();
  for (const line of lines.trim().split('\n')) {
    const spelled = line.split(' ');
    for (const word of spelled) meanings.set(foldWord(word), spelled[0] ?? '');
  }
  return meanings;
}

const kinds = read(KINDS);
const leftOut = read(LEFT_OUT);
const meanings = new Map([...read(SUBJECTS), ...leftOut, ...kinds]);

/** What a folded word of an institution's name means, in either language; undefined for a word that is a name itself. */
export function meaningOf(folded: string): string | undefined {
  return meanings.get(folded);
}

/** Whether a meaning says what kind of institution it is: a ministry, a council. */
export function isKindOfInstitution(meaning: string): boolean {
  return kinds.has(meaning);
}

/** Whether a meaning is left out of a name as easily as not: a newspaper, an organisation. */
export function isLeftOut(meaning: string): boolean {
  return leftOut.has(meaning);
}
