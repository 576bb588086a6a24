import type { Actions } from './actions.ts';
import { openDialog } from './dialog.ts';
import { button, h } from './dom.ts';
import { mailHtml, messageText, type OutByHand, plainText } from './out-by-hand.ts';

/** The summary out by hand: for a mail, for a messaging app, as text. */
export function showCopies(actions: Actions): void {
  const { store } = actions;
  const { piece } = store.opened;
  const out: OutByHand = {
    content: store.content,
    address: piece.state === 'live' ? new URL(piece.livePath, location.href).href : null,
    evidence: store.evidence,
  };
  const copy = async (words: string, text: string, html?: string) => {
    try {
      if (html === undefined) await navigator.clipboard.writeText(text);
      else
        await navigator.clipboard.write([
          new ClipboardItem({
            'text/html': new Blob([html], { type: 'text/html' }),
            'text/plain': new Blob([text], { type: 'text/plain' }),
          }),
        ]);
      actions.say(words, 'good');
      dialog.close();
    } catch {
      shown.value = html ?? text;
      shown.hidden = false;
      shown.select();
      actions.say('The browser did not allow it. The text stands in the dialog, chosen, to be copied.', 'bad');
    }
  };
  const shown = h('textarea', { rows: 8, readonly: true, hidden: true, 'aria-label': 'What is to be copied' });
  const dialog = openDialog(
    `Copy the ${actions.store.opened.piece.noun}`,
    { name: 'copy' },
    h(
      'p',
      { class: 'actions' },
      button(
        'For a mail',
        () => void copy('Copied for a mail: paste it into the message.', plainText(out), mailHtml(out)),
        { 'data-copy': 'mail' },
      ),
      button('As HTML source', () => void copy('The HTML is copied as text, for a mailing program.', mailHtml(out)), {
        'data-copy': 'html',
      }),
      button('For a messaging app', () => void copy('Copied for a message.', messageText(out)), {
        'data-copy': 'message',
      }),
      button('As plain text', () => void copy('Copied as plain text.', plainText(out)), { 'data-copy': 'text' }),
    ),
    shown,
    store.marks.length > 0 &&
      h('p', { class: 'soft' }, 'Marks still stand. What is copied goes out as it reads now, past the gate.'),
    piece.state !== 'live' && h('p', { class: 'soft' }, 'It is not live, so no link to it is put in.'),
  );
}
