/**
 * HTML of the clipboard reduced to a table of texts, by construction: what was pasted is parsed in an inert document, and a
 * new table is made of its texts.
 */
export function tableOfTexts(html: string): string {
  const source = new DOMParser().parseFromString(html, 'text/html');
  const table = source.querySelector('table');
  const clean = document.implementation.createHTMLDocument('');
  if (!table) {
    clean.body.textContent = source.body.textContent;
    return clean.body.innerHTML;
  }
  const copy = clean.createElement('table');
  const body = copy.createTBody();
  for (const row of table.rows) {
    const line = body.insertRow();
    for (const cell of row.cells) line.insertCell().textContent = cell.textContent;
  }
  return copy.outerHTML;
}
