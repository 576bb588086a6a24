import type { Browser, BrowserContext, Page } from 'playwright-core';

/** Somebody at a browser of their own, whose device holds passkeys; `verified`: whether they prove to it who they are. */
export interface PasskeyHolder {
  page: Page;
  context: BrowserContext;
  verified(is: boolean): Promise<void>;
}

/** Opens a browser window with a virtual authenticator (WebAuthn, through Chromium's DevTools protocol). */
export async function openPasskeyHolder(
  browser: Browser,
  viewport: { width: number; height: number },
): Promise<PasskeyHolder> {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  const verified = async (isUserVerified: boolean) => {
    await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
  };
  return { page, context, verified };
}
