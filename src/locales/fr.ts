/** French, for readers of the site. No native reader has looked at it yet. */
import { basisLine, type BasisWords } from './basis-line.ts';
import { byline } from './byline.ts';
import { innerQuotes } from './inner-quotes.ts';
import type { AuthorRole, FormWords, Locale } from './locale.ts';
import type { Region } from './region.ts';

const NUMBERS = ['', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix'];
const BY: Record<AuthorRole, string> = {
  author: 'Par',
  contributor: 'Par',
  editor: 'Édité par',
  translator: 'Traduit par',
  photographer: 'Photographies de',
};

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('fr') + text.slice(1);
const verb = (kind: string | null, many: boolean): string =>
  kind === 'agency' ? (many ? 'reprennent' : 'reprend') : many ? 'citent' : 'cite';

/** "1er avril" is how the first of a month is said. */
const withFirst = (date: string): string => date.replace(/^1(?=[\s\u00a0])/u, '1er');

function basisWords(region: Region): BasisWords {
  const inWords = (count: number): string => NUMBERS[count] ?? region.number(count);
  const single = (count: number): boolean => region.plural(count) === 'one';
  return {
    outlets: (count) => (single(count) ? 'Un média' : `${capital(inWords(count))} médias`),
    apart: (opening) => `${opening}, indépendants les uns des autres`,
    carryingOne: (kind) => `, qui ${verb(kind, false)} `,
    carryingAll: (count, kind) => `, qui ${verb(kind, true)} ${count === 2 ? 'tous deux' : 'tous'} `,
    carryingSome: (count, kind, first) =>
      `${first ? ', dont ' : ' et '}${inWords(count)} ${verb(kind, !single(count))} `,
    voices: (count) => (single(count) ? 'une voix indépendante' : `${inWords(count)} voix indépendantes`),
    today: 'aujourd’hui',
    yesterday: 'hier',
    reported: (when) => [` Annoncé pour la première fois ${when === 'date' ? 'le ' : ''}`, '.'],
    weekdays: true,
    dayOfStory: (day) => ` Jour ${region.number(day)} de cette histoire.`,
  };
}

const forms: FormWords = {
  openSuggest: 'Ouvrir le formulaire',
  openShare: 'Ouvrir le formulaire',
  suggestText:
    'Dites-nous ce qui s’est passé, ou ce que nous devrions examiner. Vous n’êtes pas obligé de dire qui vous êtes.',
  shareText:
    'Proposez-nous un texte de vous : de quoi il parle, dans quelles langues vous écrivez, avec ou sans votre nom.',
  suggestAbout:
    'Dites-nous ce qui s’est passé, ou ce que nous devrions examiner. Seul le premier champ est nécessaire.',
  shareAbout: 'Dites-nous ce que vous voulez écrire, et si votre nom peut y figurer.',
  safetyTitle: 'Avant d’écrire : ce que ce formulaire protège, et ce qu’il ne protège pas',
  protects:
    'Nous gardons chiffré ce que vous écrivez. Avec cela nous gardons le jour, et ni adresse, ni navigateur, ni heure. La page ne dépose pas de cookie et n’exécute aucun script.',
  protectsNot:
    'Ce n’est pas un chiffrement de bout en bout : qui administre ce serveur, ou s’y introduit, peut lire ce que vous envoyez. Votre réseau, votre employeur ou votre appareil peut voir que vous étiez sur ce site.',
  safetyAdvice:
    'Si être découvert vous mettait en danger, vous ou quelqu’un d’autre, utilisez Tor Browser sur un appareil et une connexion qui ne sont ni à vous ni à votre employeur, et taisez d’abord les noms et les lieux.',
  optional: 'facultatif',
  story: 'Votre histoire ou votre sujet',
  storyHint:
    'Ce que vous avez vu ou savez, quand et où, et comment vous le savez. Autant que vous voulez, dans n’importe quelle langue.',
  pitch: 'Ce que vous voulez raconter',
  pitchHint: 'En quelques lignes : de quoi il s’agit, comment vous le savez, et pourquoi maintenant.',
  email: 'Courriel',
  emailHint:
    'Laissez ce champ vide s’il peut vous identifier. Vous pourrez lire notre réponse ici, avec un code qui vous sera donné.',
  writes: 'Langues dans lesquelles vous écrivez',
  writesHint: 'Par exemple : arabe, français.',
  links: 'Liens',
  linksHint: 'Des travaux antérieurs, ou ce sur quoi repose votre histoire. Un par ligne.',
  byline: 'Votre nom peut-il y figurer ?',
  bylineYes: 'Oui, avec ce nom',
  bylineNo: 'Non, sans mon nom',
  bylineHint: 'Vous pouvez encore changer d’avis avant toute publication.',
  name: 'Le nom à imprimer',
  nameHint: 'Seulement avec « oui ». Ce peut être un nom de plume.',
  trap: 'Laissez ce champ vide',
  send: 'Envoyer',
  sendAgain: 'Envoyer à nouveau',
  wrongTitle: 'Pas encore envoyé',
  wrong: {
    text: 'Écrivez d’abord quelque chose ici.',
    'text-long': 'Ce texte dépasse 20 000 caractères. Raccourcissez-le ou envoyez-le en plusieurs fois.',
    email: 'Ce n’est pas une adresse de courriel. Corrigez-la ou laissez le champ vide.',
    byline: 'Choisissez l’une des deux réponses.',
    name: 'Écrivez le nom à imprimer, ou choisissez « sans mon nom ».',
    long: 'C’est trop long. Raccourcissez.',
  },
  refused: {
    token:
      'Cette page est restée ouverte longtemps. Votre texte est encore ci-dessous : appuyez sur « Envoyer à nouveau ».',
    used: 'Cette page a déjà été envoyée, avec un autre texte. Si c’est un second message, appuyez sur « Envoyer à nouveau ».',
    trap: 'Un champ que personne ne voit a été rempli ; certains programmes le font d’eux-mêmes. Il est vide à présent : appuyez sur « Envoyer à nouveau ».',
    busy: 'Il nous arrive en ce moment plus que nous ne pouvons recevoir. Votre texte est encore ci-dessous : attendez une minute et appuyez sur « Envoyer à nouveau ».',
    crowded:
      'Il nous arrive en ce moment plus que nous ne pouvons recevoir. Rien n’a été gardé. Revenez en arrière, attendez une minute et envoyez à nouveau.',
    full: 'Notre boîte est pleine jusqu’à ce que quelqu’un la lise. Rien n’a été gardé. Copiez votre texte et réessayez demain.',
    failed:
      'Une erreur s’est produite ici, et la faute est la nôtre. Rien n’a été gardé. Votre texte est encore ci-dessous : attendez une minute et appuyez sur « Envoyer à nouveau ».',
    large:
      'C’est plus que nous ne pouvons recevoir. Revenez en arrière, raccourcissez ou envoyez en plusieurs fois. Rien n’a été gardé.',
    slow: 'L’envoi a pris trop de temps. Rien n’a été gardé. Revenez en arrière et envoyez à nouveau.',
    unreadable:
      'Ce qui est arrivé n’est pas un formulaire. Rien n’a été gardé. Ouvrez de nouveau le formulaire et envoyez-le de là.',
  },
  sentTitle: 'Nous avons reçu votre envoi',
  sentText: 'Quelqu’un de la rédaction le lira. Ce code est votre reçu, et le seul moyen de lire ici notre réponse :',
  codeLabel: 'Code du reçu',
  keepCode: 'Notez-le maintenant : il n’est montré qu’une fois, nous ne le gardons pas, et il ne peut être retrouvé.',
  keepCodeMore:
    'Sur papier ou dans un gestionnaire de mots de passe, non dans un message ni une photo. Qui a le code peut lire la réponse, mais non ce que vous avez envoyé.',
  sentOn: 'Revenez dans un jour ou deux sur cette page :',
  receiptTitle: 'Lire notre réponse',
  receiptText: 'Avec le code qui vous a été montré quand vous nous avez écrit.',
  receiptField: 'Code du reçu',
  receiptHint: 'Quatre groupes de quatre lettres et chiffres. Majuscules, espaces et tirets sont sans importance.',
  receiptAsk: 'Chercher une réponse',
  receiptLink: 'Vous avez un code de reçu ? Lisez notre réponse',
  unknownCode:
    'Nous ne connaissons ici aucun code pareil. Relisez-le lettre par lettre ; un code ne vaut que pour la publication à laquelle vous avez écrit, et plus du tout une fois que nous avons effacé votre envoi.',
  nothingYet: 'Nous avons votre envoi. Il n’y a pas encore de réponse ; revenez dans un jour ou deux.',
  receiptBusy: 'Trop de personnes demandent en ce moment. Attendez une minute et réessayez.',
  replyTitle: 'Notre réponse',
  replyOn: 'Écrite le',
  replyOnce: 'Elle peut être relue avec le même code.',
  closedTitle: 'Les formulaires sont fermés',
  closedText:
    'Cette publication ne reçoit pas d’histoires en ce moment. La réponse à un envoi antérieur peut encore être lue.',
  copyTitle: 'Rien ne peut être envoyé d’ici',
  copyText:
    'Ceci est une copie de la publication sous forme de fichiers. Ses formulaires étaient sur le site vivant, et rien de ce que les lecteurs ont envoyé n’est dans la copie.',
  byMail: 'Par courriel',
};

export const french: Locale = {
  region: (lang) => ({ tag: lang }),
  tombstone: '[nom retiré]',
  words: (region) => ({
    dayTitle: (day) => `Synthèse du ${withFirst(region.dayAndMonth(day)).replace('\u00a0', ' ')}`,
    lede: (place, headings) =>
      headings.length === 0
        ? `Nous passons en revue les principaux développements : ${place}.`
        : `Nous passons en revue les principaux développements (${place}), dont : ${headings.join(' ; ')}.`,
    attributed: (outlet, agency, sentence) =>
      agency && agency !== outlet
        ? `${outlet}, reprenant ${agency}, a rapporté : « ${innerQuotes(sentence, '“', '”')} »`
        : `${outlet} a rapporté : « ${innerQuotes(sentence, '“', '”')} »`,
    basisLine: (basis, on) => basisLine(basis, on, region, basisWords(region)),
    readTime: (minutes) =>
      `Lecture\u00a0:\u00a0${region.number(minutes)}\u00a0${region.plural(minutes) === 'one' ? 'minute' : 'minutes'}`,
    noteName: (label) => `Note ${label}`,
    carrying: (origin, kind) => [`, qui ${verb(kind, false)} `, { name: origin }],
    quotes: ['«\u00a0', '\u00a0»'],
    comma: ', ',
    listOf: region.listOf,
    pageOf: (page, pages) => `Page ${region.number(page)} sur ${region.number(pages)}`,
    revision: (number) =>
      `Ceci est la révision ${region.number(number)} de cette page ; les précédentes sont conservées.`,
    byline: (role, people, others) =>
      byline(people, {
        by: BY[role],
        comma: ', ',
        semicolon: ' ; ',
        and: ' et ',
        others: others > 0 ? (others === 1 ? 'une autre personne' : `${region.number(others)} autres`) : null,
      }),
    partOf: (position, pieces) => `Partie ${region.number(position)} sur ${region.number(pieces)}`,
    authorsTitle: (count) => (count === 1 ? 'À propos de l’auteur' : 'À propos des auteurs'),
    allOf: (count, of) => `Tout voir (${region.number(count)}) : ${of}`,
    importedFrom: 'Importé de',
    correctionOn: (day, words) => ['Correction du ', { day, words }],
    correctedOn: (day, words) => ['Corrigé le ', { day, words }],
    found: (count, more) =>
      `${more ? 'Au moins ' : ''}${region.number(count)} ${region.plural(count) === 'one' ? 'résultat' : 'résultats'}`,
    letterMoved: 'L’histoire continue dans',
    forms,
    timesCited: (times, pieces, linked) =>
      `${linked ? 'en lien' : 'cité'} ${region.number(times)} fois, dans ${region.number(pieces)} ${region.plural(pieces) === 'one' ? 'publication' : 'publications'}`,
    privacyText: [
      {
        heading: 'Quand vous lisez',
        paragraphs: [
          'Il n’y a ici ni compte ni connexion. Ces pages ne déposent pas de cookie, n’ont besoin d’aucun script et ne chargent rien d’ailleurs : ni publicité, ni compteur, ni bouton d’une autre entreprise. La page de recherche a un petit script à nous : ce que vous y tapez parvient à ce site à mesure que vous tapez, et n’est conservé nulle part.',
          'Quand vous suivez un lien qui sort d’ici, votre navigateur est prié de ne pas dire de laquelle de nos pages vous venez. Si nous comptons des lectures, nous comptons combien de fois une page a été demandée en un jour, et rien de qui l’a demandée.',
          'Qui transporte votre connexion peut voir que vous visitez ce site, et l’hébergeur de notre serveur peut garder un temps des traces de connexion, comme le font les hébergeurs. Si être vu ici vous mettait en danger, utilisez un réseau et un navigateur faits pour cela, comme Tor Browser.',
        ],
      },
      {
        heading: 'Quand vous nous écrivez',
        paragraphs: [
          'Un courriel que vous nous envoyez reste dans notre boîte avec votre adresse, comme tout courriel, et peut être lu en chemin.',
          'Ce que vous nous envoyez par un formulaire de ce site est gardé sans votre adresse de réseau, votre navigateur ni l’heure. On y trouve ce que vous écrivez, et rien de ce que vous omettez.',
        ],
      },
      {
        heading: 'Quand vous êtes nommé ici',
        paragraphs: [
          'Si être nommé sur l’une de ces pages vous met en danger, écrivez-nous. Nous pouvons retirer un nom de toutes les versions que nous gardons.',
        ],
      },
    ],
    republishAsked: [
      'de nommer l’auteur et de dire que nous l’avons publié en premier, avec un lien vers cette page',
      'de ne changer que ce que vos règles exigent, et de dire si vous avez raccourci',
      'de reprendre nos corrections : revoyez cette page avant de publier',
      'de laisser les images : leurs droits ne sont pas à nous',
    ],
    totals: { killed: 'Morts', missing: 'Disparus', suspected: 'Cas suspects', confirmed: 'Cas confirmés' },
    copy: {
      skip: 'Aller au texte',
      languages: 'Langues',
      sections: 'Rubriques',
      projects: 'Dossiers',
      project: 'Dossier',
      inProject: 'Fait partie d’un dossier',
      inThisProject: 'Dans ce dossier',
      sponsored: 'Parrainé par',
      sharedFrom: 'Publié d’abord dans',
      week: 'La semaine en un coup d’œil',
      noSummaryDay: 'Pas de résumé',
      home: 'Accueil',
      summaries: 'Synthèses',
      articles: 'Enquêtes et articles',
      community: 'Tribunes',
      background: 'Contexte',
      series: 'Séries',
      talks: 'Rencontres',
      summary: 'Synthèse',
      article: 'Article de fond',
      communityPiece: 'Tribune',
      backgroundPiece: 'Contexte',
      seriesPiece: 'Série',
      talk: 'Rencontre',
      page: 'Page du site',
      undated: 'Sans date',
      allSummaries: 'Toutes les synthèses',
      topics: 'Thèmes',
      about: 'À propos',
      contribute: 'Contribuer',
      contact: 'Nous joindre',
      follow: 'Suivre',
      published: 'Publié le',
      updated: 'Mis à jour le',
      inThisSummary: 'Dans cette synthèse',
      onThisPage: 'Sur cette page',
      notes: 'Références',
      close: 'Fermer',
      retrieved: 'Relevé le',
      fingerprint: 'SHA-256',
      version: 'état',
      checked:
        'Les noms, les nombres et les citations de cette phrase ont été cherchés dans les passages qu’elle cite ; lorsqu’un élément n’y a pas été trouvé, la rédaction l’a laissé. Personne ici n’a contrôlé qui a fait quoi.',
      vouched: 'Contexte dont notre rédaction répond ; aucune source n’est citée.',
      vouchedShort: 'Notre rédaction en répond',
      vouchedBy: 'En répond :',
      own: 'Notre propre reportage',
      ownLong: 'Notre propre reportage. Une source peut être connue de la rédaction et ne pas être montrée.',
      linkedLong: 'Lien de la page d’origine, non contrôlé ici.',
      asReported: 'selon les articles cités ; ils n’ont pas forcément compté de la même manière',
      reportsDiffer: 'Les articles divergent',
      toldBefore: 'Précédemment dans cette histoire',
      toldEarliest: 'Plus ancien connu :',
      toldAfter: 'La suite',
      reads: 'Lectures recommandées',
      corrections: 'Rectifications',
      corrected: 'Corrigé',
      whereItStood: 'Où cela se trouvait',
      previousDay: 'Jour précédent',
      nextDay: 'Jour suivant',
      previousMonth: 'Mois précédent',
      nextMonth: 'Mois suivant',
      calendar: 'Calendrier',
      share: 'Partager cette page',
      shareMail: 'Envoyer par courriel',
      shareLink: 'Adresse de cette page',
      suggest: 'Proposer une histoire ou un sujet',
      shareStory: 'Raconter votre histoire',
      howMade: 'Comment ceci a été fait',
      howMadeText:
        'La rédaction a choisi ces développements parmi les informations du jour. Le nombre après une phrase ouvre une note avec le média, celui sur qui il s’appuie et les mots mêmes sur lesquels nous nous sommes appuyés. Les noms, les nombres et les citations ont été cherchés dans ces mots ; lorsqu’un élément n’y a pas été trouvé, la rédaction l’a laissé ; les noms d’un texte en arabe ne sont pas cherchés. Personne ici n’a contrôlé qui a fait quoi. Les médias qui reprennent une même agence ou un même observatoire comptent pour une seule voix. Une croix (†) marque un contexte dont notre rédaction répond. Quand nous nous trompons, nous le disons là où l’erreur se trouvait.',
      howMadePiece:
        'Le nombre après une phrase ouvre une note avec le média, celui sur qui il s’appuie et les mots mêmes sur lesquels nous nous sommes appuyés. Les noms, les nombres et les citations ont été cherchés dans ces mots ; lorsqu’un élément n’y a pas été trouvé, la rédaction l’a laissé ; les noms d’un texte en arabe ne sont pas cherchés. Personne ici n’a contrôlé qui a fait quoi. Quand nous nous trompons, nous le disons là où l’erreur se trouvait.',
      imported: 'D’un site antérieur',
      importedUnknown: 'Importé d’un site antérieur ; l’adresse qu’il y avait n’est pas connue.',
      importedText:
        'Le texte est tel qu’il y fut publié. Ses liens sont ceux d’alors ; personne ici ne les a contrôlés.',
      rightsUnset: 'Il n’a pas encore été dit à qui appartiennent les droits, ni ce qu’ils permettent.',
      rightsOwner: 'Droits :',
      republished: 'Repris de',
      categories: 'Classé dans',
      tags: 'Mots-clés',
      alsoIn: 'Aussi en',
      inSeries: 'Fait partie d’une série',
      previousPart: 'Avant ceci',
      nextPart: 'Après ceci',
      members: 'Dans cette série',
      noMembers: 'Aucun des textes de cette série n’est ici.',
      nameWithdrawn: 'Un nom a été retiré de cette page.',
      gone: 'Cette page a été retirée',
      goneText: 'Elle a été publiée ici et ne l’est plus. Rien n’en est gardé à cette adresse.',
      picture: 'Image',
      pictureAbsent: 'Nous ne détenons pas cette image. Elle montre :',
      pictureAbsentPlain: 'Nous ne détenons pas cette image.',
      pictureStood: 'Elle se trouvait à',
      photo: 'Crédit :',
      recent: 'Synthèses récentes',
      latest: 'Dernière synthèse',
      noSummaries: 'Rien n’a encore été publié ici. La première synthèse paraîtra sur cette page.',
      nothingInTopic: 'Rien n’a encore été classé sous ce thème.',
      paused: 'En pause',
      archived: 'Archivé',
      siblings: 'Publications sœurs',
      networkLine: 'Une histoire chacune, chaque jour. Vous voyez toujours qui le dit.',
      shareStoryText:
        'Si vous voulez écrire sous votre nom, dites-nous en quelques lignes ce que vous avez vu ou savez, comment vous le savez, et comment vous joindre.',
      network: 'Réseau',
      publications: 'Titres du réseau',
      newer: 'Plus récent',
      older: 'Plus ancien',
      pages: 'Pages de la liste',
      notFound: 'Cette page n’est pas ici',
      notFoundText: 'L’adresse est peut-être mal écrite, ou ce qui s’y trouvait n’a jamais été gardé.',
      notFoundMeant: 'Vous cherchiez peut-être',
      failed: 'Une erreur s’est produite ici',
      failedText: 'La faute est la nôtre. Ce que nous avons publié est en sûreté ; réessayez dans une minute.',
      goHome: 'Aller à la page d’accueil',
      aboutTitle: 'Qui nous sommes',
      contributeTitle: 'Proposer ou raconter une histoire',
      writeTo: 'Écrivez-nous à',
      contributeSafety:
        'Un courriel ordinaire peut être lu en chemin. Si être découvert vous mettait en danger, vous ou quelqu’un d’autre, n’écrivez pas de votre propre appareil ni de votre propre adresse, et taisez d’abord les noms et les lieux.',
      aboutNotes: 'Ce que signifient les petits nombres',
      aboutNotesText:
        'Un nombre à la fin d’une phrase ouvre une note : le média, l’agence ou la personne sur qui il s’appuie, et les mots mêmes sur lesquels nous nous sommes appuyés, avec le jour où nous les avons relevés et leur empreinte (SHA-256). Nous regardons si les noms, les nombres et les citations d’une phrase se trouvent dans ces mots. Nous ne savons pas qui a fait quoi à qui, et nous ne disons pas le savoir.',
      elsewhere: 'Aussi de nous',
      sources: 'Nos sources',
      noSourceRule: 'Une phrase sans nombre ne cite aucune source.',
      feeds: 'Flux',
      contributor: 'Contributeur',
      tag: 'Mot-clé',
      category: 'Classé dans',
      correctionsIntro:
        'Toutes les corrections que nous avons publiées, la plus récente d’abord. Chacune mène à la phrase qui était fausse, ou à la page où elle se trouvait.',
      noCorrections: 'Aucune correction n’a été publiée ici.',
      sourcesIntro:
        'Sur qui reposent les phrases de cette publication, compté sur ses pages publiées. Une source est comptée une fois par citation ; ce qui est réservé à la rédaction n’est pas montré.',
      sourcesCounted: 'Être nommé ici dit que nous avons cité, non que nous avons contrôlé ce qui est dit.',
      noSources: 'Rien de ce qui est publié ici ne cite encore de source.',
      outlets: 'Médias',
      agenciesAndMonitors: 'Agences et observatoires',
      agency: 'agence',
      monitor: 'observatoire',
      linkedHosts: 'Sites vers lesquels mènent les pages importées',
      linkedHostsText: 'Liens des pages d’origine, venues d’un site antérieur ; personne ici ne les a contrôlés.',
      allYears: 'Toutes les années',
      byYear: 'Années',
      republish: 'Republier',
      republishIntro: 'Ce texte peut être republié à ces conditions :',
      republishRules: 'Nous vous prions',
      republishUnset:
        'Il n’a pas encore été dit à qui appartiennent les droits de cette page ni ce qu’ils permettent. D’ici là elle ne peut être proposée ; écrivez-nous.',
      republishPartner: 'Cette page vient d’un partenaire. Demandez-lui, à l’adresse de l’original.',
      republishGuidelines: 'Nos règles pour republier',
      republishHtml: 'En HTML',
      republishPlain: 'En texte brut',
      firstPublished: 'Publié d’abord par',
      independence: 'Indépendance',
      copyright: 'Droits d’auteur',
      terms: 'Conditions',
      privacy: 'Vie privée',
      funders: 'Financement',
      partners: 'Partenaires',
      team: 'Équipe',
      masthead: 'Rédaction',
      republishing: 'Republication',
      aboutPublication: 'Cette publication',
      upcomingTalks: 'À venir',
      pastTalks: 'Rencontres passées',
      talkBegins: 'Début',
      talkEnds: 'Fin',
      talkPlace: 'Lieu',
      talkHere: 'Heure du lieu',
      talkUtc: 'Temps universel',
      talkYours: 'Chez vous',
      talkAnswer: 'Annoncez votre venue',
      talkAnswerText: 'Écrivez à',
      talkCalendar: 'Ajouter à votre agenda',
      talkRecording: 'Enregistrement',
      talkRecordingText: 'Il est gardé ailleurs ; ce lien sort de notre site :',
      search: 'Recherche',
      searchFor: 'Mots à chercher',
      searchButton: 'Chercher',
      searchHint:
        'Cherchez des mots dans tout ce qui est publié ici. Toute forme d’un mot convient ; ce que vous cherchez n’est pas enregistré.',
      searchNoWords: 'Il n’y a pas de mot dans ce que vous avez écrit.',
      searchNone: 'Rien n’a été trouvé pour',
      searchTips: 'Essayez moins de mots, ou d’autres pour la même chose. Les noms peuvent être écrits autrement ici.',
      searchMeant: 'Vouliez-vous dire',
      searchSimilar: 'Rien ne contient exactement ces mots. Voici ce qui contient des mots très proches.',
      searchSome: 'Rien ne contient tous ces mots. Voici ce qui en contient quelques-uns.',
      searchWithout: 'Chercher sans les filtres',
      searchNarrow: 'Affiner la recherche',
      searchKind: 'Genre',
      searchTopic: 'Thème',
      searchOutlet: 'Média cité',
      searchAny: 'Tous',
      searchFrom: 'Du',
      searchTo: 'Au',
      searchOrder: 'Ordre',
      searchBest: 'Les plus proches d’abord',
      searchNewest: 'Les plus récents d’abord',
      searchPrevious: 'Précédent',
      searchNext: 'Suivant',
      searchFollow: 'Suivre cette recherche',
    },
  }),
};
