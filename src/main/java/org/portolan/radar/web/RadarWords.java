package org.portolan.radar.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.portolan.catalog.Themes;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Formats;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.radar.NamedSession;
import org.portolan.radar.ShownFinding;
import org.portolan.radar.rules.Finding;
import org.portolan.radar.rules.FindingKind;
import org.portolan.region.Directory;

/** Findings in the words of the reader. */
@Named("radarWords")
@RequestScoped
public class RadarWords {
  /** Of a long list so many are named; the rest is a number. */
  private static final int NAMED = 8;

  @Inject private Directory directory;
  @Inject private Themes themes;
  @Inject private CurrentLanguage language;
  @Inject private Formats formats;
  @Inject private CurrentPerson me;

  public String kind(FindingKind kind) {
    return Texts.text(language.get(), "radar.kind." + kind.code());
  }

  /** What was found, in a sentence or two. */
  public String said(Finding finding) {
    return Texts.format(
        language.get(),
        "radar.said." + finding.kind().code(),
        finding.figure(),
        names(finding.themes(), this::theme),
        names(concerned(finding), this::centre),
        days(finding),
        names(finding.languages(), formats::languageName),
        names(finding.members(), this::member),
        names(finding.resources(), Finding.Resource::name),
        host(finding).map(this::centre).orElse(""));
  }

  /** The centres that a finding names; beside the one whose rooms or trainers it is about. */
  private static List<String> concerned(Finding finding) {
    return finding.centres().stream()
        .filter(centre -> host(finding).filter(centre::equals).isEmpty())
        .toList();
  }

  private static Optional<String> host(Finding finding) {
    return finding.resources().stream().map(Finding.Resource::centre).findFirst();
  }

  /** Whether whoever reads works for the centre of a room or trainer, which has a page for it. */
  public boolean keeps(Finding.Resource resource) {
    return me.holds(Role.CENTRE, Scope.centre(resource.centre()));
  }

  private String days(Finding finding) {
    List<LocalDate> days = finding.days();
    return finding.kind().stretch()
        ? formats.days(days.get(0), days.get(days.size() - 1))
        : names(days, formats::date);
  }

  private <T> String names(Collection<T> all, Function<T, String> name) {
    String comma = language.get() == Language.AR ? "، " : ", ";
    String named = all.stream().limit(NAMED).map(name).collect(Collectors.joining(comma));
    return all.size() > NAMED
        ? Texts.format(language.get(), "radar.more.names", named, all.size() - NAMED)
        : named;
  }

  private String theme(String code) {
    return themes.find(code).map(found -> found.name().in(language.get())).orElse(code);
  }

  public String centre(String code) {
    return directory.findCentre(code).map(found -> found.name().in(language.get())).orElse(code);
  }

  private String member(String code) {
    return directory.findMember(code).map(found -> found.name().in(language.get())).orElse(code);
  }

  /** A letter to whom it concerns, to be written in the reader's own mail program. */
  public String mailTo(ShownFinding shown) {
    return "mailto:"
        + String.join(",", shown.contacts())
        + "?subject="
        + URLEncoder.encode(kind(shown.finding().kind()), StandardCharsets.UTF_8)
            .replace("+", "%20");
  }

  /** Where whoever concerns it can be found, where no address is known. */
  public String contactPage(ShownFinding shown) {
    Finding finding = shown.finding();
    if (!finding.centres().isEmpty()) {
      return "/regions/body/" + finding.centres().get(0);
    }
    return finding.members().isEmpty() ? "/regions" : "/regions/member/" + finding.members().get(0);
  }

  /**
   * Whether whoever reads works for the centre of a session, which has a page for it at its desk.
   */
  public boolean own(NamedSession session) {
    return me.holds(Role.CENTRE, Scope.centre(session.facts().centreCode()));
  }

  /** Days, languages and seats of a session in one line. */
  public String line(NamedSession session) {
    return String.join(
        " · ",
        session.facts().undated()
            ? Texts.text(language.get(), "calendar.undated")
            : formats.days(session.facts().firstDay(), session.facts().lastDay()),
        formats.languages(session.facts().languages()),
        Texts.format(language.get(), "radar.seats", session.facts().seats()));
  }
}
