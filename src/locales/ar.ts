/** Arabic, for readers of the site. A counted noun has its own form for one, two, 3–10 and more (CLDR one, two, few, many, other). */
import { attribute } from './attribute.ts';
import { basisLine, type BasisWords } from './basis-line.ts';
import { dayOfMonth } from './days.ts';
import { innerQuotes } from './inner-quotes.ts';
import type { AuthorRole, FormWords, Locale } from './locale.ts';
import type { Phrase } from './phrase.ts';
import type { Region } from './region.ts';

interface Forms {
  one: string;
  two: string;
  few: string;
  many: string;
  other: string;
}

/** Of a feminine noun: three to ten take the short form of the number. */
const FEMININE_NUMBERS = ['', '', '', 'ثلاث', 'أربع', 'خمس', 'ست', 'سبع', 'ثماني', 'تسع', 'عشر'];
const MASCULINE_NUMBERS = ['', '', '', 'ثلاثة', 'أربعة', 'خمسة', 'ستة', 'سبعة', 'ثمانية', 'تسعة', 'عشرة'];

function counted(region: Region, count: number, forms: Forms, numbers: string[]): string {
  const figure = region.number(count);
  switch (region.plural(count)) {
    case 'one':
      return forms.one;
    case 'two':
      return forms.two;
    case 'few':
      return `${numbers[count] ?? figure} ${forms.few}`;
    case 'many':
      return `${figure} ${forms.many}`;
    default:
      return `${figure} ${forms.other}`;
  }
}

const OUTLETS: Forms = {
  one: 'وسيلة إعلام واحدة',
  two: 'وسيلتا إعلام',
  few: 'وسائل إعلام',
  many: 'وسيلة إعلام',
  other: 'وسيلة إعلام',
};
const VOICES: Forms = {
  one: 'صوت واحد مستقل',
  two: 'صوتان مستقلان',
  few: 'أصوات مستقلة',
  many: 'صوتاً مستقلاً',
  other: 'صوت مستقل',
};
const OTHERS: Forms = { one: 'شخص آخر', two: 'شخصان آخران', few: 'أشخاص آخرون', many: 'شخصاً آخر', other: 'شخص آخر' };
const BY: Record<AuthorRole, string> = {
  author: 'بقلم',
  contributor: 'بقلم',
  expert: 'بمشاركة',
  speaker: 'مداخلات',
  editor: 'تحرير',
  translator: 'ترجمة',
  photographer: 'تصوير',
};
const RESULTS: Forms = { one: 'نتيجة واحدة', two: 'نتيجتان', few: 'نتائج', many: 'نتيجة', other: 'نتيجة' };
const MINUTES: Forms = { one: 'دقيقة واحدة', two: 'دقيقتان', few: 'دقائق', many: 'دقيقة', other: 'دقيقة' };

const someOf = (region: Region, count: number): string =>
  count === 1
    ? 'واحدة منها تنقل'
    : count === 2
      ? 'اثنتان منها تنقلان'
      : `${FEMININE_NUMBERS[count] ?? region.number(count)} منها تنقل`;

const COUNTED = { killed: 'القتلى', injured: 'الجرحى', missing: 'المفقودين' };

const basisWords = (region: Region): BasisWords => ({
  outlets: (count) => counted(region, count, OUTLETS, FEMININE_NUMBERS),
  apart: (opening, count) => (count === 2 ? `${opening} مستقلتان إحداهما عن الأخرى` : `${opening} مستقلة بعضها عن بعض`),
  carryingOne: () => ' تنقل عن ',
  carryingAll: (count) => `، ${count === 2 ? 'كلتاهما تنقل' : 'كلها تنقل'} عن `,
  carryingSome: (count, _, first) => `${first ? '، ' : ' و'}${someOf(region, count)} عن `,
  voices: (count) => counted(region, count, VOICES, MASCULINE_NUMBERS),
  today: 'اليوم',
  yesterday: 'أمس',
  reported: (when) => [` نُشر الخبر أول مرة ${when === 'weekday' ? 'يوم ' : when === 'date' ? 'في ' : ''}`, '.'],
  weekdays: true,
  dayOfStory: (day) => ` اليوم ${region.number(day)} من هذه القصة.`,
});

