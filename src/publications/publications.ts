/**
 * Publications: the issue-focused sites of a network, what each is called, in which languages, zone and state.
 * Promises: a slug never changes; the first language's addresses have no prefix; a publication that is not listed is in
 * no public list.
 */
export {
  type AdviceKind,
  adviceKinds,
  basePath,
  firstLanguage,
  isPublicationSlug,
  type LabelKind,
  labelName,
  labelNow,
  type Letter,
  type Localised,
  type Logo,
  type MergedLabel,
  type Publication,
  type PublicationStatus,
  plainPublication,
  publicationName,
  type Rights,
  type StoryName,
  takesSubmissions,
  type Topic,
  textIn,
} from './publication.ts';
export { type Contributor, contributorAt, contributorCalled, contributorName, picturesShown } from './contributor.ts';
export { findContributorEmail, setContributorEmail } from './contact-store.ts';
export { inNetworkOrder, type Network, plainNetwork } from './network.ts';
export { findNetwork, saveNetwork } from './network-store.ts';
export { type LanguagesInUse, languagesInUse } from './languages-in-use.ts';
export { type ProfileProblem, problemWords, profileProblems } from './read-profile.ts';
export { findPublication, findPublications, holdPublication, savePublication } from './publication-store.ts';
export { redactPublication } from './redact-publication.ts';
export { redactPublications } from './redact-publications.ts';
