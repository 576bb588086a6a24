import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';
import { ask, troubleWords } from './ask.ts';

/** `<desk-passkey>`: asks the browser to sign in by a passkey, or to make one. Without it the page says what else there is. */
class DeskPasskey extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    const host = this.dataset.host;
    if (host && host !== location.hostname) {
      this.#say(`Passkeys need a name, not a number: open this page at ${host} to add one.`);
      return;
    }
    if (!button || !browserSupportsWebAuthn()) {
      this.#say('This browser knows no passkeys.');
      return;
    }
    for (const hidden of this.querySelectorAll<HTMLElement>('[hidden]')) hidden.hidden = false;
    button.addEventListener('click', () => void this.#run(button));
  }

  async #run(button: HTMLButtonElement): Promise<void> {
    if (button.ariaBusy === 'true') return;
    button.ariaBusy = 'true';
    this.#say('');
    try {
      const trouble = await (this.dataset.act === 'sign-in' ? this.#signIn() : this.#add());
      if (trouble === null) location.assign(this.dataset.to ?? '/desk');
      else this.#say(trouble);
    } catch (error) {
      this.#say(
        error instanceof Error && error.name === 'InvalidStateError'
          ? 'This device has a passkey for the desk already.'
          : 'Nothing was done: the browser gave no passkey.',
      );
    }
    button.ariaBusy = 'false';
  }

  async #signIn(): Promise<string | null> {
    const options = await ask<PublicKeyCredentialRequestOptionsJSON>('POST', '/desk/api/sign-in/options', {});
    if ('kind' in options) return troubleWords(options);
    return said(await ask('POST', '/desk/api/sign-in', await startAuthentication({ optionsJSON: options })));
  }

  /** A new passkey for oneself, or (`data-token`) for whoever holds an invitation. */
  async #add(): Promise<string | null> {
    const { token } = this.dataset;
    const value = (field: string) => this.querySelector<HTMLInputElement>(`input[name="${field}"]`)?.value.trim() ?? '';
    const given = { name: value('name'), passkey: value('passkey'), ...(token ? { token } : {}) };
    const path = token ? '/desk/api/join' : '/desk/api/account/passkey';
    if (token && given.name === '') return 'Say your name first.';
    const options = await ask<PublicKeyCredentialCreationOptionsJSON>('POST', `${path}-options`, given);
    if ('kind' in options) return troubleWords(options);
    return said(await ask('POST', path, { ...given, response: await startRegistration({ optionsJSON: options }) }));
  }

  #say(words: string): void {
    const status = this.querySelector('[role="status"]');
    if (status) status.textContent = words;
  }
}

function said(answer: { kind: string; reason?: string }): string | null {
  return answer.kind === 'done' ? null : troubleWords(answer);
}

customElements.define('desk-passkey', DeskPasskey);
