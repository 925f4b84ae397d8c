import CalendarDays from '@lucide/svelte/icons/calendar-days';
import type { AppManifest } from '../../desk/app-manifest';

export const manifest: AppManifest = {
  id: 'agenda',
  title: 'Agenda',
  icon: CalendarDays,
  color: 'var(--orange)',
  size: { width: 1080, height: 640 },
  loadModel: () => import('./model').then((module) => module.agendaModel as never),
  loadWindow: () => import('./AgendaApp.svelte')
};
