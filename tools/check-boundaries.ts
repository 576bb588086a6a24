// Runs the import rule. Passing with nothing looked at is how such a check dies: that fails too.
import { spawnSync } from 'node:child_process';

const run = spawnSync(
  process.execPath,
  [
    'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    'src',
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'json',
  ],
  { encoding: 'utf8', maxBuffer: 1 << 28 },
);
if (!run.stdout.startsWith('{')) {
  process.stderr.write(run.stderr || run.stdout);
  process.exit(1);
}
const { summary } = JSON.parse(run.stdout) as {
  summary: { totalCruised: number; violations: { rule: { name: string }; from: string; to: string }[] };
};
for (const { rule, from, to } of summary.violations) process.stdout.write(`${rule.name}: ${from} → ${to}\n`);
if (summary.totalCruised === 0) process.stdout.write('The import rule looked at 0 modules: it checks nothing.\n');
else process.stdout.write(`import rule: ${summary.totalCruised} modules, ${summary.violations.length} violations\n`);
process.exitCode = summary.violations.length > 0 || summary.totalCruised === 0 ? 1 : 0;
