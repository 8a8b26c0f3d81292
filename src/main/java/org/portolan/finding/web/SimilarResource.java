package org.portolan.finding.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.portolan.finding.Finding;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.search.Similar;
import org.portolan.platform.security.OpenTo;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.Problem;

/** What is like an item, for programs: the same as on its page. */
@OpenTo("everyone")
@Path("similar")
@Produces(MediaType.APPLICATION_JSON)
public class SimilarResource {
  @Inject private Finding finding;
  @Inject private CurrentLanguage language;

  @GET
  public SimilarFound similar(@QueryParam("type") String type, @QueryParam("code") String code) {
    if (type == null || code == null) {
      throw new NotFound("Say of which item: type and code");
    }
    Similar similar = finding.similar(type, code, language.get());
    if (!similar.ready()) {
      throw new Problem(
          503, "search-not-ready", "The search is getting ready", "Try again in a few seconds.");
    }
    if (!similar.known()) {
      throw new NotFound("There is no " + type + " " + code);
    }
    return new SimilarFound(
        similar.items().stream()
            .map(
                each ->
                    new SimilarHit(
                        each.kind(), each.code(), each.path(), each.title(), each.language()))
            .toList());
  }

  /** The most alike first; at most five. */
  public record SimilarFound(List<SimilarHit> items) {}

  /** An item, with its title in the language asked for, where it has one. */
  public record SimilarHit(String type, String code, String path, String title, String language) {}
}
