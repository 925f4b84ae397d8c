import { describe, expect, it } from 'vitest';
import { tipOf } from './tip';

function button(html: string): Element {
  const host = document.createElement('div');
  host.innerHTML = html;
  return host.firstElementChild!;
}

describe('words beside a button', () => {
  it('name an icon, for the pointer and for the keyboard, from anywhere in it', () => {
    const icon = button('<button aria-label="Réécouter"><svg><path /></svg></button>');
    expect(tipOf(icon.querySelector('path'), 'pointer')?.text).toBe('Réécouter');
    expect(tipOf(icon, 'keyboard')?.text).toBe('Réécouter');
  });

  it('tell the keyboard what the browser tells the pointer', () => {
    const send = button('<button title="Envoyer (Ctrl+Entrée)">Envoyer</button>');
    expect(tipOf(send, 'keyboard')?.text).toBe('Envoyer (Ctrl+Entrée)');
    expect(tipOf(send, 'pointer')).toBeNull();
  });

  it('are not said twice', () => {
    expect(tipOf(button('<button title="Remise">Remise</button>'), 'keyboard')).toBeNull();
    expect(tipOf(button('<button aria-label="Dossier, 2 fenêtres">Dossier</button>'), 'keyboard')).toBeNull();
    expect(tipOf(button('<input aria-label="Objet" />'), 'keyboard')).toBeNull();
  });
});
