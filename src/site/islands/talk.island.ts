/**
 * `<own-time>`: says an instant in the reader's own zone too, below those that stand there already. The zone is asked of
 * the browser and told to nobody.
 */
class OwnTime extends HTMLElement {
  connectedCallback(): void {
    const time = this.querySelector('time');
    const { label = '', zones = '' } = this.dataset;
    if (!time || this.dataset.told !== undefined) return;
    this.dataset.told = '';
    const instant = new Date(time.dateTime);
    const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    const inZone = (timeZone: string) => instant.toLocaleString('en', { timeZone });
    if (zones.split(' ').some((each) => inZone(each) === inZone(zone))) return;
    // The date stands above; the names of months are the site's own, and those of days are everybody's.
    const words = new Intl.DateTimeFormat(document.documentElement.lang, {
      weekday: 'long',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }).format(instant);
    const place = (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
    const line = document.createElement('dd');
    line.className = 'own-time';
    line.textContent = `${words} (${label}, ${place})`;
    this.closest('dd')?.after(line);
  }
}

customElements.define('own-time', OwnTime);
