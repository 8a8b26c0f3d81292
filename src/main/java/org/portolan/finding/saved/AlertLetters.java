package org.portolan.finding.saved;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.portolan.people.PersonSummary;
import org.portolan.platform.config.Installation;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.mail.Letter;

/** One letter to a person about all searches of theirs of which there is news. */
@ApplicationScoped
class AlertLetters {
  static final String KIND = "finding.letter.alert";

  @Inject private Installation installation;
  @Inject private StopLinks links;

  AlertLetters() {}

  AlertLetters(Installation installation, StopLinks links) {
    this.installation = installation;
    this.links = links;
  }

  Letter write(PersonSummary reader, List<SearchAlerts.News> news) {
    Language language = Language.of(reader.language()).orElse(Language.EN);
    String base = installation.baseUrl();
    long total = news.stream().mapToLong(each -> each.found().total()).sum();
    Letter letter =
        Letter.of(KIND, reader.email(), language)
            .person(reader.id())
            .greeting(reader.name())
            .subject(total, news.get(0).search().name());
    for (SearchAlerts.News each : news) {
      SavedSearch search = each.search();
      letter.paragraph(KIND + ".search", search.name(), each.found().total());
      each.found().hits().forEach(hit -> letter.linkOf(hit.title(), base + hit.path()));
      letter
          .link(KIND + ".all", base + search.address().page(null))
          .link(KIND + ".stop", base + stop(List.of(search), language));
    }
    List<SavedSearch> all = news.stream().map(SearchAlerts.News::search).toList();
    letter.unsubscribe(base + stop(all, language));
    return letter.link(KIND + ".mine", base + "/my/searches");
  }

  private String stop(List<SavedSearch> searches, Language language) {
    return "/search/stop?lang="
        + language.code()
        + "&token="
        + URLEncoder.encode(
            links.write(searches.stream().map(SavedSearch::id).toList()), StandardCharsets.UTF_8);
  }
}
