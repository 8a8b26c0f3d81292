package org.portolan.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.portolan.office.Mandates;
import org.portolan.people.People;
import org.portolan.people.PersonSummary;
import org.portolan.platform.config.Installation;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.mail.Letter;
import org.portolan.platform.mail.Outbox;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;

/**
 * Tells editors whose turn it is: that a practice was handed in and waits, what was decided, and
 * what is to be looked at again.
 */
@ApplicationScoped
class ReviewLetters {
  private static final String KIND = "knowledge.letter.";

  @Inject private Mandates mandates;
  @Inject private People people;
  @Inject private Outbox outbox;
  @Inject private Installation installation;

  /** To every other editor of the region. */
  void handedIn(Practice practice, PracticeContent content) {
    Set<Long> readers = new HashSet<>(editors(practice.regionCode()));
    readers.remove(practice.submittedBy());
    readers.remove(practice.writtenBy());
    String title = content.original().map(PracticeWords::title).orElse("");
    String note = practice.workNote();
    post(
        "handed-in",
        readers,
        letter -> {
          letter.subject(title).paragraph(KIND + "handed-in.body", title);
          if (!note.isEmpty()) {
            letter.paragraph(KIND + "note").quote(note);
          }
          return letter.link(KIND + "look", address(practice));
        });
  }

  /** To whoever handed it in. */
  void approved(Practice practice, Long author) {
    String title = practice.textFor("").title();
    post(
        "approved",
        author == null ? Set.of() : Set.of(author),
        letter ->
            letter
                .subject(title)
                .paragraph(KIND + "approved.body", title)
                .link(KIND + "read", installation.baseUrl() + "/knowledge/" + practice.code()));
  }

  /** To whoever handed it in. */
  void sentBack(Practice practice, String words) {
    String title = practice.textFor("").title();
    post(
        "sent-back",
        practice.submittedBy() == null ? Set.of() : Set.of(practice.submittedBy()),
        letter ->
            letter
                .subject(title)
                .paragraph(KIND + "sent-back.body", title)
                .quote(words)
                .link(
                    KIND + "write", installation.baseUrl() + "/desk/practices/" + practice.code()));
  }

  /**
   * One letter for each editor of a region, however many practices it is about. Of what waits for a
   * decision nobody is reminded who may not decide.
   *
   * @param kind {@code waiting} or {@code due}
   */
  void remind(String kind, Collection<Practice> about) {
    Map<String, List<Practice>> regions =
        about.stream().collect(Collectors.groupingBy(Practice::regionCode));
    Map<String, Set<Long>> editors =
        mandates.holders(Role.EDITOR, Scope.Kind.REGION, regions.keySet());
    List<Letter> letters = new ArrayList<>();
    Map<Long, PersonSummary> known =
        people.byIds(editors.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
    regions.forEach(
        (region, practices) ->
            editors.getOrDefault(region, Set.of()).stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .forEach(reader -> remind(kind, practices, reader, letters)));
    outbox.postAll(letters);
  }

  private void remind(
      String kind, List<Practice> practices, PersonSummary reader, List<Letter> letters) {
    List<Practice> theirs =
        practices.stream()
            .filter(each -> kind.equals("due") || each.decidable(reader.id()))
            .toList();
    if (theirs.isEmpty() || !Letter.reachable(reader.email())) {
      return;
    }
    Letter letter = letter(kind, reader).subject(theirs.size());
    letter.paragraph(KIND + kind + ".body", theirs.size());
    theirs.forEach(each -> letter.quote(each.textFor(reader.language()).title()));
    letters.add(
        letter.link(
            KIND + "desk",
            installation.baseUrl()
                + "/desk/practices?state="
                + (kind.equals("due") ? DeskFilter.DUE : DeskFilter.REVIEW)));
  }

  private void post(String kind, Collection<Long> readers, UnaryOperator<Letter> written) {
    List<Letter> letters = new ArrayList<>();
    for (PersonSummary reader : people.byIds(readers).values()) {
      if (Letter.reachable(reader.email())) {
        letters.add(written.apply(letter(kind, reader)));
      }
    }
    outbox.postAll(letters);
  }

  private static Letter letter(String kind, PersonSummary reader) {
    return Letter.of(
            KIND + kind, reader.email(), Language.of(reader.language()).orElse(Language.EN))
        .person(reader.id())
        .greeting(reader.name());
  }

  private Set<Long> editors(String region) {
    return mandates.holders(Role.EDITOR, Scope.region(region));
  }

  private String address(Practice practice) {
    return installation.baseUrl() + "/desk/practices/" + practice.code() + "/versions";
  }
}
