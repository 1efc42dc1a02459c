import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CODE, rich } from "./rich";

const html = (said: string, tags = CODE) => renderToStaticMarkup(<p>{rich(said, tags)}</p>);

test("marked words are elements", () => {
  expect(html("Set <code>A</code>, then <code>B</code>.")).toBe("<p>Set <code>A</code>, then <code>B</code>.</p>");
});

test("without a mark it is the sentence", () => expect(html("Nothing here.")).toBe("<p>Nothing here.</p>"));

test("a mark it does not know is text", () => {
  expect(html("a <b>b</b> <script>c</script>")).toBe("<p>a &lt;b&gt;b&lt;/b&gt; &lt;script&gt;c&lt;/script&gt;</p>");
});
