/** From a page of a list to the next one, where it has several. The newest come first, unless it is `alphabetical`. */
export function Pager(props: { page: number; pages: number; to: (page: number) => string; alphabetical?: boolean }) {
  const { page, pages, to } = props;
  const [before, after] = props.alphabetical ? ['Before', 'After'] : ['Newer', 'Older'];
  return (
    <nav class="pager" aria-label="Pages">
      {page > 1 && (
        <a href={to(page - 1)} rel="prev">
          {before}
        </a>
      )}
      <span>
        Page {page} of {pages}
      </span>
      {page < pages && (
        <a href={to(page + 1)} rel="next">
          {after}
        </a>
      )}
    </nav>
  );
}
