/** From a page of a list to the next one, where it has several; the newest come first. */
export function Pager({ page, pages, to }: { page: number; pages: number; to: (page: number) => string }) {
  return (
    <nav class="pager" aria-label="Pages">
      {page > 1 && (
        <a href={to(page - 1)} rel="prev">
          Newer
        </a>
      )}
      <span>
        Page {page} of {pages}
      </span>
      {page < pages && (
        <a href={to(page + 1)} rel="next">
          Older
        </a>
      )}
    </nav>
  );
}
