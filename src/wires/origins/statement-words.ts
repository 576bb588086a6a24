const STATEMENT =
  /\b(?:statement|communiqu[eé]|press release|news release|(?:press|news) (?:conference|briefing)|briefing|televised (?:address|speech)|(?:told|tells|briefed) (?:\w+ )?(?:reporters|journalists|the press)|decree|circular|posted on|wrote on|social (?:media|network)|followers|(?:in|on) (?:a|his|her|its|their)(?: \w+){0,2} (?:post|page|account|channel)|message (?:posted|read)|[Tt]he (?:post|message) (?:has|was|read|said)|[Ii]n (?:an?|its|the|his|her|their) (?:\w+ )?(?:notice|bulletin|letter|email|leaflet|newsletter|memo|circular|message))\b|بيان|مؤتمر صح[فا]|تصريح|للصحفيين|للصحافيين|إلى الصح[فا]|تعميم|كلمة متلفزة|منشور/u;

/** Whether some words say that a statement, a post or an answer before the press is passed on. */
export function isStatementIn(words: string, body = words): boolean {
  return hasStatement(body) && (words === body || STATEMENT.test(words));
}

/** Asked of one body for each of its verbs. */
let asked = { body: '', has: false };
function hasStatement(body: string): boolean {
  if (asked.body !== body) asked = { body, has: STATEMENT.test(body) };
  return asked.has;
}