const forms: FormWords = {
  openSuggest: 'افتح الاستمارة',
  openShare: 'افتح الاستمارة',
  suggestText: 'أخبرونا بما حدث، أو بما ينبغي أن نبحث فيه. لا حاجة إلى أن تقولوا من أنتم.',
  shareText: 'اعرضوا علينا نصاً من عندكم: موضوعه، واللغات التي تكتبون بها، وهل يُنشر باسمكم أم بدونه.',
  suggestAbout: 'أخبرونا بما حدث، أو بما ينبغي أن نبحث فيه. الحقل الأول وحده مطلوب.',
  shareAbout: 'أخبرونا بما تريدون كتابته، وهل يجوز أن يُنشر باسمكم.',
  safetyTitle: 'قبل أن تكتبوا: ممَّ تحمي هذه الاستمارة وممَّ لا تحمي',
  protects:
    'نحفظ ما تكتبونه مشفَّراً. ونحفظ معه اليوم وحده، لا عنوان الاتصال ولا نوع المتصفح ولا الساعة. لا تضع هذه الصفحة ملف تعريف ارتباط ولا تشغّل أي برنامج.',
  protectsNot:
    'ليس هذا تشفيراً من طرف إلى طرف: من يدير هذا الخادم أو يخترقه يستطيع أن يقرأ ما ترسلونه. وتستطيع شبكتكم أو جهة عملكم أو جهازكم أن ترى أنكم زرتم هذا الموقع.',
  safetyAdvice:
    'إن كان انكشاف أمركم يعرضكم أو يعرض غيركم للخطر فاستعملوا متصفح تور من جهاز واتصال ليسا لكم ولا لجهة عملكم، واتركوا الأسماء والأماكن في البداية.',
  optional: 'اختياري',
  story: 'قصتكم أو قضيتكم',
  storyHint: 'ما رأيتم أو علمتم، ومتى وأين، وكيف علمتموه. بالقدر الذي تريدون، وبأي لغة.',
  pitch: 'ما تريدون أن تحكوه',
  pitchHint: 'في أسطر قليلة: ما موضوعه، وكيف علمتموه، ولماذا الآن.',
  email: 'البريد الإلكتروني',
  emailHint: 'اتركوه فارغاً إن كان يدل عليكم. يمكنكم قراءة ردنا هنا برمز تحصلون عليه بعد الإرسال.',
  writes: 'اللغات التي تكتبون بها',
  writesHint: 'مثلاً: العربية، الإنجليزية.',
  links: 'روابط',
  linksHint: 'أعمال سابقة، أو ما تستند إليه قصتكم. رابط في كل سطر.',
  byline: 'هل يجوز أن يُنشر باسمكم؟',
  bylineYes: 'نعم، بهذا الاسم',
  bylineNo: 'لا، بدون اسمي',
  bylineHint: 'يمكنكم تغيير رأيكم قبل نشر أي شيء.',
  name: 'الاسم الذي يُنشر',
  nameHint: 'مع «نعم» فقط. ويمكن أن يكون اسماً مستعاراً.',
  trap: 'اتركوا هذا الحقل فارغاً',
  send: 'أرسل',
  sendAgain: 'أرسل مرة أخرى',
  wrongTitle: 'لم يُرسل بعد',
  wrong: {
    text: 'اكتبوا شيئاً هنا أولاً.',
    'text-long': 'هذا أطول من 20000 حرف. اختصروه أو أرسلوه على أجزاء.',
    email: 'ليس هذا عنوان بريد إلكتروني. صححوه أو اتركوا الحقل فارغاً.',
    byline: 'اختاروا أحد الأمرين.',
    name: 'اكتبوا الاسم الذي يُنشر، أو اختاروا «بدون اسمي».',
    long: 'هذا طويل جداً. اختصروه.',
  },
  refused: {
    token: 'بقيت هذه الصفحة مفتوحة مدة طويلة. ما كتبتموه ما زال في الأسفل: اضغطوا «أرسل مرة أخرى».',
    used: 'أُرسلت هذه الصفحة من قبل بكلام آخر. إن كانت هذه رسالة ثانية فاضغطوا «أرسل مرة أخرى».',
    trap: 'مُلئ حقل لا يراه الناس، وبعض البرامج تفعل ذلك من تلقائها. صار فارغاً الآن: اضغطوا «أرسل مرة أخرى».',
    busy: 'يصلنا الآن أكثر مما نستطيع أخذه. ما كتبتموه ما زال في الأسفل: انتظروا دقيقة ثم اضغطوا «أرسل مرة أخرى».',
    crowded: 'يصلنا الآن أكثر مما نستطيع أخذه. لم يُحفظ شيء. عودوا وانتظروا دقيقة ثم أرسلوه مرة أخرى.',
    full: 'صندوقنا ممتلئ حتى يقرأه أحد. لم يُحفظ شيء. انسخوا ما كتبتموه وحاولوا غداً.',
    failed:
      'حدث خطأ هنا، والخطأ منا. لم يُحفظ شيء. ما كتبتموه ما زال في الأسفل: انتظروا دقيقة ثم اضغطوا «أرسل مرة أخرى».',
    large: 'ما أرسلتموه أكبر من أن نأخذه. عودوا واختصروه أو أرسلوه على أجزاء. لم يُحفظ شيء.',
    slow: 'استغرق وصوله كاملاً وقتاً طويلاً. لم يُحفظ شيء. عودوا وأرسلوه مرة أخرى.',
    unreadable: 'لم يصل على هيئة استمارة. لم يُحفظ شيء. افتحوا الاستمارة من جديد وأرسلوه منها.',
  },
  sentTitle: 'وصلنا ما أرسلتموه',
  sentText: 'سيقرؤه أحد المحررين. هذا الرمز هو إيصالكم، وهو السبيل الوحيد إلى قراءة ردنا هنا:',
  codeLabel: 'رمز الإيصال',
  keepCode: 'اكتبوه الآن: لا يظهر إلا هذه المرة، ولا نحتفظ به، ولا يمكن استرجاعه.',
  keepCodeMore:
    'على ورقة أو في برنامج لحفظ كلمات السر، لا في رسالة ولا في صورة. من معه الرمز يقرأ الرد، ولا يقرأ ما أرسلتموه.',
  sentOn: 'عودوا بعد يوم أو يومين إلى هذه الصفحة:',
  receiptTitle: 'اقرأ ردنا',
  receiptText: 'بالرمز الذي ظهر لكم حين كتبتم إلينا.',
  receiptField: 'رمز الإيصال',
  receiptHint:
    'أربع مجموعات، في كل منها أربعة حروف وأرقام. لا فرق بين الحروف الكبيرة والصغيرة، ولا حاجة إلى المسافات والشرطات.',
  receiptAsk: 'ابحث عن رد',
  receiptLink: 'معكم رمز إيصال؟ اقرؤوا ردنا',
  unknownCode:
    'لا نعرف هنا رمزاً كهذا. راجعوه حرفاً حرفاً. لا يصلح الرمز إلا مع اليومية التي كتبتم إليها، ولا يعود صالحاً بعد أن نحذف ما أرسلتموه.',
  nothingYet: 'وصلنا ما أرسلتموه. لا رد بعد، فعودوا بعد يوم أو يومين.',
  receiptBusy: 'يسأل الآن كثيرون. انتظروا دقيقة ثم حاولوا مرة أخرى.',
  replyTitle: 'ردنا',
  replyOn: 'كُتب في',
  replyOnce: 'يمكن قراءته مرة أخرى بالرمز نفسه.',
  closedTitle: 'الاستمارات مغلقة',
  closedText: 'لا تستقبل هذه اليومية قصصاً الآن. ويمكن قراءة الرد على ما أرسلتموه من قبل.',
  copyTitle: 'لا يمكن الإرسال من هنا',
  copyText: 'هذه نسخة من اليومية في ملفات. كانت استماراتها في الموقع الحي، وليس في النسخة شيء مما أرسله القراء.',
  byMail: 'بالبريد الإلكتروني',
};
export const arabic: Locale = {
  region: (lang) => ({ tag: lang }),
  tombstone: '[حُجب الاسم]',
  words: (region) => ({
    dayTitle: (day) => `الملخص التنفيذي ليوم ${region.number(dayOfMonth(day))} ${region.monthName(day)}`,
    lede: (place, headings) =>
      headings.length === 0
        ? `نستعرض أبرز التطورات في ${place}.`
        : `نستعرض أبرز التطورات في ${place}، ومنها: ${headings.map((heading, index) => (index > 0 && index === headings.length - 1 ? `و${heading}` : heading)).join('، ')}.`,
    attributed: (by, sentence) =>
      attribute(by, `«${innerQuotes(sentence, '‹', '›')}»`, {
        who: ({ outlet, descriptor, agency }) =>
          `${outlet}${descriptor ? ` (${descriptor})` : ''}${agency ? ` نقلًا عن ${agency}` : ''}`,
        first: (who) => `أفاد ${who}:`,
        also: (who) => `وأفاد ${who} أيضًا:`,
        added: 'وأضاف:',
      }),
    countsDiffer: (kind, counts) =>
      `تختلف التقارير في عدد ${COUNTED[kind]}: ${counts
        .map(({ outlet, value, atLeast }) => `${region.number(value)}${atLeast ? ' على الأقل' : ''} بحسب ${outlet}`)
        .join('، و')}.`,
    basisLine: (basis, on) => basisLine(basis, on, region, basisWords(region)),
    readTime: (minutes) => `القراءة: ${counted(region, minutes, MINUTES, [])}`,
    noteName: (label) => `الحاشية ${label}`,
    carrying: (origin) => ['، نقلاً عن ', { name: origin }],
    quotes: ['«', '»'],
    comma: '، ',
    listOf: region.listOf,
    pageOf: (page, pages) => `الصفحة ${region.number(page)} من ${region.number(pages)}`,
    revision: (number) => `هذه النسخة رقم ${region.number(number)} من هذه الصفحة، والنسخ السابقة محفوظة.`,
    byline: (role, people, others) => {
      const named = people.map(({ name, title, path = null }): Phrase => [
        { name, href: path },
        ...(title ? [`، ${title}`] : []),
      ]);
      const all = others > 0 ? [...named, [counted(region, others, OTHERS, MASCULINE_NUMBERS)]] : named;
      return [`${BY[role]} `, ...all.flatMap((part, index): Phrase => (index === 0 ? part : [' و', ...part]))];
    },
    partOf: (position, pieces) => `الجزء ${region.number(position)} من ${region.number(pieces)}`,
    authorsTitle: (count) => (count === 1 ? 'عن الكاتب' : 'عن الكتّاب'),
    allOf: (count, of) => `كل ما في ${of} (${region.number(count)})`,
    importedFrom: 'منقولة من',
    noteOn: (kind, day, words) => [
      { correction: 'تصحيح، ', update: 'تحديث، ', withdrawal: 'سُحبت، ' }[kind],
      { day, words },
    ],
    correctedOn: (day, words) => ['صُحّح في ', { day, words }],
    found: (count, more) => `${counted(region, count, RESULTS, FEMININE_NUMBERS)}${more ? ' على الأقل' : ''}`,
    letterMoved: 'تستمر القصة في',
    forms,
    timesCited: (times, pieces, linked) =>
      `${linked ? 'عدد الروابط' : 'عدد الاستشهادات'} ${region.number(times)}، وعدد الصفحات ${region.number(pieces)}`,
    privacyText: [
      {
        heading: 'حين تقرؤون',
        paragraphs: [
          'لا حسابات هنا ولا تسجيل دخول. لا تضع هذه الصفحات ملفات تعريف، ولا تحتاج إلى برامج، ولا تجلب شيئاً من غيرنا: لا إعلانات ولا عدّادات ولا أزرار لشركات أخرى. ولصفحة البحث برنامج صغير من صنعنا: ما تكتبونه فيها يصل إلى هذا الموقع أثناء الكتابة، ولا يُحفظ في أي مكان.',
          'حين تتبعون رابطاً يخرج من هنا يُطلب من متصفحكم ألا يقول من أي صفحة جئتم. وإن عددنا القراءات فإننا نعدّ كم مرة طُلبت صفحة في يوم، ولا شيء عمن طلبها.',
          'من يحمل اتصالكم يستطيع أن يرى أنكم تزورون هذا الموقع، وقد تحتفظ الجهة المستضيفة لخادمنا بسجلات الاتصال مدة ما. إن كان في ذلك خطر عليكم فاستعملوا شبكة ومتصفحاً أُعدّا لذلك، مثل متصفح Tor.',
        ],
      },
      {
        heading: 'حين تكتبون إلينا',
        paragraphs: [
          'الرسالة التي ترسلونها بالبريد تبقى في صندوقنا مع عنوانكم، كما هو شأن البريد، ويمكن أن تُقرأ في طريقها.',
          'ما ترسلونه عبر استمارة في هذا الموقع يُحفظ بلا عنوان شبكتكم ولا متصفحكم ولا ساعة إرساله. فيه ما تكتبون، ولا شيء مما تتركون.',
        ],
      },
      {
        heading: 'حين تُذكر أسماؤكم هنا',
        paragraphs: [
          'إن كان ذكر اسمكم في إحدى هذه الصفحات يعرضكم للخطر فاكتبوا إلينا. نستطيع أن نزيل الاسم من كل نسخة نحتفظ بها.',
        ],
      },
    ],
    republishAsked: [
      'ذكر الكاتب، وأننا نشرناه أولاً، مع رابط إلى هذه الصفحة',
      'ألا يُغيَّر إلا ما تقتضيه قواعد النشر لديكم، وأن يُذكر الاختصار إن وقع',
      'نقل تصحيحاتنا: انظروا إلى هذه الصفحة مرة أخرى قبل النشر',
      'ترك الصور، فحقوقها ليست لنا',
    ],
    totals: { killed: 'القتلى', missing: 'المفقودون', suspected: 'الحالات المشتبه فيها', confirmed: 'الحالات المؤكدة' },
    copy: {
      skip: 'انتقل إلى النص',
      languages: 'اللغات',
      sections: 'الأقسام',
      week: 'الأسبوع في لمحة',
      noSummaryDay: 'لا ملخص',
      home: 'الرئيسية',
      summaries: 'الملخصات التنفيذية',
      articles: 'مقالات',
      community: 'آراء وشهادات',
      background: 'خلفيات',
      series: 'سلاسل',
      projects: 'ملفات خاصة',
      talks: 'ندوات',
      summary: 'ملخص تنفيذي',
      article: 'مقال',
      communityPiece: 'رأي وشهادة',
      backgroundPiece: 'خلفية',
      seriesPiece: 'سلسلة',
      project: 'ملف خاص',
      talk: 'ندوة',
      page: 'صفحة',
      undated: 'بلا تاريخ',
      allSummaries: 'كل الملخصات التنفيذية',
      topics: 'المواضيع',
      about: 'من نحن',
      contribute: 'شاركنا',
      contact: 'للاتصال',
      follow: 'للمتابعة',
      published: 'نُشر في',
      updated: 'حُدّث في',
      inThisSummary: 'في هذا الملخص',
      onThisPage: 'في هذه الصفحة',
      notes: 'الحواشي',
      close: 'إغلاق',
      retrieved: 'أُخذ في',
      fingerprint: 'SHA-256',
      version: 'النسخة',
      checked:
        'بُحث عن أسماء هذه الجملة وأرقامها واقتباساتها في النصوص التي تستند إليها، وما لم يوجد منها أبقاه محرر. وفي النص العربي بُحث عن الأسماء التي نعرف كتابتها. لم يتحقق أحد هنا ممن فعل ماذا.',
      vouched: 'خلفية يتحمل محررونا مسؤوليتها، ولا مصدر مذكوراً لها.',
      vouchedShort: 'بمسؤولية محررينا',
      vouchedBy: 'يتحمل مسؤوليتها',
      own: 'من عمل محررينا',
      ownLong: 'من عمل محررينا. قد يكون المصدر محفوظاً لدى التحرير وغير معلن.',
      linkedLong: 'روابط الصفحة الأصلية، لم يُتحقق منها هنا.',
      asReported: 'كما ورد في التقارير المستشهد بها؛ وقد لا تكون طريقة العدّ واحدة',
      reportsDiffer: 'التقارير مختلفة',
      toldBefore: 'سابقاً في هذه القصة',
      toldEarliest: 'أقدم ما نعرفه:',
      toldAfter: 'ما جرى بعد ذلك',
      reads: 'قراءات نوصي بها',
      corrections: 'التصحيحات',
      updates: 'تحديثات',
      corrected: 'مصحَّح',
      whereItStood: 'موضع الخطأ',
      previousDay: 'اليوم السابق',
      nextDay: 'اليوم التالي',
      previousMonth: 'الشهر السابق',
      nextMonth: 'الشهر التالي',
      calendar: 'التقويم',
      share: 'شارك هذه الصفحة',
      shareMail: 'أرسل بالبريد',
      shareLink: 'عنوان هذه الصفحة',
      suggest: 'اقترح قصة أو قضية',
      shareStory: 'شارك قصتك',
      howMade: 'كيف أُعدّ هذا الملخص',
      howMadeText:
        'اختار المحررون هذه التطورات من تقارير اليوم. الرقم الذي يلي الجملة يفتح حاشية فيها الجهة الناشرة ومن تنقل عنه والكلمات التي اعتمدنا عليها بنصها. بُحث عن الأسماء والأرقام والاقتباسات في تلك الكلمات، وما لم يوجد منها أبقاه محرر، وفي النص العربي بُحث عن الأسماء التي نعرف كتابتها. لم يتحقق أحد هنا ممن فعل ماذا. والجهات التي تنقل عن وكالة واحدة أو مرصد واحد تُعدّ صوتاً واحداً. وتدل علامة † على خلفية يتحمل محررونا مسؤوليتها. وإذا أخطأنا قلنا ذلك في موضع الخطأ.',
      howMadePiece:
        'الرقم الذي يلي الجملة يفتح حاشية فيها الجهة الناشرة ومن تنقل عنه والكلمات التي اعتمدنا عليها بنصها. بُحث عن الأسماء والأرقام والاقتباسات في تلك الكلمات، وما لم يوجد منها أبقاه محرر، وفي النص العربي بُحث عن الأسماء التي نعرف كتابتها. لم يتحقق أحد هنا ممن فعل ماذا. وإذا أخطأنا قلنا ذلك في موضع الخطأ.',
      imported: 'من موقع سابق',
      importedUnknown: 'منقولة من موقع سابق، وعنوانها هناك غير معروف.',
      importedText: 'بقيت كما نُشرت فيه. روابطها هي روابطها الأصلية، ولم يتحقق منها أحد هنا.',
      rightsUnset: 'لم يُذكر بعد من يملك حقوقها ولا ما يسمح به.',
      rightsOwner: 'الحقوق:',
      republished: 'نُشرت أولاً في',
      categories: 'التصنيف',
      tags: 'الوسوم',
      alsoIn: 'متاحة أيضاً بـ',
      inSeries: 'جزء من سلسلة',
      inProject: 'جزء من ملف خاص',
      inThisProject: 'في هذا الملف',
      sponsored: 'برعاية',
      sharedFrom: 'نُشرت أولاً في',
      previousPart: 'قبلها',
      nextPart: 'بعدها',
      members: 'في هذه السلسلة',
      noMembers: 'لا يوجد هنا أي جزء من هذه السلسلة.',
      nameWithdrawn: 'سُحب اسم من هذه الصفحة.',
      gone: 'سُحبت هذه الصفحة',
      goneText: 'نُشرت هنا ثم سُحبت، ولم يبقَ منها شيء في هذا العنوان.',
      picture: 'صورة',
      pictureAbsent: 'لا نحتفظ بهذه الصورة. يظهر فيها:',
      pictureAbsentPlain: 'لا نحتفظ بهذه الصورة.',
      pictureEnded: 'لم يعد يحق لنا عرض هذه الصورة. يظهر فيها:',
      pictureEndedPlain: 'لم يعد يحق لنا عرض هذه الصورة.',
      pictureStood: 'كان عنوانها',
      photo: 'المصدر:',
      recent: 'أحدث الملخصات',
      latest: 'آخر ملخص',
      noSummaries: 'لم يُنشر شيء هنا بعد. سيظهر أول ملخص تنفيذي في هذه الصفحة.',
      nothingInTopic: 'لا شيء في هذا الموضوع بعد.',
      paused: 'متوقفة مؤقتاً',
      archived: 'محفوظة',
      siblings: 'شقيقاتنا',
      networkLine: 'قصة واحدة لكل منها، كل يوم. وترون دائماً من القائل.',
      shareStoryText:
        'إن أردتم الكتابة بأسمائكم فأخبرونا في أسطر قليلة بما رأيتم أو علمتم، وكيف علمتموه، وكيف نصل إليكم.',
      network: 'الشبكة',
      publications: 'اليوميات',
      newer: 'الأحدث',
      older: 'الأقدم',
      pages: 'الصفحات',
      notFound: 'هذه الصفحة ليست هنا',
      notFoundText: 'لعل في العنوان خطأ، أو لعل ما كان فيه لم يُحفظ.',
      notFoundMeant: 'لعلكم تبحثون عن',
      failed: 'حدث خطأ هنا',
      failedText: 'الخطأ منا. ما نشرناه محفوظ، فحاولوا مرة أخرى بعد دقيقة.',
      goHome: 'إلى الصفحة الأولى',
      aboutTitle: 'من نحن',
      contributeTitle: 'اقترح قصة أو شاركها',
      writeTo: 'اكتبوا إلينا على',
      contributeSafety:
        'يمكن أن يُقرأ البريد العادي في طريقه. إن كان انكشاف أمركم يعرضكم أو يعرض غيركم للخطر فلا تكتبوا من جهازكم أو عنوانكم، واتركوا الأسماء والأماكن في البداية.',
      aboutNotes: 'ماذا تعني الأرقام الصغيرة',
      aboutNotesText:
        'الرقم في آخر الجملة يفتح حاشية فيها الجهة الناشرة، والوكالة أو الشخص الذي تنقل عنه، والكلمات التي اعتمدنا عليها بنصها، ويوم أخذناها وبصمتها (SHA-256). نتأكد من أن أسماء الجملة وأرقامها واقتباساتها موجودة في تلك الكلمات. أما من فعل ماذا بمن فلا نعلمه ولا ندّعي علمه.',
      elsewhere: 'من إصداراتنا أيضاً',
      sources: 'المصادر',
      noSourceRule: 'الجملة التي لا رقم لها لا مصدر مذكوراً لها.',
      feeds: 'الخلاصات',
      // Places: labels, corrections, sources, republishing, standing pages, talks.
      contributor: 'من كتّابنا',
      tag: 'وسم',
      category: 'تصنيف',
      correctionsIntro: 'كل ما نشرناه من تصحيحات، الأحدث أولاً. يقود كل تصحيح إلى الجملة التي كانت خطأ أو إلى صفحتها.',
      noCorrections: 'لم يُنشر هنا أي تصحيح.',
      sourcesIntro:
        'من تستند إليهم جمل هذا الموقع، محسوبة من صفحاته المنشورة. يُعدّ المصدر مرة لكل استشهاد، ولا يُعرض ما هو خاص بالتحرير.',
      sourcesCounted: 'ورود اسم هنا يعني أننا استشهدنا به، لا أننا تحققنا مما قال.',
      noSources: 'لم يُنشر هنا بعد ما يستشهد بمصدر.',
      outlets: 'وسائل إعلام',
      agenciesAndMonitors: 'وكالات ومراصد',
      agency: 'وكالة',
      monitor: 'مرصد',
      linkedHosts: 'مواقع تقود إليها الصفحات المنقولة',
      linkedHostsText: 'روابط الصفحات الأصلية التي جاءت من موقع سابق، ولم يتحقق منها أحد هنا.',
      allYears: 'كل السنوات',
      byYear: 'السنوات',
      republish: 'إعادة النشر',
      republishIntro: 'يمكن إعادة نشر هذا النص بهذه الشروط:',
      republishRules: 'نرجو',
      republishUnset:
        'لم يُذكر بعد من يملك حقوق هذه الصفحة ولا ما يسمح به، فلا يمكن عرضها لإعادة النشر. اكتبوا إلينا من فضلكم.',
      republishPartner: 'جاءت هذه الصفحة من شريك لنا. اسألوه من فضلكم، وعنوانه عند الصفحة الأصلية.',
      republishGuidelines: 'قواعدنا لإعادة النشر',
      republishHtml: 'بصيغة HTML',
      republishPlain: 'نصاً عادياً',
      firstPublished: 'نُشر أولاً في',
      independence: 'الاستقلالية',
      copyright: 'حقوق النشر',
      terms: 'الشروط',
      privacy: 'الخصوصية',
      funders: 'الممولون',
      partners: 'الشركاء',
      team: 'الفريق',
      masthead: 'هيئة التحرير',
      republishing: 'إعادة النشر',
      aboutPublication: 'عن هذا الموقع',
      upcomingTalks: 'القادمة',
      pastTalks: 'السابقة',
      talkBegins: 'تبدأ',
      talkEnds: 'تنتهي',
      talkPlace: 'المكان',
      talkHere: 'حيث تُعقد',
      talkUtc: 'التوقيت العالمي',
      talkYours: 'بتوقيتكم',
      talkAnswer: 'أخبرونا بحضوركم',
      talkAnswerText: 'اكتبوا إلى',
      talkCalendar: 'أضفها إلى تقويمك',
      talkRecording: 'التسجيل',
      talkRecordingText: 'محفوظ في موقع آخر، وهذا الرابط يخرج من موقعنا:',
      // search
      search: 'بحث',
      searchFor: 'كلمات البحث',
      searchButton: 'ابحث',
      searchHint: 'ابحث عن كلمات في كل ما نُشر هنا. تكفي أي صيغة من الكلمة، ولا نسجل ما تبحث عنه.',
      searchNoWords: 'ليس فيما كتبته كلمة.',
      searchNone: 'لا نتائج للبحث عن',
      searchTips: 'جرّب كلمات أقل أو كلمات أخرى للمعنى نفسه. قد تُكتب الأسماء هنا على نحو آخر.',
      searchMeant: 'هل تقصد',
      searchSimilar: 'لا شيء فيه هذه الكلمات تماماً. هذا ما فيه كلمات قريبة منها.',
      searchSome: 'لا شيء فيه هذه الكلمات كلها. هذا ما فيه بعضها.',
      searchWithout: 'ابحث بلا شروط',
      searchNarrow: 'حدّد البحث',
      searchKind: 'النوع',
      searchTopic: 'الموضوع',
      searchOutlet: 'الجهة المستشهد بها',
      searchAny: 'الكل',
      searchFrom: 'من',
      searchTo: 'إلى',
      searchOrder: 'الترتيب',
      searchBest: 'الأقرب أولاً',
      searchNewest: 'الأحدث أولاً',
      searchPrevious: 'السابقة',
      searchNext: 'التالية',
      searchFollow: 'تابع هذا البحث',
    },
  }),
};
