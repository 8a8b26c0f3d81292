package org.portolan.finding.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.portolan.finding.Facet;
import org.portolan.finding.FacetLabels;
import org.portolan.finding.Finding;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.security.OpenTo;

/** What the search box offers while somebody types. */
@OpenTo("everyone")
@Path("suggest")
@Produces(MediaType.APPLICATION_JSON)
public class SuggestResource {
  @Inject private Finding finding;
  @Inject private FacetLabels labels;
  @Inject private CurrentLanguage language;

  @GET
  public Suggestions suggest(@QueryParam("q") String beginning) {
    return new Suggestions(
        finding.suggest(beginning, language.get()).stream()
            .map(each -> new Item(each.title(), each.language(), label(each.kind()), each.path()))
            .toList());
  }

  private String label(String kind) {
    return switch (kind) {
      case Finding.CONCEPT -> Texts.text(language.get(), "finding.type.concept");
      case Finding.PERSON -> Texts.text(language.get(), "finding.type.person");
      default -> labels.of(Facet.TYPE, kind, language.get());
    };
  }

  /** What may be meant, best first. */
  public record Suggestions(List<Item> items) {}

  /** The title of an item, what it is in words, and its page. */
  public record Item(String title, String language, String type, String path) {}
}
