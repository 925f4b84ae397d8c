import { strFromU8, unzipSync } from 'fflate';
import { at, elements, parseXml, val, type XmlElement } from './xml';

/** A paragraph style as the file defines it, inheritance resolved. */
export interface FileStyle {
  readonly name: string;
  /** Properties from the farthest ancestor to the style itself. */
  readonly paragraph: readonly XmlElement[];
  readonly run: readonly XmlElement[];
}

/** The parts of a .docx that an import reads. */
export interface DocxPackage {
  readonly body: XmlElement;
  readonly styles: ReadonlyMap<string, FileStyle>;
  /** True when the numbering is ordered (1., a)…), false for bullets: by numbering id, then level. */
  isOrdered(numbering: string, level: number): boolean;
  /** Header or footer of ordinary pages, with its own part name for its pictures. */
  band(kind: 'header' | 'footer'): { root: XmlElement; part: string } | null;
  /** A picture by relationship, as a data URL; null when it is missing or of a kind that no browser draws. */
  picture(part: string, relationship: string): string | null;
}

const MAX_UNZIPPED = 60_000_000;
const DOCUMENT = 'word/document.xml';
const PICTURES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  bmp: 'image/bmp',
  webp: 'image/webp'
};

/** Opens the bytes of a .docx. Throws Error with what is wrong when they are not one. */
export function openDocx(bytes: Uint8Array): DocxPackage {
  let total = 0;
  const parts = unzipSync(bytes, {
    filter: (file) => {
      total += file.originalSize;
      if (total > MAX_UNZIPPED) throw new Error('the document is larger than 60 MB once unpacked');
      return true;
    }
  });
  const xml = (name: string) => {
    const part = parts[name];
    return part ? parseXml(strFromU8(part)) : undefined;
  };
  const body = at(xml(DOCUMENT), 'w:body');
  if (!body) throw new Error(`no ${DOCUMENT} in the file: it is not a .docx`);
  const numbering = xml('word/numbering.xml');

  const targets = (part: string) => {
    const [folder, file] = [part.slice(0, part.lastIndexOf('/')), part.slice(part.lastIndexOf('/') + 1)];
    const rels = elements(xml(`${folder}/_rels/${file}.rels`), 'Relationship');
    return new Map(rels.map(({ attrs }) => [attrs.Id ?? '', resolve(folder, attrs.Target ?? '')]));
  };

  return {
    body,
    styles: readStyles(xml('word/styles.xml')),
    isOrdered(id, level) {
      const number = elements(numbering, 'w:num').find((element) => element.attrs['w:numId'] === id);
      const abstractId = val(number, 'w:abstractNumId');
      const abstract = elements(numbering, 'w:abstractNum').find(
        (element) => element.attrs['w:abstractNumId'] === abstractId
      );
      const definition = elements(abstract, 'w:lvl').find(
        (element) => element.attrs['w:ilvl'] === String(level)
      );
      return (val(definition, 'w:numFmt') ?? 'bullet') !== 'bullet';
    },
    band(kind) {
      const references = elements(at(body, 'w:sectPr'), `w:${kind}Reference`);
      const reference = references.find(({ attrs }) => attrs['w:type'] === 'default') ?? references[0];
      const part = targets(DOCUMENT).get(reference?.attrs['r:id'] ?? '');
      const root = part ? xml(part) : undefined;
      return part && root ? { root, part } : null;
    },
    picture(part, relationship) {
      const name = targets(part).get(relationship) ?? '';
      const type = PICTURES[name.slice(name.lastIndexOf('.') + 1).toLowerCase()];
      const data = parts[name];
      return type && data ? `data:${type};base64,${Buffer.from(data).toString('base64')}` : null;
    }
  };
}

const resolve = (folder: string, target: string) =>
  target.startsWith('/') ? target.slice(1) : `${folder}/${target}`;

function readStyles(root: XmlElement | undefined): Map<string, FileStyle> {
  const byId = new Map(elements(root, 'w:style').map((style) => [style.attrs['w:styleId'] ?? '', style]));
  const defaults = at(root, 'w:docDefaults');
  const lineage = (id: string, seen: readonly string[] = []): XmlElement[] => {
    const style = byId.get(id);
    if (!style || seen.includes(id)) return [];
    return [...lineage(val(style, 'w:basedOn') ?? '', [...seen, id]), style];
  };
  const present = (list: readonly (XmlElement | undefined)[]) => list.filter((item) => item !== undefined);
  return new Map(
    [...byId].map(([id, style]) => {
      const ancestors = lineage(id);
      return [
        id,
        {
          name: val(style, 'w:name') ?? id,
          paragraph: present([
            at(defaults, 'w:pPrDefault', 'w:pPr'),
            ...ancestors.map((ancestor) => at(ancestor, 'w:pPr'))
          ]),
          run: present([
            at(defaults, 'w:rPrDefault', 'w:rPr'),
            ...ancestors.map((ancestor) => at(ancestor, 'w:rPr'))
          ])
        }
      ];
    })
  );
}
