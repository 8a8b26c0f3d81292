package org.portolan.interest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.SessionState;
import org.portolan.calendar.SessionSummary;
import org.portolan.people.People;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.NotSignedIn;
import org.portolan.platform.web.NotFound;

/**
 * People say that they would come to a session whose days are not set, and centres see how many.
 */
@ApplicationScoped
public class Interests {
  @Inject private CalendarService calendar;
  @Inject private InterestRepository interests;
  @Inject private People people;
  @Inject private CurrentPerson me;
  @Inject private Clock clock;

  /** The session, if everybody may see it. */
  @Transactional
  public SessionSummary session(long id, Language reader) {
    return calendar.find(id, reader).orElseThrow(() -> new NotFound("session " + id));
  }

  /** Whether whoever asks would come. */
  @Transactional
  public boolean mine(long session) {
    return me.isSignedIn() && interests.has(session, me.id());
  }

  /**
   * Keeps that whoever asks would come.
   *
   * @return false where the session does not wait for its days any more
   */
  @Transactional
  public boolean say(long session) {
    long person = me.require().personId();
    if (!people.holdStill(person)) {
      throw new NotSignedIn();
    }
    SessionFacts facts = calendar.held(session).orElseThrow(() -> unknown(session));
    if (facts.state() == SessionState.DRAFT) {
      throw unknown(session);
    }
    if (!facts.undated() || facts.state() != SessionState.PUBLISHED) {
      return false;
    }
    interests.add(session, person, clock.instant());
    return true;
  }

  @Transactional
  public void takeBack(long session) {
    interests.remove(session, me.require().personId());
  }

  /** How many would come to a session of one's own centre. */
  @Transactional
  public Demand demand(long session, Language reader) {
    SessionSummary own = calendar.getOwn(session, reader).summary();
    List<Demand.Count> counts = interests.counts(session);
    return Demand.of(own, counts);
  }

  /**
   * How many would come to sessions and since when, by session; for features above, which have
   * asked whether whoever looks may know.
   */
  @Transactional
  public Map<Long, Gathered> gathered(Collection<Long> sessions) {
    return interests.gathered(sessions);
  }

  private static NotFound unknown(long session) {
    return new NotFound("session " + session);
  }
}
