package org.portolan.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Watches a window for what payloads want: a script that runs, in whatever frame, a call to another
 * host, a handler or an address that would run once somebody touched it, a frame, an expression
 * that was reckoned out.
 */
final class ScriptWatch {
  /**
   * Goes through a page as an impatient person would: every handler, every bad address, at once.
   */
  private static final String PROVOKE =
      """
      async payloads => {
        const found = [];
        const call = (f, e, ...given) => f.apply(e, given);
        const attributes = e => call(Element.prototype.getAttributeNames, e);
        const value = (e, name) => call(Element.prototype.getAttribute, e, name);
        const send = (e, event) => call(EventTarget.prototype.dispatchEvent, e, event);
        const scheme = text => {
          try {
            return new URL(text, 'https://customs.example/').protocol;
          } catch (e) {
            return '';
          }
        };
        const bad = text => text !== null && !['http:', 'https:', 'mailto:', 'tel:', ''].includes(scheme(text));
        const own = url => {
          try {
            return new URL(url, document.baseURI).origin === location.origin;
          } catch (e) {
            return false;
          }
        };
        const telling = e => e.outerHTML.slice(0, 200);
        const provoke = (root, name, top) => {
          for (const e of root.querySelectorAll('*')) {
            for (const a of attributes(e)) {
              if (/^on/i.test(a) && /ran/i.test(value(e, a))) {
                found.push([name, 'handler ' + telling(e)]);
                const event = a.slice(2).toLowerCase();
                for (const type of [event, event.replace(/^(begin|end|repeat)$/, '$1Event')]) {
                  send(e, event.startsWith('mouse') || event === 'click'
                      ? new MouseEvent(type, {cancelable: true}) : new Event(type, {cancelable: true}));
                }
              }
            }
            const tag = e.localName;
            for (const a of ['href', 'xlink:href', 'action', 'formaction', 'background']) {
              if (tag !== 'use' && tag !== 'image' && bad(value(e, a))) {
                found.push([name, 'address ' + telling(e)]);
                send(e, new MouseEvent('click', {bubbles: true, cancelable: true}));
              }
            }
            if (tag === 'form' && bad(value(e, 'action'))) {
              e.querySelectorAll('button').forEach(b => send(b, new MouseEvent('click', {bubbles: true, cancelable: true})));
            }
            if (['iframe', 'frame', 'object', 'embed', 'applet', 'base'].includes(tag)
                || tag === 'meta' && value(e, 'http-equiv') === 'refresh'
                || tag === 'script' && value(e, 'src') !== null && !own(value(e, 'src'))
                || tag === 'link' && /stylesheet|import|preload/i.test(value(e, 'rel')) && !own(value(e, 'href'))
                || tag === 'img' && /ran|^x$/.test(value(e, 'src'))) {
              if (!top || !e.dataset.planted && e.id !== 'planted-base') {
                found.push([name, 'element ' + telling(e)]);
              }
            }
            if (value(e, 'id') === 'ran-clobbered' || value(e, 'name') === 'ran-clobbered') {
              found.push([name, 'name ' + telling(e)]);
            }
          }
          if (root.textContent.includes('ranEL')) {
            found.push([name, 'reckoned out']);
          }
        };
        const frames = [...document.querySelectorAll('iframe[data-planted]')];
        if (frames.length === 0) {
          provoke(document.documentElement, '', true);
        }
        for (const frame of frames) {
          try {
            provoke(frame.contentDocument.documentElement, frame.name, false);
          } catch (gone) {
            found.push([frame.name, 'element led somewhere else']);
          }
        }
        await new Promise(done => setTimeout(done, 10));
        const clean = text => text.replace(/[\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]+/g, ' ')
            .replace(/[\\u202a-\\u202e\\u2066-\\u2069\\ufeff]/g, '').replace(/\\s+/g, ' ').trim();
        const words = [];
        for (const root of [document.documentElement,
            ...frames.map(f => { try { return f.contentDocument.documentElement; } catch (gone) { return null; } })]) {
          if (root) {
            words.push(root.textContent);
            root.querySelectorAll('[value], [title], [alt], [aria-label], [content], [data-name], textarea').forEach(e =>
                words.push(e.value, ...['value', 'title', 'alt', 'aria-label', 'content', 'data-name'].map(a => value(e, a))));
          }
        }
        const all = clean(words.filter(each => typeof each === 'string').join('\\u0001'));
        const seen = payloads.map((each, i) => all.includes(clean(each)) ? i : -1).filter(i => i >= 0);
        return {found, seen};
      }""";

  private final Page page;
  private final List<String> findings = new ArrayList<>();

  /** By the name of the frame that it happened in; the page itself has none. */
  private final Map<String, Integer> ran = new TreeMap<>();

  private final Set<Integer> seen = new TreeSet<>();
  private String at = "";

  private ScriptWatch(Page page) {
    this.page = page;
  }

  static ScriptWatch of(Page page) {
    ScriptWatch watch = new ScriptWatch(page);
    BrowserContext context = page.context();
    context.exposeBinding(
        "ran",
        (source, given) -> {
          watch.note(frame(source.frame()), "script");
          return null;
        });
    context.onDialog(
        dialog -> {
          watch.note("", "dialog " + dialog.message());
          dialog.dismiss();
        });
    context.onRequest(watch::asked);
    return watch;
  }

  private static String frame(Frame frame) {
    Frame each = frame;
    while (each.parentFrame() != null && each.parentFrame().parentFrame() != null) {
      each = each.parentFrame();
    }
    return each.parentFrame() == null ? "" : each.name();
  }

  private void asked(Request request) {
    if (request.url().matches("(?i)(https?:)?//[^/]*\\bran\\.example.*")) {
      note(frame(request.frame()), "request " + request.url());
    }
  }

  private void note(String frame, String what) {
    ran.merge(frame, 1, Integer::sum);
    findings.add(at + " " + frame + ": " + what);
  }

  /** Opens a page and touches all that payloads could have put there. */
  void look(String address) {
    at = address;
    page.navigate(address, new Page.NavigateOptions().setWaitUntil(WaitUntilState.LOAD));
    provoke();
  }

  /** The same with markup, in place of whatever is shown. */
  void show(String name, String html) {
    at = name;
    // what is shown may be no page into which one could write
    page.navigate("about:blank");
    page.setContent(html);
    provoke();
  }

  /** Touches what is shown now. */
  @SuppressWarnings("unchecked")
  void provoke() {
    Map<String, Object> result = (Map<String, Object>) page.evaluate(PROVOKE, ScriptPayloads.ALL);
    for (Object each : (List<Object>) result.get("found")) {
      List<String> found = (List<String>) each;
      note(found.get(0), found.get(1));
    }
    ((List<Number>) result.get("seen")).forEach(each -> seen.add(each.intValue()));
  }

  /** What happened, in words. */
  List<String> findings() {
    return List.copyOf(findings);
  }

  /** In which frames anything happened. */
  Set<String> frames() {
    return ran.keySet();
  }

  /** Numbers of the payloads that could be read since this was asked last. */
  Set<Integer> read() {
    Set<Integer> read = new TreeSet<>(seen);
    seen.clear();
    return read;
  }

  /** Leaves what is shown, and forgets it once nothing of it can happen any more. */
  void leave() {
    page.navigate("about:blank");
    // whatever the page before still told has been heard when this answers
    page.evaluate("() => new Promise(done => setTimeout(done, 50))");
    findings.clear();
    ran.clear();
    seen.clear();
  }
}
