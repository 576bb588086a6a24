import { Hono } from 'hono';
import { stream } from 'hono/streaming';
import { type AuditEntry, findDeedsAfter, findLatestDeeds } from '#platform/audit/audit-store.ts';
import { type AuditCheck, verifyAudit } from '#platform/audit/verify-audit.ts';
import { findStaff, type StaffMember } from '#staff/staff.ts';
import type { Desk, DeskEnv } from './desk-context.ts';
import { deskPage } from './desk-frame.tsx';
import { may } from './may.ts';

const onPage = 100;

/** The audit log: who did what to what, and whether the chain of its entries is whole. */
export function auditRoutes(desk: Desk): Hono<DeskEnv> {
  const { read } = desk.newsroom.database;
  const app = new Hono<DeskEnv>();
  app.get('/desk/audit', may(desk, 'read the audit log'), async (c) => {
    const before = Number.parseInt(c.req.query('before') ?? '', 10);
    const entries = await findLatestDeeds(read, onPage, Number.isSafeInteger(before) ? before : null);
    const names = new Map((await findStaff(read)).map(({ id, name }) => [id, name]));
    const check = await verifyAudit(read);
    return c.html(auditPage(desk, c.get('staff'), { entries, names, check }));
  });
  app.get('/desk/audit.jsonl', may(desk, 'read the audit log'), (c) => {
    c.header('content-type', 'application/x-ndjson; charset=utf-8');
    c.header('content-disposition', 'attachment; filename="audit.jsonl"');
    return stream(c, async (out) => {
      for (let last = 0; ;) {
        const entries = await findDeedsAfter(read, last, onPage);
        for (const entry of entries) await out.write(`${JSON.stringify(entry)}\n`);
        last = entries.at(-1)?.number ?? last;
        if (entries.length < onPage) return;
      }
    });
  });
  return app;
}

function auditPage(
  desk: Desk,
  staff: StaffMember,
  { entries, names, check }: { entries: AuditEntry[]; names: Map<string, string>; check: AuditCheck },
): string {
  const last = entries.at(-1)?.number ?? 1;
  const who = (id: string) => names.get(id) ?? (id === 'terminal' ? 'the terminal' : id);
  return deskPage(
    desk,
    { title: 'Audit log', staff, current: 'staff' },
    <div class="account">
      <h1>Audit log</h1>
      <p class="notice">
        {check.kind === 'whole'
          ? `All ${check.entries} entries are there and as they were written. Keep the export elsewhere, so that who can change the whole database cannot change this unseen.`
          : `The chain is broken at entry ${check.number}: ${check.why}.`}
      </p>
      <p>
        <a href="/desk/audit.jsonl">Export as JSON Lines</a>
      </p>
      <ul class="rows">
        {entries.map((entry) => (
          <li>
            <div>
              <bdi>{who(entry.by)}</bdi>: <b>{entry.action}</b>, {objectWords(entry.object, who)}
              {Object.entries(entry.detail).map(([name, value]) => `, ${name} ${value}`)}
              <p class="soft">
                {entry.number} · {entry.at.slice(0, 16).replace('T', ' ')} UTC ·{' '}
                <code>{entry.sha256.slice(0, 12)}</code>
              </p>
            </div>
          </li>
        ))}
      </ul>
      {last > 1 && <a href={`/desk/audit?before=${last}`}>Older entries</a>}
    </div>,
  );
}

function objectWords(object: string, who: (id: string) => string) {
  const [kind = '', id = ''] = object.split(':');
  if (kind === 'staff') return <bdi>{who(id)}</bdi>;
  if (kind === 'piece') return <a href={`/desk/piece/${id}`}>piece {id}</a>;
  return object.replace(':', ' ');
}
