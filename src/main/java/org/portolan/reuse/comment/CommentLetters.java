package org.portolan.reuse.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.portolan.access.AbsentPeople;
import org.portolan.knowledge.PracticePlace;
import org.portolan.knowledge.PracticePlaces;
import org.portolan.office.Mandates;
import org.portolan.people.People;
import org.portolan.people.PersonSummary;
import org.portolan.platform.config.Installation;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.mail.Letter;
import org.portolan.platform.mail.LetterThrottle;
import org.portolan.platform.mail.Outbox;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.security.SignedIn;

/**
 * Letters about comments: to whoever wrote the practice, or the editors of its region where nobody
 * knows, and to whom is answered. Whoever may not read the practice now is not told, and nobody
 * gets more than a few an hour.
 */
@ApplicationScoped
class CommentLetters {
  static final String KIND = "reuse.letter.";

  @Inject private PracticePlaces practices;
  @Inject private Mandates mandates;
  @Inject private People people;
  @Inject private AbsentPeople absent;
  @Inject private Outbox outbox;
  @Inject private LetterThrottle throttle;
  @Inject private Installation installation;
  @Inject private CurrentPerson me;

  /**
   * @param answered who wrote what is answered, or null
   */
  void said(PracticePlace practice, PracticeComment comment, Long answered) {
    Map<Long, String> readers = new LinkedHashMap<>();
    if (answered != null) {
      readers.put(answered, "answer");
    }
    practices
        .author(practice.id())
        .map(Set::of)
        .orElseGet(() -> mandates.holders(Role.EDITOR, Scope.region(practice.regionCode())))
        .forEach(reader -> readers.putIfAbsent(reader, "comment"));
    readers.remove(me.id());
    post(
        practice,
        readers,
        (letter, kind) ->
            letter
                .paragraph(KIND + kind + ".body", me.getName(), practice.title())
                .quote(comment.words())
                .link(KIND + "comments", address(practice, comment)));
  }

  /** To whoever wrote it, why it is hidden. */
  void hidden(PracticePlace practice, PracticeComment comment) {
    if (comment.personId() == me.id()) {
      return;
    }
    post(
        practice,
        Map.of(comment.personId(), "hidden"),
        (letter, kind) ->
            letter
                .paragraph(KIND + kind + ".body", practice.title())
                .quote(comment.hiddenReason())
                .link(KIND + "comments", address(practice, comment)));
  }

  private void post(
      PracticePlace practice,
      Map<Long, String> readers,
      BiFunction<Letter, String, Letter> written) {
    Map<Long, PersonSummary> known = people.byIds(readers.keySet());
    Map<Long, SignedIn> rights = absent.of(readers.keySet());
    List<Letter> letters = new ArrayList<>();
    readers.forEach(
        (id, kind) -> {
          PersonSummary reader = known.get(id);
          SignedIn held = rights.get(id);
          if (reader != null
              && held != null
              && Letter.reachable(reader.email())
              && practices.isFor(practice.id(), held)
              && !throttle.spares(reader.email())) {
            letters.add(
                written.apply(
                    Letter.of(
                            KIND + kind,
                            reader.email(),
                            Language.of(reader.language()).orElse(Language.EN))
                        .person(id)
                        .greeting(reader.name())
                        .subject(practice.title()),
                    kind));
          }
        });
    outbox.postAll(letters);
  }

  private String address(PracticePlace practice, PracticeComment comment) {
    return installation.baseUrl() + "/knowledge/" + practice.code() + "/comments#c-" + comment.id();
  }
}
