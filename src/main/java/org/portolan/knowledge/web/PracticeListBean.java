package org.portolan.knowledge.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.portolan.knowledge.KnowledgeService;
import org.portolan.knowledge.PracticeFilter;
import org.portolan.knowledge.PracticePage;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Formats;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.web.PageParameters;
import org.portolan.region.Directory;
import org.portolan.thesaurus.ThemeNames;

/** The list of published practices with its filters, which live in the address. */
@Named
@RequestScoped
public class PracticeListBean {
  private static final int PAGE = 15;
  private static final int YEARS = 12;
  private static final List<String> FILTERS = List.of("region", "theme", "year", "language");

  @Inject private KnowledgeService knowledge;
  @Inject private PageParameters parameters;
  @Inject private CurrentLanguage language;
  @Inject private Formats formats;
  @Inject private Directory directory;
  @Inject private ThemeNames themes;
  @Inject private PracticeCards cards;
  @Inject private Clock clock;

  private final Map<String, String> chosen = new LinkedHashMap<>();
  private int from;
  private long total;
  private List<PracticeCard> items;

  @PostConstruct
  void load() {
    for (String filter : FILTERS) {
      String value = parameters.get(filter);
      if (value != null) {
        chosen.put(filter, value);
      }
    }
    from = (int) Math.min(1_000_000, parameters.number("cursor", 0));
    PracticePage page =
        knowledge.newest(
            new PracticeFilter(
                chosen.get("region"),
                chosen.get("theme"),
                chosen.get("year"),
                chosen.get("language")),
            language.get(),
            from,
            PAGE);
    total = page.total();
    items = page.items().stream().map(cards::card).toList();
  }

  public long getTotal() {
    return total;
  }

  public List<PracticeCard> getItems() {
    return items;
  }

  public boolean isFiltered() {
    return !chosen.isEmpty();
  }

  public int getFilterCount() {
    return chosen.size();
  }

  public String value(String filter) {
    return chosen.getOrDefault(filter, "");
  }

  public List<Choice> choices(String filter) {
    Language reader = language.get();
    List<Choice> choices =
        new ArrayList<>(
            switch (filter) {
              case "region" ->
                  directory.regions().stream()
                      .map(region -> new Choice(region.code(), region.name().in(reader)))
                      .toList();
              case "theme" ->
                  themes.codes().stream()
                      .map(code -> new Choice(code, themes.in(reader, code)))
                      .toList();
              case "language" ->
                  Arrays.stream(Language.values())
                      .map(each -> new Choice(each.code(), formats.languageName(each.code())))
                      .toList();
              default -> {
                int last = Year.now(clock).getValue();
                yield IntStream.range(0, YEARS)
                    .mapToObj(back -> String.valueOf(last - back))
                    .map(year -> new Choice(year, year))
                    .toList();
              }
            });
    String now = value(filter);
    if (!now.isEmpty() && choices.stream().noneMatch(choice -> choice.value().equals(now))) {
      // a value that nobody offers is named as it came, so that the reader sees what finds nothing
      choices.add(0, new Choice(now, now));
    }
    return choices;
  }

  /** The chosen filters in words, each with the address of the list without it. */
  public List<Choice> getChips() {
    return chosen.keySet().stream()
        .map(
            filter ->
                new Choice(
                    address(without(filter), 0),
                    choices(filter).stream()
                        .filter(choice -> choice.value().equals(chosen.get(filter)))
                        .map(Choice::label)
                        .findFirst()
                        .orElse(chosen.get(filter))))
        .toList();
  }

  public String getNext() {
    return from + PAGE < total ? address(chosen, from + PAGE) : null;
  }

  public String getPrevious() {
    return from > 0 ? address(chosen, Math.max(0, from - PAGE)) : null;
  }

  private Map<String, String> without(String filter) {
    Map<String, String> rest = new LinkedHashMap<>(chosen);
    rest.remove(filter);
    return rest;
  }

  private static String address(Map<String, String> filters, int cursor) {
    Map<String, String> all = new LinkedHashMap<>(filters);
    if (cursor > 0) {
      all.put("cursor", String.valueOf(cursor));
    }
    return all.isEmpty()
        ? "/knowledge"
        : all.entrySet().stream()
            .map(
                each ->
                    each.getKey()
                        + "="
                        + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&", "/knowledge?", ""));
  }
}
