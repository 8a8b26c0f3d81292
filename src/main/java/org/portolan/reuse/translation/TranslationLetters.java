package org.portolan.reuse.translation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portolan.access.AbsentPeople;
import org.portolan.knowledge.PracticePlace;
import org.portolan.knowledge.PracticePlaces;
import org.portolan.people.People;
import org.portolan.people.PersonSummary;
import org.portolan.platform.config.Installation;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.mail.Letter;
import org.portolan.platform.mail.Outbox;
import org.portolan.platform.security.SignedIn;

/** Tells those who asked for a translation, and may still read the practice, that it is there. */
@ApplicationScoped
class TranslationLetters {
  static final String KIND = "reuse.letter.translated";

  @Inject private PracticePlaces practices;
  @Inject private People people;
  @Inject private AbsentPeople absent;
  @Inject private Outbox outbox;
  @Inject private Installation installation;

  void there(PracticePlace practice, String language, Set<Long> readers) {
    Map<Long, SignedIn> rights = absent.of(readers);
    List<Letter> letters = new ArrayList<>();
    for (PersonSummary reader : people.byIds(readers).values()) {
      SignedIn held = rights.get(reader.id());
      if (held != null
          && Letter.reachable(reader.email())
          && practices.isFor(practice.id(), held)) {
        Language own = Language.of(reader.language()).orElse(Language.EN);
        letters.add(
            Letter.of(KIND, reader.email(), own)
                .person(reader.id())
                .greeting(reader.name())
                .subject(practice.title())
                .paragraph(
                    KIND + ".body",
                    practice.title(),
                    Texts.text(own, "platform.language." + language))
                .link(
                    "reuse.letter.practice",
                    installation.baseUrl() + "/knowledge/" + practice.code() + "?in=" + language));
      }
    }
    outbox.postAll(letters);
  }
}
