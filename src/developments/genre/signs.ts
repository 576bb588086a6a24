/** What a report is that tells no event: somebody's view, an explanation or a portrait, or a page that gathers several events. */
export type Genre = 'comment' | 'feature' | 'gathering';

/** A pattern, and what is known where it is found. */
export type Sign = readonly [genre: Genre, pattern: RegExp];

const label = (words: string): RegExp => new RegExp(`^(?:${words})\\s*[:|–—-]`, 'iu');
const labelBehind = (words: string): RegExp => new RegExp(`\\s[|–—-]\\s*(?:${words})$`, 'iu');
const part = (words: string): RegExp => new RegExp(`/(?:${words})(?:/|$)`, 'u');

const numbers = String.raw`(?:\d+|two|three|four|five|six|seven|eight|nine|ten)`;

/** Labels before and behind headlines, and forms of headline that news does not have. */
export const headlineSigns: readonly Sign[] = [
  [
    'comment',
    label('opinions?|comment|commentary|editorial|op-?ed|column|review|letters?|رأي|تعليق|افتتاحية|مقال رأي'),
  ],
  ['comment', labelBehind('opinion|comment|commentary|editorial|op-?ed|column')],
  [
    'feature',
    label(
      '(?:news )?analysis|interview|feature|explainer|q&a|podcast|profile|essay|photos?|video|in pictures|watch|listen|transcript|fact[- ]check|timeline|quiz|تحليل|مقابلة|حوار|تقرير خاص|بالصور|فيديو|شاهد',
    ),
  ],
  ['feature', labelBehind('analysis|explainer|podcast|in pictures')],
  ['feature', /^fact[- ]check(?:ing|s)?\b|, explained$|: how we (?:got|reached)\b/iu],
  [
    'feature',
    new RegExp(
      `^(?:${numbers} (?:\\S+ )?(?:things|reasons|ways|questions|charts|myths|lessons)|everything (?:you need|we know)|what (?:you need|to know|we know))\\b`,
      'iu',
    ),
  ],
  ['feature', /\btakeaways\b|\bwinners and (?:\S+ )?losers\b|\b(?:races|things) to watch\b/iu],
  // What explains begins so, and a headline that is one question is none that somebody answered.
  ['feature', /^(?:why|how|inside|here(?:[’']s| is) (?:why|how|what|where|who))\s/iu],
  [
    'feature',
    /^(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|who|what|where|when|which|هل|لماذا|كيف|ماذا)\s[^?؟]+[?؟]$/iu,
  ],
  ['gathering', label('live|live updates|live blog|briefing|roundup|مباشر|تغطية مباشرة|موجز')],
  [
    'gathering',
    /\b(?:live updates|live blog|as it happened|(?:morning|evening|daily|weekly) (?:briefing|digest|roundup))\b/iu,
  ],
];

/** Parts of an address that a newsroom keeps for one kind of page. */
export const addressSigns: readonly Sign[] = [
  [
    'comment',
    part(
      'opinions?|commentary|commentisfree|op-?eds?|editorials?|columnists?|columns?|pundits-blog|congress-blog|politics-voices|letters',
    ),
  ],
  [
    'feature',
    part(
      '(?:news-)?analysis|interviews?|explainers?|fact-?check(?:s|er|ing)?|podcasts?|transcripts?|quiz(?:zes)?|gallery|galleries|in-pictures',
    ),
  ],
  ['gathering', part('live|live-news|live-updates|live-?blog|briefings?|newsletters?')],
];

/** Where a page says who writes, it is the writer's own view. */
const author =
  /^\s*\p{Lu}\S+(?: \S+){1,3} is (?:an?|the) [^.\n]{0,90}\b(?:professor|fellow|columnist|contributor|author|commentator|strategist|co-director|political analyst|senior writer)\b/u;
const columnist =
  /\bis an? (?:[\w-]+ ){0,4}(?:columnist|contributing (?:writer|editor|columnist)|opinion (?:writer|editor))\b/u;

/** What a page says of itself, in its first or last lines. */
export const noticeSigns: readonly Sign[] = [
  [
    'comment',
    /\b(?:opinions?|views)(?: and (?:opinions?|views))? expressed (?:here|are|in th[ei]s?|by (?:columnists|contributors|the (?:author|writer)))\b/iu,
  ],
  ['comment', /^\s*(?:analysis\s*\/\s*opinion|opinion|commentary|editorial)\s*:/iu],
  ['comment', /\b(?:this|the following) (?:column|op-?ed|opinion piece|editorial|commentary)\b/iu],
  ['comment', author],
  ['comment', columnist],
  ['comment', /الآراء الواردة|يعبر عن رأي|تعبر عن رأي/u],
  ['feature', /^\s*this is a rush transcript/iu],
];
