import type { Page } from 'playwright-core';

/** Leaves every note that publishing waits for as it is: `[data-publish]` was pressed. Tells how many there were. */
export async function leaveNotes(page: Page): Promise<number> {
  const leave = page.locator('[data-leave]');
  await page.locator('[data-leave]:focus, [data-confirm]').first().waitFor();
  let left = 0;
  while (await leave.count()) {
    const standing = await leave.count();
    await leave.first().click();
    left += 1;
    await page.waitForFunction((before) => document.querySelectorAll('[data-leave]').length < before, standing);
  }
  return left;
}
