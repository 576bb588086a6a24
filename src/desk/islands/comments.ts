import type { CommentView } from '../composer-state.ts';
import { openDialog } from './dialog.ts';
import { button, h } from './dom.ts';
import { allSentences } from './edit-content.ts';
import { sayOfWork, type Speaker } from './work.ts';

/** What somebody said of a passage, what was answered, and the ways on. */
export function commentThread(actions: Speaker, comment: CommentView): HTMLElement {
  const line = ({ words, by, when }: { words: string; by: string; when: string }) =>
    h('p', {}, h('b', {}, h('bdi', {}, by)), h('small', {}, ` ${when}`), h('br'), h('span', { dir: 'auto' }, words));
  const changed = comment.at !== null && comment.quote !== '' && textAt(actions, comment.at) !== comment.quote;
  return h(
    'div',
    { class: 'comment', 'data-comment': comment.id },
    line(comment),
    changed && h('p', { class: 'soft' }, 'Said of: ', h('q', { dir: 'auto' }, comment.quote)),
    ...comment.replies.map(line),
    h(
      'span',
      { class: 'does' },
      button('Answer', () => askComment(actions, comment.at, comment.id), { class: 'quiet' }),
      button('Dealt with', () => void sayOfWork(actions, 'POST', 'comments/resolve', { comment: comment.id }), {
        class: 'quiet',
      }),
    ),
  );
}

/** Asks what is to be said: of a passage, of the whole (null), or in answer. */
export function askComment(actions: Speaker, place: string | null, replyTo: string | null = null): void {
  const quote = place === null ? '' : textAt(actions, place);
  const words = h('textarea', { rows: 3, required: true, maxlength: 4000, dir: 'auto', 'aria-label': 'Your comment' });
  const form = h(
    'form',
    {
      onsubmit: (event: SubmitEvent) => {
        event.preventDefault();
        void sayOfWork(actions, 'POST', 'comments', { place, replyTo, quote, words: words.value }).then((kept) => {
          if (kept) dialog.close();
        });
      },
    },
    quote !== '' && h('p', { class: 'of', dir: 'auto' }, quote),
    h('label', {}, replyTo === null ? 'What do you say of it? ' : 'Your answer ', words),
    h('p', { class: 'soft' }, 'Only the desk sees it.'),
    h('p', { class: 'actions' }, h('button', { class: 'strong' }, replyTo === null ? 'Comment' : 'Answer')),
  );
  const dialog = openDialog(replyTo === null ? 'Comment' : 'Answer', { name: 'comment' }, form);
  words.focus();
}

/** What stands at a place now; '' where nothing does. */
function textAt({ store }: Speaker, place: string): string {
  const { content } = store;
  if (place === 'title') return content.title;
  if (place === 'lede') return content.lede;
  const block = content.blocks.find(({ id }) => id === place);
  if (block?.type === 'heading') return block.text;
  return allSentences(content).find(({ id }) => id === place)?.text ?? '';
}
