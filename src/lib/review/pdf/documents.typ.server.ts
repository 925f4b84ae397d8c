import { PRELUDE } from './prelude.typ.server';

/** The record of a session. */
export const RECORD_TYP = `${PRELUDE}
= #d.title
#v(2mm)
#if d.worthless != none [#block(fill: soft, inset: 7pt, radius: 3pt, width: 100%)[*#d.worthless*\u00a0: ce document est sans valeur.] #v(1mm)]
#facts(d.facts)
#v(4mm)
== Candidats
#table(
  columns: (auto, 1fr, auto, 1fr), stroke: 0.4pt + rule, inset: (x: 5pt, y: 4pt),
  fill: (_, y) => if y == 0 { soft },
  table.header([*N°*], [*Candidat*], [*Présence*], [*Jurés*]),
  ..d.candidates.map(one => ([#one.number], [#one.name], [#one.presence], [#one.jurors])).flatten()
)
#v(2mm)
#text(size: 9pt, fill: muted)[Valeurs accordées par compétence, en nombre de critères officiels. Aucune note chiffrée n’est calculée\u00a0: le jury décide souverainement.]
#for one in d.candidates {
  block(breakable: false, above: 7mm)[
    == N°\u00a0#one.number — #one.name
    #if one.absent [Absent à la mise en situation professionnelle.] else [#results(one.results)]
  ]
  if one.motives.len() > 0 [
    === Critères accordés après écart
    #for item in one.motives [- *#item.criterion* #item.wording\u00a0: #item.value. #emph(item.motive)]
  ]
  [=== Incidents, pauses et crédits de temps]
  events(one.events)
}
#v(6mm)
#block(breakable: false)[
  == Signatures
  #text(size: 9pt, fill: muted)[Chaque juré a signé en confirmant son code d’accès. Empreinte du contenu signé\u00a0: #d.digest]
  #v(2mm)
  #grid(columns: (1fr, 1fr), gutter: 6mm, ..d.jurors.map(one => block(width: 100%, height: 30mm, stroke: 0.6pt + rule, radius: 3pt, inset: 8pt)[
    *#one.name* #linebreak() #text(fill: muted)[Juré] #v(1fr) #one.signed
  ]), block(width: 100%, height: 30mm, stroke: 0.6pt + rule, radius: 3pt, inset: 8pt)[
    *Responsable de session* #v(1fr) #text(fill: muted)[Date et signature]
  ])
  #v(3mm)
  #text(size: 8.5pt, fill: muted)[Empreinte de la clé des archives\u00a0: #d.thumbprint]
]
`;

/** One candidate’s results. */
export const SHEET_TYP = `${PRELUDE}
= #d.title
#v(2mm)
#facts(d.facts)
#v(4mm)
#if d.absent [Absent à la mise en situation professionnelle.] else [
  == Valeurs accordées par compétence
  #results(d.results)
  #text(size: 9pt, fill: muted)[En nombre de critères officiels. Aucune note chiffrée n’est calculée.]
]
#if d.motives.len() > 0 [
  == Critères accordés après écart entre les jurés
  #for item in d.motives [- *#item.criterion* #item.wording\u00a0: #item.value. #emph(item.motive)]
]
== Incidents, pauses et crédits de temps
#events(d.events)
`;

/** Both jurors’ grids of a copy, side by side with the agreed values; no name. */
export const GRID_TYP = `${PRELUDE}
#set page(flipped: true)
= #d.title
#v(2mm)
#facts(d.facts)
#v(3mm)
#for competency in d.competencies [
  #block(breakable: true, above: 5mm)[
    === #competency.id — #competency.title
    #table(
      columns: (16mm, 1fr, 40mm, 40mm, 46mm), stroke: 0.4pt + rule, inset: (x: 5pt, y: 4pt),
      fill: (_, y) => if y == 0 { soft },
      table.header([*Critère*], [*Libellé officiel*], [*Juré 1*], [*Juré 2*], [*Accord*]),
      ..competency.criteria.map(one => ([#one.id], [#one.wording], [#one.first], [#one.second], [*#one.agreed* #one.motive])).flatten()
    )
  ]
]
`;
