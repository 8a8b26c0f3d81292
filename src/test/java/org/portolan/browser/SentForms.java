package org.portolan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Forms as the browser of a person sends them, with all that stands in them already, without
 * waiting for pages to be drawn.
 */
final class SentForms {
  private static final String SEND =
      """
      async ([path, button, fields, file]) => {
        const take = async answer => ({url: answer.url, status: answer.status, text: await answer.text()});
        const page = path == null ? window.lastAnswer : await take(await fetch(path));
        const doc = new DOMParser().parseFromString(page.text, 'text/html');
        const pressed = doc.querySelector(button);
        if (pressed === null) {
          throw new Error('no ' + button + ' on ' + page.url + ' ' + page.status + ': ' + doc.body.innerText.replace(/\\s+/g, ' ').slice(0, 600));
        }
        const form = pressed.form;
        const of = (e, name) => Element.prototype.getAttribute.call(e, name);
        const data = new FormData(form);
        for (const [key, value] of Object.entries(fields)) {
          const named = form.querySelector('[id="' + key + '"]');
          const name = named !== null && of(named, 'name') !== null ? of(named, 'name') : key;
          data.delete(name);
          if (value !== '\\u0000none') {
            data.append(name, value);
          }
        }
        if (of(pressed, 'name') !== null) {
          data.append(of(pressed, 'name'), of(pressed, 'value') || '');
        }
        const action = of(pressed, 'formaction') || of(form, 'action') || page.url;
        const method = (of(form, 'method') || 'get').toLowerCase();
        let body;
        if (of(form, 'enctype') === 'multipart/form-data') {
          if (file != null) {
            data.set('file', new File([Uint8Array.from(atob(file.content), c => c.charCodeAt(0))], file.name));
          }
          body = data;
        } else {
          body = new URLSearchParams(data);
        }
        const answer = await take(method === 'get'
            ? await fetch(action.split('?')[0] + '?' + body)
            : await fetch(action, {method: 'POST', body}));
        window.lastAnswer = answer;
        const shown = new DOMParser().parseFromString(answer.text, 'text/html');
        return {url: answer.url, status: String(answer.status),
            wrong: [...shown.querySelectorAll('.note.err, p.error')].map(e => e.textContent.trim().replace(/\\s+/g, ' ')).join(' | ')};
      }""";

  /** In place of a value: the field is not sent. */
  static final String NONE = "\u0000none";

  private final Window window;

  SentForms(Window window) {
    this.window = window;
  }

  /** Fills a form and presses a button of it; where that leads, which must show nothing wrong. */
  String send(String path, String button, Map<String, String> fields) {
    return send(path, button, fields, null, null);
  }

  /** The same on the page that the last form led to. */
  String next(String button, Map<String, String> fields) {
    return send(null, button, fields, null, null);
  }

  @SuppressWarnings("unchecked")
  String send(
      String path, String button, Map<String, String> fields, String fileName, byte[] content) {
    Map<String, String> file = new HashMap<>();
    if (fileName != null) {
      file.put("name", fileName);
      file.put("content", Base64.getEncoder().encodeToString(content));
    }
    Map<String, String> answer =
        (Map<String, String>)
            window.page.evaluate(
                SEND,
                java.util.Arrays.asList(path, button, fields, fileName == null ? null : file));
    assertThat(List.of(answer.get("status"), answer.get("wrong")))
        .as("%s of %s led to %s", button, path, answer.get("url"))
        .isEqualTo(List.of("200", ""));
    return answer.get("url");
  }
}
