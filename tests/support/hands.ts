import type { Page } from 'playwright-core';

/** Somebody at a keyboard, without a mouse: moves by Tab, and counts what they do (a text that is written is one deed). */
export class Hands {
  deeds = 0;
  readonly #page: Page;
  readonly #began = performance.now();

  constructor(page: Page) {
    this.#page = page;
  }

  get seconds(): number {
    return (performance.now() - this.#began) / 1000;
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      this.deeds += 1;
      await this.#page.keyboard.press(key);
    }
  }

  async write(words: string): Promise<void> {
    this.deeds += 1;
    await this.#page.keyboard.insertText(words);
  }

  /** Goes on until what a selector says has the focus. Throws when it never has: then it cannot be reached by keys. */
  async reach(selector: string, step: 'Tab' | 'Shift+Tab' | 'F6' = 'Tab', most = 250): Promise<void> {
    for (let count = 0; count < most; count += 1) {
      if (await this.#page.locator(`${selector}:focus`).count()) return;
      await this.press(step);
    }
    throw new Error(`${selector} is not reached by ${step}`);
  }

  async enterOn(selector: string, step: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await this.reach(selector, step);
    await this.press('Enter');
  }

  /** Moves the cursor in the text until it is in what a selector says. */
  async moveInto(selector: string): Promise<void> {
    const target = this.#page.locator(selector);
    const isInside = async () => {
      const inside = await target.evaluateAll((found) => {
        const node = document.getSelection()?.focusNode ?? null;
        return found.some((each) => each.contains(node));
      });
      // The editor lights the sentence once it knows of the cursor: a moment that no hand notices.
      if (inside)
        await target
          .locator('.lit')
          .or(this.#page.locator(`.lit:has(${selector})`))
          .first()
          .waitFor();
      return inside;
    };
    // The editor sets its cursor a moment after it gets the focus.
    await this.#page.waitForTimeout(100);
    await this.press('Control+Home');
    for (let line = 0; line < 100; line += 1) {
      if (await isInside()) return;
      await this.press('End', 'ArrowLeft');
      if (await isInside()) return;
      await this.press('ArrowDown', 'Home');
    }
    throw new Error(`the cursor does not come into ${selector}`);
  }
}
