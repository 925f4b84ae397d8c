/** What each folder of `src/lib` may import from the others (design: « Folders, and what each may know »). */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  log: ['kernel'],
  scene: ['kernel'],
  ui: ['kernel'],
  help: [],
  referential: ['kernel'],
  scenario: ['kernel', 'log', 'scene', 'referential'],
  engine: ['kernel', 'log', 'scene', 'scenario', 'sitting/wire', 'referential'],
  sitting: [
    'kernel',
    'log',
    'scene',
    'scenario',
    'engine',
    'desk/app-model',
    'desk/fold',
    'desk/files',
    'apps/registry',
    'apps/models',
    'sessions',
    'server',
    'referential'
  ],
  desk: ['kernel', 'log', 'scene', 'ui', 'sitting/wire'],
  apps: [
    'kernel',
    'log',
    'scene',
    'ui',
    'desk/app-model',
    'desk/port',
    'desk/app-manifest',
    'desk/files',
    'desk/tasks'
  ],
  proctoring: [
    'kernel',
    'log',
    'scene',
    'ui',
    'sitting',
    'sessions',
    'engine',
    'scenario',
    'server',
    'desk/exam-clock',
    'desk/shell/model'
  ],
  review: [
    'kernel',
    'log',
    'scene',
    'ui',
    'referential',
    'scenario',
    'engine',
    'sitting',
    'sessions',
    'server',
    'desk',
    'apps/registry',
    'apps/models',
    'apps/manifests',
    'apps/resources'
  ],
  authoring: [
    'kernel',
    'log',
    'scene',
    'ui',
    'referential',
    'scenario',
    'engine',
    'desk',
    'apps/registry',
    'apps/models',
    'server',
    'sessions'
  ],
  sessions: [
    'kernel',
    'log',
    'scene',
    'ui',
    'referential',
    'scenario',
    'sitting',
    'engine',
    'server',
    'apps/registry',
    'apps/models'
  ],
  server: ['kernel', 'log', 'sessions/account']
};

/** Files at the root of `apps/` put the applications together: they, and they alone, know them all. */
export const COMPOSES_APPS = /^lib\/apps\/[^/]+\.ts$/;
