package org.portolan.radar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.portolan.office.Mandates;
import org.portolan.people.People;
import org.portolan.people.PersonSummary;
import org.portolan.platform.config.Installation;
import org.portolan.platform.i18n.Dates;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.mail.Letter;
import org.portolan.platform.mail.Outbox;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.region.Directory;

/**
 * Letters about joint editions: to the staff of both centres when one is proposed, and to them and
 * whoever proposed it when its fate is known.
 */
@ApplicationScoped
class RadarLetters {
  private static final String PATH = "/desk/joint-editions";

  @Inject private Mandates mandates;
  @Inject private People people;
  @Inject private Directory directory;
  @Inject private Outbox outbox;
  @Inject private Installation installation;

  void proposed(JointProposal proposal) {
    tell("radar.letter.proposed", proposal, staff(proposal));
  }

  /** Agreed, declined or withdrawn. */
  void settled(JointProposal proposal) {
    Set<Long> readers = staff(proposal);
    readers.add(proposal.proposedBy());
    tell("radar.letter." + proposal.state().code(), proposal, readers);
  }

  private Set<Long> staff(JointProposal proposal) {
    Set<Long> staff = new HashSet<>();
    mandates
        .holders(Role.CENTRE, Scope.Kind.CENTRE, proposal.centres())
        .values()
        .forEach(staff::addAll);
    return staff;
  }

  private void tell(String kind, JointProposal proposal, Collection<Long> readers) {
    List<Letter> letters = new ArrayList<>();
    for (PersonSummary reader : people.byIds(readers).values()) {
      if (Letter.reachable(reader.email())) {
        Language language = Language.of(reader.language()).orElse(Language.EN);
        JointTerms terms = proposal.terms();
        letters.add(
            Letter.of(kind, reader.email(), language)
                .person(reader.id())
                .greeting(reader.name())
                .paragraph(
                    kind + ".body",
                    name(terms.lead(), language),
                    name(terms.other(), language),
                    new Dates(language).days(terms.firstDay(), terms.lastDay()))
                .link("radar.letter.open", installation.baseUrl() + PATH));
      }
    }
    outbox.postAll(letters);
  }

  private String name(String centre, Language language) {
    return directory.findCentre(centre).map(found -> found.name().in(language)).orElse(centre);
  }
}
