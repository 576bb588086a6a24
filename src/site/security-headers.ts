const policy = (scripts: string): string =>
  `default-src 'none'; style-src 'self'; img-src 'self'; manifest-src 'self'; connect-src 'self'; ${scripts}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

/** Nothing runs, nothing comes from elsewhere, nobody frames us, and no address of ours is told to others. */
export const securityHeaders: Record<string, string> = {
  'content-security-policy': policy("script-src 'none'"),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'interest-cohort=(), browsing-topics=()',
  'cross-origin-opener-policy': 'same-origin',
};

/** Of the few pages with a script: our own files run, and no text ever becomes HTML or code. */
export const policyWithScript = policy("script-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'");
