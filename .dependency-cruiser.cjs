// The import rule (ARCHITECTURE.md): downwards and upstream, by the front door. tools/check-boundaries.ts runs it and
// fails when no module was looked at.
const features = [
  'staff',
  'withdrawals',
  'publications',
  'media',
  'gazetteer',
  'wires',
  'evidence',
  'context',
  'developments',
  'pieces',
  'summaries',
  'search',
  'submissions',
  'subscribers',
  'pages',
  'archive',
];
const surfaces = ['site', 'desk', 'newsletter', 'worker'];
const either = (names) => `(?:${names.join('|')})`;

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'lib-is-pure',
      severity: 'error',
      from: { path: '^src/lib/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/(?!lib/)' },
    },
    {
      name: 'lib-runs-in-a-browser',
      severity: 'error',
      from: { path: '^src/lib/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'platform-knows-no-newsroom',
      severity: 'error',
      from: { path: '^src/platform/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/', pathNot: '^src/(?:platform|lib)/' },
    },
    {
      name: 'locales-know-languages-only',
      severity: 'error',
      from: { path: '^src/locales/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/', pathNot: '^src/(?:locales|platform|lib)/' },
    },
    ...features.map((feature, index) => ({
      name: `${feature}-imports-upstream-only`,
      severity: 'error',
      from: { path: `^src/${feature}/`, pathNot: '\\.test\\.tsx?$' },
      to: { path: `^src/${either(['commands', 'newsroom', ...surfaces, ...features.slice(index + 1)])}(?:/|\\.)` },
    })),
    ...features.map((feature) => ({
      name: `${feature}-by-its-door`,
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: `^src/(?:${feature}/|worker/parse-sandbox\\.test\\.ts|commands/bench/)`,
      },
      to: { path: `^src/${feature}/`, pathNot: `^src/${feature}/${feature}(?:-parsers)?\\.ts$` },
    })),
    {
      name: 'parsers-in-threads-only',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot:
          '(?:^src/(?:worker/(?:parse-tasks|import-thread)\\.ts|archive/import/|commands/bench/)|\\.test\\.tsx?$)',
      },
      to: { path: '-parsers\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    ...surfaces.map((surface) => ({
      name: `${surface}-imports-no-other-surface`,
      severity: 'error',
      from: { path: `^src/${surface}/` },
      to: {
        path: `^src/${either(surfaces.filter((other) => other !== surface))}/`,
        pathNot: '^src/worker/parse-sandbox\\.ts$',
      },
    })),
    {
      name: 'surfaces-import-no-command',
      severity: 'error',
      from: { path: `^src/${either([...surfaces, 'ui'])}/` },
      to: { path: '^src/commands/' },
    },
    {
      name: 'sql-only-in-stores',
      severity: 'error',
      from: { path: '^src/', pathNot: '(?:-store\\.ts|\\.test\\.tsx?|^src/(?:platform/database|migrations)/)' },
      to: { path: 'node_modules/(?:kysely|pg)/' },
    },
    {
      name: 'islands-import-lib-and-types',
      severity: 'error',
      from: { path: '^src/[a-z]+/islands/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/', pathNot: '^src/(?:lib/|[a-z]+/islands/)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'sources-import-no-test',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '(?:\\.test\\.tsx?$|^tests/)' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { conditionNames: ['import', 'node', 'default'], extensions: ['.ts', '.tsx', '.js'] },
  },
};
