import { button, type Child, h } from './dom.ts';

/** Opens a dialog over the page; it goes when it is closed, and the cursor returns to where it was. */
export function openDialog(
  title: string,
  options: { wide?: boolean; closes?: boolean; name: string },
  ...children: Child[]
): HTMLDialogElement {
  const before = document.activeElement;
  const dialog = h(
    'dialog',
    { class: options.wide ? 'dialog wide' : 'dialog', 'aria-label': title, 'data-dialog': options.name },
    h(
      'header',
      {},
      h('h2', { tabindex: -1, autofocus: true }, title),
      options.closes !== false && button('Close', () => dialog.close(), { class: 'quiet' }),
    ),
    ...children,
  );
  if (options.closes === false) dialog.addEventListener('cancel', (event) => event.preventDefault());
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (before instanceof HTMLElement && before.isConnected) before.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
