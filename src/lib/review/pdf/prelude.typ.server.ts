/** Beginning of every document of the jury: page, type, helpers. Written in Typst. */
export const PRELUDE = `
#let d = json(bytes(sys.inputs.data))
#let accent = rgb("#173a80")
#let soft = rgb("#eef2f7")
#let rule = rgb("#b9c3d2")
#let muted = rgb("#46536a")
#set document(title: d.title)
#set text(lang: "fr", region: "FR", font: sys.inputs.fonts.split("|"), size: 10pt, hyphenate: false)
#set par(leading: 0.6em, justify: false)
#set page(
  paper: "a4",
  margin: (x: 20mm, top: 24mm, bottom: 22mm),
  header: context if here().page() > 1 [#text(size: 8.5pt, fill: muted)[#d.title #h(1fr) #d.session.name]],
  footer: text(size: 8.5pt, fill: muted)[#d.generated #h(1fr) #context [Page #counter(page).display() / #counter(page).final().first()]],
)
#show heading: set text(fill: accent)
#show heading.where(level: 1): set text(size: 18pt)
#show heading.where(level: 2): set text(size: 12.5pt)
#show heading.where(level: 3): set text(size: 10.5pt)
#let facts(pairs) = grid(
  columns: (auto, 1fr), column-gutter: 8mm, row-gutter: 2.2mm,
  ..pairs.map(pair => (text(fill: muted)[#pair.at(0)], pair.at(1))).flatten()
)
#let cell(body, align: left) = table.cell(align: align, body)
#let results(rows) = table(
  columns: (auto, 1fr, 14mm, 14mm, 22mm), stroke: 0.4pt + rule, inset: (x: 5pt, y: 4pt),
  fill: (_, y) => if y == 0 { soft },
  table.header([*CP*], [*Compétence*], cell(align: center)[*Oui*], cell(align: center)[*Non*], cell(align: center)[*Non observé*]),
  ..rows.map(row => (
    [#row.id], [#row.title],
    cell(align: center)[#row.counts.yes], cell(align: center)[#row.counts.no], cell(align: center)[#row.counts.unseen],
  )).flatten()
)
#let events(list) = if list.len() == 0 [Néant.] else { for one in list [- #one.at #h(4pt) #one.text] }
`;
