/**
 * The A4 page of a sales document in Typst. Data come by `sys.inputs.page` as JSON (a `SalesPage`) and only ever become
 * strings: nothing that a candidate types is read as markup.
 */
export const SALES_PAGE_TYP = String.raw`
#let page-data = json(bytes(sys.inputs.page))
#let brand = rgb(page-data.color)
#let grey = rgb("#46536a")
#let line-color = rgb("#d9dfe8")

#let day = page-data.day.split("-").map(int)
#set document(
  title: page-data.title,
  author: page-data.firm.name,
  date: datetime(year: day.at(0), month: day.at(1), day: day.at(2)),
)
#set text(lang: "fr", region: "FR", size: 10pt, fill: rgb("#1b2433"), font: sys.inputs.fonts.split("|"))
#set par(leading: 0.55em)
#set page(
  paper: "a4",
  margin: (top: 16mm, x: 17mm, bottom: 24mm),
  background: if page-data.stamp != "" {
    rotate(-24deg, text(size: 76pt, weight: "bold", fill: rgb("#ebedf1"), upper(page-data.stamp)))
  },
  footer: {
    set text(size: 8pt, fill: grey)
    line(length: 100%, stroke: 0.5pt + line-color)
    v(-4pt)
    grid(
      columns: (1fr, auto),
      page-data.legal,
      context [#counter(page).display() / #counter(page).final().first()],
    )
  },
)

#let lines-of(items) = items.map(item => text(item)).join(linebreak())

#grid(
  columns: (1fr, auto),
  {
    text(size: 19pt, weight: "bold", fill: brand, page-data.firm.name)
    linebreak()
    text(page-data.firm.activity)
  },
  align(right, lines-of(page-data.firm.lines)),
)
#v(-2pt)
#line(length: 100%, stroke: 1.5pt + brand)
#v(8pt)
#pad(left: 54%, block(height: 26mm, {
  text(weight: "bold", page-data.customer.first())
  linebreak()
  lines-of(page-data.customer.slice(1))
}))
#heading(level: 1, text(size: 16pt, fill: brand, page-data.title))
#v(2pt)
#grid(
  columns: page-data.facts.map(_ => auto),
  column-gutter: 9mm,
  ..page-data.facts.map(fact => {
    text(size: 8.5pt, fill: grey, fact.label)
    linebreak()
    text(weight: "bold", fact.value)
  }),
)
#v(8pt)

#let head(body) = text(size: 9pt, weight: "bold", body)
#let body-cells(item) = {
  let cells = (text(item.reference), text(item.label), text(item.quantity), text(item.unit))
  if page-data.priced {
    cells + (text(item.price), text(item.discount), text(item.vat), text(item.net))
  } else { cells }
}
#set table(
  stroke: (_, y) => (bottom: 0.5pt + line-color),
  fill: (_, y) => if y == 0 { brand.lighten(86%) },
  inset: (x: 4pt, y: 5pt),
)
#table(
  columns: if page-data.priced { (auto, 1fr, auto, auto, auto, auto, auto, auto) } else { (auto, 1fr, auto, auto) },
  align: (x, _) => if x == 2 or x > 3 { right } else { left },
  table.header(
    ..(("Réf.", "Désignation", "Qté", "Unité") + if page-data.priced { ("PU HT", "Remise", "TVA", "Total HT") } else { () }).map(head),
  ),
  ..page-data.lines.map(body-cells).flatten(),
)
#v(6pt)

#if page-data.priced {
  block(breakable: false, grid(
    columns: (auto, 1fr, 46%),
    table(
      columns: 3,
      align: right,
      ..("Taux de TVA", "Base HT", "Montant TVA").map(head),
      ..page-data.shares.map(share => (text(share.rate), text(share.net), text(share.vat))).flatten(),
    ),
    [],
    {
      for total in page-data.totals {
        block(inset: (x: 5pt, y: 1pt), above: 5pt, below: 5pt, width: 100%, grid(
          columns: (1fr, auto), text(total.label), text(total.value),
        ))
      }
      block(fill: brand, radius: 2pt, inset: 6pt, width: 100%, text(fill: white, weight: "bold", size: 11pt, grid(
        columns: (1fr, auto), text(page-data.due.label), text(page-data.due.value),
      )))
    },
  ))
}
#if page-data.note != "" {
  v(4pt)
  block(stroke: (left: 2pt + line-color), inset: (left: 8pt, y: 3pt), lines-of(page-data.note.split("\n")))
}
#if page-data.signature != "" {
  v(8pt)
  align(right, block(width: 46%, height: 28mm, stroke: 0.5pt + grey, radius: 2pt, inset: 6pt, align(left, text(size: 9pt, page-data.signature))))
}
#v(1fr)
#block(text(size: 8.5pt, fill: grey, lines-of(page-data.terms)))
`;
