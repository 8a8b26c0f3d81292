package org.portolan.radar.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.portolan.platform.security.Token;

/**
 * Something in the plan of a region that is worth a person's time.
 *
 * @param subject what it is about, the same from one look to the next: a theme, a centre, a week
 * @param sessions numbers of those that it names, the soonest first; may be empty
 * @param centres codes of those whom it concerns
 * @param resources rooms or trainers that it names, all of one centre; may be empty
 * @param soonest when it begins to matter, for the order of a desk; null where no day says so
 * @param figure how many weeks, people or sessions, as the kind has it; 0 where there is none
 * @param fingerprint another one when the facts behind it are others
 */
public record Finding(
    FindingKind kind,
    String subject,
    List<Long> sessions,
    List<String> centres,
    List<String> members,
    List<String> themes,
    List<String> languages,
    List<LocalDate> days,
    List<Resource> resources,
    int figure,
    LocalDate soonest,
    String fingerprint) {

  /** A room or trainer, and the code of the centre that has it. */
  public record Resource(long id, String centre, String name) {}

  /**
   * Whether it is for the staff of these centres: those whom it concerns, but names of rooms and
   * people are for the centre that has them.
   */
  public boolean isFor(Set<String> staffed) {
    return resources.isEmpty()
        ? centres.stream().anyMatch(staffed::contains)
        : staffed.contains(resources.get(0).centre());
  }

  static Made about(FindingKind kind, String subject) {
    return new Made(kind, subject);
  }

  /** A finding while a rule says what it is. */
  static final class Made {
    private final FindingKind kind;
    private final String subject;
    private final List<Planned> sessions = new ArrayList<>();
    private final TreeSet<String> centres = new TreeSet<>();
    private final TreeSet<String> members = new TreeSet<>();
    private final TreeSet<String> themes = new TreeSet<>();
    private final TreeSet<String> languages = new TreeSet<>();
    private final TreeSet<LocalDate> days = new TreeSet<>();
    private final List<Resource> resources = new ArrayList<>();
    private int figure;

    private Made(FindingKind kind, String subject) {
      this.kind = kind;
      this.subject = subject;
    }

    /** Names sessions, and with them their centres. */
    Made sessions(Collection<Planned> named) {
      sessions.addAll(named);
      named.forEach(each -> centres.add(each.centreCode()));
      return this;
    }

    Made centres(Collection<String> named) {
      centres.addAll(named);
      return this;
    }

    Made members(Collection<String> named) {
      members.addAll(named);
      return this;
    }

    Made themes(Collection<String> named) {
      themes.addAll(named);
      return this;
    }

    Made languages(Collection<String> named) {
      languages.addAll(named);
      return this;
    }

    Made days(Collection<LocalDate> named) {
      days.addAll(named);
      return this;
    }

    Made resources(Collection<ResourceFact> named) {
      named.forEach(each -> resources.add(new Resource(each.id(), each.centre(), each.name())));
      return this;
    }

    /** A number that may move without making it another finding. */
    Made figure(long number) {
      figure = (int) number;
      return this;
    }

    /** The first day of what is planned, else since when people wait for days, else of the days. */
    private LocalDate soonest() {
      return sessions.stream()
          .map(each -> each.dated() ? each.first() : each.interestedSince())
          .filter(Objects::nonNull)
          .min(LocalDate::compareTo)
          .orElse(days.isEmpty() ? null : days.first());
    }

    Finding done() {
      List<String> facts = new ArrayList<>(List.of(kind.code(), subject));
      sessions.forEach(each -> facts.add(each.facts()));
      facts.addAll(List.of(centres + "", members + "", themes + "", languages + "", days + ""));
      // what names none keeps the mark that it had before there were any
      resources.forEach(each -> facts.add("resource:" + each.id()));
      return new Finding(
          kind,
          subject,
          sessions.stream().map(Planned::id).toList(),
          List.copyOf(centres),
          List.copyOf(members),
          List.copyOf(themes),
          List.copyOf(languages),
          List.copyOf(days),
          List.copyOf(resources),
          figure,
          soonest(),
          Token.sha256(String.join("\n", facts)));
    }
  }
}
