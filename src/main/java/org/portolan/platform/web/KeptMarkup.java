package org.portolan.platform.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;

/**
 * Markup that shows nothing but what {@code of} names, in the language of the reader: it is written
 * once and from memory afterwards, for as long as the same is to be shown. Nothing has to be
 * forgotten when data changes, since other data are another key; so what {@code of} names must have
 * equality by value all the way down (records, lists, texts), and everything that the markup reads
 * must be in it. Never around anything of a person: no forms that post, no names, no tokens.
 *
 * <p>A list of courses costs some six hundred expressions; holding it against the one written
 * before costs next to nothing.
 */
@FacesComponent(
    value = "org.portolan.kept",
    createTag = true,
    tagName = "kept",
    namespace = "portolan")
public class KeptMarkup extends UIComponentBase {
  private static final long MOST_CHARACTERS = 8L * 1024 * 1024;
  private static final int USUAL_LENGTH = 16 * 1024;

  private static final Cache<Shown, String> MARKUP =
      Caffeine.newBuilder()
          .maximumWeight(MOST_CHARACTERS)
          .weigher((Shown shown, String markup) -> markup.length())
          .build();

  @Override
  public String getFamily() {
    return "org.portolan";
  }

  @Override
  public boolean getRendersChildren() {
    return true;
  }

  @Override
  public void encodeChildren(FacesContext context) throws IOException {
    Shown shown =
        new Shown(
            context.getViewRoot().getViewId(),
            getClientId(context),
            context.getViewRoot().getLocale(),
            getAttributes().get("of"));
    String markup = MARKUP.getIfPresent(shown);
    if (markup == null) {
      markup = write(context);
      MARKUP.put(shown, markup);
    }
    // closes a start tag that is still open; the writer itself is that of the page
    context.getResponseWriter().write(markup);
  }

  private String write(FacesContext context) throws IOException {
    ResponseWriter page = context.getResponseWriter();
    StringWriter markup = new StringWriter(USUAL_LENGTH);
    ResponseWriter own = page.cloneWithWriter(markup);
    context.setResponseWriter(own);
    try {
      for (UIComponent child : getChildren()) {
        child.encodeAll(context);
      }
      own.flush();
    } finally {
      context.setResponseWriter(page);
    }
    return markup.toString();
  }

  /** What stands where, for whom. */
  private record Shown(String view, String place, Locale language, Object of) {}
}
