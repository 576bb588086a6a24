import { HtmlValidate, StaticConfigLoader } from 'html-validate';

const rules = new StaticConfigLoader({
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
  rules: {
    // The one style sheet is our own and is named by its bytes.
    'require-sri': 'off',
    // A list may be named (WAI-ARIA 1.2: role list takes a name from its author); a section's notes are.
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    // Every button stands in a form that it submits, which is what a button does; pages are counted in bytes.
    'no-implicit-button-type': 'off',
  },
});
// Worked out once: for each page anew it took a third of the time.
const resolved = rules.getConfigFor('');
rules.getConfigFor = () => resolved;
const validator = new HtmlValidate(rules);

/** What is wrong with a page's HTML, each fault with the page's path. */
export async function htmlFaults(html: string, path: string): Promise<string[]> {
  const { results } = await validator.validateString(html, path);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${path}: ${ruleId}: ${message} (${selector ?? ''})`),
  );
}
