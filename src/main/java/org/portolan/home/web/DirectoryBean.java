package org.portolan.home.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.portolan.home.DirectoryFilter;
import org.portolan.home.DirectoryPages;
import org.portolan.home.DirectoryView;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Formats;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.web.Address;
import org.portolan.platform.web.Chip;
import org.portolan.platform.web.Choice;
import org.portolan.platform.web.PageParameters;
import org.portolan.region.BodyKind;
import org.portolan.region.BodySummary;

/** The directory: a map of all bodies, and the regions with theirs, by filter. */
@Named("directoryPage")
@RequestScoped
public class DirectoryBean {
  private static final String PATH = "/regions";

  @Inject private PageParameters parameters;
  @Inject private DirectoryPages pages;
  @Inject private DirectoryWords words;
  @Inject private CurrentLanguage language;
  @Inject private Formats formats;
  @Inject private Texts texts;

  private DirectoryFilter filter;
  private DirectoryView view;

  @PostConstruct
  void read() {
    filter = new DirectoryFilter(parameters.get("kind"), parameters.get("language"));
    view = pages.world(filter, language.get());
  }

  public int getTotal() {
    return view.total();
  }

  public MapPicture getMap() {
    List<BodySummary> bodies = new ArrayList<>();
    view.parts().forEach(part -> bodies.addAll(part.bodies()));
    bodies.addAll(view.others());
    return MapPicture.of(MapView.WORLD, words.points(bodies));
  }

  public List<Card> getCards() {
    return view.parts().stream().filter(part -> shown(part)).map(this::card).toList();
  }

  public List<BodyRow> getOthers() {
    return words.rows(view.others());
  }

  public List<Choice> getKinds() {
    return Arrays.stream(BodyKind.values())
        .map(BodyKind::code)
        .map(code -> new Choice(code, kind(code), code.equals(filter.kind())))
        .toList();
  }

  public List<Choice> getLanguages() {
    return Arrays.stream(Language.values())
        .map(Language::code)
        .map(code -> new Choice(code, formats.languageName(code), code.equals(filter.language())))
        .toList();
  }

  public boolean isFiltered() {
    return !filter.chosen().isEmpty();
  }

  public List<Chip> getChips() {
    return filter.chosen().entrySet().stream()
        .map(
            entry ->
                new Chip(
                    filter.unknown().containsKey(entry.getKey())
                        ? entry.getValue()
                        : entry.getKey().equals("kind")
                            ? kind(entry.getValue())
                            : formats.languageName(entry.getValue()),
                    Address.of(PATH, filter.without(entry.getKey()).chosen())))
        .toList();
  }

  /** Values that mean nothing, as they were given. */
  public String getUnknown() {
    return String.join(", ", filter.unknown().values());
  }

  private String kind(String code) {
    return texts.get("region.kind." + code);
  }

  /** Without a filter every region shows, with one those that have what fits. */
  private boolean shown(DirectoryView.Part part) {
    return filter.chosen().isEmpty() || !part.bodies().isEmpty();
  }

  private Card card(DirectoryView.Part part) {
    return new Card(
        part.region().code(),
        part.region().label(),
        words.name(part.region().name()),
        words.languages(part.region().languages()),
        part.members().size(),
        part.centres(),
        part.sessions(),
        part.practices(),
        words.rows(part.bodies()),
        part.members().stream()
            .map(member -> new Link(member.code(), words.name(member.name())))
            .toList());
  }

  /** A region as this page shows it. */
  public record Card(
      String code,
      String label,
      String name,
      String languages,
      int memberCount,
      long centres,
      long sessions,
      long practices,
      List<BodyRow> bodies,
      List<Link> members) {}

  /** A Member in the list of a region. */
  public record Link(String code, String name) {}
}
