/** The blocks of a piece, each in its plainest HTML. */
import { wordsOf } from '#locales/locales.ts';
import { Picture } from '#ui/picture.tsx';
import { safeHref } from '#ui/safe-href.ts';
import { CorrectionsAfter } from './correction.tsx';
import { type Reading, sentencesIn } from './reading.ts';
import { Sentences } from './sentence.tsx';
import type { BlockView, NoteView } from './text-view.ts';

interface BlockProps {
  notes: NoteView[];
  reading: Reading;
}

export function Blocks({ blocks, notes, reading }: BlockProps & { blocks: BlockView[] }) {
  return (
    <>
      {blocks.map((block) => (
        <>
          <Block block={block} notes={notes} reading={reading} />
          <CorrectionsAfter sentences={sentencesIn(block)} reading={reading} />
        </>
      ))}
    </>
  );
}

function Block({ block, ...props }: BlockProps & { block: BlockView }) {
  switch (block.type) {
    case 'paragraph':
      return (
        <p>
          <Sentences sentences={block.sentences} {...props} />
        </p>
      );
    case 'list': {
      const Listing = block.ordered ? 'ol' : 'ul';
      return (
        <Listing>
          {block.items.map((sentences) => (
            <li>
              <Sentences sentences={sentences} {...props} />
            </li>
          ))}
        </Listing>
      );
    }
    case 'quote':
      return (
        <blockquote>
          <p>
            <Sentences sentences={block.sentences} {...props} />
          </p>
          {block.attribution && <footer>{block.attribution}</footer>}
        </blockquote>
      );
    case 'figure':
      return <Figure block={block} reading={props.reading} />;
    case 'table':
      return <Table block={block} {...props} />;
    case 'embed':
      return <Embed block={block} />;
  }
}

function Figure({ block, reading }: { block: BlockView & { type: 'figure' }; reading: Reading }) {
  const { copy } = wordsOf(reading.lang);
  return <Picture picture={block.picture} eager={false} labels={copy} />;
}

function Table({ block, ...props }: BlockProps & { block: BlockView & { type: 'table' } }) {
  const [head, ...rest] = block.rows;
  const body = block.header ? rest : block.rows;
  return (
    <div class="figures" tabindex={0}>
      <table>
        {block.header && head && (
          <thead>
            <tr>
              {head.map((cell) => (
                <th scope="col">
                  <Sentences sentences={cell} {...props} />
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {body.map((row) => (
            <tr>
              {row.map((cell) => (
                <td>
                  <Sentences sentences={cell} {...props} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Embed({ block }: { block: BlockView & { type: 'embed' } }) {
  const href = safeHref(block.href);
  return <p class="embed">{href ? <a href={href}>{block.note || href}</a> : block.note}</p>;
}
