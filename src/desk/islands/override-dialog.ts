import type { Actions } from './actions.ts';
import { h } from './dom.ts';
import { openDialog } from './dialog.ts';

/** Asks why a mark may stand; the reason is kept with the editor's name, for this sentence as it reads now. */
export function askReason(actions: Actions, at: string, mark: string, words: string): void {
  const reason = h('textarea', { rows: 3, required: true, maxlength: 1000, 'aria-label': 'Your reason' });
  const form = h(
    'form',
    {
      onsubmit: (event: SubmitEvent) => {
        event.preventDefault();
        void actions.override(at, mark, reason.value).then((kept) => {
          if (kept) dialog.close();
        });
      },
    },
    h('p', { class: 'quoted' }, words),
    h('label', {}, 'Why may it stand? ', reason),
    h(
      'p',
      { class: 'soft' },
      'Your reason is kept with your name. It holds for this sentence as it reads now; a change brings the mark back.',
    ),
    h('p', { class: 'actions' }, h('button', { class: 'strong' }, 'Let it stand')),
  );
  const dialog = openDialog('Override a mark', { name: 'override' }, form);
  reason.focus();
}
