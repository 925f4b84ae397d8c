/**
 * The one Typst source: it draws a document given as data (`sys.inputs`), so that no text of a document is ever read as
 * markup. Same A4, styles and spaces as the page and the .docx.
 */
export const TYPST_TEMPLATE = String.raw`
#let data = json(bytes(sys.inputs.document))
#let attr(node, name) = node.at("attrs", default: (:)).at(name, default: none)
#let plain(node) = node.at("content", default: ())
#let pt(value) = value * 1pt

#let run(node) = {
  let pieces = node.text.replace("{pages}", "\u{e001}").replace("{page}", "\u{e000}")
  let body = pieces.clusters().map(c => if c == "\u{e000}" { context counter(page).display() } else if c == "\u{e001}" {
    context str(counter(page).final().first())
  } else if c == "\t" { h(12.5mm) } else { text(c) }).join()
  if not (pieces.contains("\u{e000}") or pieces.contains("\u{e001}") or pieces.contains("\t")) { body = text(node.text) }
  for mark in node.at("marks", default: ()) {
    let of(name) = mark.at("attrs", default: (:)).at(name, default: none)
    if mark.type == "bold" { body = strong(body) }
    if mark.type == "italic" { body = emph(body) }
    if mark.type == "underline" { body = underline(body) }
    if mark.type == "strike" { body = strike(body) }
    if mark.type == "superscript" { body = super(body) }
    if mark.type == "subscript" { body = sub(body) }
    if mark.type == "textStyle" {
      if of("highlight") != none { body = highlight(fill: rgb(of("highlight")), body) }
      if of("color") != none { body = text(fill: rgb(of("color")), body) }
      if of("size") != none { body = text(size: pt(of("size")), body) }
      if of("font") != none { body = text(font: (of("font"), ..data.fonts), body) }
    }
  }
  body
}

#let inline(node) = for child in plain(node) {
  if child.type == "text" { run(child) }
  if child.type == "hardBreak" { linebreak() }
  if child.type == "image" {
    if attr(child, "path") != none { box(image(attr(child, "path"), width: attr(child, "points") * 1pt)) } else {
      emph[\[Image : #attr(child, "alt")\]]
    }
  }
}

#let paragraph(node, style, tight) = {
  let get(name, fallback) = { let v = attr(node, name); if v == none { fallback } else { v } }
  let line = get("line", if tight { 1 } else { style.line })
  let size = style.size
  let leading = pt(size * (line * 1.22 - 1))
  let alignments = ("left": left, "center": center, "right": right)
  let aligned = attr(node, "textAlign")
  let body = inline(node)
  let empty = plain(node).len() == 0
  block(
    above: pt(get("before", style.before)),
    below: pt(get("after", if tight { 0 } else { style.after })),
    inset: (left: get("indent", 0) * 1mm),
    width: 100%,
    {
      set text(size: pt(size), fill: if style.color == none { black } else { rgb(style.color) }, top-edge: 0.95em, bottom-edge: -0.05em)
      set par(linebreaks: "simple", leading: leading, justify: aligned == "justify", first-line-indent: (amount: get("firstLine", 0) * 1mm, all: true))
      let shown = if empty { [#sym.zws] } else { body }
      v(leading / 2)
      if aligned != none and aligned in alignments { align(alignments.at(aligned), shown) } else { shown }
      v(leading / 2)
    },
  )
}

#let style-of(node) = if node.type == "heading" { data.styles.at("heading" + str(attr(node, "level"))) } else {
  data.styles.at({ let s = attr(node, "style"); if s == none { "normal" } else { s } })
}

#let cells(table-node, blocks) = plain(table-node).map(row => plain(row).map(cell => table.cell(
  colspan: { let s = attr(cell, "colspan"); if s == none { 1 } else { s } },
  rowspan: { let s = attr(cell, "rowspan"); if s == none { 1 } else { s } },
  fill: if cell.type == "tableHeader" { rgb("#f2f2f2") },
  if cell.type == "tableHeader" { strong(blocks(plain(cell), true)) } else { blocks(plain(cell), true) },
))).flatten()

#let blocks(nodes, tight) = for node in nodes {
  if node.type == "pageBreak" { pagebreak(weak: false) }
  if node.type == "paragraph" or node.type == "heading" { paragraph(node, style-of(node), tight) }
  if node.type == "bulletList" or node.type == "orderedList" {
    let items = plain(node).map(item => blocks(plain(item), true))
    block(above: 0pt, below: if tight { 0pt } else { 8pt }, if node.type == "bulletList" {
      list(indent: 6.35mm, body-indent: 4mm, spacing: 0pt, ..items)
    } else { enum(indent: 6.35mm, body-indent: 3mm, spacing: 0pt, ..items) })
  }
  if node.type == "table" {
    let width = attr(node, "columns")
    block(above: 0pt, below: 8pt, width: 100%, table(
      columns: width.map(w => w * 1fr),
      inset: (x: 1.9mm, y: 0pt),
      stroke: if attr(node, "borders") == false { none } else { 0.5pt },
      ..cells(node, blocks),
    ))
  }
}

#set document(title: data.title)
#set text(lang: "fr", region: "FR", font: data.fonts, size: 11pt)
#set page(
  paper: "a4",
  margin: (x: 25mm, top: data.top * 1mm, bottom: data.bottom * 1mm),
  header-ascent: 3mm,
  footer-descent: 3mm,
  header: if data.header != none { blocks(data.header, true) },
  footer: if data.footer != none { blocks(data.footer, true) },
)
#blocks(data.body, false)
`;
