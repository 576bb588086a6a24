import { type LibraryPicture, mediaPath, type PictureFile } from '#media/media.ts';

/** How wide the picture stands in the form, in CSS pixels: where somebody presses on it is counted in these. */
const shownWidth = 280;

const shownHeight = (file: PictureFile): number => Math.max(1, Math.round((shownWidth * file.height) / file.width));

/** Where crops look: two numbers, or a press on the picture, which sends where it was. */
export function FocusForm({ picture, file, path }: { picture: LibraryPicture; file: PictureFile; path: string }) {
  const { focus, share } = picture;
  const size = { width: shownWidth, height: shownHeight(file) };
  const number = (name: 'x' | 'y', label: string) => (
    <div class="field">
      <label for={name}>{label}</label>
      <input id={name} name={name} type="number" min="0" max="100" step="1" required value={focus[name]} />
    </div>
  );
  return (
    <section class="focus" id="focus">
      <h2>What a crop keeps in sight</h2>
      <p class="soft">
        Where a piece’s link is shared, its picture is shown 1.91 times as wide as high. Press on what must stay in
        sight, or give its place in per cent. Pages on the site show the whole picture.
      </p>
      <form method="post" action={`${path}/focus`} class="form">
        <div class="two">
          {number('x', 'From the left, %')}
          {number('y', 'From the top, %')}
        </div>
        <p class="actions">
          <button>Keep this place</button>
          {share && (
            <button name="whole" value="yes" formnovalidate>
              Share the whole picture
            </button>
          )}
        </p>
        <div class="aim">
          <input
            type="image"
            name="at"
            src={mediaPath((file.variants.at(-1) ?? file).sha256)}
            alt="Set the place by a press on the picture"
            {...size}
            formnovalidate
          />
          {share && (
            <svg {...size} aria-hidden="true">
              <circle class="under" cx={`${focus.x}%`} cy={`${focus.y}%`} r="10" />
              <circle cx={`${focus.x}%`} cy={`${focus.y}%`} r="10" />
            </svg>
          )}
        </div>
      </form>
      {share && (
        <figure>
          <img src={mediaPath(share.sha256)} alt="" width={share.width} height={share.height} />
          <figcaption class="soft">As it is shared</figcaption>
        </figure>
      )}
    </section>
  );
}

/** What the form says: a place in per cent, null for the whole picture, or nothing that can be read. */
export function readFocus(form: Record<string, unknown>, file: PictureFile): { x: number; y: number } | null | 'wrong' {
  if (form.whole === 'yes') return null;
  const whole = (name: string): number | null => {
    const value = form[name];
    return typeof value === 'string' && /^\d{1,4}$/u.test(value.trim()) ? Number(value) : null;
  };
  const [left, top] = [whole('at.x'), whole('at.y')];
  // Pressed by keyboard, a picture sends its corner: then the numbers say it.
  if (left !== null && top !== null && left + top > 0)
    return { x: percent(left, shownWidth), y: percent(top, shownHeight(file)) };
  const [x, y] = [whole('x'), whole('y')];
  return x === null || y === null || x > 100 || y > 100 ? 'wrong' : { x, y };
}

function percent(part: number, of: number): number {
  return Math.min(100, Math.round((100 * part) / of));
}
