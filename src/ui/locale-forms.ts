/** Words of the forms with which readers write in, of the page of a receipt, and of what they protect against. */
export interface FormWords {
  /** Leads from the page that explains to the form. */
  openSuggest: string;
  openShare: string;
  suggestText: string;
  shareText: string;
  suggestAbout: string;
  shareAbout: string;
  safetyTitle: string;
  /** What the forms protect against. */
  protects: string;
  /** What they do not. */
  protectsNot: string;
  /** What to do then. */
  safetyAdvice: string;
  optional: string;
  story: string;
  storyHint: string;
  pitch: string;
  pitchHint: string;
  email: string;
  emailHint: string;
  writes: string;
  writesHint: string;
  links: string;
  linksHint: string;
  byline: string;
  bylineYes: string;
  bylineNo: string;
  bylineHint: string;
  name: string;
  nameHint: string;
  trap: string;
  send: string;
  sendAgain: string;
  wrongTitle: string;
  wrong: Record<'text' | 'text-long' | 'email' | 'byline' | 'name' | 'long', string>;
  refused: Record<
    'token' | 'used' | 'trap' | 'busy' | 'crowded' | 'full' | 'failed' | 'large' | 'slow' | 'unreadable',
    string
  >;
  sentTitle: string;
  sentText: string;
  codeLabel: string;
  keepCode: string;
  keepCodeMore: string;
  sentOn: string;
  receiptTitle: string;
  receiptText: string;
  receiptField: string;
  receiptHint: string;
  receiptAsk: string;
  receiptLink: string;
  unknownCode: string;
  nothingYet: string;
  receiptBusy: string;
  replyTitle: string;
  replyOn: string;
  replyOnce: string;
  closedTitle: string;
  closedText: string;
  copyTitle: string;
  copyText: string;
  byMail: string;
}

export const englishForms: FormWords = {
  openSuggest: 'Open the form',
  openShare: 'Open the form',
  suggestText: 'Tell us what happened, or what we should look into. You need not say who you are.',
  shareText:
    'Offer us a piece of your own: what it is about, the languages you write in, with your name or without it.',
  suggestAbout: 'Tell us what happened, or what we should look into. Only the first field is needed.',
  shareAbout: 'Tell us what you want to write, and whether your name may stand over it.',
  safetyTitle: 'Before you write: what this protects, and what not',
  protects:
    'We keep what you write encrypted. With it we keep the day, and no address, no browser, no time of day. The page sets no cookie and runs no script.',
  protectsNot:
    'This is not end-to-end encryption: whoever runs or breaks into this server can read what you send. Your network, your employer or your device can see that you were on this site.',
  safetyAdvice:
    'If being found out would put you or anyone else at risk, use Tor Browser on a device and a connection that are not yours or your employer’s, and leave out names and places at first.',
  optional: 'optional',
  story: 'Your story or issue',
  storyHint: 'What you saw or know, when and where, and how you know it. As much as you want to say, in any language.',
  pitch: 'What you want to tell',
  pitchHint: 'In a few lines: what it is about, how you know it, and why now.',
  email: 'E-mail',
  emailHint: 'Leave it empty if it could identify you. You can read our reply here, with a code that you get next.',
  writes: 'Languages you write in',
  writesHint: 'For example: Arabic, English.',
  links: 'Links',
  linksHint: 'Earlier work, or what your story rests on. One a line.',
  byline: 'May your name stand over it?',
  bylineYes: 'Yes, with this name',
  bylineNo: 'No, without my name',
  bylineHint: 'You can still change your mind before anything is published.',
  name: 'The name to print',
  nameHint: 'Only with “yes”. It can be a pen name.',
  trap: 'Leave this empty',
  send: 'Send',
  sendAgain: 'Send again',
  wrongTitle: 'Not sent yet',
  wrong: {
    text: 'Write something here first.',
    'text-long': 'This is longer than 20,000 characters. Shorten it, or send it in parts.',
    email: 'This is no e-mail address. Correct it, or leave the field empty.',
    byline: 'Choose one of the two.',
    name: 'Write the name to print, or choose “without my name”.',
    long: 'This is too long. Shorten it.',
  },
  refused: {
    token: 'This page had been open for too long. What you wrote still stands below: press “Send again”.',
    used: 'This page had been sent once already, with other words. If they are a second message, press “Send again”.',
    trap: 'A field that people do not see had been filled in; some programmes do that by themselves. It is empty again: press “Send again”.',
    busy: 'Too much is being sent to us at this moment. What you wrote still stands below: wait a minute, then press “Send again”.',
    crowded:
      'Too much is being sent to us at this moment. Nothing was kept. Go back, wait a minute, and send it again.',
    full: 'Our inbox is full until somebody has read it. Nothing was kept. Copy what you wrote, and try again tomorrow.',
    failed:
      'Something failed here, and the fault is ours. Nothing was kept. What you wrote still stands below: wait a minute, then press “Send again”.',
    large: 'What you sent is too large to be taken. Go back, shorten it or send it in parts. Nothing was kept.',
    slow: 'It took too long to arrive whole. Nothing was kept. Go back and send it again.',
    unreadable: 'It did not arrive as a form. Nothing was kept. Open the form again and send it from there.',
  },
  sentTitle: 'It has reached us',
  sentText: 'Somebody at the desk will read it. This code is your receipt, and the only way to read our reply here:',
  codeLabel: 'Your receipt code',
  keepCode: 'Write it down now: it is shown this once, we do not keep it, and it cannot be found again.',
  keepCodeMore:
    'On paper, or in a password manager; not in a message or a picture. Whoever has the code can read the reply, but not what you sent.',
  sentOn: 'Come back in a day or two, to this page:',
  receiptTitle: 'Read our reply',
  receiptText: 'With the code that you were shown when you wrote to us.',
  receiptField: 'Receipt code',
  receiptHint: 'Four groups of four letters and digits. Capitals, spaces and hyphens do not matter.',
  receiptAsk: 'Look for a reply',
  receiptLink: 'You have a receipt code? Read our reply',
  unknownCode:
    'We know no such code here. Look at it again letter by letter; a code works only with the publication that you wrote to, and not any more once we have deleted what you sent.',
  nothingYet: 'We have what you sent. There is no reply yet; come back in a day or two.',
  receiptBusy: 'Too many are asking at this moment. Wait a minute and try again.',
  replyTitle: 'Our reply',
  replyOn: 'Written on',
  replyOnce: 'It can be read again with the same code.',
  closedTitle: 'The forms are closed',
  closedText: 'This publication takes no stories at the moment. A reply to what you sent before can still be read.',
  copyTitle: 'Nothing can be sent from here',
  copyText:
    'This is a copy of the publication as files. Its forms were on the living site, and nothing that readers sent is in the copy.',
  byMail: 'By e-mail',
};

export const arabicForms: FormWords = {
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
