/** An element of an XML part: its qualified name, attributes, and children; texts are children that are strings. */
export interface XmlElement {
  readonly name: string;
  readonly attrs: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const decode = (text: string) =>
  text.replace(/&(#x?[\da-f]+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
    const code = name[1]?.toLowerCase() === 'x' ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

const TOKEN =
  /<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<[?!][^>]*>|<(\/?)([\w:.-]+)((?:"[^"]*"|'[^']*'|[^"'>])*?)(\/?)>|([^<]+)/g;

/** Reads a well-formed part of an office file. Throws SyntaxError when elements do not close. No DTD, no entity of its own. */
export function parseXml(source: string): XmlElement {
  const root = { name: '', attrs: {}, children: [] as (XmlElement | string)[] };
  const stack = [root];
  for (const [, cdata, closing, name, attributes, selfClosing, text] of source.matchAll(TOKEN)) {
    const parent = stack.at(-1) ?? root;
    if (text !== undefined) parent.children.push(decode(text));
    else if (cdata !== undefined) parent.children.push(cdata);
    else if (name === undefined) continue;
    else if (closing) {
      if (parent.name !== name) throw new SyntaxError(`</${name}> closes <${parent.name}>`);
      stack.pop();
    } else {
      const element = { name, attrs: attributesOf(attributes ?? ''), children: [] };
      parent.children.push(element);
      if (!selfClosing) stack.push(element);
    }
  }
  const top = root.children.find((child) => typeof child !== 'string');
  if (stack.length !== 1 || !top) throw new SyntaxError('the part is not closed');
  return top;
}

function attributesOf(source: string): Record<string, string> {
  const attrs: Record<string, string> = {};
  for (const [, name = '', double, single] of source.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    attrs[name] = decode(double ?? single ?? '');
  }
  return attrs;
}

/** Child elements, all or of one name. */
export const elements = (parent: XmlElement | undefined, name?: string): XmlElement[] =>
  (parent?.children ?? []).filter(
    (child): child is XmlElement => typeof child !== 'string' && (!name || child.name === name)
  );

/** First element along a path of names. */
export const at = (parent: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined =>
  path.reduce<XmlElement | undefined>((element, name) => elements(element, name)[0], parent);

/** First descendant of that name. */
export function descendant(parent: XmlElement, name: string): XmlElement | undefined {
  for (const child of elements(parent)) {
    const found = child.name === name ? child : descendant(child, name);
    if (found) return found;
  }
  return undefined;
}

/** The `w:val` of a child, the commonest shape of WordprocessingML. */
export const val = (parent: XmlElement | undefined, name: string): string | undefined =>
  at(parent, name)?.attrs['w:val'];

export const textIn = (element: XmlElement): string =>
  element.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('');
