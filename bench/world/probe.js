/* Runs in the page: what only the page can time. Times in ms of `performance.now()`, which begins with the navigation. */
{
  const PATIENCE_MS = 60_000;
  /** Applications in the order of the desk's icons. */
  const ICONS = ['dossier', 'mail', 'text', 'sheet', 'agenda', 'orders', 'phone', 'files', 'notes'];

  /** Resolves once what was done before has been painted. */
  const painted = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve(performance.now());
        channel.port2.postMessage(null);
      });
    });

  /** Resolves with what `look` finds, looking once a frame. */
  const until = (look) =>
    new Promise((resolve, reject) => {
      const limit = performance.now() + PATIENCE_MS;
      const again = () => {
        const found = look();
        if (found) resolve(found);
        else if (performance.now() > limit) reject(new Error(`never seen: ${look}`));
        else requestAnimationFrame(again);
      };
      again();
    });

  const windowOf = (app) => document.querySelector(`section[data-app="${app}"]`);
  const launcher = (app) =>
    app === 'hand-in'
      ? document.querySelector('[data-tour="hand-in"]')
      : document.querySelectorAll('[data-tour="icons"] button')[ICONS.indexOf(app)];
  const press = (element) => {
    const gesture = element.closest('[data-tour="icons"]') ? 'dblclick' : 'click';
    element.dispatchEvent(new MouseEvent(gesture, { bubbles: true, detail: gesture === 'click' ? 1 : 2 }));
  };
  const ready = (app) => {
    const content = windowOf(app)?.querySelector('.content');
    return content?.firstElementChild && !content.querySelector('.skeleton') ? content : null;
  };
  const named = (app, name) =>
    [...(windowOf(app)?.querySelectorAll('button') ?? [])].find(
      (button) => button.querySelector('.name')?.textContent === name
    );

  const samples = [];
  let pressedAt = 0;

  globalThis.bench = {
    /** From the navigation until an icon has opened its window. */
    async interactive(app) {
      press(await until(() => launcher(app)));
      await until(() => windowOf(app));
      return painted();
    },
    /** From the gesture on an icon until the application shows its content. */
    async open(app) {
      const icon = await until(() => launcher(app));
      const start = performance.now();
      press(icon);
      await until(() => ready(app));
      return (await painted()) - start;
    },
    /** From the choice of a file in an application's first screen until `selector` shows `text`. */
    async openFile(app, name, selector, text) {
      const button = await until(() => named(app, name));
      const start = performance.now();
      button.click();
      await until(() =>
        [...document.querySelectorAll(selector)].some(({ textContent }) => textContent.includes(text))
      );
      return (await painted()) - start;
    },
    /** Moves the jury's slider and waits until the desk of that instant is painted. */
    async seek(t) {
      const slider = document.querySelector('input[type="range"]');
      const start = performance.now();
      slider.value = String(t);
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      return (await painted()) - start;
    },
    until,
    /** From now on, times each typed character from the key to the paint. */
    watchTyping() {
      addEventListener('keydown', (event) => (pressedAt = event.timeStamp), true);
      addEventListener(
        'input',
        () => {
          const from = pressedAt;
          void painted().then((now) => samples.push(now - from));
        },
        true
      );
    },
    typed: () => samples
  };
}
